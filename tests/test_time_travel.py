"""What was known on a day: the known worlds of the story, and the laws that hold on every day of it."""

from collections.abc import Iterator

import duckdb
import pytest

from dokpamo import contract, database, known
from dokpamo.errors import BadDay

PACKAGE = contract.package()

TURNS = {
    "2025-07-22": 15, "2025-08-03": 15, "2025-08-05": 15, "2026-01-14": 15, "2026-01-16": 15,
    "2026-02-19": 16, "2026-02-21": 16, "2026-08-17": 16, "2026-08-19": 16,
}  # fmt: skip
"""The turns of the story, and how many teams had ever applied by then."""


@pytest.fixture(scope="module")
def record() -> duckdb.DuckDBPyConnection:
    return database.open_database(PACKAGE, PACKAGE.all)


@pytest.fixture
def con(record: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    yield record
    record.execute("RESET VARIABLE as_of")


def on(con: duckdb.DuckDBPyConnection, day: str) -> None:
    con.execute(f"SET VARIABLE as_of = DATE '{day}'")


def statuses(con: duckdb.DuckDBPyConnection) -> dict[str, str]:
    return dict(con.execute("SELECT team_id, status FROM team_status").fetchall())


@pytest.mark.parametrize(("day", "teams"), TURNS.items())
def test_how_many_teams_had_applied(con: duckdb.DuckDBPyConnection, day: str, teams: int) -> None:
    on(con, day)
    assert con.execute("SELECT count(*) FROM teams").fetchone() == (teams,)
    assert con.execute("SELECT count(*) FROM team_status").fetchone() == (teams,)


FIVE = {"lg-ai-research", "naver-cloud", "nc-ai", "sk-telecom", "upstage"}

ACTIVE = {
    "2025-08-05": FIVE,
    "2026-01-14": FIVE,
    "2026-01-16": FIVE - {"naver-cloud", "nc-ai"},
    "2026-02-19": FIVE - {"naver-cloud", "nc-ai"},
    "2026-02-21": FIVE - {"naver-cloud", "nc-ai"} | {"motif-technologies"},
    "2026-08-17": FIVE - {"naver-cloud", "nc-ai"} | {"motif-technologies"},
    "2026-08-19": FIVE - {"naver-cloud", "nc-ai"},
}


@pytest.mark.parametrize("day", ACTIVE)
def test_who_was_in(con: duckdb.DuckDBPyConnection, day: str) -> None:
    on(con, day)
    assert {team for team, status in statuses(con).items() if status == "active"} == ACTIVE[day]


def test_nobody_is_selected_or_out_before_its_day(con: duckdb.DuckDBPyConnection) -> None:
    on(con, "2025-07-22")
    assert not set(statuses(con).values()) & {"active", "eliminated", "not-selected"}
    on(con, "2025-08-03")
    assert sum(status == "not-selected" for status in statuses(con).values()) == 5
    assert not set(statuses(con).values()) & {"active", "eliminated"}


def test_naver_cloud_was_in_until_the_announcement(con: duckdb.DuckDBPyConnection) -> None:
    on(con, "2026-01-14")
    assert statuses(con)["naver-cloud"] == "active"
    on(con, "2026-01-16")
    assert statuses(con)["naver-cloud"] == "eliminated"


def test_trillion_labs_was_an_applicant_on_19_february(con: duckdb.DuckDBPyConnection) -> None:
    on(con, "2026-02-19")
    assert statuses(con)["trillion-labs"] not in {"active", "eliminated", "not-selected"}
    on(con, "2026-02-21")
    assert statuses(con)["trillion-labs"] == "not-selected"


def test_motif_is_out_from_18_august(con: duckdb.DuckDBPyConnection) -> None:
    on(con, "2026-08-17")
    assert statuses(con)["motif-technologies"] == "active"
    on(con, "2026-08-18")
    assert statuses(con)["motif-technologies"] == "eliminated"


def test_without_a_day_the_record_shows_all_of_itself(con: duckdb.DuckDBPyConnection) -> None:
    for table in PACKAGE.tables.values():
        columns = ", ".join(table.columns)
        hidden = con.execute(
            f"SELECT {columns} FROM record.{table.name} EXCEPT SELECT {columns} FROM main.{table.name}"
        )
        assert hidden.fetchall() == [], table.name


def test_rows_wait_for_what_they_require(con: duckdb.DuckDBPyConnection) -> None:
    """For every day at once: no row is known before a parent that it waits for."""
    early = " UNION ALL ".join(
        f"SELECT '{table.name}.{key.column}' AS place, t.{table.key} AS row_id FROM record.{table.name} t "
        f"JOIN record.{key.table} p ON p.{key.key} = t.{key.column} WHERE p.known_on > t.known_on"
        for table in PACKAGE.tables.values()
        for key in known.waits_for(table)
        if not known.is_always_known(table)
    )
    assert con.execute(early).fetchall() == []


def test_rows_wait_for_their_first_source(con: duckdb.DuckDBPyConnection) -> None:
    """Evidence goes by its own day alone: that day is what its source tells."""
    early = " UNION ALL ".join(
        f"SELECT '{table.name}' AS place, {table.key} AS row_id FROM record.{table.name} t JOIN record.row_sources rs "
        f"ON rs.table_name = '{table.name}' AND rs.row_id = t.{table.key} JOIN record.sources s USING (source_id) "
        "GROUP BY ALL HAVING min(s.known_on) > any_value(t.known_on)"
        for table in PACKAGE.tables.values()
        if table.has_sources and table.known_on["basis"] == "sources"
    )
    assert con.execute(early).fetchall() == []


def day_cells() -> list[tuple[str, str]]:
    """Every day in the record that cannot lie ahead of the day on which it was known."""
    return [
        (table.name, field.name)
        for table in PACKAGE.tables.values()
        for field in table.fields.values()
        if field.type == "date" and field.name not in table.known_on.get("timeless", [])
    ]


def test_no_cell_is_later_than_the_day(con: duckdb.DuckDBPyConnection) -> None:
    """A month counts from its last day, a year from 31 December."""
    later = " UNION ALL ".join(
        f"SELECT '{table}.{column}' AS place, max({known.day_of(PACKAGE.tables[table], column, 't')}) AS newest "
        f"FROM main.{table} t"
        for table, column in day_cells()
    )
    for day in TURNS:
        on(con, day)
        # a period that the record's own date cuts short is known before it is over
        found = con.execute(
            f"SELECT * FROM ({later}) WHERE newest > DATE '{day}' AND DATE '{day}' < DATE '{PACKAGE.day}'"
        )
        assert found.fetchall() == [], day


def test_no_key_dangles(con: duckdb.DuckDBPyConnection) -> None:
    dangling = " UNION ALL ".join(
        f"SELECT '{table.name}.{key.column}' AS place, {key.column} AS target FROM main.{table.name} "
        f"WHERE {key.column} IS NOT NULL AND {key.column} NOT IN (SELECT {key.key} FROM main.{key.table})"
        for table in PACKAGE.tables.values()
        for key in table.foreign_keys
    )
    for day in TURNS:
        on(con, day)
        assert con.execute(dangling).fetchall() == [], day


def test_no_source_is_from_the_future(con: duckdb.DuckDBPyConnection) -> None:
    cited = " UNION ALL ".join(
        f"SELECT '{table.name}' AS place, unnest(string_split(source_ids, ';')) AS source_id FROM main.{table.name}"
        for table in PACKAGE.tables.values()
        if table.has_sources
    )
    for day in TURNS:
        on(con, day)
        assert (
            con.execute(
                f"SELECT * FROM ({cited}) WHERE source_id NOT IN (SELECT source_id FROM main.sources)"
            ).fetchall()
            == []
        ), day


def test_no_editorial_cell_shows_on_a_past_day(con: duckdb.DuckDBPyConnection) -> None:
    """Notes, locators and confidence say what the editors think today."""
    shown = " UNION ALL ".join(
        f"SELECT '{table.name}.{column}' AS place FROM main.{table.name} WHERE {column} IS NOT NULL"
        for table in PACKAGE.tables.values()
        for column in known.UNSEEN_UNDER_AS_OF
        if table.has_sources and column in table.fields
    )
    on(con, "2026-01-16")
    assert con.execute(shown).fetchall() == []


def test_what_is_known_stays_known(con: duckdb.DuckDBPyConnection) -> None:
    """Rows come and never go; only cells change."""
    keys = " UNION ALL ".join(f"SELECT '{t.name}', {t.key} FROM main.{t.name}" for t in PACKAGE.tables.values())
    before: set[tuple[str, str]] = set()
    for day in TURNS:
        on(con, day)
        rows = set(con.execute(keys).fetchall())
        assert before < rows, day
        before = rows


@pytest.mark.parametrize("day", ["2026-13-01", "yesterday", "2026-11-24", ""])
def test_a_day_that_is_none_is_refused(day: str) -> None:
    with pytest.raises(BadDay) as error:
        database.connect(day)
    assert "2026" in str(error.value)

"""The PostgreSQL script, run by psql in a real PostgreSQL: every row that DuckDB has, on any day, or nothing at all."""

import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from services import Postgres, PostgresError
from services import postgres as postgres

from dokpamo import database
from dokpamo.contract import Table, package
from dokpamo.exporters import Publication
from dokpamo.exporters import postgres as exporter

pytestmark = pytest.mark.integration
PACKAGE = package()
TYPES = {
    "string": "text", "integer": "bigint", "number": "double precision", "boolean": "boolean", "date": "date"
}  # fmt: skip
HOSTILE = """'; DROP TABLE "teams"; -- \\ \\. \\N \t tab\r\nline\n\\.\n=1+1 독파모 🇰🇷 \u00a0 ‘똠’ $$"""


@pytest.fixture(scope="module")
def script(published: Publication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return next(exporter.write(replace(published, folder=tmp_path_factory.mktemp("postgres"))))


@pytest.fixture(scope="module")
def loaded(postgres: Postgres, script: Path) -> str:
    """A database with the record, with another order of letters and way to write days than DuckDB's."""
    name = postgres.new_database("loaded", options="LOCALE_PROVIDER icu ICU_LOCALE 'ko-KR'")
    postgres.psql("-c", f"ALTER DATABASE {name} SET datestyle TO 'SQL, DMY'")
    postgres.psql("-f", str(script), database=name)
    return name


def rows_of(postgres: Postgres, name: str, table: Table, settings: str = "") -> list[dict[str, Any]]:
    columns = ", ".join(table.columns)
    return postgres.rows(f"SELECT {columns} FROM dokpamo.{table.name}", name, settings=settings)


def expected(con: Any, table: Table, schema: str = "") -> list[dict[str, Any]]:
    cells = [f"CAST({f.name} AS VARCHAR)" if f.type == "date" else f.name for f in table.fields.values()]
    rows = con.execute(f"SELECT {', '.join(cells)} FROM {schema}{table.name}").fetchall()
    return [dict(zip(table.columns, row, strict=True)) for row in rows]


def differences(table: Table, found: list[dict[str, Any]], wanted: list[dict[str, Any]]) -> list[Any]:
    """Cells that differ, rows matched by what identifies them; numbers may differ by what computing leaves."""
    assert len(found) == len(wanted), table.name
    by_grain = {tuple(row[name] for name in table.grain): row for row in found}
    assert len(by_grain) == len(found), table.name
    return [
        (table.name, name, have, want)
        for row in wanted
        for name, want in row.items()
        if not same(have := by_grain[tuple(row[key] for key in table.grain)][name], want)
    ]


def same(have: Any, want: Any) -> bool:
    if isinstance(want, float):
        return isinstance(have, int | float) and math.isclose(have, want, rel_tol=1e-9, abs_tol=1e-9)
    return type(have) is type(want) and have == want


def test_every_table_and_view_has_its_rows(postgres: Postgres, loaded: str, published: Publication) -> None:
    for table in PACKAGE.all.values():
        wanted = expected(published.con, table, "published.")
        assert differences(table, rows_of(postgres, loaded, table), wanted) == []


def test_every_table_and_view_shows_the_world_of_a_day(postgres: Postgres, loaded: str) -> None:
    con = database.connect("2026-01-14")
    for table in PACKAGE.all.values():
        rows = rows_of(postgres, loaded, table, "SET dokpamo.as_of = '2026-01-14'")
        assert differences(table, rows, expected(con, table)) == []
        if table.name == "team_status":
            assert sum(row["status"] == "active" for row in rows) == 5


def test_a_day_that_was_set_can_be_reset(postgres: Postgres, loaded: str) -> None:
    count = "SELECT count(*) FROM dokpamo.events"
    answer = postgres.psql(
        "-c", "SET dokpamo.as_of = '2026-01-14'", "-c", count, "-c", "RESET dokpamo.as_of", "-c", count, database=loaded
    )
    then, now = map(int, answer.split())
    assert 0 < then < now == len(rows_of(postgres, loaded, PACKAGE.tables["events"]))


def test_what_if_works_as_in_duckdb(postgres: Postgres, loaded: str) -> None:
    con = database.open_database(PACKAGE, ["independence_scores"])
    con.execute("SET VARIABLE without = ['speaker:government', 'indicator:w2-module-weights']")
    con.execute("SET VARIABLE weights = MAP {'provenance': 0.5, 'control': 0.25}")
    settings = """SET dokpamo.without = '{speaker:government,indicator:w2-module-weights}';
        SET dokpamo.weights = '{"provenance": 0.5, "control": 0.25}'"""
    for name in ("independence_weights", "independence_cells", "independence_scores"):
        table = PACKAGE.views[name]
        wanted = expected(con, table)
        assert differences(table, rows_of(postgres, loaded, table, settings), wanted) == []
        assert wanted != rows_of(postgres, loaded, table)
    assert "own" in {row["scheme_id"] for row in wanted}


def test_columns_have_the_types_of_the_contract(postgres: Postgres, loaded: str) -> None:
    found = postgres.rows(
        """SELECT table_name, json_object_agg(column_name, data_type ORDER BY ordinal_position) AS types
        FROM information_schema.columns WHERE table_schema = 'dokpamo' GROUP BY table_name""",
        loaded,
    )
    assert {row["table_name"]: list(row["types"].items()) for row in found} == {
        table.name: [(field.name, TYPES[field.type]) for field in table.fields.values()]
        for table in PACKAGE.all.values()
    }


def test_every_key_is_declared(postgres: Postgres, loaded: str) -> None:
    found = postgres.rows(
        """SELECT constraint_type AS kind, count(*) AS number FROM information_schema.table_constraints
        WHERE table_schema = 'dokpamo_record' AND constraint_name NOT LIKE '%not_null' AND table_name <> 'row_sources'
        GROUP BY constraint_type""",
        loaded,
    )
    tables = PACKAGE.tables.values()
    assert {row["kind"]: row["number"] for row in found} == {
        "PRIMARY KEY": len(tables),
        "UNIQUE": sum(len(table.unique_keys) for table in tables),
        "FOREIGN KEY": sum(len(table.foreign_keys) for table in tables),
        "CHECK": sum(bool(field.codes) for table in tables for field in table.fields.values()),
    }


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ("UPDATE dokpamo_record.results SET outcome = 'won'", "violates check constraint"),
        ("UPDATE dokpamo_record.results SET team_id = NULL", "violates not-null constraint"),
        ("UPDATE dokpamo_record.results SET team_id = 'a' WHERE result_id = 'r2/upstage'", "violates foreign key"),
        ("DELETE FROM dokpamo_record.sources", "violates foreign key"),
    ],
)
def test_a_wrong_change_is_refused(postgres: Postgres, loaded: str, change: str, sentence: str) -> None:
    with pytest.raises(PostgresError, match=sentence):
        postgres.psql("-c", change, database=loaded)


def test_everything_is_described(postgres: Postgres, loaded: str) -> None:
    silent = postgres.rows(
        """SELECT c.relname, a.attname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
        WHERE n.nspname = 'dokpamo' AND (col_description(c.oid, a.attnum) IS NULL OR obj_description(c.oid) IS NULL)""",
        loaded,
    )
    assert silent == []
    (told,) = postgres.rows("SELECT obj_description('dokpamo_record.teams'::regclass) AS told", loaded)
    assert told == {"told": PACKAGE.tables["teams"].text("description")}


def test_loading_twice_is_refused_and_changes_nothing(postgres: Postgres, loaded: str, script: Path) -> None:
    with pytest.raises(PostgresError, match='schema "dokpamo" already exists') as refused:
        postgres.psql("-f", str(script), database=loaded)
    assert str(refused.value).count("ERROR") == 1
    assert len(rows_of(postgres, loaded, PACKAGE.tables["teams"])) == 16


def test_after_dropping_the_schemas_it_loads_again(postgres: Postgres, script: Path) -> None:
    name = postgres.load(script, "again")
    postgres.psql("-c", "DROP SCHEMA dokpamo, dokpamo_record CASCADE", "-f", str(script), database=name)
    assert len(rows_of(postgres, name, PACKAGE.tables["teams"])) == 16


@pytest.mark.parametrize("options", ["", "ENCODING 'EUC_KR' LOCALE 'C'"])
def test_it_loads_whole_or_not_at_all(postgres: Postgres, script: Path, tmp_path: Path, options: str) -> None:
    """Cut off in the middle, or in a database whose encoding lacks a letter."""
    name, cut = f"half{len(options)}", tmp_path / "cut.sql"
    text = script.read_text(encoding="utf-8")
    cut.write_text(text if options else text[: text.index("CREATE VIEW dokpamo.teams")], encoding="utf-8", newline="\n")
    postgres.new_database(name, options=options)
    if options:
        with pytest.raises(PostgresError, match="has no equivalent in encoding"):
            postgres.psql("-f", str(cut), database=name)
    else:
        postgres.psql("-f", str(cut), database=name)
    found = postgres.rows("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'dokpamo%'", name)
    assert found == []


def test_a_hostile_cell_comes_back_as_it_was(postgres: Postgres, published: Publication, tmp_path: Path) -> None:
    con = published.con
    con.begin()
    try:
        con.execute("UPDATE record.claims SET note = ?", [HOSTILE])
        script = next(exporter.write(replace(published, folder=tmp_path)))
    finally:
        con.rollback()
    name = postgres.load(script, "hostile")
    notes = [row["note"] for row in rows_of(postgres, name, PACKAGE.tables["claims"])]
    assert set(notes) == {HOSTILE} and len(notes) == published.rows(PACKAGE.tables["claims"])
    assert len(rows_of(postgres, name, PACKAGE.tables["teams"])) == 16


def test_bytes_are_the_same_each_time(published: Publication, script: Path, tmp_path: Path) -> None:
    again = next(exporter.write(replace(published, folder=tmp_path)))
    assert again.read_bytes() == script.read_bytes()

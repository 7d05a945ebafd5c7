"""Fair telling: published answers stand beside what they answer, and what was taken back is told nowhere by default."""

from collections.abc import Iterator

import duckdb
import pytest

from dokpamo import contract, database

PACKAGE = contract.package()
CRITICS_ROW = "a-x-k1/architecture/1"
WITHDRAWN_ROW = "solar-open-100b/weights/2"


@pytest.fixture
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    with database.open_database(PACKAGE, ["components", "contested"]) as con:
        yield con


def respond(
    con: duckdb.DuckDBPyConnection, number: int, row: str, status: str = "published", table: str = "lineage"
) -> None:
    con.execute(
        """INSERT INTO record.responses BY NAME
        SELECT 'sk-telecom/' || $number AS response_id, 'sk-telecom' AS organisation_id, $table_name AS table_name,
               $row AS row_id, DATE '2026-03-01' AS received_on, DATE '2026-03-01' AS known_on,
               'answer ' || $number AS text_en, '답변 ' || $number AS text_ko, $status AS status""",
        {"number": number, "row": row, "status": status, "table_name": table},
    )


def beside(con: duckdb.DuckDBPyConnection, component: str, model: str = "a-x-k1") -> tuple[str | None, str | None]:
    row = con.execute(
        "SELECT responses_en, responses_ko FROM components WHERE model_id = ? AND component = ?", [model, component]
    ).fetchone()
    assert row
    return row


def test_published_responses_stand_beside_the_component(con: duckdb.DuckDBPyConnection) -> None:
    respond(con, 1, CRITICS_ROW)
    respond(con, 2, CRITICS_ROW)
    assert beside(con, "architecture") == ("answer 1 | answer 2", "답변 1 | 답변 2")
    assert beside(con, "code") == (None, None)


@pytest.mark.parametrize("status", ["received", "withdrawn"])
def test_others_are_not_printed(con: duckdb.DuckDBPyConnection, status: str) -> None:
    respond(con, 1, CRITICS_ROW, status)
    assert beside(con, "architecture") == (None, None)


def test_a_response_to_what_was_withdrawn_goes_with_it(con: duckdb.DuckDBPyConnection) -> None:
    respond(con, 1, WITHDRAWN_ROW)
    assert beside(con, "weights", "solar-open-100b") == (None, None)


def test_a_response_counts_from_its_day(con: duckdb.DuckDBPyConnection) -> None:
    respond(con, 1, CRITICS_ROW)
    con.execute("SET VARIABLE as_of = DATE '2026-02-28'")
    assert beside(con, "architecture") == (None, None)
    con.execute("SET VARIABLE as_of = DATE '2026-03-01'")
    assert beside(con, "architecture") == ("answer 1", "답변 1")


def test_contested_cells_carry_them_too(con: duckdb.DuckDBPyConnection) -> None:
    respond(con, 1, "r1/nc-ai", table="results")
    told = con.execute("SELECT DISTINCT table_name, row_id, responses_en FROM contested WHERE responses_en IS NOT NULL")
    assert told.fetchall() == [("results", "r1/nc-ai", "answer 1")]


def test_what_is_said_of_a_withdrawn_statement_goes_with_it(con: duckdb.DuckDBPyConnection) -> None:
    for row in (CRITICS_ROW, WITHDRAWN_ROW):
        con.execute(
            """INSERT INTO record.claims BY NAME
            SELECT 'lineage/' || $row || '/origin_name_en/9' AS claim_id, 'lineage' AS table_name, $row AS row_id,
                   'origin_name_en' AS column_name, 'another model' AS value, 'text' AS qualifier,
                   'other-reading' AS stance, 'zdnet-20260102-solar-open' AS source_ids, 'text' AS locator,
                   'low' AS confidence, DATE '2026-01-02' AS known_on""",
            {"row": row},
        )
    told = con.execute("SELECT row_id FROM contested WHERE claim_value = 'another model'")
    assert told.fetchall() == [(CRITICS_ROW,)]

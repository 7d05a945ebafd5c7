"""The record for readers of Korean: no English sentence in what `--lang ko` prints, and no header twice."""

import re

import duckdb
import pytest

from dokpamo import contract
from dokpamo.cli import main
from dokpamo.exporters import Publication
from dokpamo.rendering import Result, fetch
from dokpamo.rendering.language import KOREAN, localised

PACKAGE = contract.package()

SENTENCE = re.compile(r"(?<![\w./-])[a-z]+(?:[ ,]+[a-z]+){3,}(?![\w./-])")
"""An English sentence: four or more lower-case Latin words in a row, outside addresses and ids."""

ENGLISH = {
    "locator", "note",  # editorial
    "title", "source_title", "cell_source_titles", "claim_source_titles",  # as the source is called
    "name",  # as models and repositories are called
}  # fmt: skip


@pytest.fixture(scope="module")
def con(published: Publication) -> duckdb.DuckDBPyConnection:
    con = published.con.cursor()
    con.execute("SET search_path = 'published'")
    return con


def korean(con: duckdb.DuckDBPyConnection, name: str) -> Result:
    """Return a table or view as `show NAME --lang ko` prints it."""
    return localised(fetch(con, f"FROM {name}"), PACKAGE.get(name), "ko")


def test_an_english_sentence_is_known_when_seen() -> None:
    assert SENTENCE.search("회사 답변: trained from the very start")
    assert not SENTENCE.search("처음부터 학습(from scratch), vision encoder 사용, ev-upstage-w1-core-weights-02")


@pytest.mark.parametrize("name", PACKAGE.all)
def test_no_table_or_view_shows_an_english_sentence(con: duckdb.DuckDBPyConnection, name: str) -> None:
    shown = korean(con, name)
    names = shown.names or []
    assert [header for header in shown.columns if SENTENCE.search(header) or header.endswith(KOREAN)] == []
    assert [
        (name, cell)
        for cells in (dict(zip(names, row, strict=True)) for row in shown.rows)
        for name, cell in cells.items()
        if not ENGLISH & {name, cells.get("column_name")} and SENTENCE.search(str(cell))
    ] == []


@pytest.mark.parametrize("name", PACKAGE.all)
def test_headers_tell_the_columns_apart(con: duckdb.DuckDBPyConnection, name: str) -> None:
    headers = korean(con, name).columns
    assert len(headers) == len(set(headers))


@pytest.mark.parametrize("name", PACKAGE.all)
def test_every_english_text_stands_beside_its_twin(name: str) -> None:
    table = PACKAGE.get(name)
    for at, column in enumerate(table.columns):
        if column.endswith("_en"):
            twin = f"{column.removesuffix('_en')}_ko"
            assert twin in table.columns[max(at - 1, 0) : at + 2]
            english, korean = (table.fields[one].text("title", "ko") for one in (column, twin))
            assert english.removesuffix("(영문)") + KOREAN == korean


@pytest.mark.parametrize("name", PACKAGE.all)
def test_descriptions_are_korean(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["describe", name, "--lang", "ko"]) == 0
    assert SENTENCE.findall(capfd.readouterr().out) == []


@pytest.mark.parametrize("unit", ["upstage", "naver-cloud", "motif-technologies", "provenance", "w1-core-weights"])
def test_why_pages_are_korean(unit: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["why", unit, "--lang", "ko", "--format", "md"]) == 0  # whose lines are not broken
    told, _, _ = capfd.readouterr().out.partition("\n## 출처\n")
    assert "수준" in told
    assert SENTENCE.findall(told) == []


@pytest.mark.parametrize(
    ("lang", "kept", "left"), [("en", "claim_value", "claim_value_ko"), ("ko", "claim_value_ko", "claim_value")]
)
def test_a_twin_without_a_suffix_gives_way(con: duckdb.DuckDBPyConnection, lang: str, kept: str, left: str) -> None:
    names = localised(fetch(con, "FROM contested LIMIT 1"), PACKAGE.get("contested"), lang).names or []
    assert kept in names
    assert left not in names


def test_an_empty_twin_is_filled_from_the_other(con: duckdb.DuckDBPyConnection) -> None:
    claims = localised(
        fetch(con, "FROM claims WHERE value_ko IS NULL AND value_number IS NOT NULL LIMIT 1"),
        PACKAGE.get("claims"),
        "ko",
    )
    assert claims.rows
    assert claims.rows[0][(claims.names or []).index("value_ko")]

"""Every format of every table and view: the same rows, in the types of the Table Schema, the same words beside them."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest
from openpyxl.workbook import Workbook
from readers import place

from dokpamo.building import TYPES
from dokpamo.contract import package
from dokpamo.exporters import Publication
from dokpamo.rendering import plain

PACKAGE = package()
Rows = list[tuple[Any, ...]]


def rows_of(published: Publication, name: str) -> Rows:
    return published.con.execute(f"FROM published.{name}").fetchall()


def as_json(rows: Rows) -> Rows:
    """The rows as JSON can tell them: days are texts."""
    return [tuple(str(cell) if isinstance(cell, date) else cell for cell in row) for row in rows]


@pytest.mark.parametrize("name", PACKAGE.all)
def test_texts_hold_the_rows(dist: Path, published: Publication, name: str) -> None:
    rows, columns = rows_of(published, name), PACKAGE.all[name].columns
    records = json.loads(place(dist, name, "json").read_text(encoding="utf-8"))
    assert [tuple(record.values()) for record in records] == as_json(rows)
    assert all(list(record) == columns for record in records)
    with place(dist, name, "jsonl").open(encoding="utf-8") as lines:
        assert [json.loads(line) for line in lines] == records
    cells = [[plain(cell) for cell in row] for row in rows]
    for suffix, encoding in (("csv", "utf-8"), ("excel.csv", "utf-8-sig")):
        text = place(dist, name, suffix).read_bytes().decode(encoding)
        assert list(csv.reader(io.StringIO(text, newline=""))) == [columns, *cells], suffix


@pytest.mark.parametrize("name", PACKAGE.all)
def test_parquet_holds_the_rows_in_their_types(dist: Path, published: Publication, name: str) -> None:
    table = PACKAGE.all[name]
    with duckdb.connect() as con:
        con.execute(f"CREATE VIEW file AS FROM '{place(dist, name, 'parquet').as_posix()}'")
        described = {column: kind for column, kind, *_ in con.execute("DESCRIBE file").fetchall()}
        assert described == {column: TYPES[field.type] for column, field in table.fields.items()}
        assert con.execute("FROM file").fetchall() == rows_of(published, name)


def test_parquet_tells_its_columns(dist: Path) -> None:
    with duckdb.connect() as con:
        file = place(dist, "results", "parquet").as_posix()
        told = dict(con.execute(f"SELECT decode(key), decode(value) FROM parquet_kv_metadata('{file}')").fetchall())
    assert (told["title"], told["title_ko"], told["license"]) == ("Results", "결과", "CC-BY-4.0")
    assert told["version"] == PACKAGE.version and told["description_ko"].startswith("라운드와 팀별 결과 1행")
    columns = json.loads(told["columns"])
    assert list(columns) == PACKAGE.tables["results"].columns
    assert (columns["outcome"]["title"], columns["outcome"]["title_ko"]) == ("Outcome", "결과")
    assert columns["outcome"]["labels"]["eliminated"] == {"en": "Eliminated", "ko": "탈락"}
    assert columns["announced_on"]["description_ko"]


def test_arrow_meets_the_words_too(dist: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    metadata = parquet.read_schema(place(dist, "team_status", "parquet")).metadata
    assert json.loads(metadata[b"columns"])["status"]["labels"]["active"]["ko"] == "참여 중"


@pytest.fixture(scope="module")
def workbook(dist: Path) -> Iterator[Workbook]:
    book = openpyxl.load_workbook(dist / "dokpamo.xlsx", read_only=True)
    yield book
    book.close()


@pytest.mark.parametrize("name", PACKAGE.all)
def test_the_workbook_holds_the_rows_in_their_types(workbook: Workbook, published: Publication, name: str) -> None:
    fields = list(PACKAGE.all[name].fields.values())
    korean, english, names, *rows = workbook[name].iter_rows(values_only=True)
    assert list(korean) == [field.text("title", "ko") for field in fields]
    assert list(english) == [field.text("title", "en") for field in fields]
    assert list(names) == [field.name for field in fields]
    found = [tuple(cell.date() if isinstance(cell, datetime) else cell for cell in row) for row in rows]
    wanted = rows_of(published, name)
    assert found == wanted
    for at, field in enumerate(fields):
        kinds = {type(row[at]) for row in found} - {type(None)}
        allowed = {"string": {str}, "integer": {int}, "number": {int, float}, "boolean": {bool}, "date": {date}}
        assert kinds <= allowed[field.type], field.name

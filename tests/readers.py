"""Readers of published files: each returns the rows of a table or view as its users get them, told no more than where.

A reader takes the published folder and the name; cells come as the library gives them.
"""

import csv
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pandas as pd
import polars as pl

from dokpamo.contract import package

Row = dict[str, Any]
Reader = Callable[[Path, str], Iterable[Row]]


def place(dist: Path, name: str, suffix: str) -> Path:
    """Where the file of a table or view stands."""
    return dist / ("views" if name in package().views else "data") / f"{name}.{suffix}"


def _plain_csv(dist: Path, name: str) -> Iterator[Row]:
    with place(dist, name, "csv").open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _plain_json(dist: Path, name: str) -> list[Row]:
    rows: list[Row] = json.loads(place(dist, name, "json").read_text(encoding="utf-8"))
    return rows


def _plain_jsonl(dist: Path, name: str) -> Iterator[Row]:
    with place(dist, name, "jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _with_openpyxl(dist: Path, name: str) -> Iterator[Row]:
    book = openpyxl.load_workbook(dist / "dokpamo.xlsx", read_only=True)
    columns, *rows = book[name].iter_rows(min_row=3, values_only=True)
    book.close()
    return (dict(zip(map(str, columns), row, strict=True)) for row in rows)


def _with_sqlite(dist: Path, name: str) -> list[Row]:
    with closing(sqlite3.connect(dist / "dokpamo.sqlite")) as con:
        con.row_factory = sqlite3.Row
        return [dict(row) for row in con.execute(f"SELECT * FROM {name}")]


def _pandas(suffix: str, read: Callable[[Path], pd.DataFrame]) -> Reader:
    return lambda dist, name: (
        {str(column): cell for column, cell in row.items()}
        for row in read(place(dist, name, suffix)).to_dict("records")
    )


def _pandas_workbook(dist: Path, name: str) -> list[Row]:
    rows: list[Row] = pd.read_excel(dist / "dokpamo.xlsx", sheet_name=name, header=2).to_dict("records")  # type: ignore[assignment]
    return rows


def _polars(suffix: str, read: Callable[[Path], pl.DataFrame]) -> Reader:
    return lambda dist, name: read(place(dist, name, suffix)).to_dicts()


def _duckdb(suffix: str) -> Reader:
    """DuckDB as the package uses it, told no more than where the file is."""

    def read(dist: Path, name: str) -> list[Row]:
        with duckdb.connect() as con:
            cursor = con.execute(f"FROM '{place(dist, name, suffix).as_posix()}'")
            columns = [column[0] for column in cursor.description or []]
            return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]

    return read


def _duckdb_file(dist: Path, name: str) -> list[Row]:
    with duckdb.connect(str(dist / "dokpamo.duckdb"), read_only=True) as con:
        return con.sql(f"FROM {name}").pl().to_dicts()


def _shell(suffix: str) -> Reader:
    """DuckDB of the line before: the shell on PyPI."""

    def read(dist: Path, name: str) -> list[Row]:
        if suffix == "duckdb":
            return _asked(f"FROM {name}", str(dist / "dokpamo.duckdb"), "-readonly")
        return _asked(f"FROM '{place(dist, name, suffix).as_posix()}'")

    return read


def _asked(query: str, *arguments: str) -> list[Row]:
    shell = Path(sys.executable).with_name("duckdb")
    rows: list[Row] = json.loads(output(str(shell), "-json", *arguments, "-c", query))
    return rows


READERS: dict[str, Reader] = {  # by library and format
    "csv": _plain_csv,
    "json": _plain_json,
    "jsonl": _plain_jsonl,
    "openpyxl": _with_openpyxl,
    "sqlite3": _with_sqlite,
    "pandas csv": _pandas("csv", pd.read_csv),
    "pandas excel.csv": _pandas("excel.csv", pd.read_csv),
    "pandas json": _pandas("json", pd.read_json),
    "pandas jsonl": _pandas("jsonl", lambda path: pd.read_json(path, lines=True)),
    "pandas parquet": _pandas("parquet", pd.read_parquet),
    "pandas xlsx": _pandas_workbook,
    "polars csv": _polars("csv", pl.read_csv),
    "polars excel.csv": _polars("excel.csv", pl.read_csv),
    "polars json": _polars("json", pl.read_json),
    "polars jsonl": _polars("jsonl", pl.read_ndjson),
    "polars parquet": _polars("parquet", pl.read_parquet),
    **{f"duckdb {suffix}": _duckdb(suffix) for suffix in ("csv", "excel.csv", "json", "jsonl", "parquet")},
    "duckdb duckdb": _duckdb_file,
    **{f"duckdb 1 {suffix}": _shell(suffix) for suffix in ("csv", "json", "parquet", "duckdb")},
}


def from_r(suffix: str) -> Reader:
    """What R's readr makes of a CSV, its types guessed, written out by itself."""
    code = "cat(readr::format_csv(readr::read_csv(commandArgs(TRUE), show_col_types = FALSE), na = ''))"

    def read(dist: Path, name: str) -> Iterator[Row]:
        text = output("Rscript", "-e", f"options(encoding = 'UTF-8'); {code}", str(place(dist, name, suffix)))
        return csv.DictReader(text.splitlines())

    return read


def office_csv(folder: Path, files: Iterable[Path], *, text: bool = False) -> None:
    """Have LibreOffice write each sheet of some files as CSV into a folder; `text` says that they are UTF-8 text."""
    form = "csv:Text - txt - csv (StarCalc):44,34,UTF8,1,,0,false,true,false,false,false"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    reading = ["--infilter=CSV:44,34,UTF8,1"] if text else []
    writing = ["--convert-to", form if text else f"{form},-1", "--outdir", str(folder)]
    output("soffice", "--headless", profile, *reading, *writing, *map(str, files))


def output(*command: str) -> str:
    """Run a program with UTF-8 and return what it prints; raise `CalledProcessError` if it fails."""
    surroundings = os.environ | {"LC_ALL": "C.UTF-8"}
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True, env=surroundings).stdout

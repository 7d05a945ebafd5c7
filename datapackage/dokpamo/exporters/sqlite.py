"""One SQLite file with every table and view, their keys and closed lists, and beside it the texts that Datasette shows.

Views are tables here, worked out for the record's date, for what they compute SQLite doesn't speak. Days are ISO text,
booleans 0 and 1. Bytes are the same each time.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from dokpamo.contract import Package, Table
from dokpamo.ddl import Dialect, create_table
from dokpamo.exporters import Publication
from dokpamo.exporters.texts import write_json

SQLITE = Dialect(
    {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "BOOLEAN", "date": "DATE"},
    checks={"boolean": "{0} IN (0, 1)", "date": "{0} IS date({0})"},  # SQLite itself takes any value in any column
)
WRITER = slice(96, 100)
"""Where the header tells which SQLite wrote the file; nothing needs it, and it would differ between machines."""


def write(publication: Publication) -> Iterator[Path]:
    """Write and yield the database, and the metadata file with which Datasette opens it."""
    file = publication.folder / "dokpamo.sqlite"
    file.unlink(missing_ok=True)
    with closing(sqlite3.connect(":memory:")) as con:
        con.execute("PRAGMA page_size = 4096")
        for table in publication.contract.all.values():
            _fill(con, publication, table)
        con.commit()
        con.execute("VACUUM INTO ?", [str(file)])
    content = bytearray(file.read_bytes())
    content[WRITER] = bytes(4)
    file.write_bytes(content)
    yield file
    yield write_json(publication.folder / "datasette.json", _metadata(publication.contract))


def _fill(con: sqlite3.Connection, publication: Publication, table: Table) -> None:
    """Create a table and insert its rows in their order.

    Where a cell of the grain may be empty there is no key; the rows then carry a number, and a view of the published
    name shows them without it.
    """
    name, number = table.name, ""
    if not _has_key(table):
        name, number = f"{table.name}_rows", "row_number INTEGER PRIMARY KEY"
    con.execute(create_table(publication.contract, table, SQLITE, name=name, more=number))
    columns = ", ".join(table.columns)
    rows = (tuple(map(_stored, row)) for row in publication.result(table).rows)
    con.executemany(f"INSERT INTO {name} ({columns}) VALUES ({', '.join('?' * len(table.columns))})", rows)
    if number:
        con.execute(f"CREATE VIEW {table.name} AS SELECT {columns} FROM {name}")


def _stored(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _has_key(table: Table) -> bool:
    """Say whether every cell of the grain is filled by contract."""
    return all(table.fields[name].required for name in table.grain)


def _metadata(contract: Package) -> dict[str, Any]:
    """Return what Datasette shows beside the rows: titles, descriptions, licence, and by which cell a row is called."""
    licence = contract.spec["licenses"][0]
    hidden = {f"{view.name}_rows": {"hidden": True} for view in contract.views.values() if not _has_key(view)}
    tables = {table.name: _page(table) for table in contract.all.values()}
    return {
        "title": contract.spec["title"],
        "description": contract.spec["description"],
        "license": licence["title"],
        "license_url": licence["path"],
        "databases": {"dokpamo": {"tables": tables | hidden}},
    }


def _page(table: Table) -> dict[str, Any]:
    """Return the texts of a table's page, and the cell that stands for a row where another one names it."""
    name = next((column for column in ("name_en", "name", "title_en", "title") if column in table.fields), None)
    return {
        "title": table.text("title"),
        "description": table.text("description"),
        "columns": {field.name: field.text("description") for field in table.fields.values()},
        **({"label_column": name} if name else {}),
    }

"""One script that loads the record into PostgreSQL: every row with its keys, and over them all tables and views."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dokpamo import building, ddl, helpers, known
from dokpamo.contract import Field, Package
from dokpamo.exporters import Publication
from dokpamo.rendering import plain
from dokpamo.translating import RECORD, declared, to_postgres

if TYPE_CHECKING:
    import duckdb

POSTGRES = ddl.Dialect(
    {
        "string": 'text COLLATE "C"',  # ids sort alike in every database, whatever its language
        "integer": "bigint",
        "number": "double precision",
        "boolean": "boolean",
        "date": "date",
    },
    schema=f"{RECORD}.",
)
ROW_SOURCES = f"""CREATE TABLE {RECORD}.row_sources (
  table_name text COLLATE "C" NOT NULL,
  row_id text COLLATE "C" NOT NULL,
  position bigint NOT NULL,
  source_id text COLLATE "C" NOT NULL REFERENCES {RECORD}.sources (source_id),
  PRIMARY KEY (table_name, row_id, position)
)"""
HEAD = """-- {title}
-- Version {version}, as known on {day}. {licence}.
--
-- Load it with psql:
--     psql -d DATABASE -f dokpamo.postgres.sql
-- Everything happens in one transaction. Where the schemas stand already, nothing is changed; to make way for a newer
-- version:
--     DROP SCHEMA dokpamo, {record} CASCADE;
--
-- Schema dokpamo has the tables and views to read, as they were known on the record's date or on a day that is set.
-- Schema {record} has every row with its keys and the first day on which it was known.
--     SET search_path TO dokpamo;
--     SET dokpamo.as_of = '2026-01-14';    -- RESET dokpamo.as_of ends it
-- The index of independence without some of its evidence, or with other weights:
--     SET dokpamo.without = '{{speaker:government,indicator:w2-module-weights}}';
--     SET dokpamo.weights = '{{"provenance": 0.5, "control": 0.5}}';

\\set ON_ERROR_STOP on
\\encoding UTF8
BEGIN;
SET LOCAL standard_conforming_strings = on;
SET LOCAL client_min_messages = warning;
CREATE SCHEMA dokpamo;
CREATE SCHEMA {record};
SET LOCAL search_path TO dokpamo;
"""


def write(publication: Publication) -> Iterator[Path]:
    """Write and yield the script."""
    file = publication.folder / "dokpamo.postgres.sql"
    with file.open("w", encoding="utf-8", newline="\n") as script:
        for part in _parts(publication.contract, publication.con):
            script.write(part + "\n")
    yield file


def _parts(contract: Package, con: "duckdb.DuckDBPyConnection") -> Iterator[str]:
    """Yield the script part by part: the rows, what shows those known on the day, the views, and what it all means."""
    tables = [contract.tables[name] for name in contract.load_order]
    yield HEAD.format(
        title=contract.spec["title"],
        version=contract.version,
        day=contract.day,
        licence=contract.spec["licenses"][0]["title"],
        record=RECORD,
    )
    for table in tables:
        yield ddl.create_table(contract, table, POSTGRES, more="known_on date") + ";"
        yield _copied(con, table.name, [*table.columns, "known_on"])
    yield ROW_SOURCES + ";"
    yield _copied(con, "row_sources", ["table_name", "row_id", "position", "source_id"])
    for statement in (helpers.rows_view(tables), known.as_of_view(contract), known.TOLD):
        yield _view_of_record(statement)
    for name in contract.tables:
        yield _view(f"dokpamo.{name}", to_postgres(known.visible(contract, contract.tables[name])))
    yield _view_of_record(helpers.cells_view(tables, _as_text))
    for name in building.view_order(contract):
        types = declared(contract.views[name], POSTGRES.types)
        yield _view(f"dokpamo.{name}", to_postgres(building.view_sql(name), types))
    yield from ddl.comments(contract.all.values(), "dokpamo", "VIEW")
    yield from ddl.comments(tables, RECORD, "TABLE")
    yield from ddl.known_on_comments(tables, RECORD)
    yield f"ANALYZE {', '.join(f'{RECORD}.{table.name}' for table in tables)}, {RECORD}.row_sources;\nCOMMIT;"


def _view(name: str, query: str) -> str:
    return f"CREATE VIEW {name} AS\n{query};\n"


def _view_of_record(statement: str) -> str:
    """Return the statement for a helper view, from the one that DuckDB is given."""
    head, _, query = statement.partition(" AS")
    return _view(f"{RECORD}.{head.split('record.')[1]}", to_postgres(query))


def _as_text(field: Field) -> str:
    """Return a cell as the text that DuckDB makes of it, whatever the settings of the session."""
    match field.type:
        case "date":
            return f"strftime({field.name}, '%Y-%m-%d')"
        case "number":  # 30.0, not 30
            whole = f"{field.name} = trunc({field.name}) AND abs({field.name}) < 1e15"
            return f"CAST({field.name} AS VARCHAR) || CASE WHEN {whole} THEN '.0' ELSE '' END"
    return helpers.cell_text(field)


def _copied(con: "duckdb.DuckDBPyConnection", table: str, columns: list[str]) -> str:
    """Return the rows of a table as COPY reads them."""
    rows = con.execute(f"SELECT {', '.join(columns)} FROM record.{table} ORDER BY rowid").fetchall()
    lines = ["\t".join(map(_cell, row)) + "\n" for row in rows]
    return f"COPY {RECORD}.{table} ({', '.join(columns)}) FROM stdin;\n{''.join(lines)}\\.\n"


ESCAPES = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})


def _cell(value: Any) -> str:
    """Return a value as COPY's text format writes it."""
    return r"\N" if value is None else plain(value).translate(ESCAPES)

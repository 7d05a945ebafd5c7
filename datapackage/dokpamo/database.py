"""The record in DuckDB: typed tables with keys and comments, then the views in dependency order.

Schema `record` holds every row with its `known_on`; schema `main` shows what was known on the day
in the variable `as_of`. The same SQL serves Python, the shell and the published database.
"""

import csv
import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dokpamo import known
from dokpamo.contract import Field, Package, Table, package
from dokpamo.errors import BadDay, ContractError
from dokpamo.root import views_folder

if TYPE_CHECKING:
    import duckdb

TYPES = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE"}

HELPERS = """CREATE SCHEMA IF NOT EXISTS record;
CREATE TABLE record.row_sources (table_name VARCHAR, row_id VARCHAR, position BIGINT, source_id VARCHAR);
COMMENT ON TABLE record.row_sources IS 'source_ids unfolded: one row a table, row and source';
"""


def connect(as_of: "str | date | None" = None) -> "duckdb.DuckDBPyConnection":
    """Return a private DuckDB connection with every table and view of the record.

    It can neither touch files nor the network. `as_of` shows the world as it was known that day.
    Raises `BadDay` for a day that is none or lies after the record's date.

    >>> connect().execute("SELECT count(*) FROM teams").fetchone()
    (16,)
    >>> connect("2025-08-05").execute("SELECT count(*) FROM team_status WHERE status = 'active'").fetchone()
    (5,)
    """
    contract = package()
    con = open_database(contract, contract.all, comments=True)
    return private(con, as_of)


def connect_for(text: str, as_of: "str | date | None" = None) -> "duckdb.DuckDBPyConnection":
    """Return a private connection that holds just the tables and views named in a query."""
    contract = package()
    return private(open_database(contract, mentioned(contract, text)), as_of)


def private(con: "duckdb.DuckDBPyConnection", as_of: "str | date | None") -> "duckdb.DuckDBPyConnection":
    """Set the day and shut the doors to files and network, for good."""
    if as_of is not None:
        con.execute(f"SET VARIABLE as_of = DATE '{parse_day(as_of)}'")
    con.execute("SET enable_external_access = false")
    con.execute("SET lock_configuration = true")
    return con


def parse_day(as_of: "str | date") -> date:
    """Return the day of an ISO text; raise `BadDay` if it is none or lies after the record's date."""
    text, last = str(as_of)[:10], package().day
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise BadDay(f"{as_of!r} is no day: write it as 2026-01-14") from None
    if day > date.fromisoformat(last):
        raise BadDay(f"{day} lies after the record's date: the record knows nothing later than {last}")
    return day


def open_database(
    contract: Package, names: Iterable[str], *, comments: bool = False, path: str = ":memory:"
) -> "duckdb.DuckDBPyConnection":
    """Return a new database with the named tables and views and all that they stand on."""
    import duckdb

    con = duckdb.connect(path)
    build(con, contract, names, comments=comments)
    return con


def build(
    con: "duckdb.DuckDBPyConnection",
    contract: Package,
    names: Iterable[str],
    *,
    comments: bool = False,
    files: dict[str, Path] | None = None,
    strict: bool = True,
) -> None:
    """Fill an empty database. `strict` refuses bad cells and keys; else a cell that does not parse is empty.

    `files` gives other places for some tables: what a check has repaired.
    """
    wanted = needed(contract, names)
    tables = [contract.tables[name] for name in contract.load_order if name in wanted]
    con.execute(HELPERS + known.as_of_view(contract))
    for table in tables:
        if table.known_on.get("pointsTo"):
            con.execute(_rows_view(tables))
        _load(con, contract, table, (files or {}).get(table.name, contract.folder / str(table.path)), strict)
    for table in tables:
        con.execute(f"CREATE VIEW main.{table.name} AS {known.visible(contract, table)}")
    con.execute(_cells_view("record.cells", "main", tables))
    con.execute(_cells_view("record.all_cells", "record", tables))
    con.execute(_days_view(tables))
    for name in view_order(contract):
        if name in wanted:
            con.execute(f"CREATE VIEW main.{name} AS {view_sql(name)}")
    if comments:
        con.execute(_comments(contract, wanted))


def _load(con: "duckdb.DuckDBPyConnection", contract: Package, table: Table, path: Path, strict: bool) -> None:
    """Read one seed: typed cells first, then its sources unfolded, then the rows with their `known_on`."""
    con.execute(f"CREATE TEMP TABLE typed AS {_typed(table, path, strict)}")
    if table.has_sources:
        con.execute(f"""INSERT INTO record.row_sources
            SELECT '{table.name}', row_id, generate_subscripts(ids, 1), unnest(ids)
            FROM (SELECT {table.key} AS row_id, string_split(source_ids, ';') AS ids FROM typed)""")
    select = f"SELECT t.*, {known.known_on(contract, table)} AS known_on FROM typed t ORDER BY t.rowid"
    if strict:
        con.execute(ddl(contract, table))
        con.execute(f"INSERT INTO record.{table.name} {select}")
    else:
        con.execute(f"CREATE TABLE record.{table.name} AS {select}")
    con.execute("DROP TABLE typed")


def _typed(table: Table, path: Path, strict: bool) -> str:
    """Return the SELECT that reads a seed by the names in its header and casts each cell to its type."""
    with path.open(encoding="utf-8", newline="") as lines:
        header = next(csv.reader(lines), [])
    columns = ", ".join(f"{_quoted(name)}: 'VARCHAR'" for name in header)
    cast = "CAST" if strict else "TRY_CAST"
    cells = [
        f"{cast}({_identifier(name)} AS {TYPES[field.type]}) AS {name}"
        if name in header
        else f"CAST(NULL AS {TYPES[field.type]}) AS {name}"
        for name, field in table.fields.items()
    ]
    return f"""SELECT {", ".join(cells)} FROM read_csv({_quoted(path.as_posix())}, auto_detect = false,
        header = true, delim = ',', quote = '"', escape = '"', nullstr = '', columns = {{{columns}}})"""


def ddl(contract: Package, table: Table, known_on: str = ", known_on DATE") -> str:
    """Return CREATE TABLE with types, keys and closed lists as the Table Schema declares them."""
    parts = [_column(field) for field in table.fields.values()]
    keys = [f"PRIMARY KEY ({table.key})"]
    keys += [f"UNIQUE ({', '.join(key)})" for key in table.unique_keys]
    keys += [
        f"FOREIGN KEY ({key.column}) REFERENCES record.{key.table} ({key.key})"
        for key in table.foreign_keys
        if key.table != table.name
    ]
    return f"CREATE TABLE record.{table.name} ({', '.join(parts)}{known_on}, {', '.join(keys)})"


def _column(field: Field) -> str:
    parts = [field.name, TYPES[field.type]]
    if field.required:
        parts.append("NOT NULL")
    if field.codes:
        parts.append(f"CHECK ({field.name} IN ({', '.join(_quoted(str(code)) for code in field.codes)}))")
    return " ".join(parts)


def _rows_view(tables: list[Table]) -> str:
    """Return a view of every row's address and day, for claims and responses, which may point to any."""
    selects = [
        f"SELECT '{table.name}' AS table_name, {table.key} AS row_id, known_on FROM record.{table.name}"
        for table in tables
        if not table.known_on.get("pointsTo")
    ]
    return "CREATE OR REPLACE VIEW record.rows AS " + " UNION ALL ".join(selects)


def _cells_view(name: str, schema: str, tables: list[Table]) -> str:
    """Return a view of every filled cell of a schema: table, row, column, its declared type and value as text."""
    selects = [
        f"SELECT '{table.name}' AS table_name, {table.key} AS row_id, "
        f"unnest([{', '.join(map(_quoted, table.columns))}]) AS column_name, "
        f"unnest([{', '.join(_quoted(field.type) for field in table.fields.values())}]) AS type, "
        f"unnest([{', '.join(f'CAST({name} AS VARCHAR)' for name in table.columns)}]) AS value "
        f"FROM {schema}.{table.name}"
        for table in tables
    ]
    return f"CREATE VIEW {name} AS SELECT * FROM ({' UNION ALL '.join(selects)}) WHERE value IS NOT NULL"


def _days_view(tables: list[Table]) -> str:
    """Return a view of every cell that holds a day, filled or not: its precision, and whether it may lie ahead."""
    selects = []
    for table in tables:
        for field in (field for field in table.fields.values() if field.type == "date"):
            twin = f"{field.name}_precision"
            has_twin = twin in table.fields
            selects.append(
                f"SELECT '{table.name}' AS table_name, {table.key} AS row_id, '{field.name}' AS column_name, "
                f"{field.name} AS day, {twin if has_twin else 'NULL'} AS \"precision\", "
                f"{has_twin} AS has_precision, {field.name in table.known_on.get('timeless', [])} AS is_timeless "
                f"FROM record.{table.name}"
            )
    return "CREATE VIEW record.days AS " + " UNION ALL ".join(selects)


def needed(contract: Package, names: Iterable[str]) -> set[str]:
    """Return every table and view that the named ones stand on, themselves included."""
    found: set[str] = set()
    for name in names:
        if name in contract.views:
            found |= {name, *needed(contract, dependencies(contract, name))}
        else:
            found |= contract.parents(contract.get(name).name)
    return found


@cache
def view_sql(name: str) -> str:
    """Return the SELECT of a published view."""
    try:
        return (views_folder() / f"{name}.sql").read_text(encoding="utf-8").rstrip().rstrip(";")
    except FileNotFoundError:
        raise ContractError(f"views/{name}.sql: the descriptor names this view, but it has no SQL") from None


def dependencies(contract: Package, view: str) -> set[str]:
    """Return the tables and views that a view's SQL reads."""
    return mentioned(contract, re.sub(r"--[^\n]*", "", view_sql(view))) - {view}


def mentioned(contract: Package, text: str) -> set[str]:
    """Return the tables and views named in a query; the helpers over all rows stand for every table."""
    words = set(re.findall(r"[a-z_]+", text.lower()))
    if words & {"cells", "row_sources", "rows", "information_schema", "tables", "show", "describe"}:
        words |= set(contract.tables)
    return words & set(contract.all)


def view_order(contract: Package) -> list[str]:
    """Return the views with those that others read first."""
    order: list[str] = []

    def visit(name: str) -> None:
        for other in sorted(dependencies(contract, name) & set(contract.views)):
            if other not in order:
                visit(other)
        order.append(name)

    for name in contract.views:
        if name not in order:
            visit(name)
    return order


def _comments(contract: Package, names: set[str]) -> str:
    """Return COMMENT ON for tables, views and columns, from their titles and descriptions."""
    lines = []
    for table in (contract.all[name] for name in contract.all if name in names):
        kind = "VIEW"  # the tables that users see are views over record
        lines.append(f"COMMENT ON {kind} main.{table.name} IS {_quoted(table.text('description'))};")
        lines += [
            f"COMMENT ON COLUMN main.{table.name}.{field.name} IS {_quoted(field.text('description'))};"
            for field in table.fields.values()
        ]
        if not table.is_view:
            lines.append(f"COMMENT ON TABLE record.{table.name} IS {_quoted(table.text('description'))};")
            lines += [
                f"COMMENT ON COLUMN record.{table.name}.{field.name} IS {_quoted(field.text('description'))};"
                for field in table.fields.values()
            ]
            day = "the first day on which the row was known; empty: always"
            lines.append(f"COMMENT ON COLUMN record.{table.name}.known_on IS '{day}';")
    return "\n".join(lines)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _identifier(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'

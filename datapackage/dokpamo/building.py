"""Building the record in DuckDB: typed tables with keys and comments, then the views in dependency order.

Schema `record` holds every row with its `known_on`; schema `main` shows what was known on the day
in the variable `as_of`.
"""

import csv
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dokpamo import ddl, helpers, ids, known
from dokpamo.contract import Package, Table
from dokpamo.errors import ContractError
from dokpamo.folders import views_folder
from dokpamo.helpers import quoted

if TYPE_CHECKING:
    import duckdb

TYPES = ddl.DUCKDB.types


def build(
    con: "duckdb.DuckDBPyConnection",
    contract: Package,
    names: Iterable[str],
    *,
    comments: bool = False,
    files: dict[str, Path] | None = None,
    strict: bool = True,
) -> None:
    """Fill an empty database with the record and, if it is sound, with the views on it.

    `strict` refuses bad cells and keys. Without it a cell that does not parse is empty, and only schema `record` is
    filled, without `known_on`: enough for the rules, which look for faults. `files` gives other places for some tables.
    """
    wanted = needed(contract, names)
    tables = [contract.tables[name] for name in contract.load_order if name in wanted]
    con.execute(f"CREATE SCHEMA record; {helpers.ROW_SOURCES} {known.as_of_view(contract)}")
    for table in tables:
        if table.known_on.get("pointsTo"):
            con.execute(helpers.rows_view(tables, "known_on" if strict else "NULL"))
        _load(con, contract, table, (files or {}).get(table.name, contract.folder / str(table.path)), strict)
    if _is_whole(tables, contract):
        con.execute(helpers.record_views(tables))
        con.execute(ids.ids_view(tables))
    if strict:
        _show(con, contract, tables, wanted)
    else:
        con.execute(helpers.glossary_table(contract.folder / "schemas" / "glossary.csv"))
    if comments:
        con.execute(_comments(contract, wanted))


def _show(con: "duckdb.DuckDBPyConnection", contract: Package, tables: list[Table], wanted: set[str]) -> None:
    """Create schema `main`: the tables as known on the day, and the published views."""
    if any(table.has_sources for table in tables):
        con.execute(known.TOLD)
    for table in tables:
        con.execute(f"CREATE VIEW main.{table.name} AS {known.visible(contract, table)}")
    if _is_whole(tables, contract):
        con.execute(helpers.cells_view(tables))
    for name in view_order(contract):
        if name in wanted:
            con.execute(f"CREATE VIEW main.{name} AS {view_sql(name)}")


def work_out(con: "duckdb.DuckDBPyConnection", contract: Package, schema: str) -> None:
    """Fill a new schema with what every table and view of a built database shows, as tables.

    A view reads those that were worked out before it, rather than have them worked out again.
    """
    con.execute(f"CREATE SCHEMA {schema}; SET search_path = '{schema},main'")
    for name in contract.tables:
        con.execute(f"CREATE TABLE {schema}.{name} AS FROM main.{name}")
    for name in view_order(contract):
        con.execute(f"CREATE TABLE {schema}.{name} AS {view_sql(name)}")
    con.execute("RESET search_path")


def _is_whole(tables: list[Table], contract: Package) -> bool:
    """Say whether every table is there: what speaks of all cells is left out of a smaller database."""
    return len(tables) == len(contract.tables)


def _load(con: "duckdb.DuckDBPyConnection", contract: Package, table: Table, path: Path, strict: bool) -> None:
    """Read one seed: its cells in their types, its sources unfolded and, if it must be sound, its keys and days."""
    if not strict:
        con.execute(f"CREATE TABLE record.{table.name} AS {_typed(table, path, strict)}")
        _unfold_sources(con, table, f"record.{table.name}")
        return
    con.execute(f"CREATE TEMP TABLE typed AS {_typed(table, path, strict)}")
    _unfold_sources(con, table, "typed")
    con.execute(ddl.create_table(contract, table, ddl.DUCKDB, more="known_on DATE"))
    con.execute(f"""INSERT INTO record.{table.name}
        SELECT t.*, {known.known_on(contract, table)} AS known_on FROM typed t ORDER BY t.rowid""")
    con.execute("DROP TABLE typed")


def _unfold_sources(con: "duckdb.DuckDBPyConnection", table: Table, rows: str) -> None:
    if table.has_sources:
        con.execute(f"""INSERT INTO record.row_sources
            SELECT '{table.name}', row_id, generate_subscripts(ids, 1), unnest(ids)
            FROM (SELECT {table.key} AS row_id, string_split(source_ids, ';') AS ids FROM {rows})""")


def _typed(table: Table, path: Path, strict: bool) -> str:
    """Return the SELECT that reads a seed by the names in its header and casts each cell to its type."""
    with path.open(encoding="utf-8", newline="") as lines:
        header = next(csv.reader(lines), [])
    columns = ", ".join(f"{quoted(name)}: 'VARCHAR'" for name in header)
    cast = "CAST" if strict else "TRY_CAST"
    cells = [
        f"{cast}({_identifier(name)} AS {TYPES[field.type]}) AS {name}"
        if name in header
        else f"CAST(NULL AS {TYPES[field.type]}) AS {name}"
        for name, field in table.fields.items()
    ]
    return f"""SELECT {", ".join(cells)} FROM read_csv({quoted(path.as_posix())}, auto_detect = false,
        header = true, delim = ',', quote = '"', escape = '"', nullstr = '', columns = {{{columns}}})"""


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
    """Return COMMENT ON for tables, views and columns; the tables that users see are views over `record`."""
    shown = [table for name, table in contract.all.items() if name in names]
    tables = [table for table in shown if not table.is_view]
    return "\n".join(
        ddl.comments(shown, "main", "VIEW")
        + ddl.comments(tables, "record", "TABLE")
        + ddl.known_on_comments(tables, "record")
    )


def _identifier(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'

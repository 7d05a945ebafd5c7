"""Tables and comments as SQL statements, derived from the contract, for each database that the record is put in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dokpamo.contract import Field, Package, Table
from dokpamo.helpers import quoted


@dataclass(frozen=True)
class Dialect:
    """How a database is told of columns: the types by their names in a Table Schema, and where tables stand.

    `checks` are conditions on a column of a type, with `{}` for its name. `points_to_itself` says that a key into its
    own table can be declared: DuckDB looks at each row by itself, and would refuse one that names a later row.
    """

    types: Mapping[str, str]
    schema: str = ""
    checks: Mapping[str, str] = field(default_factory=dict)
    points_to_itself: bool = True


DUCKDB = Dialect(
    {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE"},
    schema="record.",
    points_to_itself=False,
)


def create_table(contract: Package, table: Table, dialect: Dialect, *, name: str = "", more: str = "") -> str:
    """Return CREATE TABLE with types, keys and closed lists as the contract declares them.

    `name` is another name for the table, `more` a further column; a view's rows make a table alike. Its key is the
    grain, unless `more` brings one: a key has no empty cells.
    """
    parts = [_column(column, table, dialect) for column in table.fields.values()]
    parts += [more] if more else []
    if "PRIMARY KEY" not in more:
        parts.append(f"PRIMARY KEY ({', '.join(table.grain)})")
    parts += [f"UNIQUE ({', '.join(key)})" for key in table.unique_keys]
    parts += [
        f"FOREIGN KEY ({key.column}) REFERENCES {dialect.schema}{key.table} ({key.key})"
        for key in contract.links(table)
        if dialect.points_to_itself or key.table != table.name
    ]
    return f"CREATE TABLE {dialect.schema}{name or table.name} (\n  " + ",\n  ".join(parts) + "\n)"


def _column(column: Field, table: Table, dialect: Dialect) -> str:
    parts = [column.name, dialect.types[column.type]]
    if column.required:
        parts.append("NOT NULL")
    if column.codes:
        parts.append(f"CHECK ({column.name} IN ({', '.join(quoted(str(code)) for code in column.codes)}))")
    if column.type in dialect.checks:
        parts.append(f"CHECK ({dialect.checks[column.type].format(column.name)})")
    return " ".join(parts)


def comments(tables: Iterable[Table], schema: str, kind: str) -> list[str]:
    """Return COMMENT ON for tables or views (`kind`) and their columns, from their descriptions."""
    lines = []
    for table in tables:
        lines.append(f"COMMENT ON {kind} {schema}.{table.name} IS {quoted(table.text('description'))};")
        lines += [
            f"COMMENT ON COLUMN {schema}.{table.name}.{column.name} IS {quoted(column.text('description'))};"
            for column in table.fields.values()
        ]
    return lines


def known_on_comments(tables: Iterable[Table], schema: str) -> list[str]:
    """Return COMMENT ON for the column that schema `record` adds to each table."""
    day = "the first day on which the row was known; empty: always"
    return [f"COMMENT ON COLUMN {schema}.{table.name}.known_on IS '{day}';" for table in tables]

"""Views over the whole record that rules and published views share: rows, cells, days and sources, unfolded."""

from dokpamo.contract import Table

ROW_SOURCES = """CREATE TABLE record.row_sources (
    table_name VARCHAR, row_id VARCHAR, position BIGINT, source_id VARCHAR);
COMMENT ON TABLE record.row_sources IS 'source_ids unfolded: one row a table, row and source';
"""


def rows_view(tables: list[Table]) -> str:
    """Return a view of every row's address and day, for claims and responses, which may point to any."""
    selects = [
        f"SELECT '{table.name}' AS table_name, {table.key} AS row_id, known_on FROM record.{table.name}"
        for table in tables
        if not table.known_on.get("pointsTo")
    ]
    return "CREATE OR REPLACE VIEW record.rows AS " + " UNION ALL ".join(selects)


def cells_view(name: str, schema: str, tables: list[Table]) -> str:
    """Return a view of every filled cell of a schema: table, row, column, its declared type and value as text."""
    selects = [
        f"SELECT '{table.name}' AS table_name, {table.key} AS row_id, "
        f"unnest([{', '.join(map(quoted, table.columns))}]) AS column_name, "
        f"unnest([{', '.join(quoted(field.type) for field in table.fields.values())}]) AS type, "
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
                f'{field.name} AS day, {twin if has_twin else "NULL"} AS "precision", '
                f"{has_twin} AS has_precision, {field.name in table.known_on.get('timeless', [])} AS is_timeless "
                f"FROM record.{table.name}"
            )
    nothing = "SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL WHERE false"
    return "CREATE VIEW record.days AS " + " UNION ALL ".join(selects or [nothing])


def record_views(tables: list[Table]) -> str:
    """Return the statements that create the views over all cells and days of the record."""
    return ";\n".join([cells_view("record.all_cells", "record", tables), _days_view(tables)])


def quoted(text: str) -> str:
    """Return a text as a SQL literal."""
    return "'" + text.replace("'", "''") + "'"

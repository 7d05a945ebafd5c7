"""Views over the whole record that rules and published views share: rows, cells, days and sources, unfolded."""

from collections.abc import Callable
from pathlib import Path

from dokpamo.contract import Field, Table

ROW_SOURCES = """CREATE TABLE record.row_sources (
    table_name VARCHAR, row_id VARCHAR, position BIGINT, source_id VARCHAR);
COMMENT ON TABLE record.row_sources IS 'source_ids unfolded: one row a table, row and source';
"""


def rows_view(tables: list[Table], day: str = "known_on") -> str:
    """Return a view of every row's address and day, for claims and responses, which may point to any."""
    selects = [
        f"SELECT '{table.name}' AS table_name, {table.key} AS row_id, {day} AS known_on FROM record.{table.name}"
        for table in tables
        if not table.known_on.get("pointsTo")
    ]
    return "CREATE OR REPLACE VIEW record.rows AS " + " UNION ALL ".join(selects)


def cell_text(field: Field) -> str:
    """Return SQL for a cell as text."""
    return f"CAST({field.name} AS VARCHAR)"


def cells_view(tables: list[Table], as_text: Callable[[Field], str] = cell_text) -> str:
    """Return a view of every filled cell known on the day: table, row, column, its declared type and value as text."""
    selects = [
        f"SELECT '{table.name}' AS table_name, {table.key} AS row_id, "
        f"unnest([{', '.join(map(quoted, table.columns))}]) AS column_name, "
        f"unnest([{', '.join(quoted(field.type) for field in table.fields.values())}]) AS type, "
        f"unnest([{', '.join(map(as_text, table.fields.values()))}]) AS value "
        f"FROM main.{table.name}"
        for table in tables
    ]
    return f"CREATE VIEW record.cells AS SELECT * FROM ({' UNION ALL '.join(selects)}) WHERE value IS NOT NULL"


def _texts(tables: list[Table]) -> str:
    """Return every row's texts: in `line` all of them, each after a `|`, beside the lists to unfold.

    A rule looks through the lines and unfolds what it suspects: in a long record that saves most of its time.
    Codes are left out, and keys of other rows: they stand as texts in the closed list and in those rows.
    """
    selects = []
    for table in tables:
        keys = {key.column for key in table.foreign_keys}
        fields = [field for field in table.fields.values() if field.type == "string"]
        names = [field.name for field in fields if not field.codes and field.name not in keys]
        selects.append(
            f"SELECT '{table.name}' AS table_name, {table.key} AS row_id, "
            f"concat_ws('|', '', {', '.join(names)}) AS line, "
            f"[{', '.join(map(quoted, names))}] AS column_names, [{', '.join(names)}] AS texts "
            f"FROM record.{table.name}"
        )
    return _all(selects, 5)


def _pairs(tables: list[Table]) -> str:
    """Return every row's texts in two languages: each `x_ko` beside its `x_en`, or `x` where there is none.

    `is_open` says that the contract requires neither. It may require the English alone: of what claims say only words
    are told in Korean.
    """
    selects = []
    for table in tables:
        for ko in (field for field in table.fields.values() if field.name.endswith("_ko")):
            stem = ko.name.removesuffix("_ko")
            en = table.fields.get(f"{stem}_en") or table.fields.get(stem)
            if en is None:
                continue
            selects.append(
                f"SELECT '{table.name}' AS table_name, {table.key} AS row_id, "
                f"'{en.name}' AS en_column, {en.name} AS en, '{ko.name}' AS ko_column, {ko.name} AS ko, "
                f"{not (en.required or ko.required)} AS is_open "
                f"FROM record.{table.name}"
            )
    return _all(selects, 7)


def _confidences(tables: list[Table]) -> str:
    """Return how sure the editors are of each row."""
    selects = [
        f"SELECT '{table.name}' AS table_name, {table.key} AS row_id, confidence FROM record.{table.name}"
        for table in tables
        if "confidence" in table.fields
    ]
    return _all(selects, 3)


def _claimed(tables: list[Table]) -> str:
    """Return the claims, each with the cell that it is about as text; without those about an empty cell."""
    selects = []
    for table in tables:
        cells = " ".join(f"WHEN '{name}' THEN CAST(t.{name} AS VARCHAR)" for name in table.columns)
        selects.append(
            f"SELECT c.*, CASE c.column_name {cells} END AS cell "
            f"FROM record.claims c JOIN record.{table.name} t ON t.{table.key} = c.row_id "
            f"WHERE c.table_name = '{table.name}'"
        )
    return f"SELECT * FROM ({' UNION ALL '.join(selects)}) WHERE cell IS NOT NULL"


def _days(tables: list[Table]) -> str:
    """Return every cell that holds a day, filled or not: its precision, and whether it may lie ahead."""
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
    return _all(selects, 7)


def _all(selects: list[str], columns: int) -> str:
    """Return all rows of some SELECTs; without any, none."""
    return " UNION ALL ".join(selects) or f"SELECT {', '.join(['NULL'] * columns)} WHERE false"


SELECTS = {"texts": _texts, "pairs": _pairs, "days": _days, "confidences": _confidences, "claimed": _claimed}
"""The views over all rows of the record, each with the function that returns its SELECT over some tables."""


def record_views(tables: list[Table]) -> str:
    """Return the statements that create the views over all texts, days, confidences and claimed cells of the record."""
    return ";\n".join(f"CREATE VIEW record.{name} AS {select(tables)}" for name, select in SELECTS.items())


def glossary_table(path: Path) -> str:
    """Return the table of the terms in both languages, with which rules compare texts; empty without its file.

    The variable `forbidden` is the pattern of all variants: as a constant it is compiled once for all texts.
    """
    names = ("english", "korean", "definition_en", "definition_ko", "forbidden")
    columns = ", ".join(f"{name}: 'VARCHAR'" for name in names)
    rows = (
        f"FROM read_csv({quoted(path.as_posix())}, auto_detect = false, header = true, delim = ',', quote = '\"', "
        f"escape = '\"', nullstr = '', columns = {{{columns}}})"
    )
    nothing = "SELECT " + ", ".join(f"CAST(NULL AS VARCHAR) AS {name}" for name in names) + " WHERE false"
    variants = "SELECT unnest(string_split(forbidden, ';')) AS variant FROM record.glossary"
    return f"""CREATE TABLE record.glossary AS {rows if path.exists() else nothing};
        SET VARIABLE forbidden = (SELECT string_agg(regexp_escape(variant), '|') FROM ({variants}))"""


def quoted(text: str) -> str:
    """Return a text as a SQL literal."""
    return "'" + text.replace("'", "''") + "'"

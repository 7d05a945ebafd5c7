"""Time travel: what was known on a day, as SQL derived from the `knownOn` of each Table Schema.

A row's `known_on` is computed once when the record is loaded; the tables that users see are views
that show the rows and cells known on the day in the DuckDB variable `as_of`.
"""

from dokpamo.contract import Field, ForeignKey, Package, Table

UNSEEN_UNDER_AS_OF = ("locator", "confidence", "note")
"""Editorial columns: they say what the editors think today, so a past day shows them empty."""


def as_of_view(package: Package) -> str:
    """Return the view that tells the day of the record, and whether a user has set it."""
    return f"""CREATE OR REPLACE VIEW record.as_of AS
    SELECT coalesce(CAST(getvariable('as_of') AS DATE), DATE '{package.day}') AS day,
           getvariable('as_of') IS NOT NULL AS is_set"""


TOLD = """CREATE VIEW record.told AS
    SELECT rs.table_name, rs.row_id, max(s.known_on) AS newest_on,
           string_agg(rs.source_id, ';' ORDER BY rs.position) FILTER (s.known_on <= a.day) AS source_ids
    FROM record.row_sources rs JOIN record.sources s USING (source_id) CROSS JOIN record.as_of a
    GROUP BY rs.table_name, rs.row_id"""
"""The view of what each row's sources told by the day: the public ones, and the day of the newest of all."""


def period_end(day: str, precision: str | None) -> str:
    """Return SQL for the last day that a cell can mean: a month counts from its last day."""
    if precision is None:
        return day
    return (
        f"CASE {precision} WHEN 'month' THEN last_day({day}) "
        f"WHEN 'year' THEN make_date(year({day}), 12, 31) ELSE {day} END"
    )


def day_of(table: Table, column: str, alias: str) -> str:
    """Return SQL for the last day that `alias.column` can mean, with its precision twin if it has one."""
    twin = f"{column}_precision"
    return period_end(f"{alias}.{column}", f"{alias}.{twin}" if twin in table.fields else None)


def is_always_known(table: Table) -> bool:
    """Say whether a table is a gazetteer, which time travel leaves alone."""
    return bool(table.known_on.get("basis", "always") == "always")


def waits_for(table: Table) -> list[ForeignKey]:
    """Return the keys whose target must be known before the row is: the required ones and those declared."""
    declared = table.known_on.get("waitsFor", [])
    return [key for key in table.foreign_keys if table.fields[key.column].required or key.column in declared]


def known_on(package: Package, table: Table) -> str:
    """Return SQL for a row's `known_on` over the alias `t` of its typed cells.

    The later of its earliest source, its own day and the days of the parents it waits for; never later
    than the record's date, for the record that says "in 2026" is read before the year is out.
    """
    if is_always_known(table):
        return "CAST(NULL AS DATE)"
    parts = [_own_day(package, table)]
    if table.known_on["basis"] == "sources":
        parts.append(_source_day(table))
    parts += [
        f"(SELECT p.known_on FROM record.{key.table} p WHERE p.{key.key} = t.{key.column})"
        for key in waits_for(table)
        if key.table != table.name and not is_always_known(package.tables[key.table])
    ]
    if "pointsTo" in table.known_on:
        name, row = table.known_on["pointsTo"]
        parts.append(f"(SELECT r.known_on FROM record.rows r WHERE r.table_name = t.{name} AND r.row_id = t.{row})")
    return f"least(greatest({', '.join(parts)}), DATE '{package.day}')"


def _own_day(package: Package, table: Table) -> str:
    days = [day_of(table, column, "t") for column in table.known_on.get("days", [])]
    days += [_fallback_day(package, table, place) for place in table.known_on.get("fallback", [])]
    return f"coalesce({', '.join(days)}, NULL)" if days else "CAST(NULL AS DATE)"


def _fallback_day(package: Package, table: Table, place: str) -> str:
    """Return the day a row takes from elsewhere: its own other column, or `<key>.<column>` of its parent."""
    if "." not in place:
        return day_of(table, place, "t")
    column, day = place.split(".")
    key = next(key for key in table.foreign_keys if key.column == column)
    parent = package.tables[key.table]
    return f"(SELECT {day_of(parent, day, 'p')} FROM record.{key.table} p WHERE p.{key.key} = t.{column})"


def _source_day(table: Table) -> str:
    """Return the earliest dated source; only where none is dated, the day the earliest was read."""
    return f"""(SELECT coalesce(min(s.known_on) FILTER (s.published_on IS NOT NULL), min(s.known_on))
        FROM record.row_sources rs JOIN record.sources s USING (source_id)
        WHERE rs.table_name = '{table.name}' AND rs.row_id = t.{table.key})"""


def visible(package: Package, table: Table) -> str:
    """Return the SELECT that shows a table's rows and cells as known on the day, in the order of the seed."""
    columns, joins = [], []
    targets = {key.column: f"p{number}" for number, key in enumerate(_optional_keys(package, table))}
    for key in _optional_keys(package, table):
        target = targets[key.column]
        joins.append(
            f"LEFT JOIN record.{key.table} {target} "
            f"ON {target}.{key.key} = t.{key.column} AND {target}.known_on <= a.day"
        )
    if table.has_sources:
        joins.append(f"LEFT JOIN record.told s ON s.table_name = '{table.name}' AND s.row_id = t.{table.key}")
    for name, field in table.fields.items():
        key_of = next((key.key for key in table.foreign_keys if key.column == name), None)
        cell = f"{targets[name]}.{key_of}" if name in targets else _cell(table, field)
        columns.append(f"{cell} AS {name}")
    parts = [f"SELECT {', '.join(columns)}", f"FROM record.{table.name} t CROSS JOIN record.as_of a", *joins]
    if not is_always_known(table):
        parts.append("WHERE t.known_on <= a.day")
    return "\n".join([*parts, "ORDER BY t.rowid"])


def _optional_keys(package: Package, table: Table) -> list[ForeignKey]:
    waited = waits_for(table)
    return [key for key in table.foreign_keys if key not in waited and not is_always_known(package.tables[key.table])]


def _cell(table: Table, field: Field) -> str:
    """Return SQL for one cell: hidden while its own day is to come, and editorial cells under any set day."""
    name = field.name
    later = table.known_on.get("cells", {}).get(name)
    if later:
        before = f"'{later['before']}'" if "before" in later else "NULL"
        return f"CASE WHEN {_cell_day(table, later['on'])} <= a.day OR NOT a.is_set THEN t.{name} ELSE {before} END"
    if name == "source_ids":
        return "s.source_ids"
    if name in UNSEEN_UNDER_AS_OF and table.has_sources:
        return f"CASE WHEN NOT a.is_set THEN t.{name} END"
    return f"t.{name}"


def _cell_day(table: Table, column: str) -> str:
    """Return the day from which a later cell shows; without a day, that of the row's newest source."""
    day = day_of(table, column, "t")
    return f"coalesce({day}, s.newest_on)" if table.has_sources else f"({day})"

"""A curator's new row: a well-formed id, the cells given, the tail to fill."""

from collections.abc import Mapping

from dokpamo import database, ids
from dokpamo.contract import Field, Table, package
from dokpamo.errors import BadInput, UnknownName, close_names

TAIL_HINTS = {"source_ids": "...", "locator": "...", "confidence": "..."}
"""What is never empty and only the curator knows: a check refuses the row until it is filled."""


def new_row(name: str, cells: Mapping[str, str]) -> dict[str, str]:
    """Return a row for a seed, by column: cells as given, and the id that follows from them.

    What is still to be written stands as `...`. Raises `UnknownName` for a table, column or key that does not
    exist, `BadInput` for a code that is none or an id that is taken.

    >>> new_row("aliases", {"organisation_id": "upstage", "language": "en"})["alias_id"]
    'upstage/...'
    """
    contract = package()
    table = contract.get(name)
    if table.is_view:
        raise UnknownName("table", name, contract.tables, "표는")
    for column, value in cells.items():
        _check(table.field(column), value)
    targets = {key.column: (key.table, key.key) for key in table.foreign_keys}
    with database.connect_for(" ".join([name, *(target for target, _ in targets.values())])) as con:
        taken = [str(row[0]) for row in con.execute(f"SELECT {table.key} FROM record.{name}").fetchall()]
        for column, (target, key) in targets.items():
            if cells.get(column):
                known = [str(row[0]) for row in con.execute(f"SELECT {key} FROM record.{target}").fetchall()]
                if cells[column] not in known:
                    raise UnknownName(f"row of {target}", cells[column], known, f"행은 {target} 표에")
    row = {column: cells.get(column, "") for column in table.columns}
    row[table.key] = cells.get(table.key) or _id(table, row, taken)
    if row[table.key] in taken:
        raise BadInput(
            f"{name} has a row {row[table.key]!r} already: change that one",
            f"{name} 표에 {row[table.key]!r} 행이 이미 있습니다. 그 행을 고치세요",
        )
    return row | {column: row[column] or hint for column, hint in TAIL_HINTS.items() if column in row}


def _check(field: Field, value: str) -> None:
    if value and field.codes and value not in field.codes:
        near = close_names(value, field.codes, 1)
        codes = ", ".join(field.codes)
        raise BadInput(
            f"{field.name}: {value!r} is not one of {codes}" + (f" (did you mean {near[0]!r}?)" if near else ""),
            f"{field.name}: {value!r}은(는) 허용 값이 아닙니다. 허용 값: {codes}"
            + (f" (혹시 {near[0]!r})" if near else ""),
        )


def _id(table: Table, row: Mapping[str, str], taken: list[str]) -> str:
    form = ids.form(table)
    return (form.next_id(row, taken) if form else None) or "..."

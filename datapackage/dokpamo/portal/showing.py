"""Some rows of a table or view as a table on another page."""

from typing import TYPE_CHECKING, Any

from dokpamo.contract import Table
from dokpamo.portal import cells, columns
from dokpamo.portal.record import Row
from dokpamo.portal.sections import Section
from dokpamo.portal.table import body

if TYPE_CHECKING:
    from dokpamo.portal.pages import View


def shown(view: "View", section: Section, rows: list[Row]) -> dict[str, Any]:
    """Return the rows of a section as HTML under their heads, without the columns that are empty in all of them."""
    table = view.record.contract.get(section.name)
    names = [name for name in section.columns(table, view.lang) if any(_is_filled(table, row, name) for row in rows)]
    return {
        "table": table,
        "columns": [cells.field_of(view, table, name) for name in names],
        "body": body(view, table, rows, names),
        "count": len(rows),
    }


def _is_filled(table: Table, row: Row, name: str) -> bool:
    twin = columns.twin_of(table, name)
    return name not in table.fields or row[name] is not None or bool(twin and row[twin[0]] is not None)

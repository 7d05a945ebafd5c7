"""How a sheet of the workbook looks: three header rows that stay in sight, then typed cells under a filter.

Row 1 has the Korean titles, row 2 the English ones, row 3 the names that code uses.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from dokpamo.exporters.sheets import Column, Sheet
from dokpamo.rendering.table import places

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

HEADS = 3
NARROWEST, WIDEST, WIDEST_HEAD = 9, 48, 24
ON_A_PAGE = 15
"""So many columns can still be read side by side on paper."""

LINE, TALLEST = 16.5, 405
"""The height of a line of hangul, and the greatest of a row, in points."""

LARGEST = 10**15
"""From here on Excel rounds a whole number, so it stands as text."""

Look = dict[str, Any]
PLAIN: Look = {"valign": "top"}
HEAD: Look = {"valign": "vcenter", "text_wrap": True, "bold": True, "bg_color": "#E8ECF1"}
CELL: Look = {"valign": "vcenter", "align": "center", "text_wrap": True, "border": 1, "border_color": "#FFFFFF"}
LOOKS: dict[str, Look] = {
    "string": PLAIN,
    "list": PLAIN,
    "long": {**PLAIN, "text_wrap": True},
    "integer": {**PLAIN, "num_format": "#,##0", "align": "right", "indent": 1},
    "number": {**PLAIN, "align": "right", "indent": 1},
    "boolean": {**PLAIN, "num_format": '"TRUE";"TRUE";"FALSE"', "align": "left"},
    "date": {**PLAIN, "num_format": "yyyy-mm-dd", "align": "left"},
    "link": {**PLAIN, "font_color": "#1F4E9C", "underline": 1},
    "head": HEAD,
    "name": {**HEAD, "bold": False, "font_color": "#5A6472", "font_size": 9, "bottom": 1},
    "●": {**CELL, "bg_color": "#9DC3E6", "bold": True},
    "○": {**CELL, "bg_color": "#DDEBF7"},
    "✕": {**CELL, "bg_color": "#E4E0DA"},
    "–": {**CELL, "font_color": "#6B6B6B"},
    "…": {**CELL, "font_color": "#6B6B6B", "italic": True},
}
"""A look for each type of column, and for each sign of the field: neither red nor green, told apart in grey too."""


def fill(workbook: "Workbook", sheet: Sheet, looks: "dict[str, Format]", foot: str = "") -> None:
    """Add a sheet to the workbook, with a line at the foot of each printed page.

    The heights of rows stand in it, for not every program finds them by itself.
    """
    made = workbook.add_worksheet(sheet.name)
    made.set_footer(f"&L{foot}&C&A&R&P / &N")
    _head(made, sheet, looks)
    heights = [1] * (HEADS + len(sheet.rows))
    for at, column in enumerate(sheet.columns):
        cells = [row[at] for row in sheet.rows]
        width = _width(column, cells)
        made.set_column(at, at, width)
        lines = [_lines(cell, width) if column.type == "string" else 1 for cell in cells]
        heads = [_lines(head, width) for head in (column.ko, column.en, column.name)]
        heights = list(map(max, heights, heads + lines))
        write = _writer(made, column.type, looks["long" if max(lines, default=1) > 1 else column.type])
        for place, cell in enumerate(cells, HEADS):
            if sheet.marks and cell in sheet.marks:
                made.write_string(place, at, cell, looks[sheet.marks[cell]])
            elif cell is not None:
                write(place, at, cell)
    for place, height in enumerate(heights):
        if height > 1:
            made.set_row(place, min(height * LINE, TALLEST))


def _head(made: "Worksheet", sheet: Sheet, looks: "dict[str, Format]") -> None:
    """Write the header rows, keep them and the first column in sight, on the screen and on paper."""
    for at, column in enumerate(sheet.columns):
        made.write_string(0, at, column.ko, looks["head"])
        made.write_string(1, at, column.en, looks["head"])
        made.write_string(2, at, column.name, looks["name"])
    made.freeze_panes(HEADS, 1)
    made.autofilter(HEADS - 1, 0, HEADS - 1 + len(sheet.rows), len(sheet.columns) - 1)
    made.set_landscape()
    made.repeat_rows(0, HEADS - 1)
    if len(sheet.columns) <= ON_A_PAGE:
        made.fit_to_pages(1, 0)
    else:
        made.repeat_columns(0)


def _width(column: Column, cells: list[Any]) -> int:
    """Return how many places the widest of titles, name with its filter's arrow, and cells takes, within bounds."""
    lines = {line for cell in set(cells) if cell is not None for line in str(cell).split("\n")}
    shown = max(map(_places, lines), default=0)
    if column.type == "integer":
        shown = shown * 4 // 3 + 1  # the commas between thousands
    head = max(places(column.ko), places(column.en), len(column.name) + 3)
    return max(NARROWEST, min(head, WIDEST_HEAD), min(shown, WIDEST)) + 1


def _lines(cell: str | None, width: int) -> int:
    """Return how many lines a text takes; words that don't fit whole leave some places empty."""
    if cell is None or (len(cell) * 2 <= width and "\n" not in cell):
        return 1
    return sum(1 + (_places(line) - 1) // max(width - 1, 1) for line in cell.split("\n"))


def _places(text: str) -> int:
    return len(text) if text.isascii() else places(text)


def _writer(made: "Worksheet", kind: str, look: "Format") -> Callable[[int, int, Any], object]:
    """Return what writes a cell of a type: no text is ever taken for a formula, a number or an address."""
    if kind == "link":
        return lambda line, at, cell: _link(made, line, at, cell, look)
    if kind == "integer":
        return lambda line, at, cell: _whole(made, line, at, cell, look)
    writers: dict[str, Callable[..., object]] = {
        "number": made.write_number,
        "boolean": made.write_boolean,
        "date": made.write_datetime,
    }
    write = writers.get(kind, made.write_string)
    return lambda line, at, cell: write(line, at, cell, look)


def _whole(made: "Worksheet", line: int, at: int, cell: int, look: "Format") -> None:
    if abs(cell) < LARGEST:
        made.write_number(line, at, cell, look)
    else:
        made.write_string(line, at, str(cell), look)


def _link(made: "Worksheet", line: int, at: int, cell: str, look: "Format") -> None:
    """Write a web address as a link, too long a one as text, and the name of a sheet as a link to it."""
    is_address = cell.startswith(("http://", "https://"))
    if is_address and len(cell) > made.max_url_length:
        made.write_string(line, at, cell, look)
    else:
        made.write_url(line, at, cell if is_address else f"internal:'{cell}'!A1", look, cell)

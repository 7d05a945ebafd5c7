"""One cell as HTML: labels for codes, links for keys, numbers that can be read, everything else escaped.

This is the inner loop of the site, some two hundred thousand cells, so it writes plain strings; whatever comes from the
data passes through `escape` on its way.
"""

from collections.abc import Callable
from datetime import date
from html import escape
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from dokpamo.contract import Field, Table
from dokpamo.portal.columns import is_prose, twin_of
from dokpamo.portal.links import ids
from dokpamo.portal.record import Row, day_of
from dokpamo.portal.responses import answered, base_of
from dokpamo.rendering import plain

if TYPE_CHECKING:
    from dokpamo.portal.pages import View

GROUPED = 10_000
"""From here on a whole number is written with commas; smaller ones may be years."""

Writer = Callable[[Row], str]


def kind(field: Field) -> str:
    """Return how a column is set: n for numbers, d for days, s for lists of sources, t for running text, or empty."""
    if field.type in ("integer", "number"):
        return "n"
    if field.type == "date":
        return "d"
    if field.reference and field.reference["resource"] == "sources":
        return "s"
    return "t" if is_prose(field) else ""


def kinds(fields: list[Field], has_marks: bool = False) -> str:
    """Return the classes that tell the style sheet how each column of a table is set: n3 d4 t7.

    Where sources are numbered marks, their column needs no room of its own.
    """
    found = ((kind(field), at) for at, field in enumerate(fields, 1))
    return " ".join(f"{set_as}{at}" for set_as, at in found if set_as and not (has_marks and set_as == "s"))


def cell(view: "View", table: Table, name: str, row: Row) -> Markup:
    """Return the content of one cell, for templates."""
    return Markup(writer(view, table, name)(row))


def writer(view: "View", table: Table, name: str) -> Writer:
    """Return what writes the cells of a column on a page; where a text is missing it writes the other language's."""
    if name not in table.fields:
        return _of_the_base(view, table, name)
    field, twin, filled = table.fields[name], twin_of(table, name), _writer(view, table, name)

    def write(row: Row) -> str:
        value = row[name]
        if value is not None:
            return filled(row)
        if twin and row[twin[0]] is not None:
            return f'<span lang="{twin[1]}">{escape(plain(row[twin[0]]))}</span>'
        return ""

    return write if twin or not field.required else filled


def field_of(view: "View", table: Table, name: str) -> Field:
    """Return a column of a table or view, or of the table whose rows a view shows."""
    base = table if name in table.fields else base_of(view, table)
    return (base or table).field(name)


def _of_the_base(view: "View", table: Table, name: str) -> Writer:
    """Return what writes a code that a view leaves in the table whose rows it shows, such as the confidence."""
    field = field_of(view, table, name)

    def write(row: Row) -> str:
        found = view.record.row(*answered(view, table, row))
        return escape(field.label(str(found[name]), view.lang)) if found and found[name] else ""

    return write


def _writer(view: "View", table: Table, name: str) -> Writer:
    """Return what writes a filled cell."""
    field, target = table.fields[name], view.targets(table).get(name)
    if target == "sources" and view.notes:
        return lambda row: view.notes.marks(row[name]) if view.notes else ""
    if name in ("table_name", "column_name"):
        return lambda row: escape(view.called(row["table_name"], row["column_name"] if name == "column_name" else ""))
    if name == "row_id" and "table_name" in table.fields:
        return lambda row: link(view, row["table_name"], row["row_id"], "" if view.notes else row["row_id"])
    if target and field.reference:
        return lambda row: "<br>".join(link(view, target, one) for one in ids(row[name], field))
    if target:
        return lambda row: link(view, target, row[name])
    if field.type == "date":
        return lambda row: day_of(row, name)
    if field.codes:
        labels = {code: escape(field.label(str(code), view.lang)) for code in field.codes}
        return lambda row: labels[row[name]]
    return lambda row: text(row[name], view.lang)


def link(view: "View", table: str, row_id: str, shown: str = "") -> str:
    """Return a link to a row, called by its name; the bare id where there is no such row."""
    known = view.links.get((table, row_id, shown))
    if known is None:
        address = view.row(table, row_id)
        words = escape(shown or (row_id if table == "sources" else view.record.name(table, row_id, view.lang)))
        known = view.links[table, row_id, shown] = f'<a href="{escape(address)}">{words}</a>' if address else words
    return known


def text(value: Any, lang: str) -> str:
    """Return a value as text: a word for true and false, commas in large numbers, a link for an address on the web."""
    if isinstance(value, bool):
        return {"en": ("no", "yes"), "ko": ("아니요", "예")}[lang][value]
    if isinstance(value, int):
        return f"{value:,}" if value >= GROUPED else str(value)
    written = value.isoformat() if isinstance(value, date) else plain(value)
    if written.startswith(("https://", "http://")) and " " not in written:
        return f'<a href="{escape(written)}">{escape(shortened(written))}</a>'
    return escape(written)


def shortened(address: str) -> str:
    """Return an address as a reader knows it: host and a little of the path.

    >>> shortened("https://www.korea.kr/briefing/pressReleaseView.do?newsId=156739871")
    'korea.kr/briefing/pressReleas…'
    """
    bare = address.split("://", 1)[1].removeprefix("www.").rstrip("/")
    return bare if len(bare) <= 30 else bare[:29] + "…"

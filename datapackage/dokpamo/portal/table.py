"""The page of a table or view: all its rows, its files, its dictionary, and how to read it with a program."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from html import escape
from typing import Any

from markupsafe import Markup

from dokpamo.contract import Field, Table
from dokpamo.portal import cells, citation, code, columns
from dokpamo.portal.links import anchor
from dokpamo.portal.pages import Page, Site, View
from dokpamo.portal.record import ENTITIES, Row, row_key
from dokpamo.portal.words import data
from dokpamo.rendering import plain

SAYS = ("all", "seen", "fetching", "lost", "as_seen")
"""What the script of tables says, each a phrase of the interface beginning with `table_`."""


@dataclass(frozen=True)
class Described:
    """A column as the dictionary shows it: its schema, how many of its cells are empty, and one that isn't."""

    field: Field
    empty: float
    example: str
    target: str | None


def pages(site: Site) -> Iterator[Page]:
    """Yield the pages of every table and view; a long one goes on on further pages."""
    for table in site.record.contract.all.values():
        title = {lang: table.text("title", lang) for lang in ("ko", "en")}
        description = {lang: table.text("description", lang) for lang in ("ko", "en")}
        parts = site.places.page_of(table.name)
        last = max(parts.values(), default=1)
        for number in range(1, last + 1):
            show = partial(context, table=table, number=number, last=last)
            path = site.places.table(table.name, number)
            yield Page(path, "table.html", title, show, description, scripts=("table.js",))


def context(view: View, table: Table, number: int, last: int) -> dict[str, Any]:
    """Return what the page of a table shows."""
    every = view.record.rows(table.name)
    pages_of = view.site.places.page_of(table.name)
    here = every if last == 1 else [row for row in every if pages_of[row_key(table, row)] == number]
    names = columns.columns(table, view.lang)
    same = columns.shared(table, every, names)
    names = [name for name in names if name not in same]
    return {
        "table": table,
        "number": number,
        "last": last,
        "first": list(pages_of.values()).index(number) + 1 if here else 0,
        "count": len(every),
        "columns": [table.fields[name] for name in names],
        "same": [(table.fields[name], cells.cell(view, table, name, every[0])) for name in same],
        "body": body(view, table, here, names, anchors=True),
        "shown": len(here),
        "dictionary": dictionary(view, table) if number == 1 else [],
        "files": view.site.offered(table),
        "tabs": code.tabs(view.site, table),
        "says": data({key: view.say(f"table_{key}") for key in SAYS}),
        "reference": citation.apa(view.record.contract, view.lang),
    }


def body(view: View, table: Table, rows: list[Row], names: list[str], anchors: bool = False) -> Markup:
    """Return the rows of a table as HTML, the first cell as the head of its row."""
    kinds = [cells.kind(table.fields[name]) for name in names]
    opened = ['<th scope="row">', *(f'<td class="{kind}">' if kind else "<td>" for kind in kinds[1:])]
    closed = ["</th>", *("</td>" for _ in names[1:])]
    writers = [cells.writer(view, table, name) for name in names]
    parts = list(zip(opened, writers, closed, strict=True))
    written = []
    for row in rows:
        mark = escape(anchor(row_key(table, row))) if anchors else ""
        inner = [f"{start}{write(row)}{end}" for start, write, end in parts]
        if anchors and not table.is_view and "<a " not in inner[0]:
            address = view.row(table.name, row[table.key]) if table.name in ENTITIES else f"#{mark}"
            inner[0] = f'<th scope="row"><a href="{address}">{writers[0](row)}</a></th>'
        written.append(f'<tr id="{mark}">{"".join(inner)}</tr>' if anchors else f"<tr>{''.join(inner)}</tr>")
    return Markup("\n".join(written))


def dictionary(view: View, table: Table) -> list[Described]:
    """Return the columns with what the rows have in them."""
    rows, targets = view.record.rows(table.name), view.targets(table)
    found = []
    for name, field in table.fields.items():
        filled = [row[name] for row in rows if row[name] is not None]
        example = plain(filled[0]) if filled else ""
        share = 1 - len(filled) / len(rows) if rows else 0.0
        found.append(Described(field, share, example if len(example) <= 60 else example[:59] + "…", targets.get(name)))
    return found

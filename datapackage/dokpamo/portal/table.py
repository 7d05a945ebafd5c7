"""The page of a table or view: all its rows, its files, its dictionary, and how to read it with a program."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from html import escape
from typing import Any

from markupsafe import Markup

from dokpamo.contract import Field, Table
from dokpamo.exporters.about import about
from dokpamo.portal import cells, code, columns, responses, told
from dokpamo.portal.described import json_ld
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


LONG = 60
"""In a table with more rows than these, a link that is the same as the one above it is not repeated."""


def pages(site: Site) -> Iterator[Page]:
    """Yield the pages of every table and view; a long one goes on on further pages."""
    for table in site.record.contract.all.values():
        title = told(table, "title")
        description = told(table, "description")
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
        "described": json_ld(view, table) if number == 1 else "",
        "tabs": code.tabs(view.site, table),
        "says": data(view.phrases("table", SAYS)),
        "reference": about(view.site.publication).cited(view.lang),
    }


def body(view: View, table: Table, rows: list[Row], names: list[str], anchors: bool = False) -> Markup:
    """Return the rows of a table as HTML, the first cell as the head of its row."""
    writers = [cells.writer(view, table, name) for name in names]
    written, above, is_long = [], [""] * len(names), len(rows) > LONG
    for row in rows:
        full = [write(row) for write in writers]
        inner = [_unlinked(new) if new == old and is_long else new for new, old in zip(full, above, strict=True)]
        above = full
        mark = view.site.places.anchor(table, row) if anchors else ""
        if anchors and not table.is_view and "<a " not in inner[0]:
            address = view.row(table.name, row[table.key]) if table.name in (*ENTITIES, "sources") else f"#{mark}"
            inner[0] = f'<a href="{escape(str(address))}">{inner[0]}</a>'
        inner[-1] = f"{inner[-1]}{responses.beside(view, table, row)}"
        start = f'<tr id="{escape(mark)}">' if anchors else "<tr>"
        rest = "".join(f"<td>{one}</td>" for one in inner[1:])
        written.append(f'{start}<th scope="row">{inner[0] or "–"}</th>{rest}</tr>')
    return Markup("\n".join(written))


def _unlinked(written: str) -> str:
    """Return a cell that says the same as the one above it: links there are enough for both; marks stay links."""
    if 'href="#s' in written:
        return written
    return re.sub(r"</?a\b[^>]*>", "", written)


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

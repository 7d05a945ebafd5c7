"""The page of a team, organisation, model or round: everything that the record says about it, and the same as JSON."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from dokpamo.contract import Field, Table
from dokpamo.portal import LANGUAGES, cells, columns, told
from dokpamo.portal.notes import Notes
from dokpamo.portal.pages import Page, Site, View
from dokpamo.portal.record import Row, day_of
from dokpamo.portal.sections import KINDS, Section, found
from dokpamo.portal.showing import shown

HIDDEN = ("source_ids", "confidence", "locator", "note")
"""Columns of the row itself that stand below its facts."""


def pages(site: Site) -> Iterator[Page]:
    """Yield the list of each kind of entity, then the page of every one."""
    for kind in KINDS:
        table = site.record.contract.tables[kind]
        titles = told(table, "title")
        about = told(table, "description")
        yield Page(f"{kind}/", "entities.html", titles, partial(listed, table=table), about)
        for row in site.record.rows(kind):
            key = str(row[table.key])
            names = {lang: site.record.name(kind, key, lang) for lang in LANGUAGES}
            show = partial(context, table=table, row=row)
            yield Page(f"{kind}/{key}/", "entity.html", names, show, twin=f"api/{kind}/{key}.json")


def listed(view: View, table: Table) -> dict[str, Any]:
    """Return the entities of a kind by name, in the alphabetical order of their ids, with what tells them apart."""
    rows = sorted(view.record.rows(table.name), key=lambda row: str(row[table.key]))
    return {"table": table, "entities": [(row, list(_told(view, table, row))) for row in rows]}


def _told(view: View, table: Table, row: Row) -> Iterator[str]:
    """Yield the few words that stand beside a name in a list."""
    key = str(row[table.key])
    if table.name == "teams":
        status = view.record.where("team_status", "team_id", key)
        yield from (view.label("team_status", "status", one["status"]) for one in status)
    for name in ("kind", "country", "family", "released_on", "announced_on"):
        if row.get(name) is not None:
            field = table.fields[name]
            yield field.label(str(row[name]), view.lang) if field.codes else day_or_text(row, field)


def day_or_text(row: Row, field: Field) -> str:
    """Return a value as it stands in a sentence."""
    return day_of(row, field.name) if field.type == "date" else str(row[field.name])


def context(view: View, table: Table, row: Row) -> dict[str, Any]:
    """Return what the page of one entity shows: what became of it, its own row, and its sections."""
    notes = view.notes = Notes(view)
    key = str(row[table.key])
    endings = view.record.where("elimination_history", "team_id", key) if table.name == "teams" else []
    status = view.record.where("team_status", "team_id", key) if table.name == "teams" else []
    facts = list(_facts(view, table, row))
    marks = notes.marks(str(row["source_ids"]))
    sections = [(one, _section(view, one, rows)) for one, rows in found(view.record, table.name, key)]
    return {
        "table": table,
        "row": row,
        "key": key,
        "status": status,
        "endings": [(one, notes.full(str(one["source_ids"]))) for one in endings],
        "facts": facts,
        "marks": marks,
        "sections": sections,
        "links": list(_links(view, table.name, key)),
        "sources": notes.listed(),
    }


def _links(view: View, kind: str, key: str) -> Iterator[tuple[str, str]]:
    """Yield the other pages on the same entity."""
    if kind == "teams":
        yield view.to(f"teams/{key}/factsheet/"), view.say("factsheet")
        yield view.to(f"why/{key}/"), view.say("why_title")


def _facts(view: View, table: Table, row: Row) -> Iterator[tuple[Field, Any]]:
    """Yield the filled cells of the row itself, and what the lead's own page adds to a team's."""
    for name in columns.columns(table, view.lang):
        written = cells.cell(view, table, name, row)
        if written and name not in (table.key, *HIDDEN):
            yield table.fields[name], written


def _section(view: View, section: Section, rows: list[Row]) -> dict[str, Any]:
    """Return one section of a page under its heading."""
    made = shown(view, section, rows)
    return {**made, "heading": section.heading(made["table"], view)}

"""The stories: what happened in order, the scores by round, who sits at several tables, and independence day by day."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from dokpamo.portal import cells, network, scores, turns
from dokpamo.portal.notes import Notes
from dokpamo.portal.pages import Page, Site, View
from dokpamo.portal.record import Row, day_of
from dokpamo.portal.sections import Section
from dokpamo.portal.showing import shown
from dokpamo.portal.words import both

STORIES = ("timeline", "scores", "network", "independence")
FIGURES = {
    "independence-intervals": "independence_scores",
    "independence-cells": "independence_cells",
    "independence-over-time": "independence_scores",
}
"""The figures of the release, each with the view that tells the same."""


def pages(site: Site) -> Iterator[Page]:
    """Yield the list of stories and each of them."""
    yield Page(
        "stories/",
        "stories.html",
        both("stories_title"),
        lambda view: {"stories": STORIES},
        both("stories_description"),
    )
    for name, show in (
        ("timeline", timeline),
        ("scores", scores.context),
        ("network", network.context),
        ("independence", independence),
    ):
        yield Page(f"stories/{name}/", f"{name}.html", both(f"story_{name}"), show, both(f"story_{name}_text"))


def timeline(view: View) -> dict[str, Any]:
    """Return the events by month, each with what it answers and the marks of its sources."""
    notes = view.notes = Notes(view)
    months = groupby(view.record.rows("timeline"), key=lambda row: str(row["occurred_on"])[:7])
    told = [(month, [_event(view, notes, row) for row in rows]) for month, rows in months]
    return {"months": told, "count": len(view.record.rows("timeline")), "sources": notes.listed()}


def _event(view: View, notes: Notes, row: Row) -> dict[str, Any]:
    table = view.record.contract.views["timeline"]
    return {
        "id": row["event_id"],
        "day": day_of(row, "occurred_on"),
        "title": cells.cell(view, table, f"title_{view.lang}", row),
        "kind": view.label("timeline", "kind", row["kind"]),
        "teams": cells.cell(view, table, "team_ids", row),
        "answers": row["answers_event_id"],
        "answers_title": row[f"answers_title_{view.lang}"],
        "answered_by": (row["answered_by_event_ids"] or "").split(";") if row["answered_by_event_ids"] else [],
        "marks": notes.marks(row["source_ids"]),
    }


def independence(view: View) -> dict[str, Any]:
    """Return the figures with their tables, and the state of knowledge at every turn of the story."""
    view.notes = None
    gate = Section("independence_gate", "gate", ("team_id", "model_id", "round_id", "gate", "basis", "sentence"))
    bounds = Section(
        "independence_scores",
        "scheme_id",
        (
            "team_id",
            "model_id",
            "round_id",
            "axis",
            "lower",
            "observed_low",
            "observed_high",
            "upper",
            "known_share",
            "read_share",
        ),
    )
    return {
        "figures": [pair for pair in FIGURES.items() if f"figures/{pair[0]}.{view.lang}.svg" in view.site.files],
        "gates": shown(view, gate, view.record.rows("independence_gate")),
        "bounds": shown(view, bounds, view.record.bounds()),
        "turns": turns.told(view),
        "caveat": view.record.rows("independence_gate")[0][f"caveat_{view.lang}"],
    }

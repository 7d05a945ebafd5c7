"""How far the record can be trusted: what sources disagree on, how well each table is sourced, and what is open."""

from collections.abc import Iterator
from typing import Any

from dokpamo.portal.notes import Notes
from dokpamo.portal.pages import Page, Site, View
from dokpamo.portal.record import Row
from dokpamo.portal.sections import BOTH_SIDES, Section
from dokpamo.portal.showing import shown
from dokpamo.portal.words import both

SHARES = ("sourced_share", "two_sources_share", "official_share", "read_whole_share", "korean_share")

OPEN = (
    Section("results", "outcome", ("round_id", "team_id", "outcome"), ("outcome", "pending"), "open_results"),
    Section(
        "results",
        "ground",
        ("round_id", "team_id", "outcome", "announced_on"),
        ("ground", "not-stated"),
        "open_grounds",
    ),
    Section(
        "plan_versus_actual",
        "outcome",
        ("plan", "stated_on", "planned_for_on", "actual"),
        ("outcome", "open"),
        "open_plans",
    ),
    Section(
        "components",
        "named_origin",
        ("model_id", "component", "stated_by", "statements"),
        ("named_origin", "unknown"),
        "open_origins",
    ),
)
"""What nobody has answered yet: rows in which the record itself says so."""


def pages(site: Site) -> Iterator[Page]:
    """Yield the page of contested facts and the page of coverage and open questions."""
    yield Page("contested/", "contested.html", both("contested_title"), contested, both("contested_description"))
    yield Page("coverage/", "coverage.html", both("coverage_title"), coverage, both("coverage_description"))


def contested(view: View) -> dict[str, Any]:
    """Return every disagreement with both its sides, by the table that it is about."""
    notes = view.notes = Notes(view)
    table, groups = view.record.contract.views["contested"], []
    section = Section("contested", "claim_id", BOTH_SIDES)
    for name in view.record.contract.tables:
        rows = view.record.where("contested", "table_name", name)
        if rows:
            groups.append(shown(view, section, rows) | {"name": name})
    return {"table": table, "groups": groups, "count": len(view.record.rows("contested")), "sources": notes.listed()}


def coverage(view: View) -> dict[str, Any]:
    """Return how well each table is sourced, the mean over its cells, and what is open."""
    record = view.record
    tables = [(name, _means(record.where("source_coverage", "table_name", name))) for name in record.contract.tables]
    open_ = [
        (one, shown(view, one, rows)) for one in OPEN if one.where and (rows := record.where(one.name, *one.where))
    ]
    cells = record.rows("independence_cells")
    models = sorted({row["model_id"] for row in record.rows("independence_gate")})
    unread = [(name, _unread([row for row in cells if row["model_id"] == name])) for name in models]
    low = [
        (name, len(record.where(name, "confidence", "low")))
        for name, table in record.contract.tables.items()
        if "confidence" in table.fields
    ]
    return {
        "coverage": record.contract.views["source_coverage"],
        "shares": SHARES,
        "tables": [(name, means) for name, means in tables if means],
        "open": open_,
        "unread": unread,
        "low": [(name, count, len(record.rows(name))) for name, count in low if count],
        "responses": len(record.rows("responses")),
    }


def _means(rows: list[Row]) -> dict[str, Any]:
    """Return the shares of a table, each column counting by its filled cells; empty for one without sources.

    A share that no column of the table has is None, such as that of Korean texts where a table has no texts.
    """
    rows = [row for row in rows if row["has_sources"]]
    cells = sum(row["cell_count"] for row in rows)
    return {"cells": cells} | {share: _mean(rows, share) for share in SHARES} if cells else {}


def _mean(rows: list[Row], share: str) -> float | None:
    counted = [row for row in rows if row[share] is not None]
    cells = sum(row["cell_count"] for row in counted)
    return sum(row[share] * row["cell_count"] for row in counted) / cells if cells else None


def _unread(rows: list[Row]) -> tuple[int, int, int]:
    """Return how many questions of the index apply to a model, how many were read, how many are known."""
    applicable = [row for row in rows if row["is_applicable"]]
    return len(applicable), sum(row["is_read"] for row in applicable), sum(row["is_known"] for row in applicable)

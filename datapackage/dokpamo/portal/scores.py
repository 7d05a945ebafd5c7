"""The published scores by round: each as a point on a line from nothing to the maximum, and as a table."""

from itertools import groupby
from typing import Any

from dokpamo.portal.notes import Notes
from dokpamo.portal.pages import View
from dokpamo.portal.record import Row
from dokpamo.portal.sections import SCORES, Section
from dokpamo.portal.showing import shown
from dokpamo.rendering import plain

LEFT, WIDTH, ROW = 200, 380, 24
"""Pixels: where the lines begin, how long they are, from score to score."""


def context(view: View) -> dict[str, Any]:
    """Return for each round the picture and the table of its scores."""
    notes = view.notes = Notes(view)
    section = Section("scoreboard", "round_id", ("criterion_id", "team_id", *SCORES[1:]))
    rounds = []
    for round_id, rows in groupby(view.record.rows("scoreboard"), key=lambda row: row["round_id"]):
        found = list(rows)
        name = found[0][f"round_name_{view.lang}"]
        rounds.append({"id": round_id, "name": name, "drawn": drawn(view, found), **shown(view, section, found)})
    return {"rounds": rounds, "sources": notes.listed()}


def drawn(view: View, rows: list[Row]) -> dict[str, Any]:
    """Return the picture: a head a criterion, below it a line a score; those without a maximum have no place on it."""
    heads, lines, y = [], [], 4
    placed = [row for row in rows if row["share_of_maximum"] is not None]
    for _, found in groupby(placed, key=lambda row: row["criterion_id"]):
        group = sorted(found, key=lambda row: (row["team_id"] is None, row["team_id"] or "", row["points"]))
        y += 26
        heads.append(
            {"y": y - 4, "name": group[0][f"criterion_name_{view.lang}"], "most": plain(group[0]["max_points"])}
        )
        for row in group:
            y += ROW
            lines.append(_line(view, row, y - 8))
    return {
        "heads": heads,
        "lines": lines,
        "left": LEFT,
        "right": LEFT + WIDTH,
        "width": LEFT + WIDTH + 70,
        "height": y + 10,
    }


def _line(view: View, row: Row, y: int) -> dict[str, Any]:
    team = row[f"team_name_{view.lang}"]
    return {
        "y": y,
        "name": team or view.label("scoreboard", "statistic", row["statistic"]),
        "x": LEFT + WIDTH * float(row["share_of_maximum"]),
        "points": plain(row["points"]),
        "kind": "official" if row["is_official"] else "reported",
        "is_team": team is not None,
    }

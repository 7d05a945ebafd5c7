"""The field as a picture: one line a team, from its application to where it went out or to today.

Teams that left last stand first, those that left together in alphabetical order; nothing is ranked.
"""

from dataclasses import dataclass, field
from typing import Any

from dokpamo.figures.setting import wrapped
from dokpamo.portal.pages import View
from dokpamo.portal.record import Row, day_of

LEFT, COLUMN, HEAD, ROW = 150, 84, 86, 24
"""Pixels: where the lines begin, from round to round, the heads, from team to team."""

SMALL = 11


@dataclass
class Line:
    """A team on the picture: stretches from x to x, its stations, and the places where it went out with the ground."""

    team_id: str
    name: str
    y: int
    is_in: bool
    stretches: list[tuple[float, float]] = field(default_factory=list)
    stations: list[float] = field(default_factory=list)
    exits: list[tuple[float, str]] = field(default_factory=list)


def drawn(view: View) -> dict[str, Any]:
    """Return what the picture's template needs, and the same as a table of teams and rounds."""
    record, lang = view.record, view.lang
    rounds = [row for row in record.rows("rounds") if record.where("survivors", "round_id", row["round_id"])]
    places: dict[str, float] = {row["round_id"]: LEFT + 14 + COLUMN * at for at, row in enumerate(rounds)}
    heads = [_head(row, places[row["round_id"]], view) for row in rounds]
    today = LEFT + 14 + COLUMN * len(rounds)
    lines = []
    for at, status in enumerate(record.rows("team_status")):
        name = record.name("organisations", _lead(view, status["team_id"]), lang)
        line = Line(status["team_id"], name, HEAD + 10 + ROW * at, status["status"] == "active")
        _trace(line, view, places, today)
        lines.append(line)
    return {
        "lines": lines,
        "heads": heads,
        "today": today,
        "width": today + 56,
        "height": HEAD + 10 + ROW * len(lines) + 14,
        "rounds": rounds,
        "results": {(row["round_id"], row["team_id"]): row for row in record.rows("results")},
        "teams": record.rows("team_status"),
    }


def _lead(view: View, team_id: str) -> str:
    team = view.record.row("teams", team_id)
    return str(team["lead_organisation_id"]) if team else team_id


def _head(row: Row, x: float, view: View) -> dict[str, Any]:
    left = len(view.record.where("survivors", "round_id", row["round_id"]))
    name = str(row[f"name_{view.lang}"])
    return {"x": x, "day": day_of(row, "announced_on"), "left": left, "lines": wrapped(name, SMALL, COLUMN - 2)}


def _trace(line: Line, view: View, places: dict[str, float], today: float) -> None:
    """Draw a team's way: it runs on from every round after which it was in, to the next or to today."""
    survived = {row["round_id"] for row in view.record.where("survivors", "team_id", line.team_id)}
    ends = {row["round_id"]: row for row in view.record.where("elimination_history", "team_id", line.team_id)}
    took_part = {row["round_id"] for row in view.record.where("results", "team_id", line.team_id)}
    names = list(places)
    for at, name in enumerate(names):
        x = places[name]
        if name in survived:
            line.stretches.append((x, places[names[at + 1]] if at + 1 < len(names) else today))
            if name in took_part:
                line.stations.append(x)
        elif name in ends:
            if not (at and names[at - 1] in survived):
                line.stretches.append((x - COLUMN / 2, x))
            ground = view.record.contract.views["elimination_history"].field("ground")
            line.exits.append((x, ground.label(str(ends[name]["ground"]), view.lang)))

"""Who sits at several tables: organisations by teams, a dot where one belongs to the other, and as a table."""

from typing import Any

from dokpamo.figures.setting import wrapped
from dokpamo.portal.notes import Notes
from dokpamo.portal.pages import View
from dokpamo.portal.record import Row
from dokpamo.portal.sections import Section
from dokpamo.portal.showing import shown

LEFT, COLUMN, HEAD, ROW = 150, 78, 50, 28
"""Pixels: where the columns begin, from team to team, the heads, from organisation to organisation."""


def context(view: View) -> dict[str, Any]:
    """Return the picture and the table of the organisations in two or more teams, and who belongs to which team."""
    rows = sorted(view.record.rows("shared_partners"), key=lambda row: str(row["organisation_id"]))
    section = Section(
        "shared_partners",
        "team_count",
        ("organisation_id", "organisation_kind", "member_team_ids", "other_team_ids", "teams_at_once"),
    )
    view.notes = None
    tables = shown(view, section, rows)
    notes = view.notes = Notes(view)
    wanted = {row["organisation_id"] for row in rows}
    seats = [row for row in view.record.rows("consortium") if row["organisation_id"] in wanted]
    seats.sort(key=lambda row: (row["organisation_id"], row["team_id"], row["entry_round_id"]))
    behind = Section(
        "consortium",
        "organisation_id",
        ("organisation_id", "team_id", "entry_round_id", "role", "since_on", "until_on", "source_ids"),
    )
    return {
        "drawn": drawn(view, rows),
        "shared": tables,
        "behind": shown(view, behind, seats),
        "sources": notes.listed(),
    }


def drawn(view: View, rows: list[Row]) -> dict[str, Any]:
    """Return the picture: teams from left to right and organisations from top to bottom, both in alphabetical order."""
    teams = sorted({team for row in rows for team in (*_ids(row, "member"), *_ids(row, "other"))})
    places = {team: LEFT + COLUMN // 2 + COLUMN * at for at, team in enumerate(teams)}
    lines = []
    for at, row in enumerate(rows):
        seats = dict.fromkeys(_ids(row, "member"), "member") | dict.fromkeys(_ids(row, "other"), "other")
        dots = sorted((places[team], how) for team, how in seats.items())
        name = view.record.name("organisations", row["organisation_id"], view.lang)
        lines.append(
            {"y": HEAD + ROW // 2 + ROW * at, "name": name, "dots": dots, "from": dots[0][0], "to": dots[-1][0]}
        )
    return {
        "heads": [{"x": places[team], "lines": wrapped(_lead(view, team), 10, COLUMN - 4)[:4]} for team in teams],
        "lines": lines,
        "width": LEFT + COLUMN * len(teams),
        "height": HEAD + ROW * len(rows) + 6,
        "head": HEAD,
    }


def _ids(row: Row, kind: str) -> list[str]:
    return (row[f"{kind}_team_ids"] or "").split(";") if row[f"{kind}_team_ids"] else []


def _lead(view: View, team_id: str) -> str:
    team = view.record.row("teams", team_id)
    return view.record.name("organisations", team["lead_organisation_id"], view.lang) if team else team_id

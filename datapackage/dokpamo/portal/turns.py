"""What was known at every turn of the story: teams and index on the days on which one of them changed."""

import csv
import io
from datetime import date
from typing import Any

from dokpamo.portal.pages import Site, View
from dokpamo.portal.record import Row
from dokpamo.rendering import fetch

TABLE = "independence-over-time"


def told(view: View) -> list[dict[str, Any]]:
    """Return each turn: its day, where the teams stood, and what could be known of the models shown by then."""
    return [{"day": day, "teams": teams, "units": units} for day, teams, units in computed(view.site)]


def computed(site: Site) -> list[tuple[str, list[Row], list[dict[str, str]]]]:
    """Return the turns, computed once for both languages."""
    if not site.turns:
        steps = over_time(site)
        for day in days(site, steps):
            site.turns.append((day, standing(site, day), known(steps, day)))
    return site.turns


def over_time(site: Site) -> list[dict[str, str]]:
    """Return how the bounds and the gate of each model moved, from the table of the figure."""
    file = site.publication.folder / "figures" / f"{TABLE}.csv"
    if file.exists():
        return list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"), newline="")))
    from dokpamo.figures import figure
    from dokpamo.rendering.csv import render

    text = render(figure(site.record.con, TABLE).table).decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def days(site: Site, steps: list[dict[str, str]]) -> list[str]:
    """Return the days on which a round was announced, or a gate or its basis changed, in their order."""
    found = {str(row["finished_on"]) for row in site.record.rows("survivors")}
    last: dict[tuple[str, str], tuple[str, str]] = {}
    for step in sorted((one for one in steps if one["model_id"]), key=lambda one: one["since_on"]):
        unit, state = (step["team_id"], step["model_id"]), (step["gate"], step["basis"])
        if step["axis"] == "independence" and last.get(unit) != state and state[0]:
            found.add(step["since_on"])
            last[unit] = state
    return sorted(found | {site.day})


def standing(site: Site, day: str) -> list[Row]:
    """Return where each team stood, as the public knew it on a day, in alphabetical order."""
    con = site.record.con
    con.execute(f"SET VARIABLE as_of = DATE '{date.fromisoformat(day)}'")
    try:
        return fetch(con, "FROM main.team_status ORDER BY team_id").records()
    finally:
        con.execute("RESET VARIABLE as_of")


def known(steps: list[dict[str, str]], day: str) -> list[dict[str, str]]:
    """Return the bounds of each model on a day, by team and model; of two axes the disclosure stands beside."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for step in steps:
        if step["model_id"] and step["since_on"] <= day and (not step["until_on"] or day <= step["until_on"]):
            unit = found.setdefault((step["team_id"], step["model_id"]), dict(step))
            unit[f"{step['axis']}_lower"], unit[f"{step['axis']}_upper"] = step["lower"], step["upper"]
    return [found[unit] for unit in sorted(found)]

"""The record as of a day that the reader picks: teams, results and index, worked out in the browser.

Without scripts the days on which something turned stand on the page of the independence story.
"""

from collections.abc import Iterator
from typing import Any

from dokpamo.portal import engine
from dokpamo.portal.pages import Page, Site, View
from dokpamo.portal.words import both, data
from dokpamo.why.queries import FIRST_AGGREGATION, FIRST_SCHEME

SAYS = ("loading", "running", "shown", "waiting", "no_day", "impossible", "unloaded", "rows")
"""What the script says, each a phrase of the interface beginning with `asof_`."""

SHOWN = {
    "team_status": "SELECT team_name_{lang}, status, since_on, ground FROM team_status ORDER BY team_id",
    "elimination_history": """SELECT out_on, team_name_{lang}, round_name_{lang}, ground, remaining
        FROM elimination_history ORDER BY out_on DESC, team_id""",
    "independence_scores": f"""SELECT team_name_{{lang}}, model_name, axis, round(lower, 2) AS lower,
        round(upper, 2) AS upper, gate, basis FROM independence_scores
        WHERE scheme_id = '{FIRST_SCHEME}' AND aggregation = '{FIRST_AGGREGATION}'
        ORDER BY round_id, team_id, axis DESC""",
}
"""What is shown of which view."""


def pages(site: Site) -> Iterator[Page]:
    """Yield the page."""
    yield Page("as-of/", "asof.html", both("asof_title"), context, both("asof_lead"), scripts=engine.scripts("asof.js"))


def context(view: View) -> dict[str, Any]:
    """Return what the form and the script need."""
    contract, lang = view.record.contract, view.lang
    views = {name: contract.views[name] for name in SHOWN}
    fields = [(name, field) for name, shown in views.items() for field in shown.fields.values()]
    phrases = view.phrases("asof", SAYS)
    phrases["queries"] = [
        {"heading": views[name].text("title", lang), "sql": sql.format(lang=lang)} for name, sql in SHOWN.items()
    ]
    phrases["columns"] = {field.name: field.text("title", lang) for _, field in fields}
    phrases["labels"] = {field.name: view.labels(name, field.name) for name, field in fields if field.codes}
    first = min(str(row["announced_on"]) for row in view.record.rows("rounds") if row["announced_on"])
    return {"engine": engine.sizes(), "says": data(phrases), "first": first}

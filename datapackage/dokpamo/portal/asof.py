"""The record as of a day that the reader picks: teams, results and index, worked out in the browser.

Without scripts the days on which something turned stand on the page of the independence story.
"""

import re
from collections.abc import Iterator
from typing import Any

from dokpamo.portal import engine
from dokpamo.portal.pages import Page, Site, View
from dokpamo.portal.words import both, data

SAYS = ("loading", "running", "shown", "waiting", "no_day", "impossible", "unloaded", "rows")
"""What the script says, each a phrase of the interface beginning with `asof_`."""

SHOWN = {
    "team_status": "SELECT team_name_{lang}, status, since_on, ground FROM team_status ORDER BY team_id",
    "elimination_history": """SELECT out_on, team_name_{lang}, round_name_{lang}, ground, remaining
        FROM elimination_history ORDER BY out_on DESC, team_id""",
    "independence_scores": """SELECT team_name_{lang}, model_name, axis, lower, upper, gate, basis
        FROM independence_scores WHERE scheme_id = 'editors' AND aggregation = 'arithmetic'
        ORDER BY round_id, team_id, axis DESC""",
}
"""What is shown of which view."""


def pages(site: Site) -> Iterator[Page]:
    """Yield the page."""
    scripts = ("asof.js",) if engine.sizes() else ()
    yield Page("as-of/", "asof.html", both("asof_title"), context, both("asof_lead"), scripts=scripts)


def context(view: View) -> dict[str, Any]:
    """Return what the form and the script need."""
    contract, lang = view.record.contract, view.lang
    phrases: dict[str, Any] = {key: view.say(f"asof_{key}") for key in SAYS}
    phrases["queries"] = [
        {"heading": contract.views[name].text("title", lang), "sql": labelled(view, name, sql.format(lang=lang))}
        for name, sql in SHOWN.items()
    ]
    fields = (field for name in SHOWN for field in contract.views[name].fields.values())
    phrases["columns"] = {field.name: field.text("title", lang) for field in fields}
    first = min(str(row["announced_on"]) for row in view.record.rows("rounds") if row["announced_on"])
    return {"engine": engine.sizes(), "says": data(phrases), "first": first}


def labelled(view: View, name: str, sql: str) -> str:
    """Return a query whose codes come out as the labels that the contract gives them."""
    named = re.findall(r"\w+", sql.split("FROM")[0])
    columns = [
        f"CASE {field.name} {_cases(view, name, field.name, field.codes)} END AS {field.name}"
        for field in view.record.contract.views[name].fields.values()
        if field.codes and field.type == "string" and field.name in named
    ]
    return f"SELECT * REPLACE ({', '.join(columns)}) FROM ({sql})" if columns else sql


def _cases(view: View, name: str, column: str, codes: list[str]) -> str:
    labels = ((code, view.label(name, column, code).replace("'", "''")) for code in codes)
    return " ".join(f"WHEN '{code}' THEN '{label}'" for code, label in labels)

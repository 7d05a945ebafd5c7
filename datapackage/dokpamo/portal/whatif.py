"""The what-if page of the index: own weights, and voices left out, beside the editors' intervals."""

from collections.abc import Iterator
from typing import Any

from dokpamo.portal import engine
from dokpamo.portal.pages import Page, Site, View
from dokpamo.portal.words import both, data
from dokpamo.why.queries import FIRST_SCHEME

PATH = "independence/what-if/"
VOICES = ("government", "independent", "team", "press", "critic")
"""The speakers that move a bound, in the order in which the method hears them."""

OTHERS = ("relayed", "basis:inferred", "confidence:low")
"""What else can be left out, in the words of the variable `without`."""

SAYS = ("loading", "running", "shown", "again", "nothing", "unknown", "to", "impossible", "unloaded")


def pages(site: Site) -> Iterator[Page]:
    """Yield the what-if page."""
    title, lead = both("whatif_title"), both("whatif_lead")
    yield Page(PATH, "whatif.html", title, context, lead, scripts=engine.scripts("whatif.js"))


def context(view: View) -> dict[str, Any]:
    """Return the dimensions with the editors' ratios, the voices, and the editors' intervals."""
    record = view.record
    ratios = {row["dimension_id"]: row["weight"] for row in record.where("scheme_weights", "scheme_id", FIRST_SCHEME)}
    return {
        "dimensions": [(row, ratios[row["dimension_id"]]) for row in record.rows("dimensions")],
        "voices": [(f"speaker:{one}", view.label("evidence", "stated_by", one)) for one in VOICES]
        + [(one, view.say(f"whatif_{one.replace(':', '_')}")) for one in OTHERS],
        "rounds": rounds(view),
        "engine": engine.sizes(),
        "says": data(says(view)),
    }


def rounds(view: View) -> list[tuple[str, str, list[dict[str, Any]]]]:
    """Return the editors' intervals by round and axis, teams in alphabetical order of their ids."""
    rows = view.record.bounds()
    keys = dict.fromkeys((row["round_id"], row["axis"]) for row in rows)
    return [(*key, [row for row in rows if (row["round_id"], row["axis"]) == key]) for key in keys]


def says(view: View) -> dict[str, Any]:
    """Return the script's phrases."""
    phrases = view.phrases("whatif", SAYS)
    phrases["gates"] = view.labels("independence_gate", "gate")
    return phrases

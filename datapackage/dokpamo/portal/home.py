"""The home page: what the record is, the field as a picture, the counts, the files, how to cite."""

from collections.abc import Iterator
from typing import Any

from dokpamo.exporters import WHOLE
from dokpamo.exporters.about import about
from dokpamo.portal import field
from dokpamo.portal.described import json_ld
from dokpamo.portal.pages import Page, Site, View


def pages(site: Site) -> Iterator[Page]:
    """Yield the home page."""
    spec = site.publication.contract.spec
    title = {"en": spec["title"], "ko": spec["title_ko"]}
    description = {"en": spec["description"], "ko": spec["description_ko"]}
    yield Page("", "home.html", title, context, description)


def context(view: View) -> dict[str, Any]:
    """Return what the home page shows."""
    site = view.site
    whole = [one for one in site.publication.whole() if one.path in site.files]
    return {
        "field": field.drawn(view),
        "counts": counts(view),
        "files": sorted(whole, key=lambda one: WHOLE.index(one.kind.suffix)),
        "described": json_ld(view),
        "reference": about(view.site.publication).cited(view.lang),
    }


def counts(view: View) -> list[tuple[int, str, str]]:
    """Return the headline counts: how many, of what, and the page that shows the rows behind the number."""
    record = view.record
    statuses = [row["status"] for row in record.rows("team_status")]
    entrants = {row["team_id"] for row in record.where("survivors", "round_ordinal", 1)}
    return [
        (len(entrants), view.say("count_applicants"), view.to("data/survivors/")),
        (statuses.count("active"), view.say("count_active"), view.to("data/team_status/")),
        (len(record.rows("models")), view.say("count_models"), view.to("data/models/")),
        (len(record.rows("organisations")), view.say("count_organisations"), view.to("data/organisations/")),
        (len(record.rows("sources")), view.say("count_sources"), view.to("data/sources/")),
        (len(record.rows("contested")), view.say("count_contested"), view.to("data/contested/")),
    ]

"""The sources, each with every row that rests on it; one page for each first letter of their ids."""

from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from typing import Any

from markupsafe import Markup

from dokpamo.portal import LANGUAGES, cells, told
from dokpamo.portal.pages import Page, Site, View
from dokpamo.portal.record import Row
from dokpamo.portal.words import say

TOLD = ("publisher", "published_on", "kind", "language", "extent_read", "accessed_on", "url", "archived_url", "note")


def pages(site: Site) -> Iterator[Page]:
    """Yield the list of all sources, and a page a letter."""
    table = site.record.contract.tables["sources"]
    titles = told(table, "title")
    about = told(table, "description")
    letters = by_letter(site)
    yield Page("sources/", "sources.html", titles, partial(listed, letters=letters), about)
    for letter, rows in letters.items():
        named = {lang: say("sources_letter", lang, letter=letter) for lang in LANGUAGES}
        yield Page(f"sources/{letter}/", "letter.html", named, partial(context, letters=letters, rows=rows), about)


def by_letter(site: Site) -> dict[str, list[Row]]:
    """Return the sources in the order of their ids, by first letter."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(site.record.rows("sources"), key=lambda row: str(row["source_id"])):
        found[row["source_id"][0]].append(row)
    return dict(sorted(found.items()))


def listed(view: View, letters: dict[str, list[Row]]) -> dict[str, Any]:
    """Return the letters with their sources."""
    return {"letters": letters}


def context(view: View, letters: dict[str, list[Row]], rows: list[Row]) -> dict[str, Any]:
    """Return the sources of a letter, each with what is known of it and the rows that it carries."""
    return {"letters": letters, "sources": [(row, list(_told(view, row)), list(_carried(view, row))) for row in rows]}


def _told(view: View, row: Row) -> Iterator[tuple[str, Markup]]:
    """Yield what is known of a source, the editors' note in English alone."""
    table = view.record.contract.tables["sources"]
    for name in TOLD:
        if row[name] is not None and not (name == "note" and view.lang == "ko"):
            yield view.called("sources", name), cells.cell(view, table, name, row)


def _carried(view: View, source: Row) -> Iterator[tuple[str, Markup]]:
    """Yield the title of each table with links to the rows and claims that the source carries.

    Rows that only join others rest on the sources of the row they belong to, which is named.
    """
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in view.record.where("citations", "source_id", source["source_id"]):
        if row["claim_id"]:
            found["claims"][row["claim_id"]] = cells.link(view, "claims", row["claim_id"], row["claim_id"])
        elif row["table_name"] != "claims" and not row["is_inherited"]:
            found[row["table_name"]][row["row_id"]] = cells.link(view, row["table_name"], row["row_id"])
    for name, links in sorted(found.items()):
        yield view.called(name), Markup(" · ").join(Markup(link) for link in links.values())

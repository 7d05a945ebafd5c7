"""The catalogue: every table and view with its rows, columns and files."""

from collections.abc import Iterator
from typing import Any

from dokpamo.portal.pages import Page, Site, View
from dokpamo.portal.words import both


def pages(site: Site) -> Iterator[Page]:
    """Yield the catalogue page."""
    yield Page("data/", "catalogue.html", both("catalogue_title"), context, both("catalogue_description"))


def context(view: View) -> dict[str, Any]:
    """Return the tables and the views, and the files that hold them all."""
    site, contract = view.site, view.record.contract
    return {
        "groups": [("catalogue_views", contract.views.values()), ("catalogue_tables", contract.tables.values())],
        "whole": [one for one in site.files.values() if one.table is None and "/" not in one.path],
    }

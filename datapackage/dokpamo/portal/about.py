"""What the record is for, under which licence, how an error is reported and answered, and how to cite it."""

from collections.abc import Iterator
from typing import Any

from dokpamo.exporters.about import About
from dokpamo.portal import citation
from dokpamo.portal.pages import Page, Site, View
from dokpamo.portal.words import both

STYLES = {"bib": ("BibTeX", citation.bibtex), "ris": ("RIS", citation.ris), "csl.json": ("CSL-JSON", citation.csl)}
"""The citation files, by the ending of their names."""


def pages(site: Site) -> Iterator[Page]:
    """Yield the page about the record."""
    yield Page("about/", "about.html", both("about_title"), context, both("about_description"))


def context(view: View) -> dict[str, Any]:
    """Return the references in every style; each file's text is on the page, too."""
    contract = view.record.contract
    told = About(contract.spec)
    return {
        "licence": contract.spec["licenses"][0],
        "apa": told.cited(),
        "korean": told.cited("ko"),
        "styles": [(f"cite/dokpamo.{end}", name, text(told)) for end, (name, text) in STYLES.items()],
    }


def files(site: Site) -> Iterator[tuple[str, str]]:
    """Yield the path and text of each citation file."""
    for end, (_, text) in STYLES.items():
        yield f"cite/dokpamo.{end}", text(About(site.record.contract.spec))

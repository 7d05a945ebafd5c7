"""What each release changed: in sentences, and for the newest ones cell by cell with the sources."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dokpamo.portal.pages import Page, Site, View
from dokpamo.portal.words import both

if TYPE_CHECKING:
    from dokpamo.comparing import Diff

FILES = ("changes.csv", "changes.atom")
TOLD = 500
"""Cells that the page tells one by one; the file holds all of them."""


def pages(site: Site) -> Iterator[Page]:
    """Yield the page of changes."""
    yield Page("changes/", "changes.html", both("changes_title"), context, both("changes_description"))


def context(view: View) -> dict[str, Any]:
    """Return the releases, the newest first; none where those before can't be looked up, as in an installed package."""
    from dokpamo.comparing.feed import summary

    told = [
        {
            "version": one.new.version,
            "day": one.new.day,
            "lines": summary(one, view.lang),
            "cells": [(change, view.row(change.table, change.row_id)) for change in one.rows[:TOLD]],
            "left": max(0, len(one.rows) - TOLD),
        }
        for one in releases(view.record.contract.folder)
    ]
    return {"releases": told, "files": [view.site.files[name] for name in FILES if name in view.site.files]}


@cache
def releases(folder: Path) -> tuple["Diff", ...]:
    """Return what each release changed, as far as it is known here."""
    from dokpamo.comparing.history import history, is_known

    return tuple(history(folder)) if is_known(folder) else ()

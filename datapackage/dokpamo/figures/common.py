"""What all figures share: the head and the foot of a sheet, and how an interval is written."""

from typing import Any

from dokpamo.contract import package
from dokpamo.figures import Row
from dokpamo.figures.sheet import Sheet
from dokpamo.figures.style import LINE, WIDTH
from dokpamo.figures.words import say
from dokpamo.why.queries import FIRST_AGGREGATION, FIRST_SCHEME
from dokpamo.why.words import say as told

SCHEME, AGGREGATION = FIRST_SCHEME, FIRST_AGGREGATION
"""The weights and the way of adding up that METHOD shows first."""

HALVES = {"independence": (0.0, 284.0), "disclosure": (316.0, 600.0)}
"""Where each axis stands on a sheet that shows them side by side."""


def headed(title: str, subtitle: str, rows: list[Row], lang: str) -> Sheet:
    """Return a sheet with its title, what it shows, and the day of the record."""
    sheet = Sheet(title)
    sheet.paragraph(subtitle)
    sheet.paragraph(say("as_of", lang, day=rows[0]["as_of_on"]), weight="bold")
    return sheet


def footed(sheet: Sheet, name: str, lang: str, *notes: str) -> None:
    """Close a sheet with what to keep in mind, the limits, and where the table is."""
    sheet.y += 12
    sheet.rule(0, WIDTH, stroke=LINE)
    for note in (*notes, say("order", lang), told("caveat", lang), told("limits", lang)):
        sheet.y += 3
        sheet.paragraph(note, size=11)
    sheet.y += 6
    sheet.paragraph(say("credit", lang, version=package().version, table=name), size=11)


def label(view: str, column: str, code: str, lang: str) -> str:
    """Return what a view calls a code, as its schema says."""
    return package().views[view].field(column).label(code, lang)


def interval(low: float, high: float, lang: str) -> str:
    """Return two bounds between 0 and 1.

    >>> interval(0.2, 0.8166, "ko")
    '0.20~0.82'
    """
    return told("range", lang, low=f"{low:.2f}", high=f"{high:.2f}")


def percent(share: float, lang: str) -> str:
    """Return a share in whole percent."""
    return told("percent", lang, value=f"{100 * share:.0f}")


def grouped(rows: list[Row], *columns: str) -> list[list[Row]]:
    """Return rows that agree in some columns together, in the order in which they come."""
    groups: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault(tuple(row[column] for column in columns), []).append(row)
    return list(groups.values())

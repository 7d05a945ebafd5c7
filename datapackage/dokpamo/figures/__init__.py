"""The charts of a release: one module a figure, drawn from the views alone, with the table beside each.

A figure module has two functions: `read` fetches the rows, `draw` sets them on a sheet in a language. What is
drawn is what `read` returned, which is also the table that is published beside the picture.

Places are fixed in pixels and no text is measured by the machine that draws, so the same record gives the same
bytes wherever it is drawn, whichever fonts are installed.
"""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, cast

if TYPE_CHECKING:
    import duckdb

    from dokpamo.figures.sheet import Sheet
    from dokpamo.rendering import Result

FIGURES = {
    "independence-intervals": "intervals",
    "independence-cells": "cells",
    "independence-over-time": "over_time",
}
"""The figures by the name of their files, each with its module."""

LANGUAGES = ("en", "ko")

Row = dict[str, Any]
"""One row of a figure's table, by column."""


class Drawn(Protocol):
    """What a figure module holds."""

    def read(self, con: "duckdb.DuckDBPyConnection") -> "Result":
        """Return the rows that are drawn."""

    def draw(self, rows: list[Row], lang: str) -> "Sheet":
        """Return the rows set on a sheet."""


@dataclass(frozen=True)
class Figure:
    """One figure: its table, and its picture in each language."""

    name: str
    table: "Result"

    def sheet(self, lang: str) -> "Sheet":
        """Return the figure in a language, before it is written as SVG."""
        return _module(self.name).draw(self.table.records(), lang)

    def svg(self, lang: str) -> str:
        """Return the figure in a language as SVG."""
        from dokpamo.figures.svg import written

        return written(self.sheet(lang), self.name, lang)


def figure(con: "duckdb.DuckDBPyConnection", name: str) -> Figure:
    """Return a figure of `FIGURES` from an open database of the record, as of the record's date."""
    return Figure(name, _module(name).read(con))


def _module(name: str) -> Drawn:
    return cast(Drawn, import_module(f"dokpamo.figures.{FIGURES[name]}"))

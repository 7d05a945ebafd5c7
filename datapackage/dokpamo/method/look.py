"""What a place on the page is filled from: one index, its measured effects, and the language of the page."""

from collections.abc import Callable
from dataclasses import dataclass

from dokpamo.method.effects import Effects
from dokpamo.method.index import Index


@dataclass(frozen=True)
class Look:
    """The index as one page sees it."""

    index: Index
    effects: Effects
    lang: str

    def say(self, en: str, ko: str) -> str:
        """Return the words of the page's language."""
        return ko if self.lang == "ko" else en

    def label(self, table: str, column: str, code: str) -> str:
        """Return what a code is called."""
        return self.index.label(table, column, code, self.lang)

    def title(self, table: str, column: str) -> str:
        """Return what a column is called."""
        return self.index.title(table, column, self.lang)


Place = Callable[..., str]
"""Fills one place: given the look and the words of the mark, it returns Markdown."""

"""The method page: prose in English and Korean, with every figure, scale and weight filled from the record.

The prose stands in `page.en.md` and `page.ko.md`. `{{name}}` marks a place there, `{{name word …}}` one that
is told more; what fills it stands under that name in one of the modules below. So a page can't disagree with
the record, and the same record gives the same bytes.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from dokpamo.contract import Package
from dokpamo.errors import ContractError
from dokpamo.method import facts, measured, results, scales
from dokpamo.method.effects import Effects
from dokpamo.method.index import Index
from dokpamo.method.look import Look, Place

if TYPE_CHECKING:
    import duckdb

LANGUAGES = ("en", "ko")
PLACES: dict[str, Place] = scales.PLACES | facts.PLACES | results.PLACES | measured.PLACES
MARK = re.compile(r"\{\{([^{}]*)\}\}")


def pages(contract: Package, con: "duckdb.DuckDBPyConnection") -> Iterator[tuple[str, str]]:
    """Yield language and text of each page, for the record that `con` holds."""
    index = Index(contract, con)
    effects = Effects(index)
    for lang in LANGUAGES:
        yield lang, filled(prose(lang), Look(index, effects, lang))


def prose(lang: str) -> str:
    """Return the hand-written page of a language, its places still marked."""
    return Path(__file__).with_name(f"page.{lang}.md").read_text(encoding="utf-8")


def filled(text: str, look: Look) -> str:
    """Return a text with all its places filled; raise `ContractError` for a mark that nothing fills."""

    def fill(mark: re.Match[str]) -> str:
        name, *words = mark[1].split() or [""]
        if name not in PLACES:
            raise ContractError(f"page.{look.lang}.md: nothing fills the place {mark[0]}")
        return PLACES[name](look, *words)

    return re.sub(r"\n{3,}", "\n\n", MARK.sub(fill, text))

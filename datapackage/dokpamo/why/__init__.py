"""From a score to the words behind it: one readable page for a team, a model, a dimension or an indicator.

`reading` fetches the facts from the index's own views, `telling` puts them in order and into words,
`writing` sets the result as text or Markdown. Nothing is scored or judged here.
"""

from typing import TYPE_CHECKING

from dokpamo.errors import UnknownName
from dokpamo.why.page import Page as Page

if TYPE_CHECKING:
    from datetime import date

LANGUAGES = ("en", "ko")


def why(name: str, as_of: "str | date | None" = None, lang: str = "en") -> Page:
    """Return the page of a team, model, dimension or indicator, as it was known on a day.

    It walks from the interval to the dimension, the indicator, the level, the statement and its answer, and to
    the source, in English or Korean. Raises `UnknownName` for an id of none of the four kinds, and `BadDay`.

    >>> page = why("naver-cloud", as_of="2026-01-14")
    >>> page.units[0].gate.gate, page.units[0].gate.basis
    ('open', 'own-statement')
    >>> print(page.to_text().splitlines()[0])
    Naver Cloud team: what stands behind the figures
    >>> why("w2-module-weights", lang="ko").to_markdown().splitlines()[0]
    '# 모듈 가중치: 수치의 근거'
    """
    from dokpamo.why.reading import connect, read

    if lang not in LANGUAGES:
        raise UnknownName("language", lang, LANGUAGES, "언어는")
    with connect(as_of) as con:
        return read(con, name, lang)

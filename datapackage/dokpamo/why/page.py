"""The page: one structure, and its three forms.

Statements, indicators and sources stand once on it; everything else names them by id.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from dokpamo.why import facts


@dataclass(frozen=True)
class Page:
    """The page of one team, model, dimension or indicator, in one language, as of one day."""

    kind: str
    id: str
    name: str
    lang: str
    as_of_on: str
    is_past: bool
    caveat: str
    limits: str
    units: tuple[facts.Unit, ...]
    indicators: tuple[facts.Indicator, ...]
    evidence: tuple[facts.Evidence, ...]
    responses: tuple[facts.Response, ...]
    sources: tuple[facts.Source, ...]

    def places(self) -> Iterator[tuple[str, str]]:
        """Yield the table and id of every row beside which the page prints what was answered to it."""
        yield f"{self.kind}s", self.id
        for unit in self.units:
            yield from unit.places()
            yield from (("dimensions", part.dimension_id) for part in unit.dimensions)
        yield from (("indicators", one.indicator_id) for one in self.indicators)
        yield from (("evidence", row.evidence_id) for row in self.evidence)

    def to_text(self, width: int | None = None) -> str:
        """Return the page as plain text, its lines as long as they come or wrapped to `width` places.

        >>> from dokpamo.why import why
        >>> "No answer on record" in why("naver-cloud").to_text(width=100)
        True
        """
        from dokpamo.why.telling import tell
        from dokpamo.why.writing import as_text

        return as_text(tell(self), width)

    def to_markdown(self) -> str:
        """Return the page as Markdown, each statement linked to its sources.

        >>> from dokpamo.why import why
        >>> why("upstage", lang="ko").to_markdown().startswith("# 업스테이지 정예팀")
        True
        """
        from dokpamo.why.telling import tell
        from dokpamo.why.writing import as_markdown

        return as_markdown(tell(self))

    def to_dict(self) -> dict[str, Any]:
        """Return plain values: days as ISO text, the unknown as None.

        >>> from dokpamo.why import why
        >>> sorted(why("w1-core-weights").to_dict())[:4]
        ['as_of_on', 'caveat', 'evidence', 'id']
        """
        return asdict(self)

    def to_json(self) -> str:
        """Return the same as JSON.

        >>> from dokpamo.why import why
        >>> why("design", lang="ko").to_json().splitlines()[3]
        '  "name": "설계",'
        """
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=2) + "\n"

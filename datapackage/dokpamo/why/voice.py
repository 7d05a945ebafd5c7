"""How a page speaks: its language, its figures, and what it looks up by id."""

from collections.abc import Iterator

from dokpamo.why.facts import Cell, Evidence
from dokpamo.why.page import Page
from dokpamo.why.words import SPEAKERS, called, described, label, say
from dokpamo.why.writing import Item, Line, Link

BEARING = ("government", "independent", "team")
"""The voices that can bear a cell or a gate, as independence_cells has them."""


class Voice:
    """Phrases and look-ups of one page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.indicators = {one.indicator_id: one for one in page.indicators}
        self.evidence = {row.evidence_id: row for row in page.evidence}
        self.sources = {source.source_id: source for source in page.sources}
        self.numbers = {source.source_id: at for at, source in enumerate(page.sources, 1)}
        self.printed: set[str] = set()

    def say(self, phrase: str, **values: object) -> str:
        """Return a phrase in the page's language."""
        return say(phrase, self.page.lang, **values)

    def label(self, view: str, column: str, code: str) -> str:
        """Return what a view calls a code."""
        return label(view, column, code, self.page.lang)

    def title(self, view: str, column: str) -> str:
        """Return what a view calls a column."""
        return described(view, column, self.page.lang)[0]

    def basis(self, view: str, code: str | None, ids: tuple[str, ...]) -> str:
        """Return on whose word a value stands; `ids` are the statements, of which several voices may be named."""
        if code is None:
            return self.say("no_basis")
        if code != "mixed":
            return self.say("basis", basis=self.label(view, "basis", code).lower())
        rows = [self.evidence[one] for one in ids]
        heard = {row.stated_by for row in rows if row.level_low is not None and not row.is_interested_party}
        voices = ", ".join(called(SPEAKERS, one, self.page.lang) for one in BEARING if one in heard)
        return self.say("basis", basis=self.say("mixed", voices=voices))

    def speaker(self, row: Evidence) -> str:
        """Return whose statement it is, by kind."""
        code = "interested" if row.is_interested_party and row.stated_by != "rival" else row.stated_by
        return called(SPEAKERS, code, self.page.lang)

    def interval(self, low: float | None, high: float | None) -> str:
        """Return two bounds between 0 and 1, or that they are not shown."""
        if low is None or high is None:
            return self.say("not_shown")
        return self.span(f"{low:.2f}", f"{high:.2f}")

    def span(self, low: object, high: object) -> str:
        """Return from what to what, once where both are the same."""
        return str(low) if low == high else self.say("range", low=low, high=high)

    def percent(self, share: float) -> str:
        """Return a share in whole percent."""
        return self.say("percent", value=f"{100 * share:.0f}")

    def of(self, part: int, whole: int) -> str:
        """Return how many of how many."""
        return self.say("of", part=part, whole=whole)

    def levels(self, cell: Cell) -> str:
        """Return a cell's interval in words."""
        top = self.indicators[cell.indicator_id].top_level
        if not cell.is_applicable:
            return self.say("out")
        if not cell.is_known:
            return self.say("open", top=top)
        return self.say("level_of", levels=self.span(cell.lower_level, cell.upper_level), top=top)

    def cited(self, row: Evidence) -> tuple[str | Link, ...]:
        """Return a statement's sources as numbered links, each with who published it and when."""
        if not row.source_ids:
            return (self.say("no_source_yet"),)
        parts: list[str | Link] = []
        for source_id in row.source_ids:
            source = self.sources[source_id]
            known = " ".join(filter(None, (source.publisher, source.day)))
            parts += [Link(f"[{self.numbers[source_id]}]", source.url), f" {known}; "]
        return (*parts[:-1], str(parts[-1]).rstrip("; "))

    def responses(self, *places: tuple[str, str]) -> Iterator[Item]:
        """Yield what organisations answered to rows of the record, each once, to stand beside them."""
        yield from (Item((line,)) for line in self.response_lines(*places))

    def response_lines(self, *places: tuple[str, str]) -> Iterator[Line]:
        """Yield the same as lines."""
        for one in self.page.responses:
            if (one.table_name, one.row_id) in places and one.response_id not in self.printed:
                self.printed.add(one.response_id)
                yield self.say("response", organisation=one.organisation, day=one.day, text=one.text)

    def bibliography(self) -> Iterator[Item]:
        """Yield every source of the page by its number: title, publisher, day, address."""
        for source in self.page.sources:
            known = ", ".join(filter(None, (source.publisher, source.day or self.say("undated"))))
            address = Link(source.url, source.url) if source.url else self.say("no_address")
            yield Item(((f"[{self.numbers[source.source_id]}] {source.title.rstrip('.')}. {known}. ", address),))

"""What a page is, and what its template is given: one page, seen in one language."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from dokpamo.contract import Table
from dokpamo.exporters import Distribution, Publication
from dokpamo.method.writing import percent, span
from dokpamo.portal import columns, words
from dokpamo.portal.links import Places
from dokpamo.portal.notes import Notes
from dokpamo.portal.record import Record, Row

SECTIONS = (
    ("teams/", "nav_teams"),
    ("rounds/", "nav_rounds"),
    ("models/", "nav_models"),
    ("organisations/", "nav_organisations"),
    ("stories/", "nav_stories"),
    ("why/", "nav_why"),
    ("data/", "nav_data"),
    ("sql/", "nav_sql"),
    ("sources/", "nav_sources"),
    ("about/", "nav_about"),
    ("search/", "nav_search"),
)
"""The pages in the head of every page, each with the phrase that names it."""


@dataclass(frozen=True)
class Page:
    """One page of the site, in all languages: where it stands, what it is called, and what fills its template.

    `path` is relative to the folder of a language and ends in a slash, empty for the home page; `context` gets the
    view of the page in a language. `twin` is the file, relative to the site, that holds the same for programs.
    `scripts` names the enhancements that the page loads.
    """

    path: str
    template: str
    title: dict[str, str]
    context: Callable[["View"], dict[str, Any]] = lambda view: {}
    description: dict[str, str] = field(default_factory=dict)
    twin: str = ""
    scripts: tuple[str, ...] = ()


@dataclass
class Site:
    """Everything that pages are made from."""

    publication: Publication
    record: Record
    places: Places
    files: dict[str, Distribution]
    """The release's files that the site offers, by their path in the site."""
    links: dict[tuple[str, str, str], dict[tuple[str, str, str], str]] = field(default_factory=dict)
    """Links already written, by language and the place of the page."""
    texts: dict[str, dict[str, str]] = field(default_factory=dict)
    """Markdown of other parts of the package, by page and language."""
    turns: list[tuple[str, list[Row], list[dict[str, str]]]] = field(default_factory=list)
    """What was known at every turn of the story, once it has been worked out."""

    @cached_property
    def day(self) -> str:
        return self.publication.contract.day

    def figure_size(self, name: str, lang: str) -> tuple[str, str]:
        """Return the width and height of a figure, so that the page keeps its place free."""
        svg = (self.publication.folder / "figures" / f"{name}.{lang}.svg").read_text(encoding="utf-8")
        found = re.search(r'width="([\d.]+)" height="([\d.]+)"', svg)
        return (found[1], found[2]) if found else ("640", "640")

    def offered(self, table: Table) -> list[Distribution]:
        """Return the files of a table or view."""
        return [one for one in self.files.values() if one.table is not None and one.table.name == table.name]


@dataclass
class View:
    """A page in a language: addresses relative to it, and texts in its language."""

    site: Site
    page: Page
    lang: str
    notes: Notes | None = None
    """The numbered sources of the page, where it has them."""

    def __post_init__(self) -> None:
        depth = self.page.path.count("/")
        self.up = "../" * depth or "./"
        self.within = self.page.path.split("/")[0] + "/" if depth > 1 else ""
        self.links = self.site.links.setdefault((self.lang, self.up, self.within), {})

    @property
    def record(self) -> Record:
        return self.site.record

    @property
    def other(self) -> str:
        return "en" if self.lang == "ko" else "ko"

    def to(self, path: str) -> str:
        """Return the address of a page of the same language, no longer than it must be."""
        if self.within and path.startswith(self.within):
            return self.up.removeprefix("../") + path.removeprefix(self.within)
        return (self.up + path).removeprefix("./") or "./"

    def file(self, path: str) -> str:
        """Return the address of a file that languages share."""
        return f"{'' if self.up == './' else self.up}../{path}"

    def elsewhere(self, lang: str) -> str:
        """Return the address of this page in another language."""
        return self.file(f"{lang}/{self.page.path}")

    def row(self, table: str, row_id: str) -> str | None:
        """Return the address of a row of the record, or None."""
        place = self.site.places.row(table, row_id)
        return None if place is None else self.to(place)

    def targets(self, table: Table) -> dict[str, str]:
        """Return which columns of a table name rows of which table."""
        return self.site.places.targets(table)

    def say(self, key: str, **values: object) -> str:
        """Return a phrase of the interface."""
        return words.say(key, self.lang, **values)

    def rows(self, count: int) -> str:
        """Return how many rows there are."""
        return self.say("row" if count == 1 else "rows", count=f"{count:,}")

    def percent(self, share: float) -> str:
        """Return a share in whole per cent; what is neither none nor all is never shown as if it were."""
        return percent(share, self.lang)

    def span(self, low: str | None, high: str | None) -> str:
        """Return an interval with two decimals, as figures and method write it."""
        return span(float(low), float(high)) if low and high else ""

    def size(self, file: Distribution) -> str:
        """Return how large a file is; of the one whose bytes differ each time, about."""
        if file.kind.suffix == "duckdb":
            return self.say("about", size=size(round(file.bytes, -6)))
        return size(file.bytes)

    def label(self, table: str, column: str, code: str) -> str:
        """Return what the contract calls a code."""
        return self.record.contract.get(table).field(column).label(code, self.lang)

    def labels(self, table: str, column: str) -> dict[str, str]:
        """Return what the contract calls each code of a column."""
        field = self.record.contract.get(table).field(column)
        return {code: field.label(code, self.lang) for code in field.codes or []}

    def phrases(self, prefix: str, keys: Iterable[str]) -> dict[str, Any]:
        """Return phrases of the interface that begin alike, by what follows, for a script."""
        return {key: self.say(f"{prefix}_{key}") for key in keys}

    def called(self, table: str, column: str = "") -> str:
        """Return the title of a table or of one of its columns."""
        described = self.record.contract.get(table)
        return columns.heading(described.field(column), self.lang) if column else described.text("title", self.lang)

    @property
    def sections(self) -> tuple[tuple[str, str], ...]:
        return SECTIONS

    @property
    def title(self) -> str:
        return self.page.title[self.lang]

    @property
    def description(self) -> str:
        return self.page.description.get(self.lang) or f"{self.title}: {self.say('tagline')}"

    @property
    def canonical(self) -> str:
        """The full address of the page, empty where the site's own address is not known."""
        base = self.site.publication.base_url
        return f"{base}{self.lang}/{self.page.path}" if base else ""


def size(count: int) -> str:
    """Return a number of bytes as a reader knows it.

    >>> size(512), size(38_000), size(3_747_840)
    ('512 B', '38 kB', '3.7 MB')
    """
    if count < 1000:
        return f"{count} B"
    return f"{count / 1000:.0f} kB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"

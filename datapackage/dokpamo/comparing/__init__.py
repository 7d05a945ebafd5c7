"""Two editions of the record compared: what of the schema changed, and row by row, cell by cell, what of the facts."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dokpamo.comparing import renaming, telling
from dokpamo.comparing.reading import Edition, edition
from dokpamo.comparing.rows import Change, changes
from dokpamo.comparing.schema import SchemaChange, needed, table_changes


@dataclass(frozen=True)
class Diff:
    """What changed from one edition to another: `schema` in tables, columns and codes, `rows` cell by cell.

    A row that was added or removed shows each of its filled cells; a row that only moved doesn't show.
    """

    old: Edition
    new: Edition
    schema: tuple[SchemaChange, ...]
    rows: tuple[Change, ...]

    @property
    def bump(self) -> str | None:
        """By what the schema's version must rise: patch, minor, major, or None if the schema did not change."""
        return needed(self.schema)

    def count(self, change: str, table: str | None = None) -> int:
        """Return how many rows were added, removed or changed, in all tables or in one."""
        return len({(c.table, c.row_id) for c in self.rows if c.change == change and table in (None, c.table)})

    def to_text(self, lang: str = "en") -> str:
        """Return the comparison for a terminal, a line a cell."""
        return telling.text(self, lang)

    def to_markdown(self, lang: str = "en") -> str:
        """Return the comparison as Markdown, sources as links."""
        return telling.markdown(self, lang)

    def to_json(self) -> str:
        """Return the comparison as a JSON object."""
        return telling.to_json(self)

    def to_csv(self) -> str:
        """Return the comparison as CSV: table, row_id, change, column, old, new, source_ids."""
        return telling.to_csv(self)


def diff(old: "str | Path", new: "str | Path") -> Diff:
    """Compare two editions of the record and return a `Diff`.

    Each may be a folder (a checkout, a published one, an unpacked all.zip), a zip file, a git revision of the checkout
    in the current folder (`HEAD~5`, a tag), or a released version: its tag, or what is installed. A folder or file
    of that name comes first. Rows are matched by their primary key, renamed tables and columns by what they hold.
    Raises `BadInput` for a name that is none of these, and where no record can be read.

    >>> import dokpamo
    >>> found = dokpamo.diff(dokpamo.root(), dokpamo.root())
    >>> found.rows, found.schema, found.bump
    ((), (), None)
    """
    return compared(edition(old), edition(new))


def compared(old: Edition, new: Edition) -> Diff:
    """Compare two editions that have been read."""
    moved = {**renaming.tables(old, new), **renaming.views(old, new)}
    columns = {now: _columns(was, now, old, new) for was, now in _kept(old, new, moved)}
    return Diff(old, new, tuple(_schema(old, new, moved, columns)), tuple(_rows(old, new, moved, columns)))


def _kept(old: Edition, new: Edition, moved: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the old and new name of each table and view that is in both."""
    before = {moved.get(name, name): name for name in old.described}
    for name in new.described:
        if name in before:
            yield before[name], name


def _columns(was: str, now: str, old: Edition, new: Edition) -> dict[str, str]:
    return renaming.columns(old.described[was], new.described[now], old.tables.get(was), new.tables.get(now))


def _schema(
    old: Edition, new: Edition, moved: dict[str, str], columns: dict[str, dict[str, str]]
) -> Iterator[SchemaChange]:
    before = {moved.get(name, name): table for name, table in old.described.items()}
    for name, table in new.described.items():
        if name not in before:
            rows = str(len(new.tables[name].rows)) if name in new.tables else ""
            yield SchemaChange(name, "", "table-added", "", rows)
            continue
        if before[name].name != name:
            yield SchemaChange(name, "", "table-renamed", before[name].name, name)
        yield from table_changes(before[name], table, columns[name])
    for name in before:
        if name not in new.described:
            yield SchemaChange(name, "", "table-removed")


def _rows(old: Edition, new: Edition, moved: dict[str, str], columns: dict[str, dict[str, str]]) -> Iterator[Change]:
    before = {moved.get(name, name): sheet for name, sheet in old.tables.items()}
    for name in [*new.tables, *(name for name in before if name not in new.tables)]:
        yield from changes(before.get(name), new.tables.get(name), columns.get(name, {}), new)

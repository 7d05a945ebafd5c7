"""Where things stand on the site: the page of a row, and the row that a cell names."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote

from dokpamo.contract import Field, Package, Table
from dokpamo.portal.columns import columns
from dokpamo.portal.record import ENTITIES, Record, Row, row_key

PAGE_TEXT = 160_000
"""Characters of cell text after which a long table goes on on its next page: some 50 kB when sent."""


@dataclass
class Places:
    """Knows the address of every row, relative to the folder of a language."""

    record: Record
    _pages: dict[str, dict[str, int]] = field(default_factory=dict)
    _targets: dict[str, dict[str, str]] = field(default_factory=dict)
    _counted: dict[str, dict[str, int]] = field(default_factory=dict)

    @property
    def contract(self) -> Package:
        return self.record.contract

    def page_of(self, name: str) -> dict[str, int]:
        """Return on which page of a table, from 1 on, each of its rows stands; the same in both languages."""
        if name not in self._pages:
            table, used, page = self.contract.get(name), 0, 1
            shown = columns(table, "en")
            pages: dict[str, int] = {}
            for row in self.record.rows(name):
                size = sum(len(str(row[column])) for column in shown)
                if used and used + size > PAGE_TEXT:
                    used, page = 0, page + 1
                used += size
                pages[row_key(table, row)] = page
            self._pages[name] = pages
        return self._pages[name]

    def anchor(self, table: Table, row: Row) -> str:
        """Return the anchor of a row in its table; a view whose grain is long counts its rows instead."""
        key = row_key(table, row)
        if len(table.grain) < 3:
            return anchor(key)
        if table.name not in self._counted:
            self._counted[table.name] = {one: at for at, one in enumerate(self.page_of(table.name), 1)}
        return f"row/{self._counted[table.name][key]}"

    def table(self, name: str, page: int = 1) -> str:
        """Return the address of a page of a table."""
        return f"data/{name}/" if page == 1 else f"data/{name}/{page}/"

    def row(self, name: str, row_id: str) -> str | None:
        """Return the address of a row of a table: its own page, or its place in the table; None without such a row."""
        if name not in self.contract.all:
            return None
        if name in ENTITIES:
            return f"{name}/{quote(row_id)}/" if self.record.row(name, row_id) else None
        if name == "sources":
            return f"sources/{row_id[0]}/#{quote(row_id)}" if self.record.row(name, row_id) else None
        return self.cell(name, row_id)

    def cell(self, name: str, key: str) -> str | None:
        """Return the address of a row in its table, whether it has a page of its own or not."""
        page = self.page_of(name).get(key)
        return None if page is None else f"{self.table(name, page)}#{quote(anchor(key))}"

    def targets(self, table: Table) -> dict[str, str]:
        """Return for each column that names rows of a table which table that is."""
        if table.name not in self._targets:
            found = {key.column: key.table for key in self.contract.links(table)}
            found |= {name: field.reference["resource"] for name, field in table.fields.items() if field.reference}
            self._targets[table.name] = found
        return self._targets[table.name]


def anchor(key: str) -> str:
    """Return the anchor of a row: what the page itself names never begins like this."""
    return f"row/{key}".replace(" ", "-")


def ids(cell: str, field: Field) -> Iterator[str]:
    """Yield the ids in a cell."""
    yield from cell.split(field.reference["delimiter"]) if field.reference else (cell,)

"""The record as the portal reads it: every table and view fetched once, its rows found by any column."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from dokpamo.contract import Package, Table
from dokpamo.exporters import Publication
from dokpamo.rendering import plain
from dokpamo.why.queries import FIRST_AGGREGATION, FIRST_SCHEME

if TYPE_CHECKING:
    import duckdb

Row = dict[str, Any]

ENTITIES = ("teams", "organisations", "models", "rounds")
"""The tables whose rows have a page of their own."""


@dataclass
class Record:
    """The published rows, as mappings from column to value."""

    publication: Publication
    _rows: dict[str, list[Row]] = field(default_factory=dict)
    _found: dict[tuple[str, str], dict[Any, list[Row]]] = field(default_factory=dict)

    @property
    def contract(self) -> Package:
        return self.publication.contract

    @property
    def con(self) -> "duckdb.DuckDBPyConnection":
        return self.publication.con

    def rows(self, name: str) -> list[Row]:
        """Return the rows of a table or view in their published order."""
        if name not in self._rows:
            self._rows[name] = self.publication.result(self.contract.get(name)).records()
        return self._rows[name]

    def where(self, name: str, column: str, value: Any) -> list[Row]:
        """Return the rows that have a value in a column; in a list of ids, those that name it."""
        if (name, column) not in self._found:
            found: dict[Any, list[Row]] = defaultdict(list)
            reference = self.contract.get(name).fields[column].reference
            for row in self.rows(name):
                cell = row[column]
                values = dict.fromkeys(cell.split(reference["delimiter"])) if reference and cell else [cell]
                for one in values:
                    found[one].append(row)
            self._found[name, column] = found
        return self._found[name, column].get(value, [])

    def row(self, name: str, row_id: str) -> Row | None:
        """Return the row of a table with a key, or None."""
        found = self.where(name, self.contract.tables[name].key, row_id)
        return found[0] if found else None

    def bounds(self) -> list[Row]:
        """Return the rows of independence_scores with the weights and the way of adding up that METHOD shows first."""
        rows = self.where("independence_scores", "scheme_id", FIRST_SCHEME)
        return [row for row in rows if row["aggregation"] == FIRST_AGGREGATION]

    def name(self, table: str, row_id: str, lang: str) -> str:
        """Return what a row is called in a language; its id where it has no name.

        A source is called by its publisher and day, which tell a reader more than its title.
        """
        row = self.row(table, row_id)
        if row is None:
            return row_id
        if table == "sources":
            return " ".join(part for part in (row["publisher"], day_of(row, "published_on")) if part) or row_id
        other = "en" if lang == "ko" else "ko"
        columns = (f"name_{lang}", f"title_{lang}", "name", f"name_{other}", "title")
        return next((str(row[column]) for column in columns if row.get(column)), row_id)

    @cached_property
    def responses(self) -> dict[tuple[str, str], list[Row]]:
        """What organisations answered, by the table and row that they answer."""
        found: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for row in self.rows("responses"):
            found[row["table_name"], row["row_id"]].append(row)
        return found


def day_of(row: Row, column: str) -> str:
    """Return a day as far as it is known: 2026-01-15, 2026-01 or 2026; empty where there is none.

    >>> from datetime import date
    >>> day_of({"on": date(2026, 8, 1), "on_precision": "month"}, "on")
    '2026-08'
    """
    if row[column] is None:
        return ""
    return str(row[column])[: {"year": 4, "month": 7}.get(row.get(f"{column}_precision") or "", 10)]


def row_key(table: Table, row: Row) -> str:
    """Return by what a row is known: its key, or what a view's grain says."""
    return "/".join(plain(row[column]) or "-" for column in table.grain)

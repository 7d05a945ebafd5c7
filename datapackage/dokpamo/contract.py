"""The contract as objects: the descriptor and its Table Schemas, read once and never restated.

Everything that dokpamo knows about a table, a view, a column or a code comes from here.
"""

import json
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from dokpamo.errors import ContractError, UnknownName
from dokpamo.folders import root

TAIL = ("source_ids", "locator", "confidence", "note")
"""The columns that close every fact row."""


@dataclass(frozen=True)
class ForeignKey:
    """One column that names a row of another table (or of its own)."""

    column: str
    table: str
    key: str


@dataclass(frozen=True)
class Field:
    """One column as its Table Schema describes it."""

    spec: dict[str, Any]

    @property
    def name(self) -> str:
        return str(self.spec["name"])

    @property
    def type(self) -> str:
        return str(self.spec.get("type", "string"))

    @property
    def constraints(self) -> dict[str, Any]:
        return dict(self.spec.get("constraints", {}))

    @property
    def required(self) -> bool:
        return bool(self.constraints.get("required", False))

    @property
    def codes(self) -> list[str] | None:
        """The closed list, or None where any value goes."""
        return self.constraints.get("enum")

    @property
    def reference(self) -> dict[str, str] | None:
        """The table that a cell of several ids points into, and what separates them."""
        return self.spec.get("references")

    def text(self, key: str, lang: str = "en") -> str:
        """Return the title or description in a language, English where it is missing."""
        spec = self.spec
        return str(spec.get(f"{key}_ko" if lang == "ko" else key) or spec.get(key, ""))

    def label(self, code: str, lang: str = "en") -> str:
        """Return what a code is called in a language; the code itself if it has no label."""
        return str(self.spec.get("labels", {}).get(code, {}).get(lang, code))


@dataclass(frozen=True)
class Table:
    """One table or view: its name, its place and its columns."""

    name: str
    path: str | None
    spec: dict[str, Any]

    @cached_property
    def fields(self) -> dict[str, Field]:
        return {field["name"]: Field(field) for field in self.spec["fields"]}

    @property
    def columns(self) -> list[str]:
        return list(self.fields)

    @property
    def is_view(self) -> bool:
        return self.path is None

    @property
    def grain(self) -> list[str]:
        """The columns that identify a row; a view may have an empty cell among them."""
        keys = self.spec.get("primaryKey", self.spec.get("grain", []))
        return [keys] if isinstance(keys, str) else list(keys)

    @property
    def key(self) -> str:
        """The one primary key column of a table of the record."""
        return self.grain[0]

    @cached_property
    def foreign_keys(self) -> list[ForeignKey]:
        return [
            ForeignKey(
                spec["fields"][0],
                spec["reference"].get("resource") or self.name,
                spec["reference"]["fields"][0],
            )
            for spec in self.spec.get("foreignKeys", [])
        ]

    @property
    def unique_keys(self) -> list[list[str]]:
        return [list(key) for key in self.spec.get("uniqueKeys", [])]

    @property
    def known_on(self) -> dict[str, Any]:
        return dict(self.spec.get("knownOn", {}))

    @property
    def has_sources(self) -> bool:
        return "source_ids" in self.fields

    def field(self, column: str) -> Field:
        """Return a column; raise `UnknownName` with suggestions if there is none."""
        if column not in self.fields:
            raise UnknownName(f"column of {self.name}", column, self.fields, f"열은 {self.name} 표에")
        return self.fields[column]

    def text(self, key: str, lang: str = "en") -> str:
        """Return the title or description in a language, English where it is missing."""
        return str(self.spec.get(f"{key}_ko" if lang == "ko" else key) or self.spec.get(key, ""))


@dataclass(frozen=True)
class Package:
    """The descriptor with all its tables and views."""

    folder: Path
    spec: dict[str, Any]
    tables: dict[str, Table]
    views: dict[str, Table]

    @property
    def version(self) -> str:
        return str(self.spec["version"])

    @property
    def day(self) -> str:
        """The record's date: every "now" means this ISO day."""
        return str(self.spec["created"])[:10]

    @cached_property
    def all(self) -> dict[str, Table]:
        return {**self.tables, **self.views}

    def get(self, name: str) -> Table:
        """Return a table or view by name; raise `UnknownName` with suggestions."""
        if name not in self.all:
            raise UnknownName("table or view", name, self.all, "표나 뷰는")
        return self.all[name]

    def links(self, table: Table) -> list[ForeignKey]:
        """Return the keys of a table as declared, and of a view by their names: that of the key they point to."""
        if not table.is_view:
            return table.foreign_keys
        keys = sorted(self.tables.values(), key=lambda other: -len(other.key))  # event_team_id is no team_id
        found = ((name, next((k for k in keys if f"_{name}".endswith(f"_{k.key}")), None)) for name in table.columns)
        return [ForeignKey(name, to.name, to.key) for name, to in found if to]

    def parents(self, name: str) -> set[str]:
        """Return the tables that a table of the record needs, itself included."""
        seen: set[str] = set()
        todo = [name]
        while todo:
            table = todo.pop()
            if table in seen:
                continue
            seen.add(table)
            todo += [key.table for key in self.tables[table].foreign_keys]
            if self.tables[table].has_sources:
                todo.append("sources")
            if self.tables[table].known_on.get("pointsTo"):
                todo += self.tables
        return seen

    @cached_property
    def load_order(self) -> list[str]:
        """The tables with parents before children."""
        order: list[str] = []

        def visit(name: str) -> None:
            if name in order:
                return
            points = bool(self.tables[name].known_on.get("pointsTo"))
            keys = [key.table for key in self.tables[name].foreign_keys]
            others = [t for t in self.tables if not self.tables[t].known_on.get("pointsTo")]
            for parent in keys + (["sources"] if name != "sources" else []) + (others if points else []):
                if parent != name:
                    visit(parent)
            order.append(name)

        for name in self.tables:
            visit(name)
        return order


def read_json(path: Path) -> Any:
    """Return the content of a JSON file; raise `ContractError` with its place if it is none."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ContractError(f"{path.name}: the file is missing", f"{path.name}: 파일이 없습니다") from None
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise ContractError(
            f"{path.name}: not JSON in UTF-8: {error}", f"{path.name}: UTF-8로 된 JSON이 아닙니다: {error}"
        ) from None


def load(folder: Path) -> Package:
    """Read the descriptor in `folder` with its schemas; raise `ContractError` if they are broken."""
    spec = read_json(folder / "datapackage.json")
    tables = {r["name"]: Table(r["name"], r["path"], read_json(folder / r["schema"])) for r in spec["resources"]}
    views = {v["name"]: Table(v["name"], None, read_json(folder / v["schema"])) for v in spec.get("views", [])}
    return Package(folder, spec, tables, views)


@cache
def package() -> Package:
    """Return the record that this installation carries."""
    return load(root())

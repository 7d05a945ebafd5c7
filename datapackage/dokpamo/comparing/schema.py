"""What changed in tables, columns and closed lists, and by how much the schema's version must rise for it.

The levels are those of the Data Package Version recipe (datapackage.org/recipes/data-package-version).
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dokpamo.contract import Field, Table

LEVELS = {
    "table-added": "minor",
    "table-removed": "major",
    "table-renamed": "major",
    "column-added": "major",
    "column-removed": "major",
    "column-renamed": "major",
    "columns-reordered": "major",
    "type-changed": "major",
    "key-changed": "major",
    "code-added": "minor",
    "code-removed": "major",
    "narrowed": "major",
    "widened": "minor",
    "described": "patch",
}
ORDER = ("patch", "minor", "major")
BREAKING = {
    "table-removed", "table-renamed", "column-removed", "column-renamed", "type-changed", "key-changed", "code-removed",
}  # fmt: skip
"""What takes something away from those who read tables, columns and codes by their names."""

FLAGS = ("required", "unique")
LOWER = ("minimum", "exclusiveMinimum", "minLength")
UPPER = ("maximum", "exclusiveMaximum", "maxLength")
TEXTS = ("title", "title_ko", "description", "description_ko", "labels")


@dataclass(frozen=True)
class SchemaChange:
    """One change of a table's or view's description; `column` is empty where it is about the whole table."""

    table: str
    column: str
    change: str
    old: str = ""
    new: str = ""

    @property
    def level(self) -> str:
        """By what the schema's version rises: patch, minor or major."""
        return LEVELS[self.change]

    @property
    def is_breaking(self) -> bool:
        """Whether something that readers knew by name is no longer there."""
        return self.change in BREAKING


def needed(changes: Iterable[SchemaChange]) -> str | None:
    """Return by what the schema's version must rise, or None if nothing of the schema changed.

    >>> needed([SchemaChange("teams", "aim", "column-renamed"), SchemaChange("ties", "", "table-added")])
    'major'
    """
    return max((change.level for change in changes), key=ORDER.index, default=None)


def table_changes(old: Table, new: Table, names: Mapping[str, str]) -> Iterator[SchemaChange]:
    """Yield what changed in a table; `names` gives the new name of each column that was renamed."""
    name = new.name
    back = {now: was for was, now in names.items()}
    for was, now in names.items():
        yield SchemaChange(name, now, "column-renamed", was, now)
    kept = [column for column in new.columns if back.get(column, column) in old.fields]
    for column in new.columns:
        if column not in kept:
            yield SchemaChange(name, column, "column-added", "", new.fields[column].type)
    for column in old.columns:
        if names.get(column, column) not in new.fields:
            yield SchemaChange(name, column, "column-removed", old.fields[column].type, "")
    before = [names.get(column, column) for column in old.columns]
    if [column for column in before if column in kept] != kept:
        yield SchemaChange(name, "", "columns-reordered", ",".join(old.columns), ",".join(new.columns))
    yield from _keys(old, new, names)
    for column in kept:
        yield from _field(name, old.fields[back.get(column, column)], new.fields[column])
    if _texts(old.spec) != _texts(new.spec):
        yield SchemaChange(name, "", "described")


def _keys(old: Table, new: Table, names: Mapping[str, str]) -> Iterator[SchemaChange]:
    """Yield changes of what identifies a row, and of what must be unique or name a row elsewhere."""
    grain = [names.get(column, column) for column in old.grain]
    if grain != new.grain:
        yield SchemaChange(new.name, "", "key-changed", ",".join(old.grain), ",".join(new.grain))
    for before, after in (
        ({_text([names.get(c, c) for c in key]) for key in old.unique_keys}, {_text(key) for key in new.unique_keys}),
        ({f"{names.get(key.column, key.column)} → {key.table}" for key in old.foreign_keys},
         {f"{key.column} → {key.table}" for key in new.foreign_keys}),
    ):  # fmt: skip
        yield from (SchemaChange(new.name, "", "narrowed", "", key) for key in sorted(after - before))
        yield from (SchemaChange(new.name, "", "widened", key, "") for key in sorted(before - after))


def _field(table: str, old: Field, new: Field) -> Iterator[SchemaChange]:
    """Yield changes of a column that stayed."""
    if (old.type, old.spec.get("format")) != (new.type, new.spec.get("format")):
        yield SchemaChange(table, new.name, "type-changed", old.type, new.type)
    before, after = old.codes, new.codes
    if before is not None and after is not None:
        yield from (SchemaChange(table, new.name, "code-removed", str(c), "") for c in before if c not in after)
        yield from (SchemaChange(table, new.name, "code-added", "", str(c)) for c in after if c not in before)
    for kind in sorted({*old.constraints, *new.constraints}):
        was, now = old.constraints.get(kind), new.constraints.get(kind)
        if was != now and not (kind == "enum" and was is not None and now is not None):
            change = "narrowed" if _is_narrower(kind, was, now) else "widened"
            yield SchemaChange(table, new.name, change, _told(kind, was), _told(kind, now))
    if _texts(old.spec) != _texts(new.spec):
        yield SchemaChange(table, new.name, "described")


def _is_narrower(kind: str, was: Any, now: Any) -> bool:
    """Say whether fewer cells pass than before; of two patterns nobody can tell, so the new one counts as narrower."""
    if kind in FLAGS:
        return bool(now)
    if now is None or was is None:
        return was is None
    return bool(now > was if kind in LOWER else now < was if kind in UPPER else True)


def _told(kind: str, value: Any) -> str:
    return "" if value is None else f"{kind}: {_text(value)}"


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _texts(spec: Mapping[str, Any]) -> list[Any]:
    return [spec.get(key) for key in TEXTS]

"""What a schema says must fit: the names it uses exist, its patterns and bounds can be read.

A slip here would make a check weaker without a word (a misspelt constraint checks nothing), so it is a finding.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from dokpamo.checking.findings import Finding
from dokpamo.checking.sentences import meant, sentence
from dokpamo.contract import Field, Table
from dokpamo.errors import close_names

BOUNDS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
CONSTRAINTS = {
    "string": ("required", "unique", "enum", "pattern", "minLength", "maxLength"),
    "integer": ("required", "unique", "enum", *BOUNDS),
    "number": ("required", "unique", *BOUNDS),
    "date": ("required", "unique", *BOUNDS),
    "boolean": ("required",),
}
"""The types of the record, and what a check understands of each."""

Names = Mapping[str, tuple[str, Table]]


def consistency_findings(tables: Names) -> Iterator[Finding]:
    """Yield what does not fit in the schemas, given by name with the file of each."""
    for file, table in tables.values():
        for field in table.spec["fields"]:
            yield from _field_findings(file, table, Field(field))
        yield from _key_findings(file, table, tables)
        for name in _known_on_columns(table):
            yield from _column(file, table, "knownOn", name)


def _field_findings(file: str, table: Table, field: Field) -> Iterator[Finding]:
    if sum(other["name"] == field.name for other in table.spec["fields"]) > 1:
        yield _finding(file, "twice", field.name, value=field.name)
    if field.type not in CONSTRAINTS:
        yield _unknown(file, "unknown-type", field.type, CONSTRAINTS, field.name)
        return
    for name, value in field.constraints.items():
        if name not in CONSTRAINTS[field.type]:
            known = CONSTRAINTS[field.type]
            yield _unknown(file, "unknown-constraint", name, known, field.name, type=field.type)
        elif not _is_readable(field, name, value):
            yield _finding(file, "bad-constraint", field.name, name=name, value=value)


def _is_readable(field: Field, name: str, value: Any) -> bool:
    """Say whether a pattern is a regular expression, and a bound a value of the column's type."""
    try:
        if name == "pattern":
            re.compile(value)
        if name in BOUNDS and field.type == "date":
            date.fromisoformat(value)
    except (re.error, TypeError, ValueError):
        return False
    return name not in BOUNDS or field.type == "date" or isinstance(value, int | float)


def _key_findings(file: str, table: Table, tables: Names) -> Iterator[Finding]:
    """Yield keys that name no column, no table, or several columns where the record has one."""
    if not table.is_view and len(table.grain) != 1:
        yield _finding(file, "one-key", at="primaryKey")
    for name in [*table.grain, *(name for key in table.unique_keys for name in key)]:
        yield from _column(file, table, "primaryKey, uniqueKeys, grain", name)
    for key in table.spec.get("foreignKeys", []):
        names, there = _list(key["fields"]), _list(key["reference"]["fields"])
        if len(names) != 1 or len(there) != 1:
            yield _finding(file, "one-key", at="foreignKeys")
            continue
        yield from _column(file, table, "foreignKeys", names[0])
        yield from _target(file, key["reference"].get("resource") or table.name, there[0], tables, names[0])
    for field in table.fields.values():
        if field.reference:
            yield from _target(file, field.reference["resource"], None, tables, field.name)


def _target(file: str, name: str, column: str | None, tables: Names, at: str) -> Iterator[Finding]:
    if name not in tables or tables[name][1].is_view:
        known = [table for table in tables if not tables[table][1].is_view]
        yield _unknown(file, "unknown-table", name, known, at)
    elif column is not None:
        yield from _column(file, tables[name][1], "foreignKeys", column)


def _known_on_columns(table: Table) -> Iterator[str]:
    """Yield the columns of its own table that `knownOn` names."""
    known = table.known_on
    for key in ("days", "waitsFor", "timeless"):
        yield from known.get(key, [])
    yield from known.get("pointsTo", [])
    yield from (place.split(".")[0] for place in known.get("fallback", []))
    for name, cell in known.get("cells", {}).items():
        yield from (name, cell["on"])


def _column(file: str, table: Table, at: str, name: str) -> Iterator[Finding]:
    if name not in table.fields:
        yield _unknown(file, "unknown-column", name, table.columns, None, at=at, table=table.name)


def _list(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _unknown(file: str, kind: str, value: str, known: Any, column: str | None, **values: Any) -> Finding:
    return _finding(file, kind, column, meant(close_names(value, known, 1)), value=value, **values)


def _finding(
    file: str, kind: str, column: str | None = None, hint: tuple[str, str] = ("", ""), **values: Any
) -> Finding:
    en, ko = sentence(kind, **values)
    return Finding(file, None, column, kind, en, ko, ("structure",), *hint)

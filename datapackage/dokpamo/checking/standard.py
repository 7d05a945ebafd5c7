"""What Frictionless, the standard's own validator, says of the record: conformance seen from outside."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dokpamo.checking.cells import Teller
from dokpamo.checking.findings import Finding, Sample
from dokpamo.checking.outside import Errors
from dokpamo.checking.reading import Seed
from dokpamo.checking.sentences import sentence
from dokpamo.contract import ForeignKey, Package, Table

SAMPLE = 5_000
"""Above this many rows a table is shown to Frictionless by its first rows only: Pandera reads the whole."""

KINDS = {"type-error": "type", "unique-error": "unique", "primary-key": "unique", "foreign-key": "foreign-key"}
UNREADABLE = {
    "utf-16", "cp949", "encoding", "nul", "broken-quote", "line-break", "empty-file", "missing-file",
    "missing-column", "extra-column", "duplicate-column", "column-order",
}  # fmt: skip
"""Damage that Frictionless does not get over: it goes by bytes, records and the order of columns."""


def samples(seeds: Mapping[str, Seed]) -> tuple[Sample, ...]:
    """Return the files that Frictionless does not read to their end."""
    return tuple(Sample(seed.file, SAMPLE, seed.frame.height) for seed in seeds.values() if seed.frame.height > SAMPLE)


def task(contract: Package, seeds: Mapping[str, Seed], names: Iterable[str] | None = None) -> dict[str, Any]:
    """Return what Frictionless is to validate, as plain data; `names` limits it to some tables."""
    chosen = [seeds[name] for name in (seeds if names is None else names) if _is_readable(seeds[name])]
    resources = [part for seed in chosen for part in _resources(seed, seeds)]
    return {"folder": str(contract.folder), "limit": SAMPLE, "resources": resources}


def _is_readable(seed: Seed) -> bool:
    return not any(finding.kind in UNREADABLE for finding in seed.findings)


def _resources(seed: Seed, seeds: Mapping[str, Seed]) -> Iterator[dict[str, Any]]:
    """Yield the descriptor of a table, as far as it tells what cells must be, and the keys that it points to."""
    table, keys = seed.table, []
    for key in table.foreign_keys:
        parent = seeds[key.table]
        if parent.has_key and key.column in seed.frame.columns:
            keys.append({"fields": [key.column], "reference": {"resource": _keys(table, key), "fields": [key.key]}})
            field = parent.table.fields[key.key]
            schema = {"fields": [{"name": key.key, "type": field.type}]}
            yield {"name": _keys(table, key), "data": [[key.key], *_named(seed, parent, key)], "schema": schema}
    fields = [
        {"name": name, "type": field.type, "constraints": field.constraints} for name, field in table.fields.items()
    ]
    yield {
        "name": table.name,
        "path": seed.file,
        "schema": {"fields": fields, "primaryKey": [table.key], "foreignKeys": keys},
    }


def _keys(table: Table, key: ForeignKey) -> str:
    return f"{table.name}-{key.column}"


def _named(seed: Seed, parent: Seed, key: ForeignKey) -> list[list[str]]:
    """Return the keys of a parent; of a long one those that the rows of the sample name."""
    keys = parent.frame[key.key].drop_nulls().unique(maintain_order=True)
    if len(keys) > SAMPLE:
        keys = keys.filter(keys.is_in(seed.frame[key.column].head(SAMPLE).drop_nulls().unique().implode()))
    return [[value] for value in keys.to_list()]


def standard_findings(told: Mapping[str, Errors], teller: Teller) -> Iterator[Finding]:
    """Yield the findings of Frictionless' errors, in our words where the fault lies in a cell."""
    for name, errors in told.items():
        seed = teller.seeds[name]
        for error in errors:
            row = seed.row(int(error.get("row_number") or 0))
            kind, column = _kind(error), error.get("field_name") or _key_column(seed.table, error)
            if kind and row is not None and column in seed.frame.columns:
                yield teller.cell(seed, row, str(column), kind, "standard")
            elif not seed.is_damaged and error["type"] != "blank-row":  # else it is told by others already
                en, ko = sentence("frictionless", problem=error["message"])
                yield Finding(seed.file, error.get("row_number"), None, error["type"], en, ko, ("standard",))


def _kind(error: Mapping[str, Any]) -> str | None:
    if error["type"] == "constraint-error":
        named = re.search(r'constraint "(\w+)" is', error["note"])
        return named.group(1) if named else None
    if error["type"] == "primary-key" and "None" in error["note"]:
        return "required"
    return KINDS.get(error["type"])


def _key_column(table: Table, error: Mapping[str, Any]) -> str | None:
    """Return the column of an error on a key, which Frictionless names in the plural."""
    names = error.get("field_names") or []
    return table.key if error["type"] == "primary-key" else str(names[0]) if names else None

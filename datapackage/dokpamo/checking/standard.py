"""What Frictionless, the standard's own validator, says of the record: conformance seen from outside."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from dokpamo.checking.contracts import cell_finding
from dokpamo.checking.findings import Finding
from dokpamo.checking.reading import Seed
from dokpamo.contract import Package, Table

SAMPLE = 50_000
"""Above this many rows a table is shown to Frictionless by its first rows only: Pandera reads the whole."""

KINDS = {"type-error": "type", "unique-error": "unique", "primary-key": "unique", "foreign-key": "foreign-key"}
TOLD_BY_STRUCTURE = {
    "incorrect-label", "extra-label", "missing-label", "blank-label", "duplicate-label", "blank-header",
    "extra-cell", "missing-cell", "blank-row", "encoding-error", "source-error", "header-error", "row-error",
}  # fmt: skip


def standard_findings(contract: Package, seeds: Mapping[str, Seed]) -> Iterator[Finding]:
    """Yield what Frictionless finds in the cells of every readable table."""
    for name, errors in _errors(contract, seeds):
        seed = seeds[name]
        for error in errors:
            yield from _finding(seed, seeds, error)


def _errors(contract: Package, seeds: Mapping[str, Seed]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    import frictionless

    readable = [name for name, seed in seeds.items() if seed.frame.width and not _cannot_open(seed)]
    resources = [_resource(contract.tables[name], readable) for name in readable]
    package = frictionless.Package.from_descriptor({"resources": resources}, basepath=str(contract.folder))
    big = any(seeds[name].frame.height > SAMPLE for name in readable)
    checklist = frictionless.Checklist()
    options = {"limit_rows": SAMPLE, "limit_errors": 100_000} if big else {"limit_errors": 1_000_000}
    report = package.validate(checklist, **options)
    for task in report.to_descriptor()["tasks"]:
        yield task["name"], task["errors"]


def _cannot_open(seed: Seed) -> bool:
    """Say whether the bytes are beyond a reader that expects sound UTF-8 CSV."""
    return any(finding.kind in ("encoding", "nul", "broken-quote", "empty-file") for finding in seed.findings)


def _resource(table: Table, readable: list[str]) -> dict[str, Any]:
    """Return a resource whose foreign keys point to readable tables only."""
    keys = [
        key
        for key in table.spec.get("foreignKeys", [])
        if (key["reference"].get("resource") or table.name) in readable
    ]
    schema = {**table.spec, "foreignKeys": keys}
    return {"name": table.name, "path": table.path, "encoding": "utf-8", "schema": schema}


def _finding(seed: Seed, seeds: Mapping[str, Seed], error: Mapping[str, Any]) -> Iterator[Finding]:
    kind = _kind(error)
    if kind is None or error.get("rowNumber") is None:
        return
    row = _row(seed, int(error["rowNumber"]))
    column = error.get("fieldName") or _key_column(seed.table, error)
    if row is not None and column in seed.frame.columns:
        yield cell_finding(seed, seeds, row, column, kind, "standard")


def _kind(error: Mapping[str, Any]) -> str | None:
    if error["type"] in TOLD_BY_STRUCTURE:
        return None
    if error["type"] == "constraint-error":
        named = re.search(r'constraint "(\w+)" is', error["note"])
        return named.group(1) if named else None
    return KINDS.get(error["type"])


def _key_column(table: Table, error: Mapping[str, Any]) -> str | None:
    """Return the column of an error on a key, which Frictionless names in the plural."""
    if error["type"] == "primary-key":
        return table.key
    names = error.get("fieldNames") or []
    return str(names[0]) if names else None


def _row(seed: Seed, line: int) -> int | None:
    """Return the row that stands in a line."""
    if seed.lines is None:
        return line - 2 if 0 <= line - 2 < seed.frame.height else None
    return seed.lines.index(line) if line in seed.lines else None

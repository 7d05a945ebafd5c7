"""Broken copies of the real record, made from its schemas: every one is refused, in its file, line and column.

For every column and every constraint that it declares, cells are broken in up to three rows; keys and rows are
doubled, columns dropped, renamed and swapped. Faults that don't touch each other share a copy, and a copy is expected
to be refused for exactly these faults. `pytest -rP tests/test_mutation.py` prints how many there were.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from overlays import TINY, Record, record, rows_of, write

from dokpamo import root
from dokpamo.checking import standard
from dokpamo.checking.cells import Teller, Typed, contract_findings
from dokpamo.checking.findings import Finding
from dokpamo.checking.outside import validated
from dokpamo.checking.reading import Seed
from dokpamo.contract import Field, package

TABLES = sorted(package().tables)
ROWS = 3
Place = tuple[int, str, str]
"""Line, column and kind of a fault."""

OF_A_TYPE = {"date": "2025-13-01", "integer": "many", "number": "much", "boolean": "maybe"}
BREAKERS: dict[str, Callable[[Any, str], str]] = {
    "required": lambda _, cell: "",
    "enum": lambda codes, cell: f"{cell}-x",
    "pattern": lambda pattern, cell: next(b for b in (f"¿{cell}", f" {cell}") if not re.fullmatch(pattern, b)),
    "minimum": lambda bound, cell: _beside(bound, -1),
    "maximum": lambda bound, cell: _beside(bound, 1),
    "exclusiveMinimum": lambda bound, cell: str(bound),
    "exclusiveMaximum": lambda bound, cell: str(bound),
    "minLength": lambda length, cell: cell[: length - 1],
    "maxLength": lambda length, cell: cell.ljust(length + 1, "x"),
}
"""How a cell breaks each constraint; a constraint that is new in the schemas needs a line here."""


def _beside(bound: Any, step: int) -> str:
    """The next value below or above a bound."""
    if isinstance(bound, str):
        return str(date.fromisoformat(bound) + timedelta(days=step))
    return str(bound + step)


@dataclass(frozen=True)
class Mutation:
    """One cell broken so that it must be refused for one reason."""

    row: int
    column: str
    cell: str
    kind: str


def record_of(name: str) -> Record:
    """The real record, or the tiny one where the real has no rows yet."""
    real = record(root() / "seeds")
    return real if real.seeds[name].frame.height else record(TINY)


def broken_cells(seed: Seed) -> Iterator[Mutation]:
    """Every way in which the cells of a table can break what its schema declares."""
    keys = {key.column for key in seed.table.foreign_keys}
    for name, field in seed.table.fields.items():
        rows = [row for row, cell in enumerate(seed.frame[name].to_list()) if cell]
        count = 1 if field.constraints.get("unique") else ROWS
        for kind, broken in _ways(field, name in keys):
            for row in (rows[:1] + rows[len(rows) // 2 :][: count - 2] + rows[-1:])[:count] if rows else []:
                yield Mutation(row, name, broken(seed.cell(row, name)), kind)


def _ways(field: Field, is_foreign_key: bool) -> Iterator[tuple[str, Callable[[str], str]]]:
    if field.type in OF_A_TYPE:
        yield "type", lambda _: OF_A_TYPE[field.type]
    if is_foreign_key:
        yield "foreign-key", lambda cell: f"{cell}-x"
    for kind, value in field.constraints.items():
        if kind != "unique" and value is not False:  # a key is doubled in a copy of its own
            yield kind, lambda cell, kind=kind, value=value: BREAKERS[kind](value, cell)  # type: ignore[misc]


def copies(seed: Seed) -> list[list[Mutation]]:
    """Share the mutations out on as few copies as give each a cell of its own, and leave no row blank."""
    shared: list[list[Mutation]] = []
    filled = [sum(cell is not None for cell in row) for row in seed.frame.rows()]
    for mutation in broken_cells(seed):
        for copy in shared:
            near = [other for other in copy if other.row == mutation.row]
            if len(near) < filled[mutation.row] - 1 and mutation.column not in {other.column for other in near}:
                copy.append(mutation)
                break
        else:
            shared.append([mutation])
    return shared


def refusals(broken: Seed, folder: Path, own: Record) -> dict[str, set[Place]]:
    """What each validator refuses in a broken table among its sound neighbours."""
    seeds, name = {**own.seeds, broken.table.name: broken}, broken.table.name
    teller = Teller(seeds)
    typed = {**own.typed, name: Typed(broken)}
    told = validated({**standard.task(own.contract, seeds, [name]), "folder": str(folder)})
    by = {"contract": contract_findings(typed, teller, [name]), "standard": standard.standard_findings(told, teller)}
    return {validator: set(places(findings)) for validator, findings in by.items()}


def places(findings: Iterator[Finding]) -> Iterator[Place]:
    for finding in findings:
        yield finding.line or 0, finding.column or "", finding.kind


refused: Counter[str] = Counter()


def expect(found: dict[str, set[Place]], wanted: set[Place], seed: Seed) -> None:
    """Both validators refuse exactly what was broken; Frictionless knows no unique keys."""
    own = {key.column for key in seed.table.foreign_keys if key.table == seed.table.name}
    left = {
        name: {place for place in places if place[1] not in own or place in wanted} for name, places in found.items()
    }
    assert left["contract"] == wanted
    assert left["standard"] == {place for place in wanted if place[2] != "unique-key"}
    refused.update(kind for _, _, kind in wanted)


@pytest.mark.parametrize("name", TABLES)
def test_broken_cells(name: str, tmp_path: Path) -> None:
    own = record_of(name)
    seed = own.seeds[name]
    for mutations in copies(seed):
        rows = rows_of(seed)
        for mutation in mutations:
            rows[mutation.row + 1][seed.table.columns.index(mutation.column)] = mutation.cell
        wanted = {(mutation.row + 2, mutation.column, mutation.kind) for mutation in mutations}
        expect(refusals(write(rows, tmp_path, seed), tmp_path, own), wanted, seed)


@pytest.mark.parametrize("name", TABLES)
def test_doubled_rows_and_keys(name: str, tmp_path: Path) -> None:
    own = record_of(name)
    seed = own.seeds[name]
    table, line = seed.table, seed.frame.height + 2
    rows = rows_of(seed)
    at = table.columns.index
    unique = {column for column, field in table.fields.items() if field.constraints.get("unique")}
    full = [key for key in table.unique_keys if all(rows[1][at(column)] for column in key)]
    expect(
        refusals(write([*rows, rows[1]], tmp_path, seed), tmp_path, own),
        {(line, column, "unique") for column in unique if rows[1][at(column)]}
        | {(line, key[-1], "unique-key") for key in full},
        seed,
    )
    for key in [[column] for column in unique if rows[1][at(column)]] + full:
        copy = list(rows[-1])
        copy[at(table.key)] = "no-row"
        for column in key:
            copy[at(column)] = rows[1][at(column)]
        for column in unique - set(key) - {table.key}:
            copy[at(column)] = ""
        found = refusals(write([*rows, copy], tmp_path, seed), tmp_path, own)["contract"]
        kind = "unique" if len(key) == 1 and key[0] in unique else "unique-key"
        assert (line, key[-1], kind) in found
        refused[kind] += 1


@pytest.mark.parametrize("name", TABLES)
def test_dropped_renamed_and_swapped_columns(name: str, tmp_path: Path) -> None:
    own = record_of(name)
    seed = own.seeds[name]
    rows = rows_of(seed)[:4]
    keys = {seed.table.key, *(key.column for key in seed.table.foreign_keys)}
    for at, column in enumerate(seed.table.columns):
        broken = write([row[:at] + row[at + 1 :] for row in rows], tmp_path, seed)
        assert list(places(iter(broken.findings))) == [(1, column, "missing-column")]
        if column in keys or any(column in key for key in seed.table.unique_keys):
            assert not refusals(broken, tmp_path, own)["standard"]  # and nobody stumbles
        renamed = write([[*rows[0][:at], f"{column}z", *rows[0][at + 1 :]], *rows[1:]], tmp_path, seed)
        assert list(places(iter(renamed.findings))) == [(1, f"{column}z", "renamed-column")]
        refused.update(["missing-column", "renamed-column"])
    swapped = write([[row[1], row[0], *row[2:]] for row in rows], tmp_path, seed)
    assert list(places(iter(swapped.findings))) == [(1, "", "column-order")]
    refused["column-order"] += 1


def test_every_constraint_in_use_is_broken() -> None:
    broken = Counter(mutation.kind for name in TABLES for mutation in broken_cells(record_of(name).seeds[name]))
    fields = [(table, field) for table in package().tables.values() for field in table.fields.values()]
    declared = {kind for _, field in fields for kind in field.constraints} - {"unique"}
    assert set(broken) == declared | {"type", "foreign-key"}
    assert broken.total() > 3 * len(fields)


@pytest.fixture(scope="module", autouse=True)
def figure() -> Iterator[None]:
    """Print how many mutations were refused: all that were made, for each is asserted where it is made."""
    yield
    print(f"{refused.total():,} of {refused.total():,} mutations refused: {dict(refused.most_common())}")

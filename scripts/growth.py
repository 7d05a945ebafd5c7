"""The work that bench.py times on grown records, each piece in a process of its own.

python scripts/growth.py make FOLDER --rows 1000000     write a grown record without a fault
python scripts/growth.py break FOLDER --faults 10       put so many faults of each kind into it
python scripts/growth.py check FOLDER                   also parse, pandera, contracts: work, and report as JSON
"""

import argparse
import json
import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from dokpamo.contract import Field, Package, load
from grown import NOTED, break_record, make

if TYPE_CHECKING:
    import polars as pl

    from dokpamo.checking.findings import Finding


def parse(contract: Package) -> dict[str, "pl.DataFrame"]:
    """Read every table with polars alone: text, then types."""
    return {name: _parsed(contract.folder / str(table.path), table.fields) for name, table in contract.tables.items()}


def _parsed(path: Path, fields: dict[str, Field]) -> "pl.DataFrame":
    import polars as pl

    cells: dict[str, Callable[[pl.Expr], pl.Expr]] = {
        "string": lambda cell: cell,
        "date": lambda cell: cell.str.to_date("%Y-%m-%d"),
        "boolean": lambda cell: cell == "true",
        "integer": lambda cell: cell.cast(pl.Int64),
        "number": lambda cell: cell.cast(pl.Float64),
    }
    text = pl.read_csv(path, schema=dict.fromkeys(fields, pl.String))
    return text.with_columns(cells[field.type](pl.col(name)) for name, field in fields.items())


def pandera(contract: Package) -> None:
    """Read as `parse` does and validate each frame with Pandera alone, foreign keys and all."""
    from dokpamo.checking.contracts import pandera_schema

    frames = parse(contract)
    for name, frame in frames.items():
        pandera_schema(contract.tables[name], frames).validate(frame, lazy=True)


def contracts(contract: Package) -> list["Finding"]:
    """Read and check against the contracts as `dokpamo check` does, without Frictionless and the rules."""
    from dokpamo.checking.cells import Teller, Typed, contract_findings
    from dokpamo.checking.reading import read_seed

    seeds = {name: read_seed(table, contract.folder) for name, table in contract.tables.items()}
    return list(contract_findings({name: Typed(seed) for name, seed in seeds.items()}, Teller(seeds)))


def check(contract: Package) -> list["Finding"]:
    """Run the whole check: structure, contracts, Frictionless on its sample, rules."""
    import dokpamo

    return list(dokpamo.check(contract.folder).findings)


WORK: dict[str, Callable[[Package], Any]] = {"parse": parse, "pandera": pandera, "contracts": contracts, "check": check}


def work(name: str, folder: Path) -> dict[str, Any]:
    """Do a piece of work with the libraries loaded; return its seconds, those of all processors, and what was found."""
    import duckdb  # noqa: F401
    import pandera.polars  # noqa: F401

    contract = load(folder)
    start, cpu = perf_counter(), processor_time()
    done = WORK[name](contract)
    took = {"seconds": perf_counter() - start, "cpu": processor_time() - cpu}
    return took | (found(folder, done) if name == "check" else {})


def processor_time() -> float:
    """Return the processor seconds of this process and of its children that have ended."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def found(folder: Path, findings: list["Finding"]) -> dict[str, Any]:
    """Return how many of the faults noted in a folder were found and placed, and how many findings are of no fault."""
    noted = [tuple(fault) for fault in json.loads(_read(folder / NOTED, "[]"))]
    told = {(finding.file, finding.line, finding.column, finding.kind) for finding in findings}
    placed = Counter(fault[3] for fault in noted if fault in told)
    kinds = {kind: [placed[kind], count] for kind, count in Counter(fault[3] for fault in noted).items()}
    others = [
        finding.text()
        for finding in findings
        if (finding.file, finding.line, finding.column, finding.kind) not in noted
    ]
    return {"kinds": kinds, "others": len(others), "first": others[:3]}


def _read(path: Path, otherwise: str) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else otherwise


def main() -> None:
    """Make, break or work; print what came of it as JSON."""
    parser = argparse.ArgumentParser(description="grown records, and the work that bench.py times on them")
    parser.add_argument("verb", choices=["make", "break", *WORK])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rows", type=int, default=10_000, help="rows of the whole record (default: 10000)")
    parser.add_argument("--faults", type=int, default=10, help="faults of each kind (default: 10)")
    told = parser.parse_args()
    if told.verb == "make":
        done = make(told.folder, told.rows)
    elif told.verb == "break":
        done = break_record(told.folder, told.faults)
    else:
        done = work(told.verb, told.folder)
    print(json.dumps(done))


if __name__ == "__main__":
    main()

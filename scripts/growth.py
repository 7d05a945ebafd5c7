"""A record that has grown: the real one with its growing tables multiplied, and the work that bench.py times on it.

    python scripts/growth.py make FOLDER --rows 1000000     write a grown record without a fault
    python scripts/growth.py break FOLDER --faults 10       put so many faults of each kind into it
    python scripts/growth.py check FOLDER                   also parse, pandera, contracts: work, and report as JSON

Each runs in a process of its own, so that time and memory are of that work alone.
"""

import argparse
import csv
import io
import json
import shutil
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, NamedTuple

from dokpamo import root
from dokpamo.contract import Field, Package, load
from dokpamo.helpers import quoted

if TYPE_CHECKING:
    import duckdb
    import polars as pl

    from dokpamo.checking.findings import Finding

MARKED = {
    "sources": ["source_id", "url"],
    "events": ["event_id", "answers_event_id"],
    "event_teams": ["event_id"],
    "benchmark_results": ["benchmark_result_id"],
    "lineage": ["lineage_id", "answers_lineage_id"],
    "evidence": ["evidence_id", "supersedes_evidence_id", "answers_evidence_id"],
    "claims": ["row_id"],
}
"""The tables that grow in life, and the cells to which each copy of their rows adds its mark, as -7."""

REWRITTEN = {
    "source_ids": "replace(source_ids, ';', mark || ';') || mark",
    "event_team_id": "replace(event_team_id, event_id, event_id || mark)",
    "claim_id": "replace(claim_id, row_id, row_id || mark)",
    "setting_en": "coalesce(setting_en, 'run') || told",
    "setting_ko": "coalesce(setting_ko, '실행') || told",
    **{text: f"{text} || told" for text in ("title_en", "title_ko", "claim_en", "claim_ko")},
}
"""Other cells by which a copy differs, in whatever table they stand; a text tells its copy in letters, as (bd)."""


class Fault(NamedTuple):
    """A kind of fault: the finding it must give, what becomes of the cell, and the rows that can bear it, in SQL."""

    kind: str
    table: str
    column: str | None
    broken: str
    where: str = "true"


OTHER_SOURCES = "NOT list_has_any(string_split(source_ids, ';'), string_split(lag(source_ids) OVER (), ';'))"

NAMELESS = "NOT regexp_matches(title_ko || lag(title_en) OVER (), '[A-Z].*[가-힣]|[0-9]')"
"""Titles without the names and figures that must stand in both languages."""

FAULTS = [
    Fault("type", "benchmark_results", "value", "value || ' points'"),
    Fault("enum", "benchmark_results", "mode", "'reasonning'"),
    Fault("foreign-key", "benchmark_results", "benchmark_id", "benchmark_id || '-x'"),
    Fault(
        "unique",
        "benchmark_results",
        "benchmark_result_id",
        "lag(benchmark_result_id) OVER ()",
        f"model_id = lag(model_id) OVER () AND {OTHER_SOURCES}",
    ),
    Fault(
        "unique-key",
        "events",
        "title_en",
        "lag(title_en) OVER ()",
        f"occurred_on = lag(occurred_on) OVER () AND {NAMELESS}",
    ),
    Fault("required", "evidence", "locator", "NULL"),
    Fault("pattern", "sources", "url", "'file:' || url", "url IS NOT NULL"),
    Fault("ragged-row", "event_teams", None, "NULL"),
    Fault("rule/sources-exist", "evidence", "source_ids", "source_ids || ';no-such-source'"),
    Fault("rule/evidence-level-on-scale", "evidence", "level_high", "'9'", "level_low IS NOT NULL"),
    Fault("rule/no-formulas", "lineage", "claim_en", "'=' || claim_en"),
    Fault("rule/nothing-after-the-record", "benchmark_results", "snapshot_on", "'2999-12-31'", "snapshot_on > ''"),
    Fault(
        "rule/precision-first-day",
        "sources",
        "published_on",
        "left(published_on, 8) || '02'",
        "published_on_precision = 'month'",
    ),
]  # fmt: skip
"""Faults of the file, of cells, of keys and across tables; each is the only thing wrong with its line."""

NOTED = "faults.json"


def make(folder: Path, rows: int) -> dict[str, Any]:
    """Write a record of about so many rows: the real one, then as many copies of what grows as it takes."""
    import duckdb

    contract = load(root())
    for name in ("schemas", "datapackage.json"):
        place = contract.folder / name
        (shutil.copytree if place.is_dir() else shutil.copy)(place, folder / name)
    (folder / "seeds").mkdir()
    with duckdb.connect() as con:
        for name, table in contract.tables.items():
            con.execute(f"CREATE TABLE {name} AS FROM {_text(contract.folder / str(table.path))}")
        real = _count(con, [f"FROM {name}" for name in contract.tables])
        a_copy = _count(con, map(_growing, MARKED))
        copies = max(0, round((rows - real) / a_copy))
        for name, table in contract.tables.items():
            con.execute(f"COPY ({_grown(name, table.columns, copies)}) TO {quoted(str(folder / str(table.path)))}")
    return {"rows": real + copies * a_copy, "bytes": sum(path.stat().st_size for path in folder.glob("seeds/*"))}


def _text(path: Path) -> str:
    """Return the SQL that reads a seed as text, in the order of its lines."""
    return (
        f"read_csv({quoted(str(path))}, header = true, all_varchar = true, delim = ',', quote = '\"', parallel = false)"
    )


def _count(con: "duckdb.DuckDBPyConnection", queries: "Iterator[str] | list[str] | map[str]") -> int:
    return sum(con.execute(f"SELECT count(*) FROM ({query})").fetchall()[0][0] for query in queries)


def _growing(name: str) -> str:
    """Return SQL for the rows of a table that are copied: claims on what is copied, sources of what is copied."""
    if name == "claims":
        return f"FROM claims WHERE table_name IN ({', '.join(map(quoted, MARKED))})"
    if name == "sources":
        others = " UNION ALL ".join(f"(SELECT source_ids {_growing(other)})" for other in _with_sources())
        return f"FROM sources WHERE source_id IN (SELECT unnest(string_split(source_ids, ';')) FROM ({others}))"
    return f"FROM {name}"


def _with_sources() -> list[str]:
    return [name for name in MARKED if name not in ("sources", "event_teams")]


def _grown(name: str, columns: list[str], copies: int) -> str:
    """Return SQL for a table with its copies; each copy is a small world of its own."""
    if name not in MARKED or not copies:
        return f"FROM {name}"
    new = {column: f"{column} || mark" for column in MARKED[name]}
    new |= {column: sql for column, sql in REWRITTEN.items() if column in columns}
    cells = ", ".join(f"{sql} AS {column}" for column, sql in new.items())
    letters = "translate(CAST(n AS VARCHAR), '0123456789', 'abcdefghij')"
    marks = f"(SELECT '-' || n AS mark, ' (' || {letters} || ')' AS told FROM range(1, {copies + 1}) numbers (n))"
    return f"FROM {name} UNION ALL SELECT * EXCLUDE (mark, told) REPLACE ({cells}) FROM ({_growing(name)}), {marks}"


def break_record(folder: Path, count: int) -> dict[str, Any]:
    """Put `count` faults of each kind into a grown record, spread over its files, and note where they stand."""
    import duckdb

    contract = load(folder)
    broken: dict[str, dict[int, tuple[Fault, str]]] = defaultdict(dict)
    with duckdb.connect() as con:
        for fault in FAULTS:
            rows = con.execute(
                _bearers(fault, folder / str(contract.tables[fault.table].path), count, broken[fault.table])
            )
            broken[fault.table] |= {line: (fault, text or "") for line, text in rows.fetchall()}
    noted = []
    for name, lines in broken.items():
        table = contract.tables[name]
        _rewrite(folder / str(table.path), table.columns, lines)
        noted += [(str(table.path), line, fault.column, fault.kind) for line, (fault, _) in sorted(lines.items())]
    (folder / NOTED).write_text(json.dumps(noted), encoding="utf-8")
    return {"faults": len(noted)}


def _bearers(fault: Fault, path: Path, count: int, taken: "dict[int, Any]") -> str:
    """Return SQL for the lines that shall bear a fault, one in each stretch of the file, and what the cell becomes."""
    free = f"line NOT IN ({', '.join(map(str, [0, 1, *taken]))})"
    return f"""WITH lines AS (
        SELECT row_number() OVER () + 1 AS line, {fault.broken} AS text, {fault.where} AS can_bear FROM {_text(path)}
    ) SELECT min(line), arg_min(coalesce(text, ''), line) FROM lines WHERE can_bear AND {free}
    GROUP BY line * {count} // (SELECT max(line) + 1 FROM lines)"""


def _rewrite(path: Path, columns: list[str], lines: "dict[int, tuple[Fault, str]]") -> None:
    """Write the file anew with the faulty lines in it."""
    fresh = path.with_suffix(".new")
    with path.open(encoding="utf-8", newline="") as old, fresh.open("w", encoding="utf-8", newline="") as new:
        for number, line in enumerate(old, 1):
            new.write(_broken(line, columns, *lines[number]) if number in lines else line)
    fresh.replace(path)


def _broken(line: str, columns: list[str], fault: Fault, text: str) -> str:
    if fault.column is None:
        return line.replace("\n", ",\n")
    cells = next(csv.reader([line]))
    cells[columns.index(fault.column)] = text
    told = io.StringIO()
    csv.writer(told, lineterminator="\n").writerow(cells)
    return told.getvalue()


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
    """Do a piece of work; return its seconds without the import of libraries and, of a check, what it found."""
    import duckdb  # noqa: F401
    import pandera.polars  # noqa: F401

    contract = load(folder)
    start = perf_counter()
    done = WORK[name](contract)
    seconds = perf_counter() - start
    return {"seconds": seconds, **(found(folder, done) if name == "check" else {})}


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

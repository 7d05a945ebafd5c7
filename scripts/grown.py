"""A record that has grown: the real one with copies of what grows in life, without a fault or with known ones."""

import csv
import io
import json
import shutil
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from dokpamo import root
from dokpamo.contract import load
from dokpamo.helpers import quoted

if TYPE_CHECKING:
    import duckdb

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
    "setting_en": "coalesce(setting_en || ', ', '') || 'run' || told",
    "setting_ko": "coalesce(setting_ko || ', ', '') || '실행' || ltrim(told)",
    **{text: f"{text} || told" for text in ("title_en", "claim_en")},
    **{text: f"{text} || ltrim(told)" for text in ("title_ko", "claim_ko")},
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
]
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


def _count(con: "duckdb.DuckDBPyConnection", queries: Iterable[str]) -> int:
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

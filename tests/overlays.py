"""Copies of a record with some files changed, checked as `dokpamo.check` does, but only as far as the change reaches.

A case is a folder: its `*.csv` replace seeds, anything else replaces the file of the same place in the record
(`schemas/teams.json`), `missing.txt` names seeds to take away. `expected.txt` has the sentences a curator must see.
"""

import csv
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache, cached_property
from pathlib import Path

import duckdb

from dokpamo import building
from dokpamo.checking import standard
from dokpamo.checking.cells import Teller, Typed, contract_findings
from dokpamo.checking.findings import Finding, merged
from dokpamo.checking.outside import validated
from dokpamo.checking.reading import Seed, read_seed
from dokpamo.checking.rules import rule_findings, rules, run
from dokpamo.checking.rules import task as rule_task
from dokpamo.contract import load
from dokpamo.folders import root
from dokpamo.helpers import SELECTS, quoted

Rows = list[list[str]]
TINY = Path(__file__).parent / "tiny" / "seeds"
CASES = Path(__file__).parent / "bad"
SHARED = (*SELECTS, "ids", "row_sources")
"""What rules read besides the tables: views over the rows of all tables, and their sources."""


@contextmanager
def overlay(seeds: Path, case: Path) -> Iterator[Path]:
    """Give a folder with the record of `seeds` and the files of a case over it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copyfile(root() / "datapackage.json", folder / "datapackage.json")
        if (case / "schemas").exists():
            shutil.copytree(root() / "schemas", folder / "schemas", copy_function=_link)
        else:
            _link(root() / "schemas", folder / "schemas")
        shutil.copytree(seeds, folder / "seeds", copy_function=_link)
        for file in (file for file in case.rglob("*") if file.is_file()):
            place = folder / ("seeds" if file.suffix == ".csv" else "") / file.relative_to(case)
            place.unlink(missing_ok=True)
            shutil.copyfile(file, place)
        for seed in missing(case):
            (folder / "seeds" / seed).unlink()
        yield folder


def _link(source: str | Path, target: str | Path) -> None:
    Path(target).symlink_to(source)


def missing(case: Path) -> list[str]:
    """Return the seeds that a case takes away."""
    file = case / "missing.txt"
    return file.read_text(encoding="utf-8").split() if file.exists() else []


def rows_of(seed: Seed) -> Rows:
    """Return header and rows of a seed as typed."""
    return [seed.frame.columns, *([cell or "" for cell in row] for row in seed.frame.rows())]


def write(rows: Rows, folder: Path, seed: Seed) -> Seed:
    """Write a changed copy of a seed into a folder, and read it."""
    path = folder / seed.file
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows(rows)
    return read_seed(seed.table, folder)


class Record:
    """A sound record: what is read of it once serves every case."""

    def __init__(self, seeds: Path) -> None:
        self.seeds_folder = seeds
        with overlay(seeds, seeds / "no case") as folder:
            self.contract = load(folder)
            self.seeds = {name: read_seed(table, folder) for name, table in self.contract.tables.items()}
            self.rules = [(rule, set(re.findall(r"""record\."?([a-z_]+)""", rule.text))) for rule in rules(folder)]
        self.typed = {name: Typed(seed) for name, seed in self.seeds.items()}

    @cached_property
    def con(self) -> duckdb.DuckDBPyConnection:
        """The record in a database, as the rules read it; what is a view over all rows is a table here."""
        con = duckdb.connect(config={"threads": 1})  # nothing here is long enough for two
        with overlay(self.seeds_folder, self.seeds_folder / "no case") as folder:
            building.build(con, load(folder), self.contract.tables, strict=False)
        for name in SELECTS:
            con.execute(f"CREATE TABLE record.all_{name} AS FROM record.{name}; DROP VIEW record.{name}")
            con.execute(f"ALTER TABLE record.all_{name} RENAME TO {name}")
        return con

    def check(self, folder: Path, changed: Iterable[str]) -> tuple[Finding, ...]:
        """Return what `dokpamo.check` finds in a copy of the record in which some tables have changed."""
        changed = set(changed)
        tables = self.contract.tables
        read = {name: read_seed(tables[name], folder) for name in changed}
        seeds, typed = {**self.seeds, **read}, {**self.typed, **{name: Typed(seed) for name, seed in read.items()}}
        renamed = {name for name in changed if read[name].keys != self.seeds[name].keys}
        nearby = [
            name for name in tables if name in changed or renamed & {key.table for key in tables[name].foreign_keys}
        ]
        teller = Teller(seeds)
        found = [finding for seed in read.values() for finding in seed.findings]
        found += contract_findings(typed, teller, nearby)
        task = {**standard.task(self.contract, seeds, nearby), "folder": str(folder)}
        found += standard.standard_findings(validated(task), teller)
        return merged([*found, *self._rule_findings(folder, typed, changed)])

    def _rule_findings(self, folder: Path, typed: dict[str, Typed], changed: set[str]) -> list[Finding]:
        """Run the rules that read what has changed; then put all back."""
        sound = self._sound
        self.con.begin()
        try:
            with tempfile.TemporaryDirectory() as place:
                mended = rule_task(folder, typed, Path(place))["files"]
                for name in changed:
                    path = Path(mended.get(name, folder / str(self.contract.tables[name].path)))
                    self.con.execute(f"DROP TABLE record.{name}")
                    self.con.execute("DELETE FROM record.row_sources WHERE table_name = ?", [name])
                    building._load(self.con, self.contract, self.contract.tables[name], path, strict=False)
            other = {name for name in changed if self._content(name) != sound[name]}
            self._renew(other)
            other |= {name for name in SHARED if self._content(name) != sound[name]}
            seeds = {name: table.seed for name, table in typed.items()}
            asked = [rule for rule, reads in self.rules if reads & {*other, "rows"}]
            return list(rule_findings(asked, run(self.con, asked), seeds))
        finally:
            self.con.rollback()

    @cached_property
    def _sound(self) -> dict[str, object]:
        """The content of all that rules read while nothing has changed."""
        return {name: self._content(name) for name in (*self.contract.tables, *SHARED)}

    def _renew(self, changed: set[str]) -> None:
        """Take the rows of some tables anew into the tables over all rows; what is claimed is looked up in any."""
        for name, select in SELECTS.items():
            tables = self.contract.tables if name == "claimed" and "claims" in changed else changed
            if tables:
                self.con.execute(f"DELETE FROM record.{name} WHERE table_name IN ({', '.join(map(quoted, tables))})")
                self.con.execute(f"INSERT INTO record.{name} {select([self.contract.tables[t] for t in tables])}")

    def _content(self, name: str) -> object:
        """Return what changes with any cell of a table."""
        return self.con.execute(f"SELECT count(*), sum(hash(t)) FROM record.{name} t").fetchone()


@cache
def record(seeds: Path) -> Record:
    """Return the record of some seeds, read once."""
    return Record(seeds)

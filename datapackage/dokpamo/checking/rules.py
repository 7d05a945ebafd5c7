"""The rules across rows and tables: each a SQL query that returns the offending rows and their sentence."""

import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dokpamo.building import build
from dokpamo.checking.cells import Typed
from dokpamo.checking.findings import Finding
from dokpamo.checking.reading import Seed
from dokpamo.checking.sentences import sentence
from dokpamo.contract import Package
from dokpamo.errors import ContractError

if TYPE_CHECKING:
    import duckdb

SENTENCE = re.compile(r"^-- (en|ko|hint-en|hint-ko): (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Rule:
    """One file of `schemas/rules/`: why it holds, the sentences of its findings, and the query."""

    name: str
    text: str

    @property
    def file(self) -> str:
        return f"schemas/rules/{self.name}.sql"

    @cached_property
    def sentences(self) -> dict[str, str]:
        return dict(SENTENCE.findall(self.text))

    def fill(self, key: str, row: Mapping[str, Any]) -> str:
        """Return a sentence with the row's values in its places; a value that is missing shows as –."""
        template = self.sentences.get(key, "")
        return template.format_map({name: "–" if value is None else value for name, value in row.items()})


def rules(folder: Path) -> list[Rule]:
    """Return the rules of a record, by name."""
    files = sorted((folder / "schemas" / "rules").glob("*.sql"))
    return [Rule(file.stem, file.read_text(encoding="utf-8")) for file in files]


def rule_findings(contract: Package, typed: Mapping[str, Typed]) -> list[Finding]:
    """Return the offending rows of every rule, over what could be read."""
    import duckdb

    with duckdb.connect() as con, tempfile.TemporaryDirectory() as folder:
        try:
            build(con, contract, contract.tables, files=repaired(typed, Path(folder)), strict=False)
        except (duckdb.Error, ContractError) as error:
            return [_not_run("schemas/rules", str(error).splitlines()[0])]
        con.execute("SET enable_external_access = false")
        return list(run(con, rules(contract.folder), {name: table.seed for name, table in typed.items()}))


def repaired(typed: Mapping[str, Typed], folder: Path) -> dict[str, Path]:
    """Write the sound cells of damaged seeds into a folder, so that the rules can read on.

    A cell that is not of its type counts as damage: some readers would take it for something else.
    """
    files = {}
    for name, table in typed.items():
        if table.seed.is_damaged or table.bad:
            files[name] = folder / f"{name}.csv"
            if table.frame.width:
                table.frame.write_csv(files[name])
            else:
                files[name].write_text(f"{table.seed.header}\n", encoding="utf-8")
    return files


def run(con: "duckdb.DuckDBPyConnection", rules: Iterable[Rule], seeds: Mapping[str, Seed]) -> Iterator[Finding]:
    """Yield the findings of rules over an open database."""
    import duckdb

    for rule in rules:
        missing = [line for line in ("en", "ko") if line not in rule.sentences]
        if missing:
            en, ko = sentence("rule-header", line=missing[0])
            yield Finding(rule.file, None, None, "rule-header", en, ko, ("rule",))
            continue
        try:
            cursor = con.execute(rule.text)
            names = [column[0] for column in cursor.description or []]
            rows = [dict(zip(names, cells, strict=True)) for cells in cursor.fetchall()]
            yield from _findings(rule, rows, seeds)
        except duckdb.Error as error:
            yield _not_run(rule.file, str(error).splitlines()[0])
        except KeyError as error:
            yield _not_run(rule.file, f"the query returns no column {error}")


def _not_run(file: str, problem: str) -> Finding:
    en, ko = sentence("not-run", problem=problem)
    return Finding(file, None, None, "not-run", en, ko, ("rule",))


def _findings(rule: Rule, rows: list[dict[str, Any]], seeds: Mapping[str, Seed]) -> Iterator[Finding]:
    lines = _lines(rows, seeds)
    for row in rows:
        table = str(row["table_name"])
        yield Finding(
            seeds[table].file if table in seeds else rule.file,
            lines.get((table, str(row["row_id"]))),
            row["column_name"],
            f"rule/{rule.name}",
            rule.fill("en", row),
            rule.fill("ko", row),
            ("rule",),
            rule.fill("hint-en", row),
            rule.fill("hint-ko", row),
        )


def _lines(rows: list[dict[str, Any]], seeds: Mapping[str, Seed]) -> dict[tuple[str, str], int]:
    """Return the first line of each offending row, one look into a table."""
    import polars as pl

    lines = {}
    for table in {str(row["table_name"]) for row in rows} & set(seeds):
        seed = seeds[table]
        if seed.has_key:
            wanted = pl.Series([str(row["row_id"]) for row in rows if row["table_name"] == table])
            keys = seed.frame[seed.table.key]
            for at in reversed(keys.is_in(wanted.implode()).arg_true().to_list()):
                lines[table, keys[at]] = seed.line(at)
    return lines

"""The rules across rows and tables: each a SQL query that returns the offending rows and their sentence.

`python -m dokpamo.checking.rules` runs them beside the rest of a check, see `beside`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dokpamo.beside import answer
from dokpamo.building import build
from dokpamo.checking.findings import Finding
from dokpamo.checking.sentences import sentence
from dokpamo.contract import load
from dokpamo.errors import ContractError

if TYPE_CHECKING:
    import duckdb

    from dokpamo.checking.cells import Typed
    from dokpamo.checking.reading import Seed

SENTENCE = re.compile(r"^-- (en|ko|hint-en|hint-ko): (.+)$", re.MULTILINE)
Row = dict[str, Any]
Answers = dict[str, list[Row] | str]
"""The offending rows by rule, or the reason why it could not be run."""


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

    def fill(self, key: str, row: Row) -> str:
        """Return a sentence with the row's values in its places; a value that is missing shows as –."""
        template = self.sentences.get(key, "")
        return template.format_map({name: "–" if value is None else value for name, value in row.items()})


def rules(folder: Path) -> list[Rule]:
    """Return the rules of a record, by name."""
    files = sorted((folder / "schemas" / "rules").glob("*.sql"))
    return [Rule(file.stem, file.read_text(encoding="utf-8")) for file in files]


def task(folder: Path, typed: "Mapping[str, Typed]", place: Path) -> dict[str, Any]:
    """Return what is to be ruled on, as plain data; the sound cells of damaged seeds are written into `place`.

    A cell that is not of its type counts as damage: some readers would take it for something else.
    """
    files = {}
    for name, table in typed.items():
        if table.seed.is_damaged or table.bad:
            files[name] = str(place / f"{name}.csv")
            if table.frame.width:
                table.frame.write_csv(files[name])
            else:
                Path(files[name]).write_text(f"{table.seed.header}\n", encoding="utf-8")
    return {"folder": str(folder), "files": files}


def ruled(task: dict[str, Any]) -> Answers:
    """Run every rule over the record of a task."""
    import duckdb

    contract = load(Path(task["folder"]))
    found = rules(contract.folder)
    with duckdb.connect() as con:
        try:
            files = {name: Path(file) for name, file in task["files"].items()}
            build(con, contract, contract.tables, files=files, strict=False)
        except (duckdb.Error, ContractError) as error:
            return {rule.name: _reason(error) for rule in found}
        con.execute("SET enable_external_access = false")
        return run(con, found)


def run(con: "duckdb.DuckDBPyConnection", rules: Iterable[Rule]) -> Answers:
    """Run rules over an open database."""
    import duckdb

    answers: Answers = {}
    for rule in rules:
        try:
            cursor = con.execute(rule.text)
            names = [column[0] for column in cursor.description or []]
            answers[rule.name] = [dict(zip(names, cells, strict=True)) for cells in cursor.fetchall()]
        except duckdb.Error as error:
            answers[rule.name] = _reason(error)
    return answers


def _reason(error: Exception) -> str:
    return str(error).splitlines()[0]


def rule_findings(rules: Iterable[Rule], answers: Answers, seeds: "Mapping[str, Seed]") -> Iterator[Finding]:
    """Yield the findings of the rules that were run."""
    for rule in rules:
        rows = answers.get(rule.name, [])
        missing = [line for line in ("en", "ko") if line not in rule.sentences]
        if missing:
            yield _about(rule, "rule-header", line=missing[0])
        elif isinstance(rows, str):
            yield _about(rule, "not-run", problem=rows)
        else:
            try:
                yield from _findings(rule, rows, seeds)
            except KeyError as error:
                yield _about(rule, "not-run", problem=f"the query returns no column {error}")


def _about(rule: Rule, kind: str, **values: Any) -> Finding:
    en, ko = sentence(kind, **values)
    return Finding(rule.file, None, None, kind, en, ko, ("rule",))


def _findings(rule: Rule, rows: list[Row], seeds: "Mapping[str, Seed]") -> Iterator[Finding]:
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


def _lines(rows: list[Row], seeds: "Mapping[str, Seed]") -> dict[tuple[str, str], int]:
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


if __name__ == "__main__":
    import duckdb  # while the task is still awaited

    answer(ruled)

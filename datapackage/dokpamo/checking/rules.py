"""The rules across rows and tables: each a SQL query that returns the offending rows and their sentence."""

import re
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dokpamo import building
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

    @cached_property
    def sentences(self) -> dict[str, str]:
        found = dict(SENTENCE.findall(self.text))
        if not {"en", "ko"} <= set(found):
            raise ContractError(f"schemas/rules/{self.name}.sql: the header needs a line `-- en:` and a line `-- ko:`")
        return found

    def fill(self, key: str, row: Mapping[str, Any]) -> str:
        """Return a sentence with the row's values in its places; a value that is missing shows as –."""
        template = self.sentences.get(key, "")
        return template.format_map({name: "–" if value is None else value for name, value in row.items()})


def rules(folder: Path) -> list[Rule]:
    """Return the rules of a record, by name."""
    files = sorted((folder / "schemas" / "rules").glob("*.sql"))
    return [Rule(file.stem, file.read_text(encoding="utf-8")) for file in files]


def rule_findings(contract: Package, seeds: Mapping[str, Seed]) -> Iterator[Finding]:
    """Yield the offending rows of every rule, over what could be read."""
    import duckdb

    found = rules(contract.folder)
    with duckdb.connect() as con, tempfile.TemporaryDirectory() as folder:
        building.build(con, contract, contract.tables, files=_repaired(seeds, Path(folder)), strict=False)
        con.execute("SET enable_external_access = false")
        for rule in found:
            yield from _findings(con, rule, seeds)


def _repaired(seeds: Mapping[str, Seed], folder: Path) -> dict[str, Path]:
    """Write the readable part of damaged seeds beside the record, so that the rules can read on."""
    files = {}
    for name, seed in seeds.items():
        if seed.is_damaged:
            files[name] = folder / f"{name}.csv"
            frame = seed.frame if seed.frame.width else seed.frame.with_columns()
            if frame.width:
                frame.write_csv(files[name])
            else:
                files[name].write_text(",".join(seed.table.columns) + "\n", encoding="utf-8")
    return files


def _findings(con: "duckdb.DuckDBPyConnection", rule: Rule, seeds: Mapping[str, Seed]) -> Iterator[Finding]:
    import duckdb

    try:
        cursor = con.execute(rule.text)
        names = [column[0] for column in cursor.description or []]
        rows = cursor.fetchall()
    except duckdb.Error as error:
        en, ko = sentence("not-run", problem=str(error).splitlines()[0])
        yield Finding(f"schemas/rules/{rule.name}.sql", None, None, "not-run", en, ko, ("rule",))
        return
    for cells in rows:
        row = dict(zip(names, cells, strict=True))
        seed = seeds.get(str(row["table_name"]))
        yield Finding(
            seed.file if seed else f"schemas/rules/{rule.name}.sql",
            _line(seed, row["row_id"]),
            row["column_name"],
            f"rule/{rule.name}",
            rule.fill("en", row),
            rule.fill("ko", row),
            ("rule",),
            rule.fill("hint-en", row),
            rule.fill("hint-ko", row),
        )


def _line(seed: Seed | None, row_id: object) -> int | None:
    if seed is None or str(row_id) not in seed.row_of:
        return None
    return seed.line(seed.row_of[str(row_id)])

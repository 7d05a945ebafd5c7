"""How rules are run: what a broken rule says of itself, and that no damage of a seed keeps the others from running."""

from collections.abc import Callable
from pathlib import Path

import pytest
from overlays import TINY, overlay
from running import run

from dokpamo.checking.cells import Typed
from dokpamo.checking.reading import read_seed
from dokpamo.checking.rules import Rule, rule_findings, ruled, rules, task
from dokpamo.contract import load

HEADER = (
    "-- Why.\n-- en: {row_id} is {found}\n-- ko: {row_id}: {found}\n-- hint-en: write {wanted}\n-- hint-ko: {wanted}\n"
)


def findings(folder: Path, found: list[Rule], place: Path) -> list[str]:
    """What rules say of the record in a folder."""
    contract = load(folder)
    typed = {name: Typed(read_seed(table, folder)) for name, table in contract.tables.items()}
    seeds = {name: table.seed for name, table in typed.items()}
    return [finding.text() for finding in rule_findings(found, ruled(task(folder, typed, place)), seeds)]


def one_row(table: str, row: str, column: str = "NULL", found: str = "1", wanted: str = "2") -> str:
    """A rule that always finds one row."""
    place = f"'{table}' AS table_name, '{row}' AS row_id, {column} AS column_name"
    return f"{HEADER}SELECT {place}, {found} AS found, {wanted} AS wanted"


FILE = "schemas/rules/rule.sql"
NOT_RUN = f"{FILE}: could not be run:"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (one_row("teams", "beta", "'name_en'"), "seeds/teams.csv:3 name_en: beta is 1 (write 2)"),
        (one_row("teams", "beta", found="DATE '2026-01-14'"), "seeds/teams.csv:3: beta is 2026-01-14 (write 2)"),
        (one_row("teams", "beta", wanted="NULL"), "seeds/teams.csv:3: beta is 1 (write –)"),
        (one_row("teams", "psi", "NULL", "true", "0.5"), "seeds/teams.csv: psi is True (write 0.5)"),
        (one_row("nowhere", "x"), f"{FILE}: x is 1 (write 2)"),
        (f"{HEADER}SELECT 1 WHERE false", None),
        (one_row("teams", "beta").replace("-- ko: ", "-- kr: "), f"{FILE}: the header needs a line `-- ko: …`"),
        (f"{HEADER}SELECT 1 AS found", f"{NOT_RUN} the query returns no column 'table_name'"),
        (one_row("teams", "beta").replace("AS found", "AS seen"), f"{NOT_RUN} the query returns no column 'found'"),
        (f"{HEADER}SELEC 1", f'{NOT_RUN} Parser Error: syntax error at or near "SELEC"'),
        (f"{HEADER}SELECT * FROM read_csv('/etc/passwd')", f"{NOT_RUN} Permission Error: "),
    ],
)  # fmt: skip
def test_what_a_rule_says(tmp_path: Path, text: str, line: str | None) -> None:
    case = tmp_path / "case"
    (case / "schemas" / "rules").mkdir(parents=True)
    (case / "schemas" / "rules" / "rule.sql").write_text(text, encoding="utf-8")
    with overlay(TINY, case) as folder:
        for file in (folder / "schemas" / "rules").glob("*.sql"):
            if file.name != "rule.sql":
                file.unlink()
        found = findings(folder, rules(folder), tmp_path)
    assert len(found) == (line is not None)
    assert not line or found[0].startswith(line)


def dropped(name: str) -> Callable[[list[list[str]]], list[list[str]]]:
    def drop(rows: list[list[str]]) -> list[list[str]]:
        at = rows[0].index(name)
        return [row[:at] + row[at + 1 :] for row in rows]

    return drop


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: "",
        lambda text: text.split("\n")[0] + "\n",
        lambda text: text.replace("2025", "20x5"),
        lambda text: text.replace(",", ",,", 3),
        lambda text: text.replace("\n", "\n\n"),
        lambda text: text.replace("_id", "_ids"),
        lambda text: '"' + text,
        lambda text: text.replace("high", '"high'),
        lambda text: text * 2,
    ],
    ids=["empty", "header", "days", "ragged", "blank lines", "renamed", "quote", "quotes", "twice"],
)
def test_every_rule_runs_whatever_is_wrong_with_the_seeds(tmp_path: Path, damage: Callable[[str], str]) -> None:
    with overlay(TINY, TINY / "no case") as folder:
        for seed in (folder / "seeds").glob("*.csv"):
            text = damage(seed.read_text(encoding="utf-8"))
            seed.unlink()
            seed.write_text(text, encoding="utf-8")
        contract = load(folder)
        typed = {name: Typed(read_seed(table, folder)) for name, table in contract.tables.items()}
        answers = ruled(task(folder, typed, tmp_path))
        assert {rule.name for rule in rules(folder)} == set(answers)
    assert [answer for answer in answers.values() if isinstance(answer, str)] == []


def test_a_process_that_only_checks_starts_without_pandas_and_finds_the_same(tmp_path: Path) -> None:
    program = (
        "import sys; from dokpamo.checking import check_alone; print(check_alone(sys.argv[1]).to_text()); "
        "assert not {'pandas', 'rfc3987_syntax'} & set(sys.modules); import pandas"
    )
    with overlay(TINY, TINY.parents[1] / "bad" / "contract-enum") as folder:
        told = run("-c", program, folder)
    expected = (TINY.parents[1] / "bad" / "contract-enum" / "expected.txt").read_text(encoding="utf-8")
    assert told.stdout.startswith(expected)
    assert told.stderr == ""

"""Every constraint that a schema can declare is kept by Pandera, and by Frictionless wherever it can."""

from pathlib import Path
from typing import Any

import pytest

from dokpamo.checking import standard
from dokpamo.checking.cells import Teller, Typed, contract_findings
from dokpamo.checking.consistency import CONSTRAINTS
from dokpamo.checking.findings import Finding, merged
from dokpamo.checking.outside import validated
from dokpamo.checking.reading import read_seed
from dokpamo.contract import Package, Table

BOTH = ("contract", "standard")
PANDERA = ("contract",)

REFUSED: list[tuple[str, dict[str, Any], str, str, tuple[str, ...]]] = [
    # type, constraints, a bad cell, the sentence, who refuses it
    ("date", {}, "2026-02-29", '"2026-02-29" is no day: write it as 2026-01-14', BOTH),
    ("date", {}, "2026-1-4", '"2026-1-4" is no day: write it as 2026-01-14', PANDERA),
    ("date", {}, "2026-01-04T00:00:00", '"2026-01-04T00:00:00" is no day: write it as 2026-01-14', BOTH),
    ("integer", {}, "1.5", '"1.5" is no whole number: write digits only, as 102000000000', BOTH),
    ("integer", {}, "007", '"007" is no whole number: write digits only, as 102000000000', PANDERA),
    ("integer", {}, "９", '"９" is no whole number: write digits only, as 102000000000', PANDERA),
    ("integer", {}, "9223372036854775808", '"9223372036854775808" is no whole number', PANDERA),
    ("number", {}, "33,6", '"33,6" is no number', BOTH),
    ("number", {}, "nan", '"nan" is no number', PANDERA),
    ("boolean", {}, "yes", '"yes" is neither true nor false', BOTH),
    ("boolean", {}, "True", '"True" is neither true nor false', PANDERA),
    ("string", {"required": True}, "", "the cell is empty, but cell must be filled", BOTH),
    ("date", {"required": True}, "", "the cell is empty, but cell must be filled", BOTH),
    ("boolean", {"required": True}, '""', "the cell is empty, but cell must be filled", BOTH),
    ("string", {"unique": True}, "a", '"a" stands already in line 2', BOTH),
    ("integer", {"unique": True}, "1", '"1" stands already in line 2', BOTH),
    ("string", {"enum": ["alpha", "beta"]}, "alpa", '"alpa" is not one of alpha, beta (did you mean "alpha"?)', BOTH),
    ("string", {"enum": ["alpha", "beta"]}, "xyz", '"xyz" is not one of alpha, beta', BOTH),
    ("integer", {"enum": [1, 2]}, "3", '"3" is not one of 1, 2', BOTH),
    ("string", {"pattern": "[a-z]+"}, "a1", '"a1" does not have the form [a-z]+', BOTH),
    ("string", {"pattern": "a|bc"}, "abc", '"abc" does not have the form a|bc', PANDERA),
    ("string", {"minLength": 3}, "ab", '"ab" has fewer than 3 characters', BOTH),
    ("string", {"maxLength": 2}, "가나다", '"가나다" has more than 2 characters', BOTH),
    ("integer", {"minimum": 1}, "0", "0 is less than 1", BOTH),
    ("integer", {"maximum": 1}, "2", "2 is more than 1", BOTH),
    ("number", {"minimum": 0}, "-0.1", "-0.1 is less than 0", BOTH),
    ("number", {"maximum": 0.5}, "0.6", "0.6 is more than 0.5", BOTH),
    ("number", {"exclusiveMinimum": 0}, "0", "0 must be more than 0", BOTH),
    ("number", {"exclusiveMaximum": 1}, "1", "1 must be less than 1", BOTH),
    ("date", {"minimum": "2025-01-01"}, "2024-12-31", "2024-12-31 is less than 2025-01-01", BOTH),
    ("date", {"maximum": "2025-01-01"}, "2025-01-02", "2025-01-02 is more than 2025-01-01", BOTH),
    ("date", {"exclusiveMinimum": "2025-01-01"}, "2025-01-01", "2025-01-01 must be more than 2025-01-01", BOTH),
    ("date", {"exclusiveMaximum": "2025-01-01"}, "2025-01-01", "2025-01-01 must be less than 2025-01-01", BOTH),
]

GOOD = {"date": "2025-01-01", "integer": "1", "number": "0.5", "boolean": "true", "string": "a"}


def found(folder: Path, tables: dict[str, dict[str, Any]], seeds: dict[str, str]) -> tuple[Finding, ...]:
    """What both validators find in made-up seeds under made-up schemas."""
    contract = Package(folder, {}, {name: Table(name, f"{name}.csv", spec) for name, spec in tables.items()}, {})
    for name, text in seeds.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    read = {name: read_seed(table, folder) for name, table in contract.tables.items()}
    teller = Teller(read)
    told = validated(standard.task(contract, read))
    findings = [*contract_findings({name: Typed(seed) for name, seed in read.items()}, teller)]
    return merged([*findings, *standard.standard_findings(told, teller)])


def things(kind: str, constraints: dict[str, Any]) -> dict[str, dict[str, Any]]:
    fields = [
        {"name": "thing_id", "type": "string", "constraints": {"required": True, "unique": True}},
        {"name": "cell", "type": kind, "constraints": constraints},
    ]
    return {"things": {"primaryKey": "thing_id", "fields": fields}}


@pytest.mark.parametrize(("kind", "constraints", "bad", "sentence", "by"), REFUSED)
def test_a_bad_cell_is_refused_where_it_stands(
    tmp_path: Path, kind: str, constraints: dict[str, Any], bad: str, sentence: str, by: tuple[str, ...]
) -> None:
    good = constraints["enum"][0] if "enum" in constraints else GOOD[kind]
    bad = f'"{bad}"' if "," in bad else bad
    findings = found(tmp_path, things(kind, constraints), {"things": f"thing_id,cell\none,{good}\ntwo,{bad}\n"})
    told = [finding for finding in findings if finding.line == 3]
    assert len(told) == 1, findings
    assert told[0].text().startswith(f"things.csv:3 cell: {sentence}")
    assert told[0].validators == by


def test_every_constraint_that_a_schema_may_use_is_tried() -> None:
    tried = {(kind, name) for kind, constraints, *_ in REFUSED for name in constraints}
    assert {name for _, name in tried} == {name for names in CONSTRAINTS.values() for name in names}
    assert {kind for kind, constraints, *_ in REFUSED if not constraints} == set(CONSTRAINTS) - {"string"}


@pytest.mark.parametrize("kind", sorted(GOOD))
def test_an_empty_cell_breaks_no_constraint_but_required(tmp_path: Path, kind: str) -> None:
    constraints = {name: True for name in CONSTRAINTS[kind] if name == "unique"}
    constraints |= {"string": {"enum": ["a"], "pattern": "a", "minLength": 1}, "date": {"minimum": "2025-01-01"}}.get(
        kind, {"minimum": 1} if kind in ("integer", "number") else {}
    )
    assert found(tmp_path, things(kind, constraints), {"things": 'thing_id,cell\none,\ntwo,\nthree,""\n'}) == ()


LINKED = {
    "makers": {
        "primaryKey": ["maker_id"],
        "fields": [{"name": "maker_id", "constraints": {"required": True, "unique": True}}],
    },
    "things": {
        "primaryKey": ["thing_id"],
        "uniqueKeys": [["maker_id", "name"], ["maker_id", "part_of_id"]],
        "foreignKeys": [
            {"fields": ["maker_id"], "reference": {"resource": "makers", "fields": ["maker_id"]}},
            {"fields": ["part_of_id"], "reference": {"resource": "", "fields": ["thing_id"]}},
        ],
        "fields": [
            {"name": "thing_id", "constraints": {"required": True, "unique": True}},
            {"name": "maker_id"},
            {"name": "name"},
            {"name": "part_of_id"},
        ],
    },
}
MAKERS = "maker_id\nacme\nbolt\n"


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ("a,acme,x,\nb,acme,y,a\n", []),
        ("a,acne,x,\n", ['things.csv:2 maker_id: "acne" is not in makers.csv (maker_id) (did you mean "acme"?)']),
        ("a,,x,z\n", ['things.csv:2 part_of_id: "z" is not in things.csv (thing_id)']),
        ("a,acme,x,\nb,acme,x,\n", ["things.csv:3 name: the combination acme + x stands already in line 2"]),
        ("a,acme,,a\nb,acme,,a\n", ["things.csv:3 part_of_id: the combination acme + a stands already in line 2"]),
        ("a,acme,,\nb,acme,,\n", []),  # as in SQL: an unknown part is like no other
        ("a,acme,x,\na,bolt,y,\na,bolt,z,\n", ['things.csv:3 thing_id: "a" stands already in line 2',
                                               'things.csv:4 thing_id: "a" stands already in line 2']),
        (",acme,x,\n,bolt,x,\n", ["things.csv:2 thing_id: the cell is empty, but thing_id must be filled",
                                  "things.csv:3 thing_id: the cell is empty, but thing_id must be filled"]),
    ],
)  # fmt: skip
def test_keys(tmp_path: Path, rows: str, lines: list[str]) -> None:
    seeds = {"makers": MAKERS, "things": f"thing_id,maker_id,name,part_of_id\n{rows}"}
    findings = found(tmp_path, LINKED, seeds)
    assert [finding.text() for finding in findings] == lines
    for finding in findings:
        assert finding.validators == (PANDERA if finding.kind == "unique-key" else BOTH)


def test_keys_into_a_table_without_rows_or_without_a_file(tmp_path: Path) -> None:
    things = "thing_id,maker_id,name,part_of_id\na,acme,x,\n"
    line = 'things.csv:2 maker_id: "acme" is not in makers.csv (maker_id)'
    assert [f.text() for f in found(tmp_path, LINKED, {"makers": "maker_id\n", "things": things})] == [line]
    (tmp_path / "makers.csv").unlink()
    assert found(tmp_path, LINKED, {"things": things}) == ()  # the structure tells of the file


def test_all_faults_of_a_column_are_told_not_the_first(tmp_path: Path) -> None:
    rows = "".join(f"t{number},{number}\n" for number in range(2_000))
    findings = found(tmp_path, things("integer", {"maximum": 999}), {"things": f"thing_id,cell\n{rows}"})
    assert [finding.line for finding in findings] == list(range(1002, 2002))


def test_a_long_table_is_shown_to_frictionless_in_part_and_the_report_can_say_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standard, "SAMPLE", 2)
    seeds = {"makers": MAKERS + "cask\ndyer\n", "things": "thing_id,maker_id,name,part_of_id\na,x,,\nb,dyer,,\nc,y,,\n"}
    findings = found(tmp_path, LINKED, seeds)
    assert [(finding.line, finding.validators) for finding in findings] == [(2, BOTH), (4, PANDERA)]

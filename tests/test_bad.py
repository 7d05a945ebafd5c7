"""Every bad case is refused with the sentence that a curator must see; every rule and every constraint has a case."""

import json
from functools import cache
from pathlib import Path

import pytest
from overlays import CASES, TINY, missing, overlay, record

from dokpamo.checking import check
from dokpamo.checking.findings import Finding
from dokpamo.folders import root

NAMES = sorted(case.name for case in CASES.iterdir())
RULES = sorted(file.stem for file in (root() / "schemas" / "rules").glob("*.sql"))
NOT_BY_FRICTIONLESS = {"unique-key"}
"""It takes `uniqueKeys` for a property of one's own, see frictionless-py issue 937."""


@cache
def found(name: str) -> tuple[Finding, ...]:
    """What a case is found guilty of."""
    case = CASES / name
    with overlay(TINY, case) as folder:
        if (case / "datapackage.json").exists():
            return check(folder).findings
        changed = {file.stem for file in case.glob("*.csv")} | {Path(seed).stem for seed in missing(case)}
        return record(TINY).check(folder, changed)


@pytest.mark.parametrize("name", NAMES)
def test_the_curator_sees(name: str) -> None:
    expected = (CASES / name / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert [finding.text() for finding in found(name)] == expected
    assert expected


def test_the_sound_record_has_no_findings() -> None:
    with overlay(TINY, TINY / "no case") as folder:
        report = check(folder)
    assert report.findings == ()
    assert (report.tables, report.rules) == (len(record(TINY).seeds), len(RULES))


@pytest.mark.parametrize(
    "name", ["contract-enum", "structure-short-row", "structure-missing-file", "ids-from-their-parts"]
)
def test_a_whole_check_says_the_same(name: str) -> None:
    """The cases read only what they change; a whole check, with its processes and threads, finds as much."""
    with overlay(TINY, CASES / name) as folder:
        assert check(folder).findings == found(name)


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_a_case(rule: str) -> None:
    cases = [name for name in NAMES if max((r for r in RULES if name.startswith(r)), key=len, default="") == rule]
    assert any(finding.kind == f"rule/{rule}" for name in cases for finding in found(name))


def kinds_in_use() -> set[str]:
    """The kinds of constraint that the schemas declare."""
    kinds = set()
    for file in (root() / "schemas").glob("*.json"):
        schema = json.loads(file.read_text(encoding="utf-8"))
        kinds |= {name for field in schema["fields"] for name in field.get("constraints", {})}
        kinds |= {f"type-{field['type']}" for field in schema["fields"] if field["type"] != "string"}
        kinds |= {"foreign-key"} if "foreignKeys" in schema else set()
        kinds |= {"unique-key"} if "uniqueKeys" in schema else set()
    return kinds


@pytest.mark.parametrize("kind", sorted(kinds_in_use()))
def test_every_constraint_has_a_case_that_both_validators_refuse(kind: str) -> None:
    cases = [name for name in NAMES if name.startswith(f"contract-{kind.lower()}")]
    by = {
        finding.validators
        for name in cases
        for finding in found(name)
        if finding.kind == ("type" if kind.startswith("type-") else kind)
    }
    assert (("contract",) if kind in NOT_BY_FRICTIONLESS else ("contract", "standard")) in by

"""The report: sorted, each fault once, as text, JSON and annotations, in both languages."""

import json
from pathlib import Path

import pytest

from dokpamo import checking, root
from dokpamo.checking import CannotCheck, check
from dokpamo.checking.findings import Finding, Report, Sample, merged
from dokpamo.checking.sentences import SENTENCES
from dokpamo.errors import MissingExtra

CELL = Finding(
    "seeds/results.csv", 14, "outcome", "enum",
    '"x" is bad', '"x" 값은 나쁩니다', ("contract",), "write y", "y로 쓰세요",
)  # fmt: skip
FILE = Finding("seeds/teams.csv", None, None, "missing-file", "50% is\nmissing: why, oh", "없습니다", ("structure",))
REPORT = Report((CELL, FILE), 31, 3600, 70)


def test_text_in_english_and_korean() -> None:
    assert REPORT.to_text().splitlines() == [
        'seeds/results.csv:14 outcome: "x" is bad (write y)',
        "seeds/teams.csv: 50% is",
        "missing: why, oh",
        "31 tables, 3,600 rows, 70 rules: 2 findings",
    ]
    assert REPORT.to_text("ko").splitlines() == [
        'seeds/results.csv:14 outcome: "x" 값은 나쁩니다 (y로 쓰세요)',
        "seeds/teams.csv: 없습니다",
        "표 31개, 행 3,600개, 규칙 70개: 문제 2건",
    ]
    assert str(REPORT) == REPORT.to_text()


@pytest.mark.parametrize(
    ("report", "en", "ko"),
    [
        (Report((), 1, 2, 3), "1 tables, 2 rows, 3 rules: no findings", "표 1개, 행 2개, 규칙 3개: 문제 없음"),
        (Report((CELL,), 1, 2, 3), "1 tables, 2 rows, 3 rules: 1 finding", "표 1개, 행 2개, 규칙 3개: 문제 1건"),
        (
            Report((FILE,)),
            "the descriptor or a schema is broken, so no table was read: 1 finding",
            "기술서나 스키마가 잘못되어 표를 읽지 못했습니다: 문제 1건",
        ),
    ],
)
def test_the_closing_line_says_how_much_was_checked(report: Report, en: str, ko: str) -> None:
    assert report.to_text().splitlines()[-1] == en
    assert report.to_text("ko").splitlines()[-1] == ko
    assert report.ok == (not report.findings)


def test_what_frictionless_read_in_part_is_said() -> None:
    report = Report((), 1, 10_000, 3, (Sample("seeds/x.csv", 5_000, 10_000),))
    line = "seeds/x.csv: Frictionless read the first 5,000 of 10,000 rows; Pandera and the rules read all"
    assert report.to_text().splitlines()[0] == line
    assert "처음 5,000행만" in report.to_text("ko")
    assert json.loads(report.to_json())["samples"] == [{"file": "seeds/x.csv", "read": 5_000, "rows": 10_000}]
    assert line in report.to_github()


def test_json_has_both_languages() -> None:
    report = json.loads(REPORT.to_json())
    assert {name: report[name] for name in ("ok", "tables", "rows", "rules", "samples")} == {
        "ok": False, "tables": 31, "rows": 3600, "rules": 70, "samples": [],
    }  # fmt: skip
    assert report["findings"][0] == {
        "file": "seeds/results.csv",
        "line": 14,
        "column": "outcome",
        "kind": "enum",
        "validators": ["contract"],
        "sentence": {"en": '"x" is bad', "ko": '"x" 값은 나쁩니다'},
        "hint": {"en": "write y", "ko": "y로 쓰세요"},
    }


def test_annotations_are_escaped_as_a_runner_reads_them() -> None:
    assert REPORT.to_github().splitlines() == [
        '::error file=seeds/results.csv,line=14,title=outcome%3A enum::"x" is bad (write y)',
        "::error file=seeds/teams.csv,title=missing-file::50%25 is%0Amissing: why, oh",
        "31 tables, 3,600 rows, 70 rules: 2 findings",
    ]
    assert '::"x" 값은 나쁩니다 (y로 쓰세요)' in REPORT.to_github("ko")


def other(**changes: object) -> Finding:
    return Finding(**{**vars(CELL), **changes})  # type: ignore[arg-type]


def test_the_same_fault_found_by_two_validators_is_told_once() -> None:
    assert merged([CELL, other(validators=("standard",))]) == (other(validators=("contract", "standard")),)


@pytest.mark.parametrize("change", [{"line": 15}, {"column": "round_id"}, {"kind": "rule/x"}, {"en": "another"}])
def test_another_place_kind_or_sentence_is_another_fault(change: dict[str, object]) -> None:
    assert len(merged([CELL, other(**change)])) == 2


def test_findings_stand_in_the_order_of_the_files() -> None:
    late, early, file = other(line=100), other(line=9), other(line=None)
    assert merged([FILE, late, early, file]) == (file, early, late, FILE)


def test_of_a_damaged_line_nothing_else_is_told() -> None:
    torn = Finding("seeds/results.csv", 14, None, "ragged-row", "", "", ("structure",))
    assert merged([CELL, torn, other(line=15)]) == (torn, other(line=15))


@pytest.mark.parametrize("kind", SENTENCES)
def test_every_sentence_has_the_same_places_in_both_languages(kind: str) -> None:
    import string

    en, ko = ({name for _, name, *_ in string.Formatter().parse(text) if name} for text in SENTENCES[kind])
    assert en >= ko


def test_no_record_no_check(tmp_path: Path) -> None:
    with pytest.raises(CannotCheck, match=r"there is no datapackage\.json"):
        check(tmp_path)


def test_a_missing_library_is_told_with_the_extra_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(MissingExtra, match=r"pip install 'dokpamo\[check\]'"):
        check(root())
    with pytest.raises(MissingExtra, match=r"dokpamo\[check\]"):
        checking.schema("teams")

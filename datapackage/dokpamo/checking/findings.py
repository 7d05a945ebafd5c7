"""What a check found: objects with a place, a kind and a sentence in both languages, and their renderings."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from dokpamo.checking.sentences import closing


@dataclass(frozen=True)
class Finding:
    """One fault: where it stands, what is wrong, and what to write instead.

    `line` counts from 1 for the header; it is None where the fault lies in no line.
    `validators` names who found it: structure, standard (Frictionless), contract (Pandera), rule (SQL).
    """

    file: str
    line: int | None
    column: str | None
    kind: str
    en: str
    ko: str
    validators: tuple[str, ...] = ()
    hint_en: str = ""
    hint_ko: str = ""

    @property
    def place(self) -> str:
        """The place as a curator's editor opens it: `seeds/results.csv:14 outcome`."""
        at = f":{self.line}" if self.line else ""
        return f"{self.file}{at}" + (f" {self.column}" if self.column else "")

    def text(self, lang: str = "en") -> str:
        """Return the finding in one line."""
        sentence, hint = (self.ko, self.hint_ko) if lang == "ko" else (self.en, self.hint_en)
        return f"{self.place}: {sentence}" + (f" ({hint})" if hint else "")

    def as_dict(self) -> dict[str, Any]:
        return {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "kind": self.kind,
            "validators": list(self.validators),
            "sentence": {"en": self.en, "ko": self.ko},
            "hint": {"en": self.hint_en, "ko": self.hint_ko},
        }


@dataclass(frozen=True)
class Sample:
    """A file that Frictionless read in part: how many rows of how many."""

    file: str
    read: int
    rows: int


@dataclass(frozen=True)
class Report:
    """All findings of a check, sorted by place, and how much was checked.

    `samples` names the files that are too long for Frictionless to read to their end.

    >>> import dokpamo
    >>> report = dokpamo.check(dokpamo.root())
    >>> report.ok
    True
    """

    findings: tuple[Finding, ...]
    tables: int = 0
    rows: int = 0
    rules: int = 0
    samples: tuple[Sample, ...] = ()

    @property
    def ok(self) -> bool:
        return not self.findings

    def to_text(self, lang: str = "en") -> str:
        """Return one line a finding and a closing line."""
        return "\n".join([*(finding.text(lang) for finding in self.findings), *closing(self, lang)])

    def to_json(self) -> str:
        """Return the report as a JSON object with an array of findings."""
        counts = {"ok": self.ok, "tables": self.tables, "rows": self.rows, "rules": self.rules}
        body = {
            **counts,
            "samples": [vars(sample) for sample in self.samples],
            "findings": [f.as_dict() for f in self.findings],
        }
        return json.dumps(body, ensure_ascii=False, indent=2)

    def to_github(self, lang: str = "en") -> str:
        """Return workflow commands that a pull request shows beside the line."""
        return "\n".join([*(_annotation(f, lang) for f in self.findings), *closing(self, lang)])

    def __str__(self) -> str:
        return self.to_text()


def merged(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings sorted by place; what two validators say of one place is told once.

    Of a line that is damaged itself nothing else is said: its cells don't stand where they should.
    """
    found: dict[tuple[object, ...], Finding] = {}
    findings = list(findings)
    damaged = {(f.file, f.line) for f in findings if f.validators == ("structure",) and f.line}
    for finding in findings:
        if finding.validators != ("structure",) and (finding.file, finding.line) in damaged:
            continue
        key = (finding.file, finding.line, finding.column, finding.kind, finding.en)
        first = found.get(key)
        if first:
            finding = replace(first, validators=tuple(dict.fromkeys(first.validators + finding.validators)))
        found[key] = finding
    return tuple(sorted(found.values(), key=lambda f: (f.file, f.line or 0, f.column or "", f.kind, f.en)))


def _annotation(finding: Finding, lang: str) -> str:
    line = f",line={finding.line}" if finding.line else ""
    title = f"{finding.column}: {finding.kind}" if finding.column else finding.kind
    message = finding.text(lang).removeprefix(f"{finding.place}: ")
    return f"::error file={_escaped(finding.file)}{line},title={_escaped(title)}::{_escaped(message, ':,')}"


def _escaped(text: str, keep: str = "") -> str:
    for char, code in {"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"}.items():
        if char not in keep:
            text = text.replace(char, code)
    return text

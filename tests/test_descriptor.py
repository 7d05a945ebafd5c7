"""The descriptor and the schemas: whatever is wrong with them is a finding, and nothing of the profiles is lost."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from dokpamo import root
from dokpamo.checking import check
from dokpamo.checking.descriptor import PROFILES, _schema_findings, descriptor_findings

RESOURCE = {"name": "things", "path": "seeds/things.csv", "schema": "schemas/things.json"}
KEY = {"name": "thing_id", "type": "string", "constraints": {"required": True, "unique": True}}


def told(folder: Path, descriptor: Any, schema: Any = None) -> list[str]:
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    (folder / "schemas").mkdir(exist_ok=True)
    if schema is not None:
        (folder / "schemas" / "things.json").write_text(json.dumps(schema), encoding="utf-8")
    return [finding.text() for finding in descriptor_findings(folder)]


def test_the_record_is_described_soundly() -> None:
    assert descriptor_findings(root()) == []


def test_a_small_sound_descriptor(tmp_path: Path) -> None:
    assert told(tmp_path, {"resources": [RESOURCE]}, {"fields": [KEY], "primaryKey": "thing_id"}) == []


@pytest.mark.parametrize(
    "descriptor",
    [
        [], "text", 1, None, {}, {"resources": {}}, {"resources": []}, {"resources": [1]}, {"resources": [{}]},
        {"resources": [{**RESOURCE, "schema": {"fields": []}}]}, {"resources": [{**RESOURCE, "path": ["a", "b"]}]},
        {"resources": [{**RESOURCE, "name": 1}]}, {"resources": [RESOURCE], "views": [{}]},
        {"resources": [RESOURCE], "views": [1]}, {"resources": [RESOURCE], "licenses": "CC"},
        {"resources": [{**RESOURCE, "path": "C:\\seeds\\things.csv"}]}, {"resources": [{**RESOURCE, "schema": "/x"}]},
        {"resources": [{**RESOURCE, "path": "seeds/../../x.csv"}]}, {"resources": [{**RESOURCE, "path": "s3://x/y"}]},
    ],
)  # fmt: skip
def test_a_broken_descriptor_is_a_finding_in_it(tmp_path: Path, descriptor: Any) -> None:
    lines = told(tmp_path, descriptor, {"fields": [KEY], "primaryKey": "thing_id"})
    assert lines
    assert all(line.startswith("datapackage.json: ") for line in lines)


@pytest.mark.parametrize("schema", [[], "text", 1, {}, {"fields": {}}, {"fields": [1]}, {"fields": [{}]}])
def test_a_broken_schema_is_a_finding_in_it(tmp_path: Path, schema: Any) -> None:
    lines = told(tmp_path, {"resources": [RESOURCE]}, schema)
    assert lines
    assert all(line.startswith("schemas/things.json") for line in lines)


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ({"primaryKey": ["thing_id", "name"]}, "schemas/things.json: primaryKey must name one column"),
        ({"primaryKey": "thing"}, 'schemas/things.json: primaryKey, uniqueKeys, grain: things has no column "thing"'),
        ({}, "schemas/things.json: primaryKey must name one column"),
        (
            {"primaryKey": "thing_id", "knownOn": {"cells": {"naem": {"on": "thing_id"}}}},
            'schemas/things.json: knownOn: things has no column "naem" (did you mean "name"?)',
        ),
        (
            {"primaryKey": "thing_id", "foreignKeys": [{"fields": "name", "reference": {"fields": "thing_id"}}]},
            None,
        ),
    ],
)
def test_the_names_in_a_schema_exist(tmp_path: Path, more: dict[str, Any], line: str | None) -> None:
    lines = told(tmp_path, {"resources": [RESOURCE]}, {"fields": [KEY, {"name": "name"}], **more})
    assert [text.split(" (did")[0] for text in lines[:1]] == ([line.split(" (did")[0]] if line else [])


def test_a_broken_contract_is_reported_and_nothing_is_read(tmp_path: Path) -> None:
    told(tmp_path, {"resources": [RESOURCE]}, {"fields": []})
    report = check(tmp_path)
    assert not report.ok
    assert report.tables == 0
    assert report.to_text().endswith("no table was read: 1 finding")


BROKEN_FIELDS: list[Any] = [
    1, {}, {"name": 1}, {"type": "string"}, {"name": "x", "type": "strin"}, {"name": "x", "type": "date", "title": 1},
    {"name": "x", "type": "string", "constraints": {"minimum": 1, "required": "yes"}},
    {"name": "x", "type": "string", "constraints": {"enum": []}},
    {"name": "x", "type": "string", "constraints": {"enum": ["a", "a"]}},
    {"name": "x", "type": "string", "constraints": {"enum": [1]}},
    {"name": "x", "type": "integer", "constraints": {"minimum": []}},
    {"name": "x", "type": "integer", "constraints": {"unique": "yes"}},
    {"name": "x", "type": "boolean", "trueValues": []}, {"name": "x", "constraints": {"pattern": 1}},
]  # fmt: skip


@pytest.mark.parametrize("field", BROKEN_FIELDS)
def test_what_the_whole_profile_refuses_the_branches_refuse(field: Any) -> None:
    whole = Draft7Validator(json.loads((PROFILES / "tableschema.json").read_text(encoding="utf-8")))
    schema = {"fields": [KEY, field]}
    assert list(whole.iter_errors(schema))
    assert list(_schema_findings("schemas/things.json", schema))


@pytest.mark.parametrize("file", sorted((root() / "schemas").rglob("*.json")), ids=lambda file: file.stem)
def test_the_schemas_are_valid_by_the_whole_profile_too(file: Path) -> None:
    whole = Draft7Validator(json.loads((PROFILES / "tableschema.json").read_text(encoding="utf-8")))
    assert list(whole.iter_errors(json.loads(file.read_text(encoding="utf-8")))) == []

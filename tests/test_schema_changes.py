"""Each kind of change of a schema: by how much the schema's version must rise for it, and whether readers break."""

from copy import deepcopy
from typing import Any

import pytest

from dokpamo.comparing import renaming
from dokpamo.comparing.schema import needed, table_changes
from dokpamo.contract import Table

SPEC: dict[str, Any] = {
    "title": "Teams",
    "primaryKey": ["team_id"],
    "uniqueKeys": [["name"]],
    "foreignKeys": [{"fields": ["lead_id"], "reference": {"resource": "organisations", "fields": ["id"]}}],
    "fields": [
        {"name": "team_id", "type": "string", "constraints": {"required": True, "pattern": "[a-z]+"}},
        {"name": "name", "type": "string"},
        {"name": "lead_id", "type": "string"},
        {"name": "members", "type": "integer", "constraints": {"minimum": 1, "maximum": 20}},
        {"name": "status", "type": "string", "constraints": {"enum": ["in", "out"]}},
    ],
}
TEAM_ID, NAME, LEAD, MEMBERS, STATUS = range(5)


def constraint(at: int, name: str, value: Any) -> Any:
    def edit(spec: dict[str, Any]) -> None:
        constraints = spec["fields"][at].setdefault("constraints", {})
        constraints.pop(name, None) if value is None else constraints.update({name: value})

    return edit


@pytest.mark.parametrize(
    ("edit", "change", "level", "is_breaking"),
    [
        (lambda s: s["fields"].append({"name": "goal", "type": "string"}), "column-added", "major", False),
        (lambda s: s["fields"].pop(MEMBERS), "column-removed", "major", True),
        (lambda s: s["fields"][MEMBERS].update(name="size"), "column-renamed", "major", True),
        (lambda s: s["fields"].append(s["fields"].pop(NAME)), "columns-reordered", "major", False),
        (lambda s: s["fields"][NAME].update(type="integer"), "type-changed", "major", True),
        (lambda s: s["fields"][NAME].update(format="uri"), "type-changed", "major", True),
        (lambda s: s.update(primaryKey=["name"]), "key-changed", "major", True),
        (constraint(STATUS, "enum", ["in"]), "code-removed", "major", True),
        (constraint(STATUS, "enum", ["in", "out", "open"]), "code-added", "minor", False),
        (constraint(NAME, "enum", ["a"]), "narrowed", "major", False),
        (constraint(STATUS, "enum", None), "widened", "minor", False),
        (constraint(NAME, "required", True), "narrowed", "major", False),
        (constraint(TEAM_ID, "required", False), "widened", "minor", False),
        (constraint(TEAM_ID, "pattern", "[a-z0-9]+"), "narrowed", "major", False),
        (constraint(TEAM_ID, "pattern", None), "widened", "minor", False),
        (constraint(MEMBERS, "minimum", 2), "narrowed", "major", False),
        (constraint(MEMBERS, "minimum", 0), "widened", "minor", False),
        (constraint(MEMBERS, "maximum", 19), "narrowed", "major", False),
        (constraint(MEMBERS, "maximum", None), "widened", "minor", False),
        (lambda s: s["uniqueKeys"].append(["lead_id"]), "narrowed", "major", False),
        (lambda s: s.pop("foreignKeys"), "widened", "minor", False),
        (lambda s: s["fields"][NAME].update(title="Name"), "described", "patch", False),
        (lambda s: s.update(title="The teams"), "described", "patch", False),
    ],
)  # fmt: skip
def test_a_change_and_its_level(edit: Any, change: str, level: str, is_breaking: bool) -> None:
    spec = deepcopy(SPEC)
    edit(spec)
    old, new = Table("teams", None, SPEC), Table("teams", None, spec)
    (found,) = table_changes(old, new, renaming.columns(old, new))
    assert (found.change, found.level, found.is_breaking) == (change, level, is_breaking)
    assert needed([found]) == level


def test_nothing_changed() -> None:
    table = Table("teams", None, SPEC)
    assert list(table_changes(table, Table("teams", None, deepcopy(SPEC)), {})) == []
    assert needed([]) is None


def test_a_renamed_column_keeps_its_keys_and_is_compared_further() -> None:
    spec = deepcopy(SPEC)
    spec["fields"][LEAD]["name"] = "chief_id"
    spec["foreignKeys"][0]["fields"] = ["chief_id"]
    spec["fields"][STATUS]["constraints"]["enum"] = ["in"]
    old, new = Table("teams", None, SPEC), Table("teams", None, spec)
    found = [(c.column, c.change, c.old) for c in table_changes(old, new, renaming.columns(old, new))]
    assert found == [("chief_id", "column-renamed", "lead_id"), ("status", "code-removed", "out")]


def test_a_column_that_went_and_another_that_came_are_no_renaming() -> None:
    spec = deepcopy(SPEC)
    spec["fields"][MEMBERS] = {"name": "founded_on", "type": "date"}
    old, new = Table("teams", None, SPEC), Table("teams", None, spec)
    assert renaming.columns(old, new) == {}
    assert {c.change for c in table_changes(old, new, {})} == {"column-added", "column-removed"}

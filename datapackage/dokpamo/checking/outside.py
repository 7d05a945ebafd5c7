"""Frictionless, the standard's own validator, run on plain resource descriptors; knows nothing of the record.

`python -m dokpamo.checking.outside` runs it beside the rest of a check, see `beside`.
"""

import copy
import sys
from functools import cache
from typing import TYPE_CHECKING, Any

from dokpamo.beside import answer

if TYPE_CHECKING:
    import frictionless

PROFILE = "https://datapackage.org/profiles/2.0/dataresource.json"
"""Said, or Frictionless takes a descriptor for version 1, which has fewer constraints."""

Errors = list[dict[str, Any]]
WANTED = ("type", "note", "message", "row_number", "field_name", "field_names")


def validated(task: dict[str, Any]) -> dict[str, Errors]:
    """Return the errors of each resource that has a path, in its first rows up to the task's limit.

    A resource without a path only lends its keys to the others.
    """
    import frictionless

    package = frictionless.Package(resources=[_resource(spec) for spec in task["resources"]], basepath=task["folder"])
    return {str(resource.name): _errors(resource, task["limit"]) for resource in package.resources if resource.path}


def _errors(resource: "frictionless.Resource", limit: int) -> Errors:
    report = resource.validate(limit_rows=limit, limit_errors=sys.maxsize)
    return [_plain(error) for task in report.tasks for error in task.errors]


def _resource(spec: dict[str, Any]) -> "frictionless.Resource":
    from frictionless import Dialect, Resource, Schema
    from frictionless.formats import CsvControl

    fields = [(field["type"], field["name"], field.get("constraints", {})) for field in spec["schema"]["fields"]]
    schema = Schema(
        fields=[_field_class(kind)(name=name, constraints=constraints) for kind, name, constraints in fields],
        primary_key=spec["schema"].get("primaryKey", []),
        foreign_keys=spec["schema"].get("foreignKeys", []),
    )
    if "data" in spec:
        return Resource(name=spec["name"], data=spec["data"], schema=schema)
    dialect = Dialect(controls=[CsvControl(delimiter=",")])  # said, or Frictionless guesses it from the rows
    return Resource(
        name=spec["name"],
        path=spec["path"],
        encoding="utf-8",
        dialect=dialect,
        schema=schema,
        schema_profile=PROFILE,
    )


@cache
def _field_class(kind: str) -> Any:
    """Return Frictionless' class of a type, made to copy a field plainly.

    Its own copy validates the field against its JSON Schema again, several times a table: most of the run.
    """
    from frictionless import system

    base = system.select_field_class(kind)
    return type(base.__name__, (base,), {"to_copy": lambda self, **_: copy.copy(self)})


def _plain(error: Any) -> dict[str, Any]:
    return {name: getattr(error, name) for name in WANTED if hasattr(error, name)}


if __name__ == "__main__":
    import frictionless  # while the task is still awaited

    answer(validated)

"""Frictionless, the standard's own validator, run on plain resource descriptors; knows nothing of the record.

`python -m dokpamo.checking.outside` reads `{"folder", "limit", "resources"}` as JSON from its input and writes the
errors of each resource as JSON: so a check can let it run beside the rest.
"""

import copy
import json
import sys
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import frictionless

PROFILE = "https://datapackage.org/profiles/2.0/dataresource.json"
"""Said, or Frictionless takes a descriptor for version 1, which has fewer constraints."""

Errors = list[dict[str, Any]]
WANTED = ("type", "note", "message", "row_number", "field_name", "field_names")


def validate(resources: list[dict[str, Any]], folder: str, limit: int) -> Iterator[tuple[str, Errors]]:
    """Yield the name and all errors of each resource that has a path, in its first `limit` rows.

    A resource without a path only lends its keys to the others.
    """
    import frictionless

    package = frictionless.Package(resources=[_resource(spec) for spec in resources], basepath=folder)
    for resource in package.resources:
        if resource.path:
            report = resource.validate(limit_rows=limit, limit_errors=sys.maxsize)
            yield str(resource.name), [_plain(error) for task in report.tasks for error in task.errors]


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


def main() -> None:
    """Validate what the input describes; the library is loaded while it is still awaited."""
    import frictionless  # noqa: F401

    task = json.load(sys.stdin)
    json.dump(list(validate(task["resources"], task["folder"], task["limit"])), sys.stdout)


if __name__ == "__main__":
    main()

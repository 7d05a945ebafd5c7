"""The descriptor and the schemas: JSON, valid against the Data Package v2 profiles, inside their folder, consistent."""

import json
from collections.abc import Container, Iterator
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

from dokpamo.checking.consistency import consistency_findings
from dokpamo.checking.findings import Finding
from dokpamo.checking.sentences import sentence
from dokpamo.contract import Table

PROFILES = Path(__file__).resolve().parent / "profiles"
"""The official JSON Schemas of Data Package 2.0, kept here so that a check needs no network."""

DESCRIPTOR = "datapackage.json"


def descriptor_findings(folder: Path) -> list[Finding]:
    """Return what is wrong with `datapackage.json` and the schemas it names."""
    spec, found = _read(folder, DESCRIPTOR)
    if found:
        return found
    places = {at: finding for at, part in _parts(spec) for at, finding in _place_findings(at, part)}
    found = [*places.values(), *_against(_validator("datapackage"), DESCRIPTOR, spec, skip=places)]
    if found:
        return found  # without a sound descriptor nobody knows where the schemas are
    tables: dict[str, tuple[str, Table]] = {}
    for _, part in _parts(spec):
        if part["name"] in tables:
            found.append(_finding(DESCRIPTOR, "twice", value=part["name"]))
        schema, wrong = _read(folder, part["schema"])
        found += wrong or _schema_findings(part["schema"], schema)
        tables[part["name"]] = (part["schema"], Table(part["name"], part.get("path"), schema))
    return found or list(consistency_findings(tables))


def _read(folder: Path, place: str) -> tuple[Any, list[Finding]]:
    """Return the object in a JSON file, and why there is none."""
    try:
        content = json.loads((folder / place).read_bytes().decode())
        return content, [] if isinstance(content, dict) else [_finding(place, "not-object")]
    except (FileNotFoundError, IsADirectoryError):
        return None, [_finding(place, "missing-file")]
    except UnicodeDecodeError:
        return None, [_finding(place, "not-utf-8")]
    except json.JSONDecodeError as error:
        return None, [_finding(place, "not-json", error.lineno, problem=error.msg, at=error.colno)]


def _parts(spec: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each resource and view with its address in the descriptor."""
    for key in ("resources", "views"):
        parts = spec.get(key, [])
        for number, part in enumerate(parts if isinstance(parts, list) else []):
            yield f"{key}/{number}", part if isinstance(part, dict) else {}


def _place_findings(at: str, part: dict[str, Any]) -> Iterator[tuple[str, Finding]]:
    """Yield where a resource or view does not name its files, or names one outside the folder."""
    for key in ("path", "schema") if at.startswith("resources") else ("name", "schema"):
        place = part.get(key)
        if not isinstance(place, str):
            yield f"{at}/{key}", _finding(DESCRIPTOR, "no-place", at=f"{at}/{key}")
        elif _is_outside(place):
            yield f"{at}/{key}", _finding(DESCRIPTOR, "outside", value=place)


def _is_outside(place: str) -> bool:
    path = PurePosixPath(place.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or ":" in place


def _schema_findings(place: str, spec: dict[str, Any]) -> Iterator[Finding]:
    """Yield where a schema is no valid Table Schema, each field against the branch of its own type.

    The profile offers fifteen branches a field and lets a validator try them all: slow, and no help to a reader.
    """
    yield from _against(_validator("tableschema"), place, spec)
    fields = spec.get("fields")
    for number, field in enumerate(fields if isinstance(fields, list) else []):
        kind = field.get("type", "string") if isinstance(field, dict) else "string"
        branch = _branches().get(str(kind))
        if branch is None:
            yield _finding(place, "unknown-type", column=field.get("name"), value=kind)
        else:
            yield from _against(branch, place, field, f"fields/{number}/")


def _against(validator: Any, file: str, spec: Any, inside: str = "", skip: Container[str] = ()) -> Iterator[Finding]:
    """Yield what a validator of JSON finds."""
    for error in map(_innermost, validator.iter_errors(spec)):
        at = (inside + "/".join(map(str, error.absolute_path))).rstrip("/")
        message = error.message if len(error.message) < 200 else f"{error.message[:200]} …"
        if at not in skip:
            yield _finding(file, "descriptor", at=at or "(top)", problem=message)


def _innermost(error: Any) -> Any:
    """Return what lacks most nearly to the right form, where a value has several to choose from."""
    while error.context:
        forms: dict[int, list[Any]] = {}
        for part in error.context:
            forms.setdefault(part.schema_path[0], []).append(part)
        error = min(forms.values(), key=len)[0]
    return error


@cache
def _profile(name: str) -> Any:
    return json.loads((PROFILES / f"{name}.json").read_text(encoding="utf-8"))


@cache
def _validator(name: str) -> Any:
    """Return the validator of a profile; the fields of a Table Schema are left to their branches."""
    from jsonschema.validators import validator_for

    profile = _profile(name)
    if name == "tableschema":
        fields = {key: rule for key, rule in profile["properties"]["fields"].items() if key != "items"}
        profile = {**profile, "properties": {**profile["properties"], "fields": fields}}
    return validator_for(profile)(profile)


@cache
def _branches() -> dict[str, Any]:
    """Return the validator of each type of field."""
    from jsonschema.validators import validator_for

    profile = _profile("tableschema")
    branches = profile["properties"]["fields"]["items"]["oneOf"]
    return {branch["properties"]["type"]["enum"][0]: validator_for(profile)(branch) for branch in branches}


def _finding(file: str, kind: str, line: int | None = None, column: str | None = None, **values: Any) -> Finding:
    en, ko = sentence(kind, column=column, **values)
    return Finding(file, line, column, kind, en, ko, ("structure",))

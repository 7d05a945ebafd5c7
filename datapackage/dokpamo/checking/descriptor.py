"""The descriptor itself: is it JSON, a valid Data Package v2, and does it stay inside its folder?"""

import json
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from dokpamo.checking.findings import Finding
from dokpamo.checking.sentences import sentence
from dokpamo.contract import read_json
from dokpamo.errors import ContractError

PROFILES = Path(__file__).resolve().parent / "profiles"
"""The official JSON Schemas of Data Package 2.0, kept here so that a check needs no network."""


def descriptor_findings(folder: Path) -> Iterator[Finding]:
    """Yield what is wrong with `datapackage.json` and the schemas it names."""
    try:
        spec = read_json(folder / "datapackage.json")
    except ContractError as error:
        yield _finding("datapackage.json", "descriptor", problem=str(error))
        return
    yield from _against_profile("datapackage.json", spec, "datapackage")
    for part in [*_parts(spec, "resources"), *_parts(spec, "views")]:
        for key in ("path", "schema"):
            place = part.get(key)
            if isinstance(place, str) and _is_outside(place):
                yield _finding("datapackage.json", "outside", value=place)
        schema = part.get("schema")
        if isinstance(schema, str) and not _is_outside(schema):
            yield from _schema_findings(folder, schema)


def _parts(spec: Any, key: str) -> list[dict[str, Any]]:
    parts = spec.get(key, []) if isinstance(spec, dict) else []
    return [part for part in parts if isinstance(part, dict)] if isinstance(parts, list) else []


def _is_outside(place: str) -> bool:
    path = PurePosixPath(place.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or "://" in place or ":" in path.parts[0]


def _schema_findings(folder: Path, place: str) -> Iterator[Finding]:
    try:
        spec = read_json(folder / place)
    except ContractError as error:
        yield _finding(place, "descriptor", problem=str(error))
        return
    yield from _against_profile(place, spec, "tableschema")


def _against_profile(file: str, spec: Any, profile: str) -> Iterator[Finding]:
    import jsonschema

    schema = json.loads((PROFILES / f"{profile}.json").read_text(encoding="utf-8"))
    for error in jsonschema.validators.validator_for(schema)(schema).iter_errors(spec):
        at = "/".join(map(str, error.absolute_path)) or "(top)"
        message = error.message if len(error.message) < 200 else error.message[:200] + "…"
        yield _finding(file, "descriptor", problem=f"{at}: {message}")


def _finding(file: str, kind: str, **values: Any) -> Finding:
    en, ko = sentence(kind, **values)
    return Finding(file, None, None, kind, en, ko, ("structure",))

"""A bill of materials for a wheel: what runs when it is installed, as CycloneDX 1.6.

    python scripts/sbom.py WHEEL [FILE]

It names what the wheel requires and what that requires, in the versions that are installed here; extras are a user's
choice and left out. The same wheel and versions give the same bytes: no time, and an id made from the wheel's hash.
"""

import hashlib
import json
import sys
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import dokpamo
from dokpamo.exporters.texts import write_json

OURS = uuid5(UUID(int=0), "dokpamo")


def main() -> int:
    """Print the bill of a wheel, or write it into a file."""
    wheel, *rest = map(Path, sys.argv[1:])
    bill = sbom(wheel)
    if rest:
        write_json(rest[0], bill)
    else:
        print(json.dumps(bill, ensure_ascii=False, indent=2))
    return 0


def sbom(wheel: Path) -> dict[str, Any]:
    """Return the bill of materials of a wheel."""
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    needs = needed("dokpamo")
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid5(OURS, digest)}",
        "version": 1,
        "metadata": {
            "component": {
                **_named("library", "dokpamo", dokpamo.__version__),
                "licenses": [{"expression": "MIT AND CC-BY-4.0"}],
                "hashes": [{"alg": "SHA-256", "content": digest}],
            }
        },
        "components": [_component(distribution(name)) for name in sorted(needs) if name != "dokpamo"],
        "dependencies": [
            {"ref": _ref(name), "dependsOn": [_ref(other) for other in sorted(needs[name])]} for name in sorted(needs)
        ],
    }


def needed(name: str) -> dict[str, set[str]]:
    """Return what a package requires where it runs, itself and all below it, each with what it requires itself."""
    found: dict[str, set[str]] = {}
    todo = [canonicalize_name(name)]
    while todo:
        one = todo.pop()
        if one not in found:
            required = map(Requirement, distribution(one).requires or [])
            found[one] = {
                canonicalize_name(other.name)
                for other in required
                if other.marker is None or other.marker.evaluate({"extra": ""})
            }
            todo += [canonicalize_name(other) for other in found[one]]
    return found


def _component(found: Distribution) -> dict[str, Any]:
    name = canonicalize_name(found.metadata["Name"])
    return {**_named("library", name, found.version), "scope": "required", "licenses": _licences(found)}


def _licences(found: Distribution) -> list[dict[str, Any]]:
    """Return the licences that a package declares, as an expression or, in the older way, by their names."""
    expressions = found.metadata.get_all("License-Expression")
    if expressions:
        return [{"expression": expressions[0]}]
    classifiers = [text.split(" :: ") for text in found.metadata.get_all("Classifier") or []]
    return [{"license": {"name": parts[-1]}} for parts in classifiers if parts[0] == "License"]


def _named(kind: str, name: str, version: str) -> dict[str, str]:
    purl = f"pkg:pypi/{name}@{version}"
    return {"type": kind, "bom-ref": purl, "name": name, "version": version, "purl": purl}


def _ref(name: str) -> str:
    return f"pkg:pypi/{name}@{dokpamo.__version__ if name == 'dokpamo' else distribution(name).version}"


if __name__ == "__main__":
    raise SystemExit(main())

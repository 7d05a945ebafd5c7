"""One call of CKAN's API, told before it is made: for a dry run, and for what CKAN gives only on the way."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dokpamo.ckan.release import File


@dataclass(frozen=True)
class Id:
    """Stands in the data of a call for the id of a resource, which CKAN gives."""

    resource: str


@dataclass(frozen=True)
class Action:
    """One call: CKAN's name for it, what a person is told, its data, and the files that go with it by parameter.

    In the data an `Id` stands for itself, a `File` for its rows. `order` tells the dataset's resources by their
    numbers, by which CKAN complains of them.
    """

    name: str
    about: str
    data: dict[str, Any]
    uploads: dict[str, Path] = field(default_factory=dict)
    order: tuple[str, ...] = ()

    def filled(self, ids: dict[str, str]) -> dict[str, Any]:
        """Return the data with what is only known now: ids of resources, and the rows of files."""
        return {key: _filled(value, ids) for key, value in self.data.items()}

    def __str__(self) -> str:
        """Return the call on one line, with names in place of ids, of files and of their rows."""
        return f"{self.name} {json.dumps(self.data | self.uploads, ensure_ascii=False, default=_named)}"


def _filled(value: Any, ids: dict[str, str]) -> Any:
    if isinstance(value, Id):
        return ids[value.resource]
    if isinstance(value, File):
        return list(value.records())
    if isinstance(value, dict):
        return {key: _filled(below, ids) for key, below in value.items()}
    return [_filled(below, ids) for below in value] if isinstance(value, list) else value


def _named(value: Id | File | Path) -> str:
    if isinstance(value, Id):
        return f"<id of {value.resource}>"
    return f"<rows of {value.path}>" if isinstance(value, File) else f"<{value.name}>"

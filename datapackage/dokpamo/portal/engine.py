"""DuckDB for the browser: what `./run` has put together, if npm was there, and what it weighs."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from dokpamo.folders import root


def folder() -> Path:
    """Return where the engine lies; it comes with npm and is no part of the package."""
    return root() / "build" / "engine"


@cache
def sizes() -> dict[str, int]:
    """Return what a reader loads: bytes, and bytes as compressed by a server; empty where there is no engine.

    The database is not counted: it is the release's own file.
    """
    try:
        spec: dict[str, Any] = json.loads((folder() / "engine.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    files = spec["files"].values()
    return {"bytes": sum(one["bytes"] for one in files), "compressed": sum(one["compressed"] for one in files)}


def scripts(*names: str) -> tuple[str, ...]:
    """Return the scripts of a page that need the engine; none without it."""
    return names if sizes() else ()


def files() -> Iterator[Path]:
    """Yield the files of the engine."""
    if sizes():
        yield from sorted(file for file in folder().iterdir() if file.name != "engine.json")

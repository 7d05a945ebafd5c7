"""Small editions of a record, written into folders, for tests that compare them."""

import csv
import json
import subprocess
from pathlib import Path
from typing import Any

Rows = list[dict[str, str]]
SOURCES: Rows = [
    {"source_id": "daily-20260115", "url": "https://daily.example/r1"},
    {"source_id": "ministry-20260116", "url": "https://ministry.example/r1"},
]
EVENTS: Rows = [{"event_id": "ev-1", "title": "Result", "source_ids": "ministry-20260116"}]
EVENT_TEAMS: Rows = [{"event_team_id": "ev-1/alpha", "event_id": "ev-1", "team_id": "alpha"}]
RESULTS: Rows = [
    {"result_id": "r1/alpha", "outcome": "advanced", "rank": "1", "source_ids": "daily-20260115"},
    {"result_id": "r1/beta", "outcome": "eliminated", "rank": "", "source_ids": "daily-20260115"},
]
CODES = ["advanced", "eliminated", "pending"]


def record() -> dict[str, Rows]:
    """Return the tables, each row a copy that a test may change."""
    tables = {"sources": SOURCES, "events": EVENTS, "event_teams": EVENT_TEAMS, "results": RESULTS}
    return {name: [dict(row) for row in rows] for name, rows in tables.items()}


def schema(rows: Rows, **fields: dict[str, Any]) -> dict[str, Any]:
    """Return a Table Schema for rows: the first column is the key, all are texts; `fields` says more of some."""
    names = list(rows[0])
    spec: dict[str, Any] = {"primaryKey": [names[0]]}
    spec["fields"] = [{"name": name, "type": "string", **fields.get(name, {})} for name in names]
    if names[0] == "event_team_id":
        spec["knownOn"] = {"basis": "parents"}
        spec["foreignKeys"] = [{"fields": ["event_id"], "reference": {"resource": "events", "fields": ["event_id"]}}]
    return spec


def schemas(tables: dict[str, Rows]) -> dict[str, dict[str, Any]]:
    """Return the Table Schema of each table, with a closed list for the outcome and whole numbers for the rank."""
    more: dict[str, dict[str, Any]] = {"outcome": {"constraints": {"enum": CODES}}, "rank": {"type": "integer"}}
    return {name: schema(rows, **more) for name, rows in tables.items()}


def write(
    folder: Path,
    tables: dict[str, Rows],
    specs: dict[str, dict[str, Any]] | None = None,
    data: str = "seeds",
    **facts: Any,
) -> Path:
    """Write a checkout (`data` is seeds, schemas in files) or a release (`data`, schemas in the descriptor)."""
    specs = specs or schemas(tables)
    descriptor: dict[str, Any] = {"version": "2026.1.0", "schemaVersion": "1.0.0", "created": "2026-01-20", **facts}
    descriptor["resources"] = []
    for name, rows in tables.items():
        place = folder / data / f"{name}.csv"
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        described: Any = specs[name]
        if data == "seeds":
            described = f"schemas/{name}.json"
            (folder / "schemas").mkdir(exist_ok=True)
            (folder / described).write_text(json.dumps(specs[name]), encoding="utf-8")
        descriptor["resources"].append({"name": name, "path": f"{data}/{name}.csv", "schema": described})
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    return folder


def commit(folder: Path, tag: str = "") -> None:
    """Commit everything in a folder, making it a checkout first."""
    who = ["-c", "user.name=Test", "-c", "user.email=test@test.example", "-c", "commit.gpgsign=false"]
    commands = [["init", "-q"], ["add", "-A"], [*who, "commit", "-q", "--allow-empty", "-m", tag or "data: more"]]
    for words in commands + ([["tag", tag]] if tag else []):
        subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True)

"""A release of a few tables, made in a moment: for tests of what is done with a release once it is there."""

import csv
import hashlib
import json
from pathlib import Path

import dokpamo
from dokpamo.contract import package
from dokpamo.exporters.texts import write_json, write_text
from dokpamo.rendering import fetch
from dokpamo.rendering.csv import render

WHOLE = ("all.zip", "dokpamo.sqlite", "dokpamo.xlsx")


def small_release(folder: Path, *names: str) -> Path:
    """Write tables and views as CSV with descriptor and hashes; the other files hold no more than their name."""
    con = dokpamo.connect()
    resources = []
    for name in names:
        table = package().get(name)
        file = folder / ("views" if table.is_view else "data") / f"{name}.csv"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(render(fetch(con, f"FROM {name}")))
        resources.append({"name": name, "path": file.relative_to(folder).as_posix(), "schema": table.spec})
    for name in WHOLE:
        write_text(folder / name, f"{name}\n")
    spec = package().spec | {"temporal": {"start": "2025-02-20", "end": package().day}, "resources": resources}
    return seal(folder, write_json(folder / "datapackage.json", spec))


def seal(folder: Path, descriptor: Path) -> Path:
    """Enter the hashes of all files in the descriptor and in SHA256SUMS, as a build does; return the folder."""
    spec = json.loads(descriptor.read_text(encoding="utf-8"))
    for resource in spec["resources"]:
        resource["hash"] = f"sha256:{_sha256(folder / resource['path'])}"
    write_json(descriptor, spec)
    files = sorted(f for f in folder.rglob("*") if f.is_file() and f.name != "SHA256SUMS")
    lines = [f"{_sha256(file)}  {file.relative_to(folder).as_posix()}\n" for file in files]
    write_text(folder / "SHA256SUMS", "".join(lines))
    return folder


def change_cell(folder: Path, path: str, row: int, column: str, value: str) -> None:
    """Change one cell of one file, as a curator who then builds again."""
    file = folder / path
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    rows[row][column] = value
    with file.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    seal(folder, folder / "datapackage.json")


def without(folder: Path, path: str) -> None:
    """Take one table out of a release."""
    descriptor = folder / "datapackage.json"
    spec = json.loads(descriptor.read_text(encoding="utf-8"))
    spec["resources"] = [resource for resource in spec["resources"] if resource["path"] != path]
    (folder / path).unlink()
    seal(folder, write_json(descriptor, spec))


def _sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()

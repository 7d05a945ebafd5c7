"""A build whose checks and files are stood in for, which can be held at a step; run as a process by the tests.

    python faults.py SCRIPTS STEP [OPTIONS of build.py]

STEP is where it says `here` and waits: writing, asking (amid a query without an end), before, between or after the new
folder takes the old one's place; or
what goes wrong: fails; or none; or the formats that are really written, with commas.
"""

import hashlib
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, sys.argv[1])
step = sys.argv[2]
sys.argv[1:] = sys.argv[3:]

import duckdb  # noqa: E402

import build  # noqa: E402
from dokpamo import replacing  # noqa: E402
from dokpamo.checking.findings import Report  # noqa: E402
from dokpamo.exporters import FORMATS  # noqa: E402

real_export, real_put, real_rename = build.export, replacing._put, Path.rename


def hold(at: str) -> None:
    if step == at:
        print("here", flush=True)
        sys.stdin.read()


def export(folder: Path, formats: Any, watch: Any, base_url: str) -> list[Path]:
    if step.split(",")[0] in FORMATS:
        return real_export(folder, step.split(","), watch, base_url)
    file = folder / "data" / "teams.csv"
    file.parent.mkdir()
    file.write_bytes(b"new\n")
    hold("writing")
    if step == "asking":
        print("here", flush=True)
        duckdb.sql("SELECT count(*) FROM range(1000000000000)").fetchall()
    if step == "fails":
        raise ValueError("a fault of the program")
    sums = folder / "SHA256SUMS"
    sums.write_text(f"{hashlib.sha256(b'new').hexdigest()}  data/teams.csv\n", encoding="utf-8")
    return [file, sums]


def put(fresh: Path, target: Path, place: Path) -> None:
    hold("before")
    real_put(fresh, target, place)
    hold("after")


def rename(self: Path, target: Path) -> Path:
    moved = real_rename(self, target)
    if target.name == "old":
        hold("between")
    return moved


build.check_alone = lambda path: Report(())
build.export = export
replacing._put = put
if step in ("between", "in two steps"):
    replacing._exchanged = lambda one, other: False
    Path.rename = rename  # type: ignore[assignment, method-assign]
raise SystemExit(build.main())

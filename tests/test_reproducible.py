"""The same record gives the same bytes: on another day, in another place, time zone and locale, on one processor."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from services import lacking

from dokpamo.exporters import FORMATS

ROOT = Path(__file__).resolve().parents[1]
CHEAP = ("csv", "parquet", "jsonl", "sqlite", "xlsx")
DAY = "2031-07-01 12:34:56"
PARTS = ("seeds", "schemas", "datapackage")
ENGINE = Path("build", "engine")
CODE = "import sys; from pathlib import Path; from dokpamo.exporters import export; export(Path('out'), sys.argv[1:])"


def one_processor() -> None:
    """What asks how many processors there are is told one, and starts as many threads."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def elsewhere(folder: Path, formats: Iterable[str]) -> Path:
    """Publish from a copy of the checkout, in another world."""
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    if (ROOT / ENGINE).is_dir():
        shutil.copytree(ROOT / ENGINE, folder / ENGINE)
    for file in (file for file in ROOT.iterdir() if file.is_file()):
        shutil.copy(file, folder)
    world = {
        "PYTHONPATH": str(folder / "datapackage"), "PYTHONHASHSEED": "7", "POLARS_MAX_THREADS": "1",
        "TZ": "Pacific/Kiritimati", "LC_ALL": "ko_KR.CP949", "PYTHONUTF8": "0",
    }  # fmt: skip
    place = folder / "another place"
    place.mkdir()
    faketime = shutil.which("faketime")
    subprocess.run(
        [*([faketime, DAY] if faketime else []), sys.executable, "-c", CODE, *formats],
        cwd=place, env=os.environ | world, preexec_fn=one_processor, check=True,
    )  # fmt: skip
    return place / "out"


def files(folder: Path) -> Iterator[str]:
    return (file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


def differing(one: Path, other: Path) -> list[str]:
    """The files of `other` that are not the same in `one`; of DuckDB's, only the rows are."""
    return [
        file
        for file in sorted(files(other))
        if "dokpamo.duckdb" not in file and (one / file).read_bytes() != (other / file).read_bytes()
    ]


def test_the_same_bytes_elsewhere(dist: Path, tmp_path: Path) -> None:
    found = elsewhere(tmp_path, CHEAP)
    assert {Path(file).name.partition(".")[2] for file in files(found)} >= {"csv", "parquet", "jsonl", "sqlite", "xlsx"}
    assert differing(dist, found) == []


@pytest.mark.slow
def test_every_format_has_the_same_bytes_elsewhere_at_another_time(dist: Path, tmp_path: Path) -> None:
    if not shutil.which("faketime"):
        lacking("faketime", "apt-get install faketime")
    found = elsewhere(tmp_path, FORMATS)
    assert sorted(files(found)) == sorted(files(dist))
    assert differing(dist, found) == []

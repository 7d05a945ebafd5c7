"""What dokpamo takes: time, memory, growth and size, measured in one run. Prints tables, asserts nothing.

    python scripts/bench.py                                       start-up, check, build, growth to 10^6 rows
    python scripts/bench.py --rows 10000,100000,1000000,10000000  growth further, with some 15 GB of memory
    python scripts/bench.py --only start                          likewise check, build, exporters, growth

Everything is measured in processes of their own: wall clock, processor time and peak memory as the system counts them.
Byte code is compiled first, even where PYTHONDONTWRITEBYTECODE is set. Needs the extra `check`, and Linux or macOS.
"""

import argparse
import json
import math
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from dokpamo.checking.standard import SAMPLE
from dokpamo.cli.language import show_what_can_be_shown
from measuring import Run, measure, print_table, thousands

GROWTH, EXPORTING, BUILD = (Path(__file__).with_name(name) for name in ("growth.py", "exporting.py", "build.py"))
SCRIPTS = Path(sys.executable).parent
PARTS = ("start", "check", "build", "exporters", "growth")
JOBS = ("parse", "pandera", "contracts", "check")
SIZES = "10000,100000,1000000"
MANY = 900_000
"""From so many rows on a piece of work is done once."""


def interleaved(commands: dict[str, list[str | Path]], times: int) -> dict[str, list[Run]]:
    """Run each command once to warm up, then all in turn, so that a busy moment falls on all of them.

    A check may find something: then its status is 1.
    """
    for command in commands.values():
        measure(command, (0, 1))
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(times):
        for name, command in commands.items():
            runs[name].append(measure(command, (0, 1)))
    return runs


def start(times: int) -> None:
    """Measure how long whole processes take, against an interpreter that does nothing."""
    python, dokpamo = sys.executable, SCRIPTS / "dokpamo"
    runs = interleaved(
        {
            "bare interpreter": [python, "-c", "pass"],
            "import dokpamo": [python, "-c", "import dokpamo"],
            "dokpamo --help": [dokpamo, "--help"],
            "dokpamo show team_status": [dokpamo, "show", "team_status"],
            "dokpamo check": [dokpamo, "check", "."],
        },
        times,
    )
    print(f"## Start: whole processes, byte code compiled, {times} times in turn\n")
    print_table(["process", "min ms", "median ms", "over bare ms", "÷ bare", "CPU ms", "peak MB"], against(runs))


def check(times: int) -> None:
    """Measure a check of the real record against Frictionless alone."""
    runs = interleaved(
        {
            "frictionless validate": [SCRIPTS / "frictionless", "validate", "datapackage.json"],
            "dokpamo check": [SCRIPTS / "dokpamo", "check", "."],
        },
        times,
    )
    print(f"## Check of the real record: structure, Frictionless, Pandera and rules, {times} times in turn\n")
    headers = ["process", "min ms", "median ms", "over Frictionless ms", "÷ Frictionless", "CPU ms", "peak MB"]
    print_table(headers, against(runs))


def build(times: int) -> None:
    """Measure the main job."""
    print(f"## Build: checked and published in all formats, at most 3 of {times} times\n")
    with tempfile.TemporaryDirectory(prefix="dokpamo-bench-") as place:
        runs = [measure([sys.executable, BUILD, "--dist", Path(place) / "dist"]) for _ in range(min(times, 3))]
    best = min(runs, key=lambda run: run.wall)
    row = ["build.py", f"{best.wall:.1f}", f"{best.cpu:.1f}", thousands(best.peak / 1e6)]
    print_table(["process", "s", "CPU s", "peak MB"], [row])


def exporters() -> None:
    """Measure each exporter by itself, and what they leave."""
    with tempfile.TemporaryDirectory(prefix="dokpamo-bench-") as place:
        report = json.loads(measure([sys.executable, EXPORTING, Path(place) / "dist"]).text)
        print("## Exporters, one after the other\n")
        print_table(["format", "s", "CPU s", "files", "kB"], map(exported, report))
        print("## What lies in dist\n")
        print_table(["artefact", "files", "kB"], map(artefact, sorted((Path(place) / "dist").iterdir())))


def exported(one: dict[str, Any]) -> list[str]:
    """Return the row of an exporter."""
    return [
        one["format"], f"{one['wall']:.2f}", f"{one['cpu']:.2f}", thousands(one["files"]), thousands(one["bytes"] / 1e3)
    ]  # fmt: skip


def artefact(place: Path) -> list[str]:
    """Return the row of a file, or of a folder with all that is in it."""
    files = [file for file in place.rglob("*") if file.is_file()] if place.is_dir() else [place]
    size = sum(file.stat().st_size for file in files)
    return [place.name + ("/" if place.is_dir() else ""), thousands(len(files)), thousands(size / 1e3)]


def against(runs: dict[str, list[Run]]) -> Iterator[list[str]]:
    """Yield a row a command: its times, and what they are against the first command's shortest."""
    bare = min(run.wall for run in next(iter(runs.values())))
    for name, each in runs.items():
        least = min(run.wall for run in each)
        yield [
            name,
            thousands(least * 1e3),
            thousands(median(run.wall for run in each) * 1e3),
            thousands((least - bare) * 1e3),
            f"{least / bare:.2f}",
            thousands(min(run.cpu for run in each) * 1e3),
            thousands(max(run.peak for run in each) / 1e6),
        ]


@dataclass(frozen=True)
class Job:
    """One piece of work on one grown record: its seconds, those of all processors, peak memory in bytes."""

    name: str
    rows: int
    seconds: float
    cpu: float
    peak: int
    report: dict[str, Any]


def growth(sizes: Iterable[int], times: int, faults: int) -> None:
    """Measure checks of grown records against bare polars and bare Pandera, then checks of the same with faults."""
    clean: list[Job] = []
    faulty: list[Job] = []
    print("## Growth: the real record with copies of what grows in life, under the same contracts and rules\n")
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="dokpamo-bench-") as place:
            made = grown("make", place, "--rows", size)
            rows = made["rows"]
            print(f"made {rows:,} rows, {made['bytes'] / 1e6:,.1f} MB", flush=True)
            clean += shortest(place, rows, min(times, 3) if rows < MANY else 1)
            grown("break", place, "--faults", faults)
            faulty.append(job("check", place, rows))
    print()
    headers = [
        "rows",
        "job",
        "s",
        "rows/s",
        "÷ parse",
        "÷ Pandera",
        "per ×10",
        "CPU s",
        "÷ Pandera",
        "per ×10",
        "peak MB",
    ]
    print_table(headers, compared(clean))
    print(EXPLAINED)
    print(f"## Faults: up to {faults} of each kind, spread over the files\n")
    headers = ["rows", "faults", "kinds", "found in their place", "other findings", "s", "CPU s", "peak MB"]
    print_table(headers, sought(faulty))
    for each in faulty:
        print_missed(each)


EXPLAINED = f"""
parse      polars alone: every cell as text, then in its type
pandera    that, then Pandera alone on the same contracts, foreign and unique keys included
contracts  the same contracts by `dokpamo check`: damage of files, types, Pandera, each finding with file and line
check      all of `dokpamo check`: the contracts, Frictionless on the first {SAMPLE:,} rows of a table, and every rule

s        on the clock, with the libraries loaded: the shortest of up to three runs, from 10^6 rows on of one
CPU s    of all processors and processes, which a busy machine disturbs less; MB likewise
per ×10  how the seconds grow with ten times the rows: 10 is linear
"""


def grown(verb: str, place: str, *options: object) -> dict[str, Any]:
    """Run a verb of growth.py and return what it reports."""
    return dict(json.loads(measure([sys.executable, GROWTH, verb, place, *map(str, options)]).text))


def job(name: str, place: str, rows: int) -> Job:
    """Do a piece of work on the record in a folder."""
    run = measure([sys.executable, GROWTH, name, place])
    report = json.loads(run.text)
    return Job(name, rows, report["seconds"], report["cpu"], run.peak, report)


def shortest(place: str, rows: int, times: int) -> list[Job]:
    """Do all work in turn, and return the shortest run of each."""
    runs = [job(name, place, rows) for _ in range(times) for name in JOBS]
    return [min((run for run in runs if run.name == name), key=lambda run: run.seconds) for name in JOBS]


def compared(jobs: list[Job]) -> Iterator[list[str]]:
    """Yield a row a job: what it took, and against the others on the same rows and itself on fewer."""
    done = {(one.name, one.rows): one for one in jobs}
    sizes = sorted({one.rows for one in jobs})
    for one in jobs:
        parse, pandera = done["parse", one.rows], done["pandera", one.rows]
        fewer = next((done[one.name, rows] for rows in reversed(sizes) if rows < one.rows), None)
        yield [
            thousands(one.rows),
            one.name,
            f"{one.seconds:.2f}",
            thousands(one.rows / one.seconds),
            f"{one.seconds / parse.seconds:.2f}",
            f"{one.seconds / pandera.seconds:.2f}",
            tenfold(one.rows / fewer.rows, one.seconds / fewer.seconds) if fewer else "",
            f"{one.cpu:.2f}",
            f"{one.cpu / pandera.cpu:.2f}",
            tenfold(one.rows / fewer.rows, one.cpu / fewer.cpu) if fewer else "",
            thousands(one.peak / 1e6),
        ]


def tenfold(rows: float, seconds: float) -> str:
    """Return how seconds grow with ten times the rows, from how they grew with `rows` times as many."""
    return f"{10 ** (math.log(seconds) / math.log(rows)):.1f}"


def sought(jobs: Iterable[Job]) -> Iterator[list[str]]:
    """Yield a row a size: how many faults there were, and how many findings stand at their file, line and column."""
    for one in jobs:
        kinds = one.report["kinds"]
        yield [
            thousands(one.rows),
            thousands(sum(faults for _, faults in kinds.values())),
            str(len(kinds)),
            thousands(sum(placed for placed, _ in kinds.values())),
            thousands(one.report["others"]),
            f"{one.seconds:.2f}",
            f"{one.cpu:.2f}",
            thousands(one.peak / 1e6),
        ]


def print_missed(one: Job) -> None:
    """Tell which faults were not found, and the first findings that belong to none."""
    for kind, (placed, faults) in one.report["kinds"].items():
        if placed < faults:
            print(f"{one.rows:,} rows, {kind}: {placed} of {faults}")
    for finding in one.report["first"]:
        print(f"{one.rows:,} rows, besides: {finding}")


def main() -> None:
    """Measure what was asked for and print it."""
    parser = argparse.ArgumentParser(
        description="measure start-up, check, build, growth; prints tables, asserts nothing"
    )
    parser.add_argument("--only", choices=PARTS, action="append", help="a part; may be given twice (default: all)")
    parser.add_argument("--times", type=int, default=7, help="runs of each process (default: 7); in growth at most 3")
    parser.add_argument("--rows", default=SIZES, help=f"sizes of growth (default: {SIZES})")
    parser.add_argument("--faults", type=int, default=10, help="faults of each kind in growth (default: 10)")
    told = parser.parse_args()
    show_what_can_be_shown()
    machine = f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    print(f"Python {sys.version.split()[0]}, {machine}; byte code is compiled beforehand\n")
    for part in told.only or PARTS:
        if part == "start":
            start(told.times)
        elif part == "check":
            check(told.times)
        elif part == "build":
            build(told.times)
        elif part == "exporters":
            exporters()
        else:
            growth(sorted(int(size) for size in told.rows.split(",")), told.times, told.faults)


if __name__ == "__main__":
    main()

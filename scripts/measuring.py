"""Processes measured as the system counts them, and tables of figures; for bench.py."""

import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, sleep

from dokpamo import root


@dataclass(frozen=True)
class Run:
    """A process with its children: wall clock and processor time in seconds, peak memory in bytes, what it printed."""

    wall: float
    cpu: float
    peak: int
    text: str


def measure(command: Sequence[str | Path], statuses: tuple[int, ...] = (0,)) -> Run:
    """Run a command in the folder of the record; another exit status than expected ends it all."""
    environment = os.environ | {"PYTHONIOENCODING": "utf-8"}  # whatever the locale
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = perf_counter()
    process = subprocess.Popen(
        command, cwd=root(), env=environment, stdout=subprocess.PIPE, encoding="utf-8", start_new_session=True
    )
    with ThreadPoolExecutor(1) as pool:
        together = pool.submit(peak_of_session, process.pid)
        assert process.stdout
        text = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        wall = perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in statuses:
        raise SystemExit(f"{' '.join(map(str, command))} failed")
    largest = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Run(wall, usage.ru_utime + usage.ru_stime, max(largest, together.result()), text)


def peak_of_session(session: int) -> int:
    """Watch the processes of a session to its end; return the most memory that they held together, in bytes.

    The system itself counts only the largest of them. Where there is no /proc, return 0.
    """
    peak = 0
    sleep(0.1)  # a shorter process has no others beside it, and is not to be disturbed
    while held := sum(memory(place, session) for place in Path("/proc").glob("[0-9]*/stat")):
        peak = max(peak, held)
        sleep(0.1)
    return peak


def memory(place: Path, session: int) -> int:
    """Return the resident memory of a process of the session, 0 for any other and for one that has ended."""
    try:
        cells = place.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return 0
    return int(cells[21]) * os.sysconf("SC_PAGE_SIZE") if int(cells[3]) == session else 0


def thousands(number: float) -> str:
    """Return a whole number with commas."""
    return f"{number:,.0f}"


def print_table(headers: list[str], rows: Iterable[list[str]]) -> None:
    """Print a Markdown table, numbers to the right."""
    lines = [headers, *rows]
    widths = [max(len(line[at]) for line in lines) for at in range(len(headers))]
    is_text = [any(line[at][:1].isalpha() for line in lines[1:]) for at in range(len(headers))]
    rule = ["-" * width if text else "-" * (width - 1) + ":" for width, text in zip(widths, is_text, strict=True)]
    for line in [headers, rule, *lines[1:]]:
        cells = [
            f"{cell:{'<' if text else '>'}{width}}" for cell, width, text in zip(line, widths, is_text, strict=True)
        ]
        print(f"| {' | '.join(cells)} |")
    print(flush=True)

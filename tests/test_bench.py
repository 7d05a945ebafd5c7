"""The bench runs, on the smallest sizes, and prints what it promises. What it measures is nobody's test."""

from itertools import takewhile

import pytest
from running import run

from dokpamo.exporters import FORMATS
from dokpamo.folders import root

BENCH = root() / "scripts" / "bench.py"


def bench(*options: str) -> str:
    return run(BENCH, *options).stdout


def cells(text: str, header: str) -> list[list[str]]:
    """The rows of the first table whose header begins so."""
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines()]
    at = next(number for number, line in enumerate(lines) if line[0] == header)
    return list(takewhile(lambda line: len(line) == len(lines[at]), lines[at + 2 :]))


@pytest.mark.slow
def test_start_is_told_against_a_bare_interpreter() -> None:
    rows = cells(bench("--only", "start", "--times", "1"), "process")
    names = ["bare interpreter", "import dokpamo", "dokpamo --help", "dokpamo show team_status", "dokpamo check"]
    assert [row[0] for row in rows] == names
    assert rows[0][4] == "1.00"


@pytest.mark.slow
def test_each_exporter_and_each_artefact_is_told() -> None:
    text = bench("--only", "exporters")
    assert [row[0] for row in cells(text, "format")] == ["(the record)", *FORMATS]
    sizes = {row[0]: float(row[2].replace(",", "")) for row in cells(text, "artefact")}
    assert {"all.zip", "data/", "views/", "SHA256SUMS", "index.json"} <= set(sizes)
    assert sizes["data/"] > 1000


@pytest.mark.slow
def test_growth_finds_every_fault_in_its_place() -> None:
    text = bench("--only", "growth", "--rows", "6000", "--times", "1", "--faults", "2")
    jobs = cells(text, "rows")
    assert [job[1] for job in jobs] == ["parse", "pandera", "contracts", "check"]
    faults = cells(text[text.index("## Faults") :], "rows")
    assert len(faults) == 1
    for _, put, kinds, found, others, *_ in faults:
        assert int(put) >= int(kinds) >= 12
        assert (found, others) == (put, "0"), text

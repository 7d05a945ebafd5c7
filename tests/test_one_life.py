"""One life in every format: Motif Technologies, not selected at first, added half a year later, out half a year after.

Whatever a reader opens, and with what, it meets the same five results and the same team.
"""

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from readers import READERS, Reader, Row, from_r, office_csv, place
from services import Postgres, lacking
from services import postgres as postgres

TEAM = "motif-technologies"
LIFE = [
    ("r0-application", "accepted", "2025-07-21"),
    ("r0-document", "advanced", "2025-07-25"),
    ("r0-presentation", "not-selected", "2025-08-04"),
    ("r1-additional", "selected", "2026-02-20"),
    ("r2", "eliminated", "2026-08-18"),
]
STATUS = {
    "team_name_ko": "모티프테크놀로지스 정예팀", "status": "eliminated", "since_on": "2026-08-18",
    "round_id": "r2", "ground": "score", "declined_additional_call": False,
}  # fmt: skip


def assert_same_life(dist: Path, read: Reader) -> None:
    results = [row for row in read(dist, "results") if row["team_id"] == TEAM]
    assert [(row["round_id"], row["outcome"], _told(row["announced_on"])) for row in results] == LIFE
    (status,) = [row for row in read(dist, "team_status") if row["team_id"] == TEAM]
    assert {column: _told(status[column]) for column in STATUS} == STATUS


def _told(value: Any) -> Any:
    """A cell as all readers mean it: days as ISO text, though some give midnight, and truth as such."""
    truths: dict[str, bool] = {"false": False, "0": False, "true": True, "1": True}
    text = str(value).removesuffix(" 00:00:00")
    return truths.get(text.lower(), text)


@pytest.mark.parametrize("reader", READERS)
def test_every_reader_tells_the_same_life(dist: Path, reader: str) -> None:
    assert_same_life(dist, READERS[reader])


@pytest.mark.integration
@pytest.mark.parametrize("suffix", ["csv", "excel.csv"])
def test_r_tells_the_same_life(dist: Path, suffix: str) -> None:
    if not shutil.which("Rscript"):
        lacking("R with readr", "apt-get install r-cran-readr")
    assert_same_life(dist, from_r(suffix))


@pytest.mark.integration
def test_libreoffice_tells_the_same_life(dist: Path, tmp_path: Path) -> None:
    if not shutil.which("soffice"):
        lacking("LibreOffice", "apt-get install libreoffice-calc-nogui")
    office_csv(tmp_path, [place(dist, name, "excel.csv") for name in ("results", "team_status")], text=True)
    office_csv(tmp_path, [dist / "dokpamo.xlsx"])

    def converted(name_of_file: str, skipped: int = 0) -> Reader:
        def read(dist: Path, name: str) -> Iterator[Row]:
            lines = (tmp_path / name_of_file.format(name)).read_text(encoding="utf-8-sig").splitlines()
            return csv.DictReader(lines[skipped:])

        return read

    assert_same_life(dist, converted("{}.excel.csv"))
    assert_same_life(dist, converted("dokpamo-{}.csv", skipped=2))


@pytest.mark.integration
def test_postgresql_tells_the_same_life(dist: Path, postgres: Postgres) -> None:
    name = postgres.load(dist / "dokpamo.postgres.sql", "one_life")
    assert_same_life(dist, lambda dist, table: postgres.rows(f"SELECT * FROM dokpamo.{table}", name))

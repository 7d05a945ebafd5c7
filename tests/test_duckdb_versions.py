"""dokpamo.duckdb in the DuckDB that people have: from 1.2 to the newest, from a disk or straight from an address."""

import json
import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from services import lacking
from services import serve as serve

from dokpamo.contract import package
from dokpamo.exporters import Publication

pytestmark = [pytest.mark.integration, pytest.mark.slow]
PACKAGE = package()
ASK = """
import json, sys
import duckdb
con = duckdb.connect()
con.execute("SET enable_progress_bar = false")
answers = [con.execute(query).fetchall() for query in json.load(sys.stdin)]
print(json.dumps([duckdb.__version__, answers], default=str))
"""


def installed(requirement: str) -> Path:
    """Install a wheel beside the environment, once for all runs, and return its folder."""
    name = f"dokpamo-{requirement.replace('==', '-')}-py{sys.version_info.major}{sys.version_info.minor}"
    folder = Path(tempfile.gettempdir()) / name
    with FileLock(folder.with_name(f"{name}.lock")):
        if not folder.exists():
            new = folder.with_name(f"{name}.new")
            pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--only-binary", ":all:"]
            done = subprocess.run(
                [*pip, "--target", new, requirement], capture_output=True, encoding="utf-8", check=False
            )
            if done.returncode:
                lacking(f"{requirement} ({done.stderr.strip().splitlines()[-1]})", f"pip install '{requirement}'")
            new.rename(folder)
    return folder


def asked(version: str | None, queries: list[str]) -> tuple[str, list[list[list[Any]]]]:
    """Return which DuckDB answered, and what: a version of its own, or with None that of the environment."""
    others = {"PYTHONPATH": str(installed(f"duckdb=={version}"))} if version else {}
    done = subprocess.run(
        [sys.executable, "-c", ASK], input=json.dumps(queries), capture_output=True, encoding="utf-8", check=False,
        env={**os.environ, **others, "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    answered, answers = json.loads(done.stdout)
    return answered, answers


def plain(rows: list[Any]) -> list[list[Any]]:
    """Return rows as JSON tells them."""
    return list(json.loads(json.dumps(rows, default=str)))


def same(have: Any, want: Any) -> bool:
    """Say whether two cells are equal; of numbers with nine digits the last may be rounded up or down."""
    if isinstance(have, float) and isinstance(want, float):
        return math.isclose(have, want, rel_tol=1e-9, abs_tol=2e-9)
    return bool(have == want)


OLDEST = pytest.param("1.2.2", marks=pytest.mark.skipif(sys.version_info >= (3, 14), reason="no wheel for this Python"))


@pytest.mark.parametrize("version", [OLDEST, "1.4.4", "1.5.5", None])
def test_every_table_and_view_answers(dist: Path, published: Publication, version: str | None) -> None:
    queries = [f"ATTACH '{dist / 'dokpamo.duckdb'}' AS old (READ_ONLY)", "USE old", *(f"FROM {n}" for n in PACKAGE.all)]
    answered, (_, _, *answers) = asked(version, queries)
    assert answered.startswith(version or "2.")
    for name, rows in zip(PACKAGE.all, answers, strict=True):
        wanted = plain(published.con.execute(f"FROM published.{name}").fetchall())
        assert len(rows) == len(wanted), name
        differing = [pair for pair in zip(rows, wanted, strict=True) if not all(map(same, *pair))]
        assert differing == [], name


@pytest.mark.parametrize("version", [OLDEST, "1.5.5"])
def test_an_older_duckdb_travels_in_time(dist: Path, version: str) -> None:
    count = "SELECT count(*) FROM team_status WHERE status = 'active'"
    attach = [f"ATTACH '{dist / 'dokpamo.duckdb'}' AS old (READ_ONLY)", "USE old"]
    queries = [*attach, count, "SET VARIABLE as_of = DATE '2026-01-14'", count]
    assert asked(version, queries)[1][2::2] == [[[3]], [[5]]]


def test_duckdb_reads_from_an_address(dist: Path, serve: Callable[[Path], str]) -> None:
    address = serve(dist)
    (extension,) = installed("duckdb-extension-httpfs==1.5.5").rglob("*.duckdb_extension")
    _, answers = asked(
        "1.5.5",
        [
            f"LOAD '{extension}'",
            f"SELECT name_ko FROM '{address}data/teams.csv' WHERE team_id = 'motif-technologies'",
            f"SELECT count(*), max(published_on) < DATE '2026-11-27' FROM '{address}data/sources.parquet'",
            f"SELECT count(*) FROM '{address}views/team_status.parquet' WHERE status = 'active'",
            f"ATTACH '{address}dokpamo.duckdb' AS remote (READ_ONLY)",
            "SELECT team_id FROM remote.survivors WHERE round_id = 'r2' ORDER BY team_id",
        ],
    )
    names, sources, active, survivors = answers[1], answers[2], answers[3], answers[5]
    assert names == [["모티프테크놀로지스 정예팀"]]
    assert sources == [[523, True]]
    assert active == [[3]]
    assert survivors == [["lg-ai-research"], ["sk-telecom"], ["upstage"]]

"""What the main job leaves in dist/: the same record in every file, or nothing new at all."""

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import polars as pl
import pytest
from running import run

from dokpamo.contract import package
from dokpamo.exporters import Publication
from dokpamo.exporters.kinds import kind_of

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = package()


@pytest.fixture(scope="module")
def file(dist: Path) -> duckdb.DuckDBPyConnection:
    return duckdb.connect(str(dist / "dokpamo.duckdb"), read_only=True)


def test_every_table_and_view_is_there(dist: Path) -> None:
    for suffix in ("csv", "parquet"):
        for folder, names in (("data", PACKAGE.tables), ("views", PACKAGE.views)):
            assert {f.stem for f in (dist / folder).glob(f"*.{suffix}") if kind_of(f).suffix == suffix} == set(names)


@pytest.mark.parametrize("name", PACKAGE.tables)
def test_a_published_table_is_its_seed(dist: Path, name: str) -> None:
    assert (dist / "data" / f"{name}.csv").read_bytes() == (ROOT / "seeds" / f"{name}.csv").read_bytes()


def test_csv_is_plain(dist: Path) -> None:
    for path in (path for folder in ("data", "views", "figures") for path in (dist / folder).glob("*.csv")):
        if kind_of(path).suffix != "csv":
            continue
        raw = path.read_bytes()
        assert not raw.startswith(b"\xef\xbb\xbf") and b"\r" not in raw and raw.endswith(b"\n"), path.name
        raw.decode("utf-8")


@pytest.mark.parametrize("name", PACKAGE.all)
def test_all_formats_hold_the_same_rows(
    dist: Path, file: duckdb.DuckDBPyConnection, published: Publication, name: str
) -> None:
    folder = "views" if name in PACKAGE.views else "data"
    from_parquet = pl.read_parquet(dist / folder / f"{name}.parquet")
    assert from_parquet.columns == PACKAGE.all[name].columns
    rows = published.con.execute(f"FROM published.{name}").fetchall()
    from_package = pl.DataFrame(rows, schema=from_parquet.schema, orient="row")
    assert from_parquet.equals(from_package)
    assert file.execute(f"FROM {name}").fetchall() == from_package.rows()
    from_csv = pl.read_csv(dist / folder / f"{name}.csv", infer_schema=False)
    assert from_csv.height == from_package.height
    key = from_package.columns[0]
    assert from_csv[key].to_list() == [None if v is None else str(v) for v in from_package[key].to_list()]


def test_the_database_file_has_its_hash_beside_it(dist: Path) -> None:
    digest = hashlib.sha256((dist / "dokpamo.duckdb").read_bytes()).hexdigest()
    assert (dist / "dokpamo.duckdb.sha256").read_text(encoding="utf-8") == f"{digest}  dokpamo.duckdb\n"


def test_the_database_file_travels_in_time(dist: Path) -> None:
    with duckdb.connect(str(dist / "dokpamo.duckdb"), read_only=True) as con:
        con.execute("SET VARIABLE as_of = DATE '2026-01-14'")
        (active,) = con.execute("SELECT count(*) FROM team_status WHERE status = 'active'").fetchall()[0]
        assert active == 5
        con.execute("RESET VARIABLE as_of")
        (active,) = con.execute("SELECT count(*) FROM team_status WHERE status = 'active'").fetchall()[0]
        assert active == 3


def test_the_database_file_has_keys_and_comments(file: duckdb.DuckDBPyConnection) -> None:
    rows = file.execute(
        """SELECT constraint_type, count(*) FROM duckdb_constraints()
        WHERE schema_name = 'record' AND constraint_type IN ('PRIMARY KEY', 'FOREIGN KEY') GROUP BY ALL"""
    ).fetchall()
    links = sum(key.table != table.name for table in PACKAGE.tables.values() for key in table.foreign_keys)
    assert dict(rows) == {"PRIMARY KEY": len(PACKAGE.tables), "FOREIGN KEY": links}
    silent = file.execute(
        """SELECT table_name, column_name FROM duckdb_columns()
        WHERE schema_name = 'main' AND NOT internal AND comment IS NULL"""
    ).fetchall()
    assert silent == []


def test_an_attached_database_answers(dist: Path) -> None:
    with duckdb.connect() as con:
        con.execute(f"ATTACH '{dist / 'dokpamo.duckdb'}' AS record_file (READ_ONLY)")
        assert con.execute("SELECT count(*) FROM record_file.team_status").fetchall() == [(16,)]


def test_the_shell_of_another_version_opens_it(dist: Path) -> None:
    """The newest shell on PyPI is of the 1.x line; the package's own DuckDB is newer."""
    shell = Path(sys.executable).with_name("duckdb")
    done = subprocess.run(
        [shell, "-json", str(dist / "dokpamo.duckdb"), "SELECT round_id, passed FROM round_summary"],
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    passed = {row["round_id"]: row["passed"] for row in json.loads(done.stdout)}
    assert (passed["r0-presentation"], passed["r1"], passed["r2"]) == (5, 3, 3)


def checkout(folder: Path) -> Path:
    """A copy of what the main job needs."""
    for name in ("seeds", "schemas", "scripts", "datapackage"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ROOT.iterdir():
        if file.is_file():
            shutil.copy(file, folder)
    return folder


def build(folder: Path, status: int = 0, encoding: str = "utf-8") -> subprocess.CompletedProcess[str]:
    """Run the main job of a copy, limited to two formats."""
    code = f"import sys; sys.path[:0] = [{str(folder / 'datapackage')!r}, {str(folder / 'scripts')!r}]; import build"
    code += "; build.FORMATS = ('csv', 'parquet'); sys.argv = ['build.py']; raise SystemExit(build.main())"
    return run("-c", code, folder=folder, status=status, encoding=encoding)


def test_the_main_job_publishes_or_leaves_everything_as_it_was(tmp_path: Path) -> None:
    folder = checkout(tmp_path)
    done = build(folder)
    assert "no findings" in done.stdout and "writing data/….parquet" in done.stdout
    before = {f: f.read_bytes() for f in (folder / "dist").rglob("*") if f.is_file()}
    assert len(before) == 2 * len(PACKAGE.all)

    seed = folder / "seeds" / "results.csv"
    seed.write_text(seed.read_text(encoding="utf-8").replace(",eliminated,", ",éliminated,", 1), encoding="utf-8")
    done = build(folder, status=1, encoding="cp949")  # a console with hangul, and without é
    assert '"?liminated" is not one of' in done.stdout and "nothing published" in done.stderr
    assert {f: f.read_bytes() for f in (folder / "dist").rglob("*") if f.is_file()} == before
    assert sorted(f.name for f in folder.iterdir() if f.name.startswith("dist")) == ["dist"]

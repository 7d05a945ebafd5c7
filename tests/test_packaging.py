"""The wheel as a user gets it: built from the sdist, installed into a clean environment with only pandas beside it."""

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from dokpamo import __version__
from dokpamo.contract import package

ROOT = Path(__file__).resolve().parents[1]
pytestmark = pytest.mark.slow

LOAD_ALL = """
import importlib.util, sys
import dokpamo
for absent in ("polars", "pyarrow", "pandera", "frictionless"):
    assert importlib.util.find_spec(absent) is None, absent
frames = {name: dokpamo.to_pandas(name) for name in dokpamo.tables() + dokpamo.views()}
assert all(list(frame.columns) == [c.name for c in dokpamo.describe(name).columns] for name, frame in frames.items())
assert "site-packages" in str(dokpamo.root())
try:
    dokpamo.to_polars("teams")
except dokpamo.MissingExtra as error:
    assert "pip install 'dokpamo[polars]'" in str(error)
try:
    dokpamo.check(dokpamo.root())
except dokpamo.MissingExtra as error:
    assert "pip install 'dokpamo[check]'" in str(error)
print(sum(len(frame) for name, frame in frames.items() if name in dokpamo.tables()))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def clean(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of an environment with the wheel and pandas, and nothing of ours beside."""
    folder = tmp_path_factory.mktemp("clean")
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    constraints = ROOT / "constraints.txt"
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-c", constraints]
    subprocess.run([*install, f"{wheel}[pandas]"], check=True)
    return python


def test_the_wheel_mirrors_the_repository(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    carried = {
        str(path.relative_to(ROOT))
        for folder in ("seeds", "schemas")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    carried |= {"datapackage.json", "LICENSE"}
    assert {f"dokpamo/_root/{name}" for name in carried} <= names
    assert {f"dokpamo/views/{name}.sql" for name in package().views} <= names
    assert {"dokpamo/py.typed", "dokpamo/_names.py"} <= names
    assert not [name for name in names if "__pycache__" in name or name.startswith("tests")]


def test_every_table_and_view_loads_with_pandas_alone(clean: Path, tmp_path: Path) -> None:
    done = subprocess.run([clean, "-c", LOAD_ALL], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    seeds = [ROOT / str(table.path) for table in package().tables.values()]
    assert int(done.stdout) == sum(len(seed.read_text(encoding="utf-8").splitlines()) - 1 for seed in seeds)


def test_the_command_is_installed(clean: Path, tmp_path: Path) -> None:
    command = clean.with_name("dokpamo")
    done = subprocess.run([command, "--version"], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == __version__


def test_one_version_everywhere() -> None:
    assert package().version == __version__
    for file in ("pyproject.toml", "CITATION.cff", "CHANGELOG.md", "README.md"):
        assert __version__ in (ROOT / file).read_text(encoding="utf-8"), file
    assert package().day in (ROOT / "CITATION.cff").read_text(encoding="utf-8")

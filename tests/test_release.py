"""The steps of a release: what stops it, what a trial keeps its hands off, and the bill of materials."""

import json
import subprocess
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

import editions
import pytest

import dokpamo
from dokpamo.folders import root

FILES = ("pyproject.toml", "datapackage.json", "CITATION.cff", "CHANGELOG.md", "README.md")


@pytest.fixture
def scripts(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module of the release."""
    monkeypatch.syspath_prepend(root() / "scripts")
    import release

    return release


@pytest.fixture
def checkout(scripts: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small checkout in the place of the real one, its version that of the package."""
    folder = tmp_path / "checkout"
    tables = {**editions.record(), "rounds": [
        {"round_id": f"r{n}", "kind": "stage-evaluation", "announced_on": f"2026-0{n}-15"} for n in (1, 2)
    ]}  # fmt: skip
    editions.write(folder, tables, version=dokpamo.__version__)
    for name in FILES:
        if name != "datapackage.json":
            text = f"| {dokpamo.__version__} | 1.0.0 | 1.0 |\n\n## {dokpamo.__version__}\n"
            (folder / name).write_text(text, encoding="utf-8")
    editions.commit(folder)
    for key, value in (("user.name", "Test"), ("user.email", "test@test.example"), ("commit.gpgsign", "false")):
        subprocess.run(["git", "config", key, value], cwd=folder, check=True)
    monkeypatch.setattr(scripts, "ROOT", folder)
    monkeypatch.setattr(scripts, "CHANGELOG", folder / "CHANGELOG.md")
    monkeypatch.setattr(scripts, "enter", partial(scripts.enter, file=folder / "CHANGELOG.md"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return folder


def commits(folder: Path) -> int:
    told = subprocess.run(["git", "rev-list", "--count", "HEAD"], cwd=folder, capture_output=True, check=True)
    return int(told.stdout)


def test_the_steps_in_their_order(scripts: Any) -> None:
    titles = [title for title, _ in scripts.steps(do=False, tests=True)]
    assert titles[0] == "everything is committed" and titles[-1] == "the tag"
    assert titles.index("python -m pytest") < titles.index("the data, checked and published")
    assert titles.index("the package") < titles.index("its bill of materials")
    assert [t for t in titles if t not in scripts.TESTS] == [t for t, _ in scripts.steps(do=True, tests=False)]


def test_what_is_not_committed_stops_it(scripts: Any, checkout: Path) -> None:
    scripts.clean()
    (checkout / "notes.txt").write_text("x", encoding="utf-8")
    with pytest.raises(scripts.Failed, match=r"commit or take away first:\n\?\? notes.txt"):
        scripts.clean()


def test_versions_that_agree(scripts: Any, checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scripts.versions()
    assert capsys.readouterr().out == f"nothing → {dokpamo.__version__}, schema 1.0.0\n"


def test_all_that_is_wrong_with_versions_is_told_at_once(scripts: Any, checkout: Path) -> None:
    (checkout / "CITATION.cff").write_text(f"version: {dokpamo.__version__}1\n", encoding="utf-8")
    (checkout / "CHANGELOG.md").write_text(f"## {dokpamo.__version__}\n", encoding="utf-8")
    editions.commit(checkout, f"v{dokpamo.__version__}")
    with pytest.raises(scripts.Failed) as caught:
        scripts.versions()
    told = str(caught.value)
    assert f"CHANGELOG.md: the table of versions has no row | {dokpamo.__version__} | 1.0.0 |" in told
    assert f"CITATION.cff: does not tell version {dokpamo.__version__}" in told
    assert f"the tag v{dokpamo.__version__} is there already" in told
    assert f"version {dokpamo.__version__} does not come after" in told


def test_a_column_that_went_stops_a_patch(scripts: Any, checkout: Path) -> None:
    editions.commit(checkout, "v2026.2.0")
    tables = {name: [dict(row) for row in rows] for name, rows in editions.record().items()}
    for row in tables["results"]:
        del row["rank"]
    rounds = [{"round_id": f"r{n}", "kind": "stage-evaluation", "announced_on": "2026-01-15"} for n in (1, 2)]
    editions.write(checkout, {**tables, "rounds": rounds}, version="2026.2.1", previousVersion="2026.2.0")
    with pytest.raises(scripts.Failed, match=r"results\.rank: column removed: this breaks readers"):
        scripts.versions()


def test_a_trial_neither_commits_nor_tags(scripts: Any, checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scripts.changelog(do=False)
    scripts.tag(do=False)
    told = capsys.readouterr().out
    assert "The first release: 5 tables with 8 rows" in told
    assert f"git tag --annotate v{dokpamo.__version__}" in told
    assert (commits(checkout), scripts.git("tag"), scripts.git("status", "--porcelain")) == (1, "", "")


def test_a_release_commits_the_data_section_and_tags(scripts: Any, checkout: Path) -> None:
    scripts.changelog(do=True)
    scripts.tag(do=True)
    assert "### Data\n\nThe first release" in (checkout / "CHANGELOG.md").read_text(encoding="utf-8")
    assert (commits(checkout), scripts.git("tag")) == (2, f"v{dokpamo.__version__}")
    assert scripts.git("log", "-1", "--format=%s") == f"release: {dokpamo.__version__}"
    assert scripts.git("status", "--porcelain") == ""


def test_the_first_step_that_fails_ends_it(
    scripts: Any, checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (checkout / "notes.txt").write_text("x", encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["release.py", "--do"])
    assert scripts.main() == 1
    out, err = capsys.readouterr()
    assert out == "— everything is committed\n"
    assert "notes.txt" in err
    with pytest.raises(scripts.Failed, match="failed: git no-such-command"):
        scripts.run("git no-such-command")


def test_the_bill_of_materials_is_valid_and_names_what_runs(scripts: Any, tmp_path: Path) -> None:
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    from sbom import sbom

    wheel = tmp_path / "dokpamo.whl"
    wheel.write_bytes(b"a wheel")
    bill = sbom(wheel)
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(bill)) is None
    assert [(part["name"], part["licenses"]) for part in bill["components"]] == [
        ("duckdb", [{"license": {"name": "MIT License"}}])
    ]
    assert bill["metadata"]["component"]["version"] == dokpamo.__version__
    (ours,) = (part for part in bill["dependencies"] if "/dokpamo@" in part["ref"])
    assert ours["dependsOn"] == [bill["components"][0]["bom-ref"]]
    assert sbom(wheel) == bill
    wheel.write_bytes(b"another wheel")
    assert sbom(wheel)["serialNumber"] != bill["serialNumber"]

"""`dokpamo diff`: rows by key, cells with the sources of what is new, whatever shape the two editions are in."""

import csv
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import editions
import pytest

import dokpamo
from dokpamo.cli import main
from dokpamo.comparing import Diff
from dokpamo.comparing.rows import Change

Tables = dict[str, editions.Rows]


def compared(tmp_path: Path, edit: Callable[[Tables], Any], specs: dict[str, Any] | None = None) -> Diff:
    """The record against itself after an edit."""
    old = editions.write(tmp_path / "old", editions.record())
    tables = editions.record()
    edit(tables)
    return dokpamo.diff(old, editions.write(tmp_path / "new", tables, specs))


def test_a_changed_cell_has_the_sources_of_the_new_value(tmp_path: Path) -> None:
    def edit(tables: Tables) -> None:
        tables["results"][1] |= {"outcome": "pending", "source_ids": "daily-20260115;ministry-20260116"}

    sources = ("daily-20260115", "ministry-20260116")
    assert compared(tmp_path, edit).rows == (
        Change("results", "r1/beta", "changed", "outcome", "eliminated", "pending", sources),
        Change("results", "r1/beta", "changed", "source_ids", "daily-20260115", ";".join(sources), sources),
    )


def test_an_added_row_shows_its_filled_cells_and_a_removed_one_has_no_sources(tmp_path: Path) -> None:
    def edit(tables: Tables) -> None:
        tables["results"][0] = {"result_id": "r1/gamma", "outcome": "advanced", "rank": "", "source_ids": "daily"}

    found = compared(tmp_path, edit)
    told = [(c.row_id, c.change, c.column, c.old, c.new, c.source_ids) for c in found.rows]
    assert told == [
        ("r1/gamma", "added", "result_id", "", "r1/gamma", ("daily",)),
        ("r1/gamma", "added", "outcome", "", "advanced", ("daily",)),
        ("r1/gamma", "added", "source_ids", "", "daily", ("daily",)),
        ("r1/alpha", "removed", "result_id", "r1/alpha", "", ()),
        ("r1/alpha", "removed", "outcome", "advanced", "", ()),
        ("r1/alpha", "removed", "rank", "1", "", ()),
        ("r1/alpha", "removed", "source_ids", "daily-20260115", "", ()),
    ]
    assert [found.count(change) for change in ("added", "removed", "changed")] == [1, 1, 0]


def test_a_row_that_only_joins_others_takes_the_sources_of_what_it_belongs_to(tmp_path: Path) -> None:
    def edit(tables: Tables) -> None:
        tables["event_teams"].append({"event_team_id": "ev-1/beta", "event_id": "ev-1", "team_id": "beta"})

    assert {c.source_ids for c in compared(tmp_path, edit).rows} == {("ministry-20260116",)}


def test_a_row_that_moved_did_not_change(tmp_path: Path) -> None:
    found = compared(tmp_path, lambda tables: tables["results"].reverse())
    assert (found.rows, found.schema, found.bump) == ((), (), None)


def without(column: str) -> Callable[[Tables], None]:
    return lambda tables: [row.pop(column) for row in tables["results"]] and None


def test_an_older_edition_may_lack_a_column_or_a_table(tmp_path: Path) -> None:
    tables = editions.record()
    without("rank")(tables)
    del tables["event_teams"]
    found = dokpamo.diff(editions.write(tmp_path / "old", tables), editions.write(tmp_path / "new", editions.record()))
    schema = [(c.table, c.column, c.change, c.new) for c in found.schema]
    assert schema == [("event_teams", "", "table-added", "1"), ("results", "rank", "column-added", "integer")]
    assert [(c.table, c.row_id, c.column, c.new) for c in found.rows if c.table == "results"] == [
        ("results", "r1/alpha", "rank", "1")
    ]
    assert found.count("added", "event_teams") == 1


def test_a_renamed_column_is_told_once_and_its_cells_not_at_all(tmp_path: Path) -> None:
    def edit(tables: Tables) -> None:
        tables["results"] = [{("place" if k == "rank" else k): v for k, v in r.items()} for r in tables["results"]]
        tables["results"][0]["outcome"] = "pending"

    found = compared(tmp_path, edit)
    (renamed, retyped) = found.schema
    assert (renamed.column, renamed.change, renamed.old, renamed.is_breaking) == (
        "place",
        "column-renamed",
        "rank",
        True,
    )
    assert (retyped.change, retyped.old, retyped.new) == ("type-changed", "integer", "string")
    assert [(c.row_id, c.column) for c in found.rows] == [("r1/alpha", "outcome")]


def test_a_renamed_key_still_matches_the_rows(tmp_path: Path) -> None:
    def edit(tables: Tables) -> None:
        tables["results"] = [{("id" if k == "result_id" else k): v for k, v in r.items()} for r in tables["results"]]

    found = compared(tmp_path, edit)
    assert [(c.change, c.old, c.new) for c in found.schema] == [("column-renamed", "result_id", "id")]
    assert found.rows == ()


def test_a_renamed_table_keeps_its_rows(tmp_path: Path) -> None:
    def edit(tables: Tables) -> None:
        tables["outcomes"] = tables.pop("results")
        tables["outcomes"][0]["rank"] = "2"

    found = compared(tmp_path, edit)
    assert [(c.table, c.change, c.old) for c in found.schema] == [("outcomes", "table-renamed", "results")]
    assert [(c.table, c.row_id, c.old, c.new) for c in found.rows] == [("outcomes", "r1/alpha", "1", "2")]


@pytest.mark.parametrize("form", ["release", "zip", "zip in a folder"])
def test_a_release_is_compared_with_a_checkout(tmp_path: Path, form: str) -> None:
    checkout = editions.write(tmp_path / "checkout", editions.record())
    tables = editions.record()
    tables["results"][0]["rank"] = "2"
    release = editions.write(tmp_path / "release" / "dist", tables, data="data")
    if form != "release":
        base = release if form == "zip" else release.parent
        release = Path(shutil.make_archive(str(tmp_path / "all"), "zip", base))
    found = dokpamo.diff(checkout, release)
    assert found.schema == ()
    assert [(c.row_id, c.column, c.old, c.new) for c in found.rows] == [("r1/alpha", "rank", "1", "2")]


def test_git_revisions_and_released_versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editions.write(tmp_path, editions.record())
    editions.commit(tmp_path, "v2026.1.0")
    tables = editions.record()
    tables["results"][0]["rank"] = "2"
    editions.write(tmp_path, tables, version="2026.1.1")
    editions.commit(tmp_path)
    (tmp_path / "scripts").mkdir()
    for folder in (tmp_path, tmp_path / "scripts"):
        monkeypatch.chdir(folder)
        for old in ("2026.1.0", "v2026.1.0", "HEAD~1"):
            found = dokpamo.diff(old, "HEAD")
            assert (found.old.version, found.new.version) == ("2026.1.0", "2026.1.1")
            assert [(c.column, c.old, c.new) for c in found.rows] == [("rank", "1", "2")]


def test_the_installed_record_goes_by_its_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert dokpamo.diff(dokpamo.__version__, dokpamo.root()).rows == ()


def damaged(folder: Path, path: str, content: bytes | None) -> Path:
    editions.write(folder, editions.record())
    (folder / path).write_bytes(content) if content is not None else (folder / path).unlink()
    return folder


@pytest.mark.parametrize(
    ("path", "content", "en", "ko"),
    [
        ("datapackage.json", None, "there is no datapackage.json; name a folder or zip", "datapackage.json이 없습니다"),
        ("datapackage.json", b"{", "datapackage.json: not JSON in UTF-8", "datapackage.json: UTF-8 JSON이 아닙니다"),
        ("schemas/results.json", b"[]", "schemas/results.json: not a JSON object", "JSON 객체가 아닙니다"),
        ("seeds/results.csv", None, "results.csv: the file is missing or damaged", "파일이 없거나 손상되었습니다"),
        ("seeds/results.csv", b"id\n\xff\n", "seeds/results.csv: not CSV in UTF-8", "UTF-8 CSV가 아닙니다"),
        ("seeds/results.csv", b"id\nx\n", "its primary key is no column of it", "기본키 열이 없습니다"),
        ("seeds/results.csv", b"result_id\nx\nx\n", "seeds/results.csv: x stands twice", "x 행이 두 번 나옵니다"),
        ("seeds/results.csv", b"result_id\nx,y\n", "row 2 has 2 cells, the header 1", "2번째 행은 2칸인데 머리글은"),
    ],
)  # fmt: skip
def test_a_copy_that_cannot_be_read(tmp_path: Path, path: str, content: bytes | None, en: str, ko: str) -> None:
    bad = damaged(tmp_path / "bad", path, content)
    with pytest.raises(dokpamo.BadInput) as caught:
        dokpamo.diff(bad, dokpamo.root())
    assert en in caught.value.text("en")
    assert ko in caught.value.text("ko")


@pytest.mark.parametrize(
    ("name", "checkout", "en", "ko"),
    [
        ("HEAD~99", True, "HEAD~99: there is no such folder or zip file, and no such revision", "그런 리비전이나 배포"),
        ("2025.0.1", True, "and no such revision or released version", "배포 버전도 없습니다"),
        ("HEAD", False, "HEAD: there is no such folder or zip file, and here is no git", "git 저장소도 아닙니다"),
        ("notes.zip", False, "notes.zip: this is no zip file", "notes.zip: ZIP 파일이 아닙니다"),
    ],
)  # fmt: skip
def test_a_name_that_leads_nowhere(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    name: str,
    checkout: bool,
    en: str,
    ko: str,
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes.zip").write_bytes(b"no zip")
    if checkout:
        editions.commit(tmp_path)
    for lang, sentence in (("en", en), ("ko", ko)):
        assert main(["diff", name, str(dokpamo.root()), "--lang", lang]) == 2
        assert sentence in capfd.readouterr().err


def test_a_checkout_without_git_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editions.write(tmp_path, editions.record())
    editions.commit(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(dokpamo.BadInput, match="here is no git checkout"):
        dokpamo.diff("HEAD", ".")


@pytest.fixture
def two(tmp_path: Path) -> tuple[str, str]:
    def edit(tables: Tables) -> None:
        tables["results"][0]["rank"] = "1|2"
        del tables["results"][1]

    compared(tmp_path, edit)
    return str(tmp_path / "old"), str(tmp_path / "new")


def test_text(two: tuple[str, str], capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", *two, "--lang", "en"]) == 0
    out = capfd.readouterr().out
    assert "rows: 1 removed, 1 changed\nthe schema did not change\n\nresults: 1 removed, 1 changed\n" in out
    assert "~ r1/alpha\n    rank: 1 → 1|2\n    sources: daily-20260115\n- r1/beta\n    result_id: r1/beta\n" in out
    assert main(["diff", *two, "--lang", "ko"]) == 0
    assert "행: 삭제 1, 변경 1\n스키마는 그대로입니다\n" in capfd.readouterr().out


@pytest.mark.parametrize("form", ["md", "markdown"])
def test_markdown_links_the_sources(two: tuple[str, str], capfd: pytest.CaptureFixture[str], form: str) -> None:
    assert main(["diff", *two, "--format", form, "--lang", "en"]) == 0
    link = "[daily-20260115](https://daily.example/r1)"
    assert f"| r1/alpha | changed | rank | 1 | 1\\|2 | {link} |\n" in capfd.readouterr().out


def test_json_and_csv_hold_the_same(two: tuple[str, str], capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", *two, "--format", "json"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert told["counts"] == {"added": 0, "removed": 1, "changed": 1}
    assert (told["old"]["version"], told["bump"]) == ("2026.1.0", None)
    assert main(["diff", *two, "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capfd.readouterr().out)))
    assert rows == [{**row, "source_ids": ";".join(row["source_ids"])} for row in told["rows"]]
    assert rows[0]["new"] == "1|2"

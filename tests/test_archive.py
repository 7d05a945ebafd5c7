"""all.zip, index.json and SHA256SUMS: what tells of files tells the truth, and only what is the same each time."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

import dokpamo
from dokpamo.contract import package
from dokpamo.exporters import FORMATS as ALL
from dokpamo.exporters import Publication, written

BASE = "https://example.org/dokpamo/"
FORMATS = ("csv", "duckdb", "datapackage", "archive", "index", "checksums")


@pytest.fixture(scope="module")
def small(published: Publication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with few formats, and with an address."""
    publication = replace(published, folder=tmp_path_factory.mktemp("small"), base_url=BASE, distributions=[])
    for file in written(publication, FORMATS):
        publication.note(file)
    return publication.folder


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def listed(text: str) -> dict[str, str]:
    """The lines of a list of checksums: hash by path."""
    return {path: each for each, path in (line.split("  ") for line in text.splitlines())}


def test_the_checksums_are_those_of_every_file_but_the_database(small: Path) -> None:
    found = listed((small / "SHA256SUMS").read_text(encoding="utf-8"))
    files = {f.relative_to(small).as_posix(): digest(f.read_bytes()) for f in small.rglob("*") if f.is_file()}
    apart = {"SHA256SUMS", "dokpamo.duckdb", "dokpamo.duckdb.sha256"}
    assert found == {path: each for path, each in files.items() if path not in apart}
    assert list(found) == sorted(found) and apart < set(files)


def test_the_archive_holds_the_published_files_and_their_checksums(small: Path) -> None:
    with ZipFile(small / "all.zip") as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    sums = listed(contents.pop("SHA256SUMS").decode())
    assert sums == {name: digest(content) for name, content in contents.items()}
    assert {f"data/{name}.csv" for name in package().tables} | {"LICENSE"} <= set(contents)
    assert contents["data/results.csv"] == (small / "data" / "results.csv").read_bytes()
    assert not [name for name in contents if "duckdb" in name]


def test_an_entry_of_the_archive_carries_the_records_day_and_nothing_of_the_machine(small: Path) -> None:
    with ZipFile(small / "all.zip") as archive:
        entries = archive.infolist()
    day = tuple(map(int, package().day.split("-")))
    assert {e.date_time for e in entries} == {(*day, 0, 0, 0)}
    assert {(e.external_attr >> 16, e.create_system, e.extra) for e in entries} == {(0o100644, 3, b"")}
    assert [e.filename for e in entries] == sorted(e.filename for e in entries)


def test_the_index_tells_each_file_as_it_lies_there(small: Path) -> None:
    index = json.loads((small / "index.json").read_text(encoding="utf-8"))
    assert (index["version"], index["record_day"]) == (package().version, package().day)
    assert index["schema_version"] == "1.0.0"
    for entry in index["files"]:
        content = (small / entry["path"]).read_bytes()
        assert entry["url"] == BASE + entry["path"]
        if "duckdb" not in entry["path"]:
            assert (entry["bytes"], entry["sha256"]) == (len(content), digest(content)), entry["path"]
    paths = {f.relative_to(small).as_posix() for f in small.rglob("*") if f.is_file()}
    assert {entry["path"] for entry in index["files"]} == paths - {"index.json", "SHA256SUMS"}


def test_the_index_tells_tables_and_views(small: Path) -> None:
    index = json.loads((small / "index.json").read_text(encoding="utf-8"))
    assert [table["name"] for table in index["tables"]] == list(package().tables)
    (status,) = (view for view in index["views"] if view["name"] == "team_status")
    assert status["title"] == {"en": "Where each team stands", "ko": "팀별 현황"}
    assert status["rows"] == 16
    assert status["files"] == {"csv": f"{BASE}views/team_status.csv"}
    (file,) = (entry for entry in index["files"] if entry["path"] == "data/results.csv")
    assert (file["table"], file["rows"], file["media_type"], file["format"]) == ("results", 60, "text/csv", "csv")


def test_what_was_published_is_verified_in_the_folder_in_the_archive_and_unpacked(small: Path, tmp_path: Path) -> None:
    with ZipFile(small / "all.zip") as archive:
        archive.extractall(tmp_path)
        entries = len(archive.namelist())
    for place in (small, small / "all.zip", tmp_path):
        assert dokpamo.verify(place).ok
    assert dokpamo.verify(tmp_path).files == entries


def test_the_release_holds_the_record_as_the_checkout_does(small: Path) -> None:
    for place in (small, small / "all.zip"):
        found = dokpamo.diff(dokpamo.root(), place)
        assert (found.rows, found.schema) == ((), ())
        assert list(found.new.tables) == list(package().tables) and list(found.new.views) == list(package().views)


def test_the_published_folder_and_the_site_in_it_are_verified(dist: Path) -> None:
    for place in (dist, dist / "site"):
        assert [one.text() for one in dokpamo.verify(place).deviations] == []
        sums = listed((place / "SHA256SUMS").read_text(encoding="utf-8"))
        apart = {path.relative_to(place).as_posix() for path in place.rglob("dokpamo.duckdb*")} | {"SHA256SUMS"}
        assert set(sums) == {f.relative_to(place).as_posix() for f in place.rglob("*") if f.is_file()} - apart


def test_the_checksums_come_last() -> None:
    """What is published after them would be in no list."""
    assert ALL[-1] == "checksums"


def test_nothing_repeats_the_hash_of_the_database(small: Path) -> None:
    """Its bytes differ from build to build: what told its hash would differ too."""
    hashes = [digest((small / name).read_bytes()) for name in ("dokpamo.duckdb", "dokpamo.duckdb.sha256")]
    for name in ("index.json", "SHA256SUMS", "datapackage.json"):
        text = (small / name).read_text(encoding="utf-8")
        assert not [each for each in hashes if each in text], name

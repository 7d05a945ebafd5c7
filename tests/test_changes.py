"""What releases tell of themselves: changes.csv, the feed, the data section of the CHANGELOG; and their versions."""

import csv
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any
from uuid import UUID

import duckdb
import editions
import pytest
from running import run

from dokpamo.comparing import diff
from dokpamo.comparing.feed import feed
from dokpamo.comparing.history import history, is_known
from dokpamo.comparing.reading import Edition, edition
from dokpamo.comparing.versions import faults, season
from dokpamo.contract import package
from dokpamo.errors import BadInput
from dokpamo.exporters import Publication, changes
from dokpamo.folders import root

ATOM = "{http://www.w3.org/2005/Atom}"
XHTML = "{http://www.w3.org/1999/xhtml}"
ABOUT = {"title": "A record", "title_ko": "기록", "contributors": [{"title": "us"}], "licenses": [{"title": "CC"}]}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Three releases: the first, one with a changed cell, and one on the way with a row more."""
    tables = editions.record()
    editions.write(tmp_path, tables, version="2026.1.0", created="2026-01-20T00:00:00+09:00", **ABOUT)
    editions.commit(tmp_path, "v2026.1.0")
    tables["results"][0]["rank"] = "2"
    facts = {"previousVersion": "2026.1.0", "created": "2026-02-01T00:00:00+09:00", **ABOUT}
    editions.write(tmp_path, tables, version="2026.1.1", **facts)
    editions.commit(tmp_path, "v2026.1.1")
    tables["results"].append({"result_id": "r1/gamma", "outcome": "pending", "rank": "", "source_ids": ""})
    facts |= {"previousVersion": "2026.1.1", "created": "2026-03-01T00:00:00+09:00"}
    editions.write(tmp_path, tables, version="2026.1.2", **facts)
    return tmp_path


def test_the_releases_go_back_to_the_first(checkout: Path) -> None:
    told = [(d.old.version, d.new.version, len(d.rows), len(d.schema)) for d in history(checkout)]
    assert told == [("2026.1.1", "2026.1.2", 2, 0), ("2026.1.0", "2026.1.1", 1, 0), ("", "2026.1.0", 0, 4)]


def test_a_release_whose_predecessor_has_no_tag_says_what_to_do(checkout: Path) -> None:
    editions.write(checkout, editions.record(), version="2026.1.9", previousVersion="2026.1.8")
    with pytest.raises(BadInput, match=r"the tag v2026\.1\.8 is not in this checkout: git fetch --tags"):
        list(history(checkout))


def test_an_installed_package_cannot_look_its_predecessor_up(checkout: Path) -> None:
    assert is_known(checkout)
    (checkout / ".git").rename(checkout / "git")
    assert not is_known(checkout)
    editions.write(checkout, editions.record())
    assert is_known(checkout)


def test_the_feed_has_an_entry_a_release_with_ids_that_stay(checkout: Path) -> None:
    text = feed(history(checkout), "https://example.org/")
    found = ET.fromstring(text)
    entries = found.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == [f"dokpamo 2026.1.{n}" for n in (2, 1, 0)]
    assert [entry.findtext(f"{ATOM}updated") for entry in entries] == [
        f"2026-{day}T00:00:00+09:00" for day in ("03-01", "02-01", "01-20")
    ]
    ids = [str(node.text) for node in found.iter(f"{ATOM}id")]
    assert len(set(ids)) == 4 and all(UUID(each.removeprefix("urn:uuid:")) for each in ids)
    assert ids == [str(node.text) for node in ET.fromstring(feed(history(checkout))).iter(f"{ATOM}id")]
    assert {link.get("href") for link in found.findall(f"{ATOM}link")} == {
        "https://example.org/changes.atom", "https://example.org/",
    }  # fmt: skip
    assert found.findtext(f"{ATOM}updated") == "2026-03-01T00:00:00+09:00"
    english, korean = entries[0].findall(f"{ATOM}content/{XHTML}div/{XHTML}div")
    assert english.findtext(f"{XHTML}p") == "Since 2026.1.1, rows: 1 added."
    assert [item.text for item in korean.iter(f"{XHTML}li")] == ["results: 추가 1"]
    last = entries[-1].find(f"{ATOM}content/{XHTML}div/{XHTML}div")
    assert last is not None and last.findtext(f"{XHTML}p") == "The first release: 4 tables with 6 rows, and 0 views."


def test_a_feed_of_an_unknown_address_has_no_links(checkout: Path) -> None:
    assert "<link" not in feed(history(checkout))


def test_the_first_release_opens_every_table(tmp_path: Path) -> None:
    with duckdb.connect() as con:
        assert len(list(changes.write(Publication(package(), con, tmp_path)))) == 2
    with (tmp_path / "changes.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [row["table"] for row in rows] == list(package().all)
    (teams,) = (row for row in rows if row["table"] == "teams")
    assert (teams["change"], teams["new"], teams["row_id"]) == ("table-added", "16", "")
    found = ET.parse(tmp_path / "changes.atom").getroot()
    assert found.findtext(f"{ATOM}updated") == package().spec["created"]
    assert [entry.findtext(f"{ATOM}title") for entry in found.findall(f"{ATOM}entry")] == [
        f"dokpamo {package().version}"
    ]


SCRIPT = root() / "scripts" / "changes.py"


def test_the_script_tells_two_editions(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    done = run(SCRIPT, "v2026.1.0", ".", "--out", "out", folder=checkout)
    assert done.stdout == (
        "### Data\n\nSince 2026.1.0, rows: 1 added, 1 changed. Schema 1.0.0.\n\n- results: 1 added, 1 changed\n"
    )
    assert (checkout / "out" / "changes.csv").read_text(encoding="utf-8") == diff(
        edition_of(checkout, "v2026.1.0"), checkout
    ).to_csv()
    assert "<entry>" in (checkout / "out" / "changes.atom").read_text(encoding="utf-8")
    assert "there is no such folder" in run(SCRIPT, "v1", ".", folder=checkout, status=2).stderr


def edition_of(checkout: Path, tag: str) -> Path:
    """A folder with the files of a tag."""
    import subprocess

    folder = checkout.with_name(f"{checkout.name}-{tag}")
    subprocess.run(["git", "worktree", "add", "-q", folder, tag], cwd=checkout, check=True)
    return folder


def test_the_section_takes_its_place_in_the_changelog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(root() / "scripts")
    from changes import enter

    file = tmp_path / "CHANGELOG.md"
    file.write_text("# Changelog\n\n## 2026.1.1\n\n- Feature.\n\n## 2026.1.0\n\n- First.\n", encoding="utf-8")
    for told in ("### Data\n\nOne.\n", "### Data\n\nTwo.\n"):
        enter(told, "2026.1.1", file)
    assert file.read_text(encoding="utf-8") == (
        "# Changelog\n\n## 2026.1.1\n\n- Feature.\n\n### Data\n\nTwo.\n\n## 2026.1.0\n\n- First.\n"
    )
    enter("### Data\n\nOld.\n", "2026.1.0", file)
    assert file.read_text(encoding="utf-8").endswith("## 2026.1.0\n\n- First.\n\n### Data\n\nOld.\n")
    with pytest.raises(BadInput, match=r"there is no heading '## 2026\.1\.2'"):
        enter("### Data\n", "2026.1.2", file)


def test_the_version_is_that_of_the_contest() -> None:
    """The year of the record's day, and the stage evaluations that have been announced by then."""
    found = edition(root())
    counted = duckdb.sql(
        f"""SELECT count(*) FROM read_csv('{root() / "seeds" / "rounds.csv"}', all_varchar = true)
        WHERE kind = 'stage-evaluation' AND announced_on <= '{package().day}'"""
    ).fetchall()
    assert season(found) == (int(package().day[:4]), counted[0][0]) == (2026, 2)
    assert faults(found) == []


ROUNDS: editions.Rows = [
    {"round_id": "r0", "kind": "document", "announced_on": "2025-07-25"},
    {"round_id": "r1", "kind": "stage-evaluation", "announced_on": "2026-01-15"},
    {"round_id": "r2", "kind": "stage-evaluation", "announced_on": ""},
]


def world(folder: Path, edit: Any = None, **facts: Any) -> Edition:
    """An edition after its first stage evaluation."""
    tables = {**editions.record(), "rounds": [dict(row) for row in ROUNDS]}
    specs = editions.schemas(tables)
    if edit:
        edit(specs)
    return edition(editions.write(folder, {name: tables[name] for name in specs}, specs, **facts))


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"version": "2026.1.0"}, None),
        ({"version": "2026.1.7"}, None),
        ({"version": "2026.2.0"}, "the record is of 2026, with 1 stage evaluations done: write 2026.1.…"),
        ({"version": "2025.1.0"}, "the record is of 2026, with 1 stage evaluations done: write 2026.1.…"),
        ({"version": "2026.1"}, "version '2026.1', schemaVersion '1.0.0': write three numbers, as 2026.2.0"),
        ({"version": "2026.01.0"}, "version '2026.01.0', schemaVersion '1.0.0': write three numbers"),
        ({"schemaVersion": "1.0"}, "schemaVersion '1.0': write three numbers"),
    ],
)  # fmt: skip
def test_a_version_by_itself(tmp_path: Path, facts: dict[str, str], sentence: str | None) -> None:
    found = faults(world(tmp_path, **facts))
    assert [sentence in en for en, _ in found] == ([True] if sentence else [])


def renamed(specs: dict[str, Any]) -> None:
    specs["results"]["fields"][2]["name"] = "place"


def without_column(specs: dict[str, Any]) -> None:
    del specs["results"]["fields"][2]


def as_text(specs: dict[str, Any]) -> None:
    specs["results"]["fields"][2]["type"] = "string"


def without_code(specs: dict[str, Any]) -> None:
    specs["results"]["fields"][1]["constraints"]["enum"] = ["advanced", "eliminated"]


def without_table(specs: dict[str, Any]) -> None:
    del specs["events"]


def described(specs: dict[str, Any]) -> None:
    specs["results"]["title"] = "Results"


def with_code(specs: dict[str, Any]) -> None:
    specs["results"]["fields"][1]["constraints"]["enum"].append("did-not-apply")


def with_column(specs: dict[str, Any]) -> None:
    specs["results"]["fields"].append({"name": "ground", "type": "string"})


@pytest.mark.parametrize("edit", [renamed, without_column, as_text, without_code, without_table])
def test_what_readers_know_by_name_does_not_go_in_a_patch(tmp_path: Path, edit: Any) -> None:
    old = world(tmp_path / "old", version="2026.1.0")
    facts = {"previousVersion": "2026.1.0", "schemaVersion": "2.0.0"}
    patch = world(tmp_path / "patch", edit, version="2026.1.1", **facts)
    assert any("can't be released as a patch" in en and "패치로 낼 수 없습니다" in ko for en, ko in faults(patch, old))
    ROUNDS[2]["announced_on"] = "2026-08-18"
    try:
        stage = world(tmp_path / "stage", edit, version="2026.2.0", **facts)
    finally:
        ROUNDS[2]["announced_on"] = ""
    assert faults(stage, old) == []


@pytest.mark.parametrize(
    ("edit", "wanted"),
    [(described, "1.0.1"), (with_code, "1.1.0"), (with_column, "2.0.0"), (without_code, "2.0.0")],
)
def test_the_schemas_version_rises_with_what_changed(tmp_path: Path, edit: Any, wanted: str) -> None:
    old = world(tmp_path / "old", version="2026.1.0")
    facts = {"version": "2026.1.1", "previousVersion": "2026.1.0"}
    short = world(tmp_path / "short", edit, **facts)
    told = [
        en for en, _ in faults(short, old) if en.startswith("schemaVersion 1.0.0: the schema changed since 2026.1.0")
    ]
    assert [en.endswith(f"write {wanted}") for en in told] == [True]
    enough = [en for en, _ in faults(world(tmp_path / "enough", edit, schemaVersion=wanted, **facts), old)]
    assert [en for en in enough if "schemaVersion" in en] == []


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"version": "2026.1.1", "previousVersion": "2026.1.0"}, None),
        ({"version": "2026.1.0", "previousVersion": "2026.1.0"}, "version 2026.1.0 does not come after 2026.1.0"),
        ({"version": "2026.1.1"}, 'datapackage.json: write "previousVersion": "2026.1.0", the release before'),
    ],
)
def test_a_release_follows_the_one_before(tmp_path: Path, facts: dict[str, str], sentence: str | None) -> None:
    found = faults(world(tmp_path / "new", **facts), world(tmp_path / "old", version="2026.1.0"))
    assert [sentence in en for en, _ in found] == ([True] if sentence else [])
    assert all(re.search("[가-힣]", ko) for _, ko in found)

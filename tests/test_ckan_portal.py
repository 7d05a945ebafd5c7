"""Publishing on a real CKAN 2.12, started on loopback by the rig of the conformance tools (about a minute the first
time, which is mostly pip; PostgreSQL and Redis come from the system).

Only Solr is replaced, by a stand-in. It does not cover how search ranks, synonyms, arithmetic with dates, and how Solr
takes Korean words apart; none of that is asked here. Nor does the rig have a proxy's limits on uploads, a portal's own
required fields (ckanext-scheming), or XLoader.

The rig is found beside the checkout in ../shared/conformance, or where the environment variable DOKPAMO_CONFORMANCE
says; without it these tests are skipped.
"""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ckanapi
import pytest
import requests
from filelock import FileLock
from releases import change_cell, small_release, without
from running import run

from dokpamo.ckan import Action, Portal, Standing, publish
from dokpamo.ckan.release import read
from dokpamo.contract import package
from dokpamo.errors import PortalError
from dokpamo.folders import root

pytestmark = pytest.mark.integration

CONFORMANCE = Path(os.environ.get("DOKPAMO_CONFORMANCE") or root().parent / "shared" / "conformance")
RIG = CONFORMANCE / "ckan" / "rig.py"
TABLES = ("teams", "scores", "elimination_history")
OURS = "conformance"


@pytest.fixture(scope="session")
def rig(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[dict[str, str]]:
    """The portal's address and the token of its sysadmin; one portal for all workers, ended by the last of them."""
    if not RIG.exists():
        pytest.skip(f"no rig for a CKAN at {RIG}; say with DOKPAMO_CONFORMANCE where the conformance tools are")
    # kept between runs, for it holds the installed CKAN; PostgreSQL's own user must be able to enter it
    folder = Path(tempfile.gettempdir()) / f"dokpamo-ckan-{os.getuid()}"
    own = tmp_path_factory.getbasetemp()
    users = (own if worker_id == "master" else own.parent) / "users-of-the-rig"
    with FileLock(users.with_suffix(".lock")):
        if not users.exists():  # a run that was cut left its portal standing, with all that was published there
            subprocess.run([sys.executable, RIG, "down", folder], check=folder.exists())
        done = subprocess.run(
            [sys.executable, RIG, "up", folder], stdout=subprocess.PIPE, encoding="utf-8", check=False
        )
        assert done.returncode == 0, f"the rig did not start; it says why on standard error and in {folder}/log"
        users.mkdir(exist_ok=True)
        (users / worker_id).touch()
    yield json.loads(done.stdout)
    with FileLock(users.with_suffix(".lock")):
        (users / worker_id).unlink()
        if not list(users.iterdir()):
            subprocess.run([sys.executable, RIG, "down", folder], check=True)


@pytest.fixture(scope="session")
def admin(rig: dict[str, str]) -> ckanapi.RemoteCKAN:
    return ckanapi.RemoteCKAN(rig["url"], apikey=rig["token"])


@pytest.fixture(scope="session")
def token(admin: ckanapi.RemoteCKAN, worker_id: str) -> str:
    """The token of somebody who is editor of our organisation and nothing more."""
    name = f"editor-{worker_id}"
    admin.action.user_create(name=name, email=f"{name}@example.org", password="not-asked-for-1")
    admin.action.organization_member_create(id=OURS, username=name, role="editor")
    return str(admin.action.api_token_create(user=name, name="test")["token"])


@pytest.fixture(scope="module")
def portal(rig: dict[str, str], token: str) -> Portal:
    return Portal(rig["url"], token, timeout=60)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_release(tmp_path_factory.mktemp("release") / "dist", *TABLES)


@pytest.fixture
def small(made: Path, tmp_path: Path) -> Path:
    """A release of two tables, to be changed."""
    folder = Path(shutil.copytree(made, tmp_path / "dist"))
    without(folder, "views/elimination_history.csv")
    return folder


@pytest.fixture(scope="module")
def dataset(rig: dict[str, str], token: str, portal: Portal, made: Path, worker_id: str) -> dict[str, Any]:
    """A dataset that the command has just published, as anybody sees it."""
    words = ["--url", rig["url"], "--token", token, "--organisation", OURS, "--dist", made]
    assert "\n6 calls made" in run("scripts/publish_ckan.py", *words, "--name", f"shown-{worker_id}").stderr
    return shown(portal, f"shown-{worker_id}")


def shown(portal: Portal, name: str) -> dict[str, Any]:
    """The dataset as anybody sees it, its resources by name."""
    found = ckanapi.RemoteCKAN(portal.url).action.package_show(id=name)
    return {**found, "resources": {resource["name"]: resource for resource in found["resources"]}}


def names(actions: list[Action]) -> list[tuple[str, str]]:
    return [(action.name, action.about) for action in actions]


def is_consistent(portal: Portal, name: str) -> bool:
    """Is the dataset the whole of one release, and is every table that is there the rows of its file?"""
    found = shown(portal, name)["resources"]
    descriptor = requests.get(found["datapackage.json"]["url"], timeout=30).json()
    hashes = {resource["path"]: resource["hash"] for resource in descriptor["resources"]}
    for resource in found.values():
        file = requests.get(resource["url"], timeout=30)
        file.encoding = "utf-8"
        if resource["release_path"] in hashes and hashes[resource["release_path"]] != f"sha256:{resource['hash']}":
            return False
        if resource.get("datastore_active") and dump(portal, resource["id"]) != list(
            csv.reader(io.StringIO(file.text))
        ):
            return False
    return True


def dump(portal: Portal, resource_id: str) -> list[list[str]]:
    """The table as CKAN gives it out, as cells like those of our CSV."""
    answer = portal.call("datastore_search", {"resource_id": resource_id, "limit": 1000, "sort": "_id"})
    columns = [field["id"] for field in answer["fields"] if field["id"] != "_id"]
    plain = {None: "", True: "true", False: "false"}
    rows = [[row[column] for column in columns] for row in answer["records"]]
    return [columns, *([plain[c] if c is None or isinstance(c, bool) else str(c) for c in row] for row in rows)]


# --- what a reader finds


def test_it_is_open_and_public(dataset: dict[str, Any]) -> None:
    assert dataset["isopen"] is True and dataset["license_url"]
    assert dataset["private"] is False and dataset["version"] == package().version
    assert list(dataset["resources"]) == [
        "dokpamo.xlsx", "all.zip", "dokpamo.sqlite", "teams.csv", "scores.csv", "elimination_history.csv",
        "datapackage.json",
    ]  # fmt: skip


def test_publishing_again_writes_nothing(portal: Portal, dataset: dict[str, Any], made: Path) -> None:
    assert publish(portal, read(made), OURS, dataset["name"]) == []
    assert shown(portal, dataset["name"])["metadata_modified"] == dataset["metadata_modified"]


def test_a_file_comes_back_as_it_was(dataset: dict[str, Any], made: Path) -> None:
    answer = requests.get(dataset["resources"]["teams.csv"]["url"], timeout=30)
    assert answer.content == (made / "data/teams.csv").read_bytes()
    assert not answer.content.startswith(b"\xef\xbb\xbf") and "네이버클라우드" in answer.content.decode("utf-8")


def test_columns_have_their_types_and_both_labels(portal: Portal, dataset: dict[str, Any]) -> None:
    info = portal.call("datastore_info", {"resource_id": dataset["resources"]["scores.csv"]["id"]})
    columns = {column["id"]: column for column in info["fields"]}
    types = {name: column["schema"]["native_type"] for name, column in columns.items()}
    assert (types["score_id"], types["points"], types["is_official"]) == ("text", "numeric", "boolean")
    assert types["published_on"] == "date"
    assert columns["points"]["info"]["label_translated"] == {"ko": "점수", "en": "Points"}


def test_rows_come_back_as_they_were(portal: Portal, dataset: dict[str, Any]) -> None:
    assert is_consistent(portal, dataset["name"])


def test_the_key_is_a_key(portal: Portal, dataset: dict[str, Any]) -> None:
    row = {"resource_id": dataset["resources"]["scores.csv"]["id"], "force": True, "method": "insert"}
    again = {"score_id": "r1/nia/sk-telecom", "criterion_id": "r1/nia"}
    with pytest.raises(ckanapi.ValidationError, match="duplicate key"):
        portal.call("datastore_upsert", row | {"records": [again]})
    with pytest.raises(ckanapi.ValidationError, match="invalid input syntax for type"):
        portal.call("datastore_upsert", row | {"records": [{"score_id": "x", "points": "many"}]})


def test_sql_answers(portal: Portal, dataset: dict[str, Any]) -> None:
    ids = {name: resource["id"] for name, resource in dataset["resources"].items()}
    sql = f'''SELECT t.name_ko, s.points FROM "{ids["scores.csv"]}" s JOIN "{ids["teams.csv"]}" t USING (team_id)
        WHERE s.criterion_id = 'r1/nia' AND s.points > 9 ORDER BY t.team_id'''
    rows = portal.call("datastore_search_sql", {"sql": sql})["records"]
    assert [(row["name_ko"], row["points"]) for row in rows][-1] == ("SK텔레콤 정예팀", 9.2)


@pytest.mark.parametrize(("lang", "label"), [("ko_KR", "점수 (scores.csv)"), ("en", "Scores (scores.csv)")])
def test_a_page_speaks_the_language_of_its_reader(
    portal: Portal, dataset: dict[str, Any], lang: str, label: str
) -> None:
    resource_id = dataset["resources"]["scores.csv"]["id"]
    page = requests.get(f"{portal.url}/{lang}/dataset/{dataset['name']}/resource/{resource_id}", timeout=60)
    assert page.status_code == 200 and label in page.text
    assert ("평가 항목" in page.text) and f'lang="{lang.partition("_")[0]}' in page.text


def test_harvesters_get_good_metadata(portal: Portal, dataset: dict[str, Any], tmp_path: Path) -> None:
    """CKAN's own export can't pass the shapes of DCAT-AP (formats are literals in it); the score must be good all the
    same: 286 of 405 was measured with nearly all extras filled in by hand."""
    catalogue = tmp_path / "dokpamo.ttl"
    catalogue.write_bytes(requests.get(f"{portal.url}/dataset/{dataset['name']}.ttl", timeout=30).content)
    words = [CONFORMANCE / "dcat" / "check.py", catalogue]
    done = subprocess.run([sys.executable, *words], capture_output=True, encoding="utf-8", check=False)
    (total,) = [line for line in done.stdout.splitlines() if line.startswith("MQA total")]
    assert float(total.split()[2]) >= 310, done.stdout


# --- what changes


def test_a_changed_row_writes_its_file_its_table_and_the_descriptor(portal: Portal, small: Path) -> None:
    publish(portal, read(small), OURS, "changed-row")
    before = shown(portal, "changed-row")["resources"]
    change_cell(small, "data/scores.csv", 0, "points", "9.3")
    assert names(publish(portal, read(small), OURS, "changed-row")) == [
        ("package_revise", "scores.csv, datapackage.json"),
        ("datastore_delete", "the old table of scores.csv"),
        ("datastore_create", "the table of scores.csv"),
    ]
    after = shown(portal, "changed-row")["resources"]
    assert [n for n in after if after[n]["last_modified"] != before[n]["last_modified"]] == [
        "scores.csv", "datapackage.json",
    ]  # fmt: skip
    assert {n: r["id"] for n, r in after.items()} == {n: r["id"] for n, r in before.items()}
    assert is_consistent(portal, "changed-row") and publish(portal, read(small), OURS, "changed-row") == []


def test_a_table_that_the_release_no_longer_has_is_withdrawn(portal: Portal, small: Path) -> None:
    publish(portal, read(small), OURS, "withdrawn")
    found = shown(portal, "withdrawn")
    portal.call("resource_create", {"package_id": found["id"], "name": "guide", "url": "https://example.org/guide"})
    without(small, "data/scores.csv")
    done = publish(portal, read(small), OURS, "withdrawn")
    assert names(done)[-1] == ("resource_delete", "scores.csv, which the release no longer has")
    left = shown(portal, "withdrawn")["resources"]
    assert "guide" in left and "scores.csv" not in left
    with pytest.raises(ckanapi.NotFound):
        portal.call("datastore_info", {"resource_id": found["resources"]["scores.csv"]["id"]})
    assert publish(portal, read(small), OURS, "withdrawn") == []


def test_a_deleted_dataset_is_published_anew(portal: Portal, small: Path) -> None:
    publish(portal, read(small), OURS, "deleted")
    portal.call("package_delete", {"id": "deleted"})
    assert names(publish(portal, read(small), OURS, "deleted"))[0][0] == "package_create"
    assert is_consistent(portal, "deleted") and publish(portal, read(small), OURS, "deleted") == []


class Cut(Portal):
    """A portal whose line is cut after some calls that write."""

    def __init__(self, portal: Portal, calls: int) -> None:
        super().__init__(portal.url, portal.remote.apikey, 60)
        self.calls = calls

    def carry_out(self, action: Action, ids: dict[str, str]) -> dict[str, str]:
        if not self.calls:
            raise PortalError("the line was cut")
        self.calls -= 1
        return super().carry_out(action, ids)


def test_nobody_sees_a_first_upload_that_was_cut(portal: Portal, small: Path) -> None:
    with pytest.raises(PortalError, match=r"the line was cut; what was done before it stands \(calls: 1\)"):
        publish(Cut(portal, 1), read(small), OURS, "cut-first")
    with pytest.raises(ckanapi.NotAuthorized):
        shown(portal, "cut-first")
    done = publish(portal, read(small), OURS, "cut-first")
    assert [name for name, _ in names(done)] == [
        "package_revise", "package_create_default_resource_views", "datastore_create", "datastore_create",
    ]  # fmt: skip
    assert is_consistent(portal, "cut-first")


def test_tables_that_a_first_upload_left_out_come_with_the_next_run(portal: Portal, small: Path) -> None:
    with pytest.raises(PortalError, match="the line was cut"):
        publish(Cut(portal, 4), read(small), OURS, "cut-tables")
    assert is_consistent(portal, "cut-tables")
    assert [about for _, about in names(publish(portal, read(small), OURS, "cut-tables"))] == [
        "the portal's previews of new tables", "the table of scores.csv",
    ]  # fmt: skip
    for resource in shown(portal, "cut-tables")["resources"].values():
        views = [view["view_type"] for view in portal.call("resource_view_list", {"id": resource["id"]})]
        assert views == (["datatables_view"] if resource["format"] == "CSV" else []), resource["name"]


def test_an_update_that_was_cut_anywhere_is_consistent_and_completed(portal: Portal, small: Path) -> None:
    publish(portal, read(small), OURS, "cut-update")
    for calls, points in enumerate(("9.3", "9.4", "9.5")):
        change_cell(small, "data/scores.csv", 0, "points", points)
        with pytest.raises(PortalError, match="the line was cut"):
            publish(Cut(portal, calls), read(small), OURS, "cut-update")
        table = shown(portal, "cut-update")["resources"]["scores.csv"]
        assert table["datastore_active"] is (calls < 2)  # the old rows, or for a moment none: never some
        rest = [name for name, _ in names(publish(portal, read(small), OURS, "cut-update"))]
        assert (
            rest
            == [
                ["package_revise", "datastore_delete", "datastore_create"],
                ["datastore_delete", "datastore_create"],
                ["package_create_default_resource_views", "datastore_create"],
            ][calls]
        )
        assert is_consistent(portal, "cut-update")
    assert publish(portal, read(small), OURS, "cut-update") == []


class Meddled(Portal):
    """A portal where somebody else changes the dataset just after it was read, once."""

    is_quiet = False

    def standing(self, name: str) -> Standing:
        found = super().standing(name)
        if not self.is_quiet:
            self.is_quiet = True
            self.call("package_patch", {"id": name, "maintainer": "somebody else"})
        return found


def test_what_somebody_else_writes_meanwhile_is_not_lost(portal: Portal, small: Path) -> None:
    publish(portal, read(small), OURS, "meddled")
    change_cell(small, "data/teams.csv", 0, "note", "changed")
    lines: list[str] = []
    publish(Meddled(portal.url, portal.remote.apikey), read(small), OURS, "meddled", lines.append, pauses=(0,))
    assert "somebody else changed the dataset at the same time; trying again in 0 s" in lines
    assert shown(portal, "meddled")["maintainer"] == "somebody else" and is_consistent(portal, "meddled")


# --- what is refused


def test_a_dry_run_writes_nothing(portal: Portal, small: Path) -> None:
    assert [name for name, _ in names(publish(portal, read(small), OURS, "dry", dry_run=True))][:2] == [
        "package_create", "package_revise",
    ]  # fmt: skip
    with pytest.raises(ckanapi.NotFound):
        shown(portal, "dry")


@pytest.mark.parametrize("wrong", ["nonsense", "eyJhbGciOiJIUzI1NiJ9.eyJqdGkiOiJ4In0.x"])
def test_a_wrong_token_is_refused(portal: Portal, made: Path, wrong: str) -> None:
    with pytest.raises(PortalError, match=r"no organisation in which this token may publish.*nothing was changed"):
        publish(Portal(portal.url, wrong), read(made), OURS)


@pytest.fixture(scope="module")
def others(admin: ckanapi.RemoteCKAN, worker_id: str) -> str:
    """Another organisation, with a dataset that all may see and one that nobody of ours may."""
    name = f"others-{worker_id}"
    admin.action.organization_create(name=name)
    admin.action.package_create(name=f"{name}-open", owner_org=name, notes="theirs")
    admin.action.package_create(name=f"{name}-hidden", owner_org=name, private=True)
    return name


def test_a_dataset_of_others_is_left_alone(portal: Portal, admin: ckanapi.RemoteCKAN, others: str, made: Path) -> None:
    release, theirs = read(made), f"{others}-open"
    with pytest.raises(PortalError, match=rf"belongs to another organisation \({others}\).*nothing was changed"):
        publish(portal, release, OURS, theirs)
    with pytest.raises(PortalError, match=r"refuses the token for package_show.*nothing was changed"):
        publish(portal, release, OURS, f"{others}-hidden")
    with pytest.raises(PortalError, match="belongs to another organisation"):
        publish(Portal(portal.url, admin.apikey), release, OURS, theirs)  # though a sysadmin might
    assert (shown(portal, theirs)["notes"], shown(portal, theirs)["resources"]) == ("theirs", {})


def test_an_organisation_that_is_not_ours_is_refused(portal: Portal, others: str, made: Path) -> None:
    for name in (others, "nobody"):
        with pytest.raises(PortalError, match=f"organisation '{name}'; it may in: {OURS}; nothing was changed"):
            publish(portal, read(made), name)


@pytest.mark.parametrize(
    ("name", "why"), [("독파모", "Must be purely lowercase"), ("a", "Must be at least 2 characters")]
)
def test_a_name_that_ckan_does_not_take_is_refused(portal: Portal, made: Path, name: str, why: str) -> None:
    with pytest.raises(PortalError, match=rf"CKAN refuses package_create .*: name: {why}.*nothing was changed"):
        publish(portal, read(made), OURS, name)

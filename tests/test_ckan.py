"""Publishing on CKAN without one: which calls a difference takes, and what is said where a portal fails.

The real CKAN is in test_ckan_portal.py; here stand the faults that it can't be made to have.
"""

import hashlib
import json
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from releases import change_cell, seal, small_release, without
from running import run

import dokpamo.ckan
from dokpamo.ckan import Action, Standing, Wanted, plan, wanted
from dokpamo.ckan.release import read
from dokpamo.contract import package
from dokpamo.errors import BadInput, PortalError

ORGANISATION = {"id": "o1", "name": "conformance"}
SCRIPT = "scripts/publish_ckan.py"
NEW = ["package_create", "package_revise", "package_create_default_resource_views", *["datastore_create"] * 3]
"""The calls that a new dataset of three tables takes."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_release(tmp_path_factory.mktemp("release") / "dist", "teams", "scores", "elimination_history")


@pytest.fixture
def small(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "dist"))


def goal(small: Path) -> Wanted:
    return wanted(read(small), "dokpamo", "o1")


def published(goal: Wanted) -> Standing:
    """What a portal tells after all was carried out, with what it adds of its own."""
    resources = [
        {"id": f"id-of-{name}", "package_id": "d1", "url": f"https://example.org/{name}", **metadata}
        for name, metadata in goal.resources.items()
    ]
    dataset = {"id": "d1", "name": goal.name, "owner_org": goal.owner, "metadata_modified": "now", "private": False}
    tags = [{**tag, "state": "active"} for tag in goal.dataset["tags"]]
    rows = {name: goal.files[name].rows for name in goal.fields}
    return Standing(
        dataset | goal.dataset | {"tags": tags, "url": None, "resources": resources}, dict(goal.fields), rows
    )


def told(actions: list[Action]) -> list[tuple[str, str]]:
    return [(action.name, action.about) for action in actions]


# --- what is wanted


def test_the_dataset_speaks_both_languages_and_is_open(small: Path) -> None:
    dataset = goal(small).dataset
    assert dataset["title"].startswith("독파모: 독자 AI 파운데이션 모델 프로젝트의 기록 · dokpamo: the record of")
    assert dataset["license_id"] == "cc-by"
    assert {"name": "소버린 AI"} in dataset["tags"] and {"name": "sovereign AI"} in dataset["tags"]
    extras = {extra["key"]: extra["value"] for extra in dataset["extras"]}
    assert extras["temporal_start"] == "2025-02-20" and extras["issued"] == "2026-11-23"
    assert extras["frequency"].endswith("/IRREG") and extras["spatial_text"] == "대한민국 · South Korea"
    assert json.loads(extras["theme"])[0].endswith("/data-theme/TECH")


def test_a_keyword_that_ckan_refuses_as_a_tag_is_told_without_the_sign(small: Path) -> None:
    release = read(small)
    release.about.spec["keywords_ko"].append("AI·정책/모델")
    assert {"name": "AI 정책 모델"} in wanted(release, "dokpamo", "o1").dataset["tags"]


def test_columns_have_types_labels_and_closed_lists_in_both_languages(small: Path) -> None:
    columns = {column["id"]: column for column in goal(small).fields["scores.csv"]}
    assert [columns[c]["type"] for c in ("score_id", "points", "is_official", "published_on")] == [
        "text", "numeric", "bool", "date",
    ]  # fmt: skip
    info = columns["statistic"]["info"]
    assert info["label"] == "통계 · Statistic" and info["label_translated"] == {"ko": "통계", "en": "Statistic"}
    assert "- `mean`: 평균" in info["notes_translated"]["ko"]
    assert "- `mean`: Mean over the teams" in info["notes"] and "- `mean`: 평균" in info["notes"]
    assert "csv_sha256" in columns["score_id"]["info"] and "csv_sha256" not in info


def test_an_empty_cell_is_no_text(small: Path) -> None:
    rows = list(goal(small).files["scores.csv"].records())
    assert rows[0]["points"] == "9.2"
    assert next(row for row in rows if row["statistic"] == "mean")["team_id"] is None


# --- which calls it takes


def test_a_whole_release_can_be_published(dist: Path) -> None:
    whole = goal(dist)
    assert len(whole.fields) == len(package().all) and len(whole.files) == len(whole.fields) + 4
    calls = [action.name for action in plan(whole, Standing())]
    assert calls == [*NEW[:3], *["datastore_create"] * len(package().all)]
    assert plan(whole, published(whole)) == []


def test_a_new_dataset_is_not_public_before_its_files_are_there(small: Path) -> None:
    first, second, third, *tables = plan(goal(small), Standing())
    assert (first.name, first.data["private"], first.data["owner_org"]) == ("package_create", True, "o1")
    assert (second.name, second.data["update"]["private"]) == ("package_revise", False)
    assert [path.name for path in second.uploads.values()] == [
        "dokpamo.xlsx", "all.zip", "dokpamo.sqlite", "teams.csv", "scores.csv", "elimination_history.csv",
        "datapackage.json",
    ]  # fmt: skip
    assert third.about == "the portal's previews of new tables"
    assert {action.name for action in tables} == {"datastore_create"}
    assert [action.data["primary_key"] for action in tables] == [["team_id"], ["score_id"], ["team_id", "round_id"]]


def test_what_stands_there_already_takes_no_call(small: Path) -> None:
    assert plan(goal(small), published(goal(small))) == []


def test_a_changed_row_takes_its_own_file_and_table_and_the_descriptor(small: Path) -> None:
    standing = published(goal(small))
    change_cell(small, "data/scores.csv", 0, "points", "9.3")
    assert told(plan(goal(small), standing)) == [
        ("package_revise", "scores.csv, datapackage.json"),
        ("datastore_delete", "the old table of scores.csv"),
        ("datastore_create", "the table of scores.csv"),
    ]


def test_a_changed_label_takes_the_table_but_not_the_file(small: Path) -> None:
    standing = published(goal(small))
    descriptor = small / "datapackage.json"
    text = descriptor.read_text(encoding="utf-8").replace('"통계"', '"통계값"')
    descriptor.write_text(text, encoding="utf-8", newline="\n")
    seal(small, descriptor)
    actions = plan(goal(small), standing)
    assert [name for name, _ in told(actions)] == ["package_revise", "datastore_delete", "datastore_create"]
    assert [path.name for path in actions[0].uploads.values()] == ["datapackage.json"]


def test_a_table_that_an_interrupted_run_left_out_is_made(small: Path) -> None:
    standing = published(goal(small))
    del standing.fields["teams.csv"]
    assert told(plan(goal(small), standing)) == [
        ("package_create_default_resource_views", "the portal's previews of new tables"),
        ("datastore_create", "the table of teams.csv"),
    ]


def test_a_table_with_other_rows_than_its_file_is_replaced(small: Path) -> None:
    standing = published(goal(small))
    standing.rows["scores.csv"] += 1
    assert [name for name, _ in told(plan(goal(small), standing))] == ["datastore_delete", "datastore_create"]


def test_files_of_which_other_things_are_said_are_not_sent_again(small: Path) -> None:
    standing = published(goal(small))
    standing.resources[3]["mimetype"] = "text/plain"
    (action,) = plan(goal(small), standing)
    assert (action.about, action.uploads) == ("what is said of the files", {})
    assert action.data["update__resources__id-of-teams.csv"] == {"mimetype": "text/csv"}


def test_what_xloader_did_is_put_right_without_sending_the_file_again(small: Path) -> None:
    standing = published(goal(small))
    standing.resources[3]["hash"] = hashlib.md5((small / "data/teams.csv").read_bytes()).hexdigest()
    standing.fields["teams.csv"] = [{**column, "type": "text"} for column in standing.fields["teams.csv"]]
    revise, delete, create = plan(goal(small), standing)
    assert (revise.uploads, delete.name, create.about) == ({}, "datastore_delete", "the table of teams.csv")


def test_what_the_release_no_longer_has_is_withdrawn_and_what_others_added_stays(small: Path) -> None:
    standing = published(goal(small))
    assert standing.dataset
    standing.dataset["resources"].append({"id": "guide", "name": "guide.pdf"})
    standing.dataset["extras"] = [*standing.dataset["extras"], {"key": "reviewed_by", "value": "the portal"}]
    without(small, "data/scores.csv")
    revise, delete = plan(goal(small), standing)
    assert revise.about == "datapackage.json" and revise.data["update"] == {}
    assert (delete.name, delete.data) == ("resource_delete", {"id": "id-of-scores.csv"})


def test_a_new_extra_leaves_those_of_others(small: Path) -> None:
    standing = published(goal(small))
    assert standing.dataset
    standing.dataset["extras"] = [{"key": "reviewed_by", "value": "the portal"}]
    (action,) = plan(goal(small), standing)
    extras = action.data["update"]["extras"]
    assert extras[0] == {"key": "reviewed_by", "value": "the portal"} and len(extras) > 5
    assert action.data["filter"] == ["-extras"]


def test_a_dataset_of_another_organisation_is_refused(small: Path) -> None:
    standing = published(goal(small))
    assert standing.dataset
    standing.dataset.update(owner_org="o2", organization={"name": "statistics-office"})
    with pytest.raises(PortalError, match=r"belongs to another organisation \(statistics-office\)") as refused:
        plan(goal(small), standing)
    assert "소유 기관이 다릅니다" in refused.value.ko


def test_a_portal_without_datastore_gets_the_files(small: Path) -> None:
    actions = plan(goal(small), Standing(has_datastore=False))
    assert [action.name for action in actions] == ["package_create", "package_revise"]


# --- a release that can't be published


def test_a_folder_without_release_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no release here"):
        read(tmp_path)


def test_a_file_that_is_not_as_published_is_refused(small: Path) -> None:
    with (small / "data/teams.csv").open("a", encoding="utf-8", newline="") as file:
        file.write("x\n")
    with pytest.raises(BadInput, match=r"teams\.csv: changed"):
        read(small)


def test_a_release_without_one_of_its_files_is_refused(small: Path) -> None:
    (small / "all.zip").unlink()
    seal(small, small / "datapackage.json")
    with pytest.raises(BadInput, match=r"all\.zip: missing from the release"):
        read(small)


# --- a portal that fails

Answers = dict[str, Callable[[], tuple[int, Any]]]


def good(result: Any) -> Callable[[], tuple[int, Any]]:
    return lambda: (200, {"success": True, "result": result})


def bad(status: int, kind: str, message: str) -> Callable[[], tuple[int, Any]]:
    return lambda: (status, {"success": False, "error": {"__type": kind, "message": message}})


class Fake(ThreadingHTTPServer):
    """Answers actions as told, and notes which were called; it knows nothing of CKAN."""

    def __init__(self, answers: Answers) -> None:
        self.answers, self.calls = USUAL | answers, list[str]()
        super().__init__(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    server: Fake

    def do_POST(self) -> None:
        action = self.path.rpartition("/")[2]
        self.server.calls.append(action)
        self.rfile.read(int(self.headers["content-length"]))
        status, answer = self.server.answers[action]()
        body = answer.encode() if isinstance(answer, str) else json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html" if isinstance(answer, str) else "application/json;charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        if status == 301:
            self.send_header("Location", "https://example.org/api/action/" + action)
        self.end_headers()
        with suppress(BrokenPipeError):  # who asked may have given up
            self.wfile.write(body)

    def log_message(self, *_: Any) -> None: ...


USUAL: Answers = {
    "organization_list_for_user": good([ORGANISATION]),
    "help_show": good("…"),
    "package_show": bad(404, "Not Found Error", "Not found"),
}


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Fake]]:
    running = []
    monkeypatch.setattr(dokpamo.ckan, "PAUSES", (0, 0))

    def start(**answers: Callable[[], tuple[int, Any]]) -> Fake:
        server = Fake(answers)
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        running.append(server)
        return server

    yield start
    for server in running:
        server.shutdown()
        server.server_close()


def fails(server: Fake, small: Path, timeout: float = 5) -> str:
    """The sentence with which publishing ends."""
    portal = dokpamo.ckan.Portal(server.url, "token", timeout)
    with pytest.raises(PortalError) as error:
        dokpamo.ckan.publish(portal, read(small), "conformance")
    assert any("가" <= letter <= "힣" for letter in error.value.ko)
    return error.value.en


def test_a_portal_that_always_fails_is_asked_three_times(fake: Callable[..., Fake], small: Path) -> None:
    server = fake(package_show=bad(500, "Internal Server Error", "Internal Server Error"))
    assert "answers package_show with 500 Internal Server Error; nothing was changed" in fails(server, small)
    assert server.calls.count("package_show") == 3


def test_a_failed_write_is_not_repeated_before_looking_again(fake: Callable[..., Fake], small: Path) -> None:
    server = fake(package_create=bad(503, "", ""))
    sentence = fails(server, small)
    assert "answers package_create with 503" in sentence and "nothing was changed" not in sentence
    reads = ["organization_list_for_user", "help_show", "package_show"]
    assert server.calls == [*reads, "package_create"] * 3


def test_a_portal_that_is_too_slow_is_given_up(fake: Callable[..., Fake], small: Path) -> None:
    def slow() -> tuple[int, Any]:
        time.sleep(0.4)
        return 200, {}

    server = fake(organization_list_for_user=slow)
    assert "did not answer organization_list_for_user within 0.1 s; nothing was changed" in fails(server, small, 0.1)


def test_a_refused_token_is_told_at_once(fake: Callable[..., Fake], small: Path) -> None:
    server = fake(organization_list_for_user=bad(403, "Authorization Error", "Access denied: the token was revoked"))
    sentence = fails(server, small)
    assert "refuses the token for organization_list_for_user: Access denied: the token was revoked" in sentence
    assert len(server.calls) == 1


def test_a_token_without_any_organisation_is_told(fake: Callable[..., Fake], small: Path) -> None:
    assert "no organisation in which this token may publish" in fails(fake(organization_list_for_user=good([])), small)


def test_how_far_it_came_is_told(fake: Callable[..., Fake], small: Path) -> None:
    error = {"__type": "Validation Error", "resources": [{}, {"upload": ["File upload too large"]}]}
    server = fake(package_create=good({}), package_revise=lambda: (409, {"success": False, "error": error}))
    sentence = fails(server, small)
    assert sentence.endswith(
        "all.zip upload: File upload too large; what was done before it stands (calls: 1), "
        "run this again to complete the dataset"
    )


def test_a_resource_that_vanishes_meanwhile_is_told(fake: Callable[..., Fake], small: Path) -> None:
    revised = {"package": {"resources": [{"name": name, "id": name} for name in goal(small).resources]}}
    previews = bad(404, "Not Found Error", "Resource was not found.")
    server = fake(package_create=good({}), package_revise=good(revised), package_create_default_resource_views=previews)
    assert "(the portal's previews of new tables): Resource was not found.; what was done" in fails(server, small)


def test_a_dataset_changed_at_the_same_time_is_looked_at_again(fake: Callable[..., Fake], small: Path) -> None:
    error = {"__type": "Validation Error", "match": ["metadata_modified"]}
    server = fake(package_create=good({}), package_revise=lambda: (409, {"success": False, "error": error}))
    assert "somebody else changed the dataset at the same time" in fails(server, small)
    assert server.calls.count("package_show") == 3


def test_an_address_that_is_no_ckan_is_told(fake: Callable[..., Fake], small: Path) -> None:
    server = fake(organization_list_for_user=lambda: (200, "<html>"))
    assert "no answer of a CKAN to organization_list_for_user (200 OK, text/html): is --url right" in fails(
        server, small
    )


def test_a_portal_that_has_moved_is_told_with_its_new_address(fake: Callable[..., Fake], small: Path) -> None:
    server = fake(organization_list_for_user=lambda: (301, {}))
    assert "write that address after --url" in fails(server, small)


def test_nobody_at_the_address(small: Path, fake: Callable[..., Fake]) -> None:
    gone = fake()
    gone.server_close()
    assert "can't be reached (Connection refused); nothing was changed" in fails(gone, small)


# --- the command


def test_the_command_tells_what_it_would_do(fake: Callable[..., Fake], small: Path) -> None:
    server = fake()
    words = ["--url", server.url, "--token", "secret", "--organisation", "conformance", "--dist", small]
    done = run(SCRIPT, *words, "--dry-run")
    lines = done.stdout.splitlines()
    assert [line.partition(" ")[0] for line in lines] == NEW
    assert '"update__resources__3__upload": "<teams.csv>"' in lines[1]
    assert '"resource_id": "<id of teams.csv>"' in lines[3] and '"records": "<rows of data/teams.csv>"' in lines[3]
    assert "6 calls would be made; nothing was written" in done.stderr
    assert set(server.calls) == {"organization_list_for_user", "help_show", "package_show"}
    assert "secret" not in done.stdout + done.stderr


def test_the_command_ends_with_1_where_the_portal_refuses(fake: Callable[..., Fake], small: Path) -> None:
    words = ["--url", fake().url, "--token", "secret", "--organisation", "nobody", "--dist", small]
    done = run(SCRIPT, *words, status=1)
    assert "may not publish in an organisation 'nobody'; it may in: conformance" in done.stderr


def test_the_command_ends_with_2_where_the_release_is_wrong(tmp_path: Path) -> None:
    words = ["--token", "secret", "--organisation", "conformance", "--dist", tmp_path]
    assert "no release here" in run(SCRIPT, "--url", "https://example.org", *words, status=2).stderr
    assert "not the address of a portal" in run(SCRIPT, "--url", "example.org", *words, status=2).stderr

"""Whatever ends a build or stands in its way: the old dist is whole, and the reader learns in a sentence what to do."""

import hashlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dokpamo.cli import main
from dokpamo.replacing import is_full

ROOT = Path(__file__).resolve().parents[1]
FAULTS = Path(__file__).with_name("faults.py")
OLD, NEW = b"old\n", b"new\n"
as_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="mounts a small disk: run as root (sudo)"
)


def command(step: str, dist: Path) -> list[str]:
    return [sys.executable, str(FAULTS), str(ROOT / "scripts"), step, "--dist", str(dist)]


def environment(lang: str) -> dict[str, str]:
    path = os.pathsep.join([str(ROOT / "datapackage"), os.environ.get("PYTHONPATH", "")])
    return os.environ | {"PYTHONPATH": path, "LC_ALL": "ko_KR.UTF-8" if lang == "ko" else "C.UTF-8", "PYTHONUTF8": "1"}


def build(step: str, dist: Path, lang: str = "en") -> tuple[int, str]:
    """Run a build to its end; return its status and what it said of what went wrong."""
    done = subprocess.run(
        command(step, dist), env=environment(lang), capture_output=True, encoding="utf-8", check=False
    )
    return done.returncode, done.stderr


@contextmanager
def held(step: str, dist: Path, lang: str = "en") -> Iterator["subprocess.Popen[str]"]:
    """A build that waits at a step."""
    process = subprocess.Popen(
        command(step, dist), env=environment(lang), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    assert process.stdout
    try:
        assert any(line == "here\n" for line in process.stdout), process.stderr and process.stderr.read()
        yield process
    finally:
        process.kill()
        process.communicate()


def published(dist: Path, content: bytes = OLD) -> Path:
    """A folder that an earlier build has published."""
    (dist / "data").mkdir(parents=True)
    (dist / "data" / "teams.csv").write_bytes(content)
    digest = hashlib.sha256(content).hexdigest()
    (dist / "SHA256SUMS").write_text(f"{digest}  data/teams.csv\n", encoding="utf-8")
    return dist


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    return published(tmp_path / "dist")


def content(dist: Path) -> bytes:
    """The one table of a whole folder."""
    assert sorted(f.name for f in dist.rglob("*") if f.is_file()) == ["SHA256SUMS", "teams.csv"]
    return (dist / "data" / "teams.csv").read_bytes()


@pytest.mark.parametrize(("step", "found"), [("writing", OLD), ("before", OLD), ("after", NEW)])
def test_killed_at_any_step_the_folder_is_whole_and_the_next_build_clears_up(
    dist: Path, step: str, found: bytes
) -> None:
    with held(step, dist) as process:
        process.send_signal(signal.SIGKILL)
    assert content(dist) == found
    assert dist.with_name("dist.new").exists()
    assert build("", dist) == (0, "")
    assert content(dist) == NEW
    assert [f.name for f in dist.parent.iterdir()] == ["dist"]


def test_where_the_system_needs_two_steps_the_next_build_brings_the_old_folder_back(dist: Path) -> None:
    with held("between", dist) as process:
        process.send_signal(signal.SIGKILL)
    assert not dist.exists()
    status, said = build("fails", dist)
    assert (status, content(dist)) == (1, OLD)
    assert "a fault of the program" in said
    assert build("in two steps", dist) == (0, "")
    assert content(dist) == NEW
    assert [f.name for f in dist.parent.iterdir()] == ["dist"]


@pytest.mark.parametrize(
    ("number", "lang", "sentence"),
    [
        (signal.SIGTERM, "en", "stopped; nothing in {dist} is half-written"),
        (signal.SIGHUP, "ko", "중단했습니다. {dist}에 쓰다 만 파일은 없습니다"),
        (signal.SIGINT, "en", "stopped; nothing in {dist} is half-written"),
    ],
)
@pytest.mark.parametrize("step", ["writing", "asking"])
def test_a_signal_is_heeded(dist: Path, number: signal.Signals, lang: str, sentence: str, step: str) -> None:
    with held(step, dist, lang) as process:
        process.send_signal(number)
        _, said = process.communicate(timeout=30)
    assert (process.returncode, said) == (128 + number, sentence.format(dist=dist) + "\n")
    assert content(dist) == OLD
    assert [f.name for f in dist.parent.iterdir()] == ["dist"]


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_real_exporters_and_the_process_beside_them_are_ended(dist: Path, number: signal.Signals) -> None:
    process = subprocess.Popen(
        command("csv,why,parquet", dist), env=environment("en"), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )  # fmt: skip
    assert process.stdout
    assert any(line.startswith("writing data/") for line in process.stdout)
    process.send_signal(number)
    assert process.wait(300) == (-number if number == signal.SIGKILL else 128 + number)
    assert content(dist) == OLD
    assert dist.with_name("dist.new").exists() == (number == signal.SIGKILL)
    assert build("", dist) == (0, "")
    assert content(dist) == NEW
    assert [f.name for f in dist.parent.iterdir()] == ["dist"]


def test_a_fault_of_the_program_leaves_the_old_folder(dist: Path) -> None:
    status, said = build("fails", dist)
    assert (status, content(dist)) == (1, OLD)
    assert "ValueError: a fault of the program" in said
    assert [f.name for f in dist.parent.iterdir()] == ["dist"]


@pytest.mark.parametrize(
    ("lang", "sentence"), [("en", "another build is writing {dist} just now"), ("ko", "다른 빌드가 지금 {dist}에")]
)
def test_of_two_builds_at_once_the_second_says_so(dist: Path, lang: str, sentence: str) -> None:
    with held("writing", dist) as first:
        status, said = build("", dist, lang)
        assert status == 2
        assert said.startswith(sentence.format(dist=dist))
        assert content(dist) == OLD
        first.communicate("", timeout=30)
        assert first.returncode == 0
    assert content(dist) == NEW


def test_there_may_be_nothing_yet_or_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name in ("new", "empty", "deep/down/dist"):
        assert build("", tmp_path / name) == (0, "")
        assert content(tmp_path / name) == NEW


def test_what_systems_leave_behind_is_in_nobodys_way(dist: Path) -> None:
    (dist / "data" / ".DS_Store").write_bytes(b"x")
    (dist / "dokpamo.sqlite-wal").write_bytes(b"x")
    assert build("", dist) == (0, "")
    assert content(dist) == NEW


def test_a_file_in_the_way(tmp_path: Path) -> None:
    dist = tmp_path / "dist"
    dist.write_bytes(b"mine")
    for lang, sentence in (("en", f"{dist} is a file: move it away"), ("ko", f"{dist}은(는) 파일입니다")):
        status, said = build("", dist, lang)
        assert status == 2
        assert said.startswith(sentence)
        assert dist.read_bytes() == b"mine"


def test_an_export_onto_a_file(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    for place in (tmp_path / "file", tmp_path / "file" / "below"):
        for lang, sentence in (("en", "no folder can be made here"), ("ko", "폴더를 만들 수 없습니다")):
            assert main(["export", str(place), "--format", "csv", "--lang", lang]) == 2
            assert f"{place}: {sentence}" in capfd.readouterr().err


@pytest.mark.parametrize("of_ours", [True, False])
def test_a_foreign_file_is_not_taken_away(tmp_path: Path, of_ours: bool) -> None:
    dist = published(tmp_path / "dist") if of_ours else tmp_path / "dist"
    dist.mkdir(exist_ok=True)
    (dist / "notes.txt").write_bytes(b"mine")
    for lang, sentence in (
        ("en", f"{dist} holds notes.txt, which no build has made: move it away"),
        ("ko", f"{dist}에 빌드가 만들지 않은 notes.txt 파일이 있습니다"),
    ):
        status, said = build("", dist, lang)
        assert status == 2
        assert said.startswith(sentence)
        assert (dist / "notes.txt").read_bytes() == b"mine"


@pytest.mark.parametrize("is_file", [True, False])
def test_what_lies_where_a_build_works_is_not_taken_away(dist: Path, is_file: bool) -> None:
    place = dist.with_name("dist.new")
    mine = place if is_file else place / "notes.txt"
    mine.parent.mkdir(exist_ok=True)
    mine.write_bytes(b"mine")
    for lang, sentence in (("en", f"{place} is in the way"), ("ko", f"빌드가 작업할 자리에 {place}이(가) 있습니다")):
        status, said = build("", dist, lang)
        assert status == 2
        assert said.startswith(sentence)
    assert (mine.read_bytes(), content(dist)) == (b"mine", OLD)


def test_a_checkout_is_no_published_folder(tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text('{"name": "dokpamo"}', encoding="utf-8")
    status, said = build("", tmp_path)
    assert status == 2
    assert "holds datapackage.json, which no build has made" in said
    assert (tmp_path / "datapackage.json").exists()


@contextmanager
def disk(place: Path, options: str) -> Iterator[Path]:
    """A small disk of its own."""
    place.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", place], capture_output=True, check=False)
    if done.returncode:
        pytest.skip(f"no disk can be mounted here: {done.stderr.decode().strip()}")
    try:
        yield place
    finally:
        subprocess.run(["umount", place], check=True)


@as_root
@pytest.mark.slow
@pytest.mark.parametrize("formats", ["csv", "parquet", "duckdb", "sqlite", "csv,archive", "csv,why"])
def test_a_full_disk(tmp_path: Path, formats: str) -> None:
    with disk(tmp_path / "disk", "size=300k") as place:
        dist = published(place / "dist")
        status, said = build(formats, dist, "ko" if formats == "csv" else "en")
        assert status == 2, said
        assert (f"{place}의 디스크가 가득 찼습니다" if formats == "csv" else f"the disk of {place} is full") in said
        assert "Traceback" not in said
        assert content(dist) == OLD
        assert [f.name for f in place.iterdir()] == ["dist"]


@as_root
@pytest.mark.slow
def test_a_disk_that_can_only_be_read(tmp_path: Path) -> None:
    with disk(tmp_path / "disk", "size=300k") as place:
        dist = published(place / "dist")
        subprocess.run(["mount", "-o", "remount,ro", place], check=True)
        for lang, sentence in (("en", f"{place} can't be written ("), ("ko", f"{place}에 쓸 수 없습니다(")):
            status, said = build("", dist, lang)
            assert status == 2
            assert said.startswith(sentence)
        assert content(dist) == OLD


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_can_only_be_read(dist: Path) -> None:
    dist.parent.chmod(0o555)
    try:
        status, said = build("", dist)
    finally:
        dist.parent.chmod(0o755)
    assert status == 2
    assert said.startswith(f"{dist.parent} can't be written (")
    assert content(dist) == OLD


@pytest.mark.parametrize("words", ["IO Error: Could not write: No space left on device", "database or disk is full"])
def test_a_full_disk_in_the_words_of_libraries(tmp_path: Path, words: str) -> None:
    assert is_full(RuntimeError(words), tmp_path)
    assert is_full(OSError(28, "voll"), tmp_path)
    assert not is_full(RuntimeError("something else"), tmp_path)

"""`dokpamo verify`: every file of a copy that is not as released is told, with what to do."""

import hashlib
import json
import shutil
import sys
from pathlib import Path
from unicodedata import normalize

import pytest

import dokpamo
from dokpamo.cli import main

FILES = {
    "README.md": b"read me\n",
    "data/teams.csv": b"team_id\nupstage\n",
    "data/rounds.csv": b"round_id\nr1\n",
    "독파모_팀.csv": "팀\n".encode(),
}


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """A small release with a database whose hash stands beside it."""
    folder = tmp_path / "release"
    (folder / "data").mkdir(parents=True)
    for path, content in FILES.items():
        (folder / path).write_bytes(content)
    (folder / "SHA256SUMS").write_bytes("".join(f"{digest(c)}  {p}\n" for p, c in FILES.items()).encode())
    (folder / "dokpamo.duckdb").write_bytes(b"rows")
    (folder / "dokpamo.duckdb.sha256").write_text(f"{digest(b'rows')}  dokpamo.duckdb\n", encoding="utf-8")
    return folder


def kinds(place: Path) -> list[tuple[str, str]]:
    return [(one.path, one.kind) for one in dokpamo.verify(place).deviations]


def test_a_whole_copy(release: Path) -> None:
    found = dokpamo.verify(release)
    assert (found.ok, found.files) == (True, 7)
    assert found.fingerprint == digest((release / "SHA256SUMS").read_bytes())


def test_every_deviation_is_told_at_once(release: Path) -> None:
    (release / "README.md").unlink()
    (release / "data" / "teams.csv").write_bytes(b"team_id\nupstage\r\n")
    (release / "data" / "mine.csv").write_bytes(b"x\n")
    (release / "dokpamo.duckdb").write_bytes(b"other rows")
    assert kinds(release) == [
        ("README.md", "missing"),
        ("data/mine.csv", "added"),
        ("data/teams.csv", "changed"),
        ("dokpamo.duckdb", "changed"),
    ]


def test_a_zip_of_the_folder_is_a_copy_too(release: Path, tmp_path: Path) -> None:
    (release / "data" / "rounds.csv").write_bytes(b"round_id\nr2\n")
    at_top = Path(shutil.make_archive(str(tmp_path / "a"), "zip", release))
    in_a_folder = Path(shutil.make_archive(str(tmp_path / "b"), "zip", tmp_path, "release"))
    assert kinds(at_top) == kinds(in_a_folder) == [("data/rounds.csv", "changed")]


def test_a_damaged_zip_names_the_file(release: Path, tmp_path: Path) -> None:
    archive = Path(shutil.make_archive(str(tmp_path / "a"), "zip", release))
    content = bytearray(archive.read_bytes())
    at = content.index(b"data/rounds.csv") + len(b"data/rounds.csv")
    content[at + 2] ^= 0xFF
    archive.write_bytes(content)
    assert kinds(archive) == [("data/rounds.csv", "unreadable")]


def test_a_name_in_decomposed_hangul_is_the_same_file(release: Path) -> None:
    """Some systems unpack names so."""
    if sys.getfilesystemencoding() != "utf-8":
        pytest.skip("in this locale no file can have such a name")
    (release / "독파모_팀.csv").rename(release / normalize("NFD", "독파모_팀.csv"))
    assert dokpamo.verify(release).ok


def test_an_unpacked_archive_has_no_database(release: Path) -> None:
    (release / "dokpamo.duckdb").unlink()
    assert kinds(release) == [("dokpamo.duckdb", "missing")]
    (release / "dokpamo.duckdb.sha256").unlink()
    assert kinds(release) == []


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "SHA256SUMS: the list is empty"),
        (b"README.md\n", "SHA256SUMS:1: this is no hash and path within the copy"),
        (f"{digest(b'')}  README.md\n{digest(b'')}  ../secret\n".encode(), "SHA256SUMS:2: this is no hash and path"),
        (f"{digest(b'')}  /etc/passwd\n".encode(), "SHA256SUMS:1: this is no hash and path within"),
        (b"\xff\xfe", "SHA256SUMS:1: this is no hash and path within"),
    ],
)
def test_a_list_that_is_none(release: Path, content: bytes, sentence: str) -> None:
    (release / "SHA256SUMS").write_bytes(content)
    with pytest.raises(dokpamo.BadInput, match=sentence):
        dokpamo.verify(release)


@pytest.mark.parametrize(
    ("place", "en", "ko"),
    [
        ("nowhere", "nowhere: there is no such folder or zip file", "nowhere: 그런 폴더나 ZIP 파일이 없습니다"),
        ("text.zip", "text.zip: this is no zip file", "text.zip: ZIP 파일이 아닙니다"),
        (".", ".: there is no SHA256SUMS here; name a published folder", ".: SHA256SUMS가 없습니다"),
    ],
)
def test_no_copy_at_all(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    place: str,
    en: str,
    ko: str,
) -> None:
    (tmp_path / "text.zip").write_text("no zip", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["verify", place, "--lang", "en"]) == 2
    assert en in capfd.readouterr().err
    assert main(["verify", place, "--lang", "ko"]) == 2
    assert ko in capfd.readouterr().err


def test_the_command_tells_it_in_the_readers_language(release: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(release), "--lang", "en"]) == 0
    assert "7 files looked at, all as released" in capfd.readouterr().out
    (release / "README.md").unlink()
    assert main(["verify", str(release), "--lang", "ko"]) == 1
    assert "README.md: 없습니다: 배포본에서 다시 복사하세요" in capfd.readouterr().out
    assert main(["verify", str(release), "--format", "json"]) == 1
    told = json.loads(capfd.readouterr().out)
    assert (told["ok"], [d["kind"] for d in told["deviations"]]) == (False, ["missing"])

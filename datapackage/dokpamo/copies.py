"""Copies of the record or of a release, wherever they lie: a folder, a zip file, or a git revision of a checkout."""

import io
import subprocess
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Protocol
from unicodedata import normalize
from zipfile import BadZipFile, ZipFile

from dokpamo.errors import BadInput


class Copy(Protocol):
    """Files by their paths relative to the copy, with forward slashes and in Unicode's composed form."""

    @property
    def name(self) -> str:
        """How the reader named it."""
        ...

    def names(self) -> list[str]:
        """Return the paths of all files, sorted."""
        ...

    def read(self, path: str) -> bytes:
        """Return the content of a file; raise `OSError` if it is not there or cannot be read."""
        ...


@dataclass(frozen=True)
class Folder:
    """A copy in a folder."""

    name: str
    path: Path

    def names(self) -> list[str]:
        return sorted(
            normalize("NFC", f.relative_to(self.path).as_posix()) for f in self.path.rglob("*") if f.is_file()
        )

    def read(self, path: str) -> bytes:
        file = self.path / path
        return (file if file.exists() else self.path / normalize("NFD", path)).read_bytes()


class Zipped:
    """A copy in a zip file, at its top or in the one folder that it holds."""

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        try:
            self._archive = ZipFile(io.BytesIO(content))
        except BadZipFile:
            raise BadInput(f"{name}: this is no zip file", f"{name}: ZIP 파일이 아닙니다") from None
        entries = [entry for entry in self._archive.namelist() if not entry.endswith("/")]
        tops = {entry.split("/")[0] for entry in entries}
        top = f"{tops.pop()}/" if len(tops) == 1 and all("/" in entry for entry in entries) else ""
        self._entries = {normalize("NFC", entry.removeprefix(top)): entry for entry in entries}

    def names(self) -> list[str]:
        return sorted(self._entries)

    def read(self, path: str) -> bytes:
        try:
            return self._archive.read(self._entries[path])
        except KeyError:
            raise FileNotFoundError(path) from None
        except (BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
            raise OSError(f"{path}: {error}") from None  # damaged, encrypted, or packed in an unknown way


def opened(place: "str | Path") -> Copy:
    """Return the copy in a folder or zip file; raise `BadInput` if there is neither."""
    path, name = Path(place), str(place)
    if path.is_dir():
        return Folder(name, path)
    if not path.is_file():
        raise BadInput(f"{name}: there is no such folder or zip file", f"{name}: 그런 폴더나 ZIP 파일이 없습니다")
    return Zipped(name, _content(path))


def revision(name: str, folder: Path) -> "Copy | None":
    """Return the checkout in `folder` as it was at a git revision, or None if there is no such revision."""
    found = git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    top = git(folder, "rev-parse", "--show-toplevel")
    if found is None or top is None:
        return None
    content = git(Path(top.decode().strip()), "archive", "--format=zip", "-0", found.decode().strip())
    return None if content is None else Zipped(name, content)


def git(folder: Path, *words: str) -> bytes | None:
    """Return what git prints, or None where it fails or isn't installed."""
    try:
        done = subprocess.run(["git", *words], cwd=folder, capture_output=True, check=False)
    except OSError:
        return None
    return None if done.returncode else done.stdout


def is_inside(path: str) -> bool:
    """Say whether a path stays within its copy.

    >>> is_inside("data/teams.csv"), is_inside("../teams.csv"), is_inside("/etc/passwd")
    (True, False, False)
    """
    pure = PurePosixPath(path.replace("\\", "/"))
    return not (pure.is_absolute() or ".." in pure.parts or ":" in path)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadInput(
            f"{path}: cannot be read: {error.strerror}", f"{path}: 읽을 수 없습니다: {error.strerror}"
        ) from None

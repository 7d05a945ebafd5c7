"""A folder that is replaced as a whole: readers find the old one or the new one, never a half of either.

The new one is made beside the old one, in `<name>.new`, and put in its place in one step. Whatever ends the process
before that step, even kill -9 or a full disk, leaves the old one as it was; what remains of the new one is cleared
away the next time.
"""

import ctypes
import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dokpamo.errors import BadInput, DokpamoError
from dokpamo.verifying import verify

FULL = ("no space left on device", "disk is full", "disk quota exceeded")
"""By these words the libraries that write files tell that the disk is full."""

CLUTTER = (".DS_Store", "Thumbs.db")
"""What systems leave in folders that somebody looked at."""

BESIDE = ("dokpamo.sqlite-", "dokpamo.duckdb")
"""What is in no list of hashes: the DuckDB file, and what databases keep beside them while somebody has them open."""

OLD = "old"
RENAME_EXCHANGE = 2
AT_FDCWD = -100


class CannotPublish(DokpamoError):
    """The folder can't be replaced; it is as it was."""


@contextmanager
def replaced(target: Path) -> Iterator[Path]:
    """Give an empty folder to write into; at the end it takes the target's place.

    Raises `CannotPublish` where another build is at work, where the target holds what no build has made, and where
    the disk is full or can't be written.
    """
    target = target.resolve()
    with _told(target), _workshop(target) as place:
        _restore(place, target)
        _refuse_foreign(target)
        _clear(place)
        fresh = place / str(os.getpid())  # a name of its own: what an ended build left running finds its folder gone
        fresh.mkdir()
        yield fresh
        _put(fresh, target, place)


@contextmanager
def _workshop(target: Path) -> Iterator[Path]:
    """Give the folder beside the target in which one build at a time is at work; it goes at the end."""
    place = target.with_name(f"{target.name}.new")
    if place.exists() and not _is_workshop(place):
        raise CannotPublish(
            f"{place} is in the way, where a build works: move it away",
            f"빌드가 작업할 자리에 {place}이(가) 있습니다. 옮기세요",
        )
    place.mkdir(parents=True, exist_ok=True)
    with _locked(place) as is_ours:
        if not is_ours:
            raise CannotPublish(
                f"another build is writing {target} just now: wait for its end, then build again",
                f"다른 빌드가 지금 {target}에 쓰고 있습니다. 끝난 뒤 다시 빌드하세요",
            )
        try:
            yield place
        finally:
            _restore(place, target)
            shutil.rmtree(place, ignore_errors=True)


def _is_workshop(place: Path) -> bool:
    """Say whether a folder holds nothing but what builds leave in it when they are ended."""
    return place.is_dir() and all(part.name.isdigit() or part.name == OLD for part in place.iterdir())


@contextmanager
def _locked(place: Path) -> Iterator[bool]:
    """Lock a folder and say whether it could be; the system itself lifts the lock when the process ends."""
    if os.name != "posix":  # Windows has no locks on folders
        yield True
        return
    import fcntl

    handle = os.open(place, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield place.exists()  # it has gone if another build has just ended
    except BlockingIOError:
        yield False
    finally:
        os.close(handle)


def _put(fresh: Path, target: Path, place: Path) -> None:
    """Put the new folder in the target's place: in one step where the system can, else in two."""
    if not target.exists():
        fresh.rename(target)
    elif not _exchanged(fresh, target):
        target.rename(place / OLD)
        fresh.rename(target)


def _exchanged(one: Path, other: Path) -> bool:
    """Let two folders change places at once; return False where the system can't."""
    exchange = getattr(ctypes.CDLL(None), "renameat2", None) if os.name == "posix" else None
    if exchange is None:
        return False
    return int(exchange(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE)) == 0


def _restore(place: Path, target: Path) -> None:
    """Bring the old folder back if a build was ended between the two steps of a system that needs two."""
    if not target.exists() and (place / OLD).is_dir():
        (place / OLD).rename(target)


def _refuse_foreign(target: Path) -> None:
    """Raise `CannotPublish` if the target is no folder, or holds a file that no build has made."""
    if target.exists() and not target.is_dir():
        raise CannotPublish(
            f"{target} is a file: move it away, or name another folder with --dist",
            f"{target}은(는) 파일입니다. 옮기거나 --dist로 다른 폴더를 지정하세요",
        )
    foreign = _foreign(target)
    if foreign:
        raise CannotPublish(
            f"{target} holds {foreign}, which no build has made: move it away, or name another folder with --dist",
            f"{target}에 빌드가 만들지 않은 {foreign} 파일이 있습니다. 옮기거나 --dist로 다른 폴더를 지정하세요",
        )


def _foreign(target: Path) -> str | None:
    """Return a file that is not in the target's list of published files, if there is one."""
    files = sorted(file for file in target.rglob("*") if file.is_file() and file.name not in CLUTTER)
    if not files:
        return None
    try:
        added = [one.path for one in verify(target).deviations if one.kind == "added"]
    except BadInput:  # there is no list
        return files[0].relative_to(target).as_posix()
    return next((path for path in added if not Path(path).name.startswith((*CLUTTER, *BESIDE))), None)


@contextmanager
def _told(target: Path) -> Iterator[None]:
    """Tell in a sentence when the disk is full or can't be written."""
    try:
        yield
    except DokpamoError:
        raise
    except Exception as error:
        if is_full(error, target.parent):
            raise CannotPublish(
                f"the disk of {target.parent} is full: make room, then build again",
                f"{target.parent}의 디스크가 가득 찼습니다. 공간을 비운 뒤 다시 빌드하세요",
            ) from error
        if isinstance(error, OSError) and error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR):
            raise CannotPublish(
                f"{target.parent} can't be written ({error.strerror}): name another place with --dist",
                f"{target.parent}에 쓸 수 없습니다({error.strerror}). --dist로 다른 곳을 지정하세요",
            ) from error
        raise


def is_full(error: BaseException, folder: Path) -> bool:
    """Say whether an error comes from a full disk: by its number or words, or since there is no room left."""
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return True
    if any(words in str(error).lower() for words in FULL):
        return True
    return folder.is_dir() and shutil.disk_usage(folder).free < 4096


def _clear(place: Path) -> None:
    for part in place.iterdir():
        shutil.rmtree(part, ignore_errors=True)

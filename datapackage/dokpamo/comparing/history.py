"""The releases of the record, each compared with the one before: what the feed and the list of changes tell."""

from collections.abc import Iterator
from pathlib import Path

from dokpamo.comparing import Diff, compared
from dokpamo.comparing.reading import DESCRIPTOR, Edition, read
from dokpamo.comparing.versions import PREVIOUS
from dokpamo.contract import read_json
from dokpamo.copies import Folder, revision
from dokpamo.errors import BadInput

NOTHING = Edition("", {}, {}, {})
"""What was before the first release."""


def history(folder: Path) -> Iterator[Diff]:
    """Yield what each release changed, from the record in `folder` back to the first.

    The first release opens all its tables, and their rows are not told one by one. Raises `BadInput` where the tag of
    a release before is not in the checkout.
    """
    new = read(Folder(folder.name, folder))
    while previous := new.spec.get(PREVIOUS):
        old = release(str(previous), folder)
        yield compared(old, new)
        new = old
    yield opening(new)


def is_known(folder: Path) -> bool:
    """Say whether the releases before can be looked up: in a checkout, and where there are none."""
    return (folder / ".git").exists() or PREVIOUS not in read_json(folder / DESCRIPTOR)


def opening(new: Edition) -> Diff:
    """Return the first release: every table and view is new."""
    return Diff(NOTHING, new, compared(NOTHING, new).schema, ())


def release(version: str, folder: Path) -> Edition:
    """Return an earlier release from its tag; raise `BadInput` where there is none."""
    copy = revision(f"v{version}", folder)
    if copy is None:
        raise BadInput(
            f"the tag v{version} is not in this checkout: git fetch --tags",
            f"이 저장소에 v{version} 태그가 없습니다: git fetch --tags",
        )
    return read(copy)

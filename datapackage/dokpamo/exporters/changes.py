"""What changed since the release before: changes.csv, a line a cell, and changes.atom, a feed of all releases."""

from collections.abc import Iterator
from pathlib import Path

from dokpamo.comparing.feed import NAME, feed
from dokpamo.comparing.history import history, is_known
from dokpamo.exporters import Publication
from dokpamo.exporters.texts import write_text


def write(publication: Publication) -> Iterator[Path]:
    """Write and yield both; nothing where the releases before can't be looked up, as in an installed package."""
    if not is_known(publication.contract.folder):
        return
    releases = list(history(publication.contract.folder))
    yield write_text(publication.folder / "changes.csv", releases[0].to_csv())
    yield write_text(publication.folder / NAME, feed(releases, publication.base_url))

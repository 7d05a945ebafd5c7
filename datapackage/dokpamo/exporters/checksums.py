"""SHA256SUMS: the hash of every published file, in the form that `sha256sum -c` and `dokpamo verify` read."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from dokpamo.exporters import Distribution, Publication
from dokpamo.exporters.texts import write_text

NAME = "SHA256SUMS"


def write(publication: Publication) -> Iterator[Path]:
    """Write and yield the list; the DuckDB file has its hash beside it, for it differs from build to build."""
    listed = [one for one in publication.distributions if one.is_reproducible]
    yield write_text(publication.folder / NAME, sums(listed))


def sums(distributions: Iterable[Distribution]) -> str:
    """Return one line a file, in the order of their paths."""
    return "".join(f"{one.sha256}  {one.path}\n" for one in sorted(distributions, key=lambda one: one.path))

"""SHA256SUMS: the hash of every published file, in the form that `sha256sum -c` and `dokpamo verify` read.

The site has one of its own, for it is passed on by itself, and the DuckDB file there its hash beside it, too.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from shutil import copyfile

from dokpamo.exporters import Distribution, Publication
from dokpamo.exporters.texts import write_text

NAME = "SHA256SUMS"
SITE, SIDECAR = "site/", "dokpamo.duckdb.sha256"


def write(publication: Publication) -> Iterator[Path]:
    """Write and yield the lists; the DuckDB file has its hash beside it, for it differs from build to build."""
    if any(one.path.startswith(SITE) for one in publication.distributions):
        if (publication.folder / SITE / SIDECAR.removesuffix(".sha256")).exists():
            yield Path(copyfile(publication.folder / SIDECAR, publication.folder / SITE / SIDECAR))
        yield write_text(publication.folder / SITE / NAME, sums(publication.distributions, SITE))
    yield write_text(publication.folder / NAME, sums(publication.distributions))


def sums(distributions: Iterable[Distribution], folder: str = "") -> str:
    """Return one line a file within a folder, in the order of their paths; without what differs from build to build."""
    listed = [one for one in distributions if one.is_reproducible and one.path.startswith(folder)]
    lines = sorted((one.path.removeprefix(folder), one.sha256) for one in listed)
    return "".join(f"{sha256}  {path}\n" for path, sha256 in lines)

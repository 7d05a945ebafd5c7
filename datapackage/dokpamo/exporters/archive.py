"""all.zip: all published so far, with the licence and its own checksums, named as in the folder."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from shutil import copyfile
from stat import S_IFREG
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from dokpamo.exporters import Publication
from dokpamo.exporters.checksums import NAME, sums
from dokpamo.folders import root

MODE = S_IFREG | 0o644
UNIX = 3


def write(publication: Publication) -> Iterator[Path]:
    """Write and yield LICENSE, then all.zip; what differs from build to build stays out of it."""
    licence = publication.folder / "LICENSE"
    copyfile(root() / licence.name, licence)
    yield licence
    file = publication.folder / "all.zip"
    packed = [one for one in publication.distributions if one.is_reproducible]
    contents = {one.path: (publication.folder / one.path).read_bytes() for one in packed}
    contents[NAME] = sums(packed).encode()
    day = date.fromisoformat(publication.contract.day)
    with ZipFile(file, "w") as archive:
        for name, content in sorted(contents.items()):
            archive.writestr(_entry(name, day), content, compresslevel=9)
    yield file


def _entry(name: str, day: date) -> ZipInfo:
    """Return an entry that is the same on every system and at every hour."""
    entry = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, UNIX, MODE << 16
    return entry

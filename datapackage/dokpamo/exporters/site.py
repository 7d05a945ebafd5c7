"""The portal: the record as a static site in Korean and English, with the files that it offers."""

from collections.abc import Iterator
from pathlib import Path

from dokpamo.exporters import Publication


def write(publication: Publication) -> Iterator[Path]:
    """Write and yield every file of `site/`."""
    from dokpamo.portal.site import write as write_site

    yield from write_site(publication)

"""CSV: UTF-8 without byte-order mark, LF, RFC 4180; a table's file equals its seed."""

from collections.abc import Iterator
from pathlib import Path

from dokpamo.exporters import Publication
from dokpamo.rendering.csv import render


def write(publication: Publication) -> Iterator[Path]:
    """Write and yield one file a table and view."""
    for table in publication.contract.all.values():
        file = publication.place(table, "csv")
        file.write_bytes(render(publication.result(table)))
        yield file

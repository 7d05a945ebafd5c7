"""JSON: a file a table or view, an array with one object a row."""

from collections.abc import Iterator
from pathlib import Path

from dokpamo.exporters import Publication
from dokpamo.rendering.json import render


def write(publication: Publication) -> Iterator[Path]:
    """Write and yield one file a table and view."""
    for table in publication.contract.all.values():
        file = publication.place(table, "json")
        file.write_bytes(render(publication.result(table)))
        yield file

"""JSON Lines: a file a table or view, one object a line, for readers that stream."""

from collections.abc import Iterator
from pathlib import Path

from dokpamo.exporters import Publication
from dokpamo.rendering.jsonl import render


def write(publication: Publication) -> Iterator[Path]:
    """Write and yield one file a table and view."""
    for table in publication.contract.all.values():
        file = publication.place(table, "jsonl")
        file.write_bytes(render(publication.result(table)))
        yield file

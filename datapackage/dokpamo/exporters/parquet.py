"""Parquet: typed, zstd-compressed, with title, description and version in the file's metadata."""

from collections.abc import Iterator
from pathlib import Path

from dokpamo.exporters import Publication
from dokpamo.helpers import quoted


def write(publication: Publication) -> Iterator[Path]:
    """Write and yield one file a table and view."""
    for table in publication.contract.all.values():
        file = publication.place(table, "parquet")
        facts = {
            "title": table.text("title"),
            "description": table.text("description"),
            "version": publication.contract.version,
            "license": "CC-BY-4.0",
        }
        metadata = ", ".join(f"{key}: {quoted(value)}" for key, value in facts.items())
        publication.con.execute(
            f"""COPY (FROM published.{table.name}) TO {quoted(file.as_posix())}
            (FORMAT parquet, COMPRESSION zstd, KV_METADATA {{{metadata}}})"""
        )
        yield file

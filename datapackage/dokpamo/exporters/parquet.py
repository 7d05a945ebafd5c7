"""Parquet: typed, zstd-compressed; the file's metadata tell what it holds, in English and Korean.

`title`, `description`, `version` and `license` are texts; `columns` is a JSON object that describes each column. It
stands at the file and not at each field, for there only Arrow's own schema could carry it, and DuckDB writes none. Read
it as `SELECT decode(value) FROM parquet_kv_metadata('teams.parquet') WHERE decode(key) = 'columns'` or
`pyarrow.parquet.read_schema("teams.parquet").metadata[b"columns"]`.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from dokpamo.contract import Table
from dokpamo.exporters import Publication
from dokpamo.exporters.about import about
from dokpamo.helpers import quoted

TOLD = ("title", "title_ko", "description", "description_ko", "labels")
"""What the Table Schema says of a column that the types of Parquet do not."""


def write(publication: Publication) -> Iterator[Path]:
    """Write and yield one file a table and view."""
    for table in publication.contract.all.values():
        file = publication.place(table, "parquet")
        facts = {
            "title": table.text("title"),
            "title_ko": table.text("title", "ko"),
            "description": table.text("description"),
            "description_ko": table.text("description", "ko"),
            "columns": columns(table),
            "version": publication.contract.version,
            "license": about(publication).licence.spdx,
        }
        metadata = ", ".join(f"{key}: {quoted(value)}" for key, value in facts.items())
        publication.con.execute(
            f"""COPY (FROM published.{table.name}) TO {quoted(file.as_posix())}
            (FORMAT parquet, COMPRESSION zstd, KV_METADATA {{{metadata}}})"""
        )
        yield file


def columns(table: Table) -> str:
    """Return a JSON object: what each column and its codes mean."""
    told = {name: {key: field.spec[key] for key in TOLD if key in field.spec} for name, field in table.fields.items()}
    return json.dumps(told, ensure_ascii=False)

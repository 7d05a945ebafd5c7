"""One DuckDB file with tables, keys, comments and views, in a form that DuckDB 1.2 to 2.x and browsers open."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from dokpamo.building import build
from dokpamo.exporters import Publication

STORAGE: dict[str, str | bool | int | float | list[str]] = {
    "storage_compatibility_version": "v1.2.0",
    "default_block_size": 16384,
}
"""The oldest storage in use, and small blocks: the record is small, and a browser reads it over HTTP."""


def write(publication: Publication) -> Iterator[Path]:
    """Write and yield the database, and beside it its hash: the file is the only one whose bytes differ each time."""
    import duckdb

    file = publication.folder / "dokpamo.duckdb"
    file.unlink(missing_ok=True)
    with duckdb.connect(str(file), config=STORAGE) as con:
        build(con, publication.contract, publication.contract.all, comments=True)
        con.execute("CHECKPOINT")
    yield file
    sidecar = file.with_suffix(".duckdb.sha256")
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    sidecar.write_text(f"{digest}  {file.name}\n", encoding="utf-8", newline="\n")
    yield sidecar

"""Parquet, written by DuckDB, with the types of the result."""

import tempfile
from pathlib import Path

from dokpamo.rendering import Result
from dokpamo.rendering.csv import render as as_csv


def render(result: Result, width: int = 0) -> bytes:
    """Return a Parquet file, zstd-compressed."""
    import duckdb

    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as con:
        cells, file = Path(folder) / "cells.csv", Path(folder) / "result.parquet"
        # names may repeat in a user's query, so cells travel by position
        places = [f"c{number}" for number in range(len(result.columns))]
        cells.write_bytes(as_csv(Result(places, result.types, result.rows)))
        columns = ", ".join(f"'{place}': 'VARCHAR'" for place in places)
        casts = ", ".join(
            f'CAST({place} AS {kind}) AS "{name}"'
            for place, kind, name in zip(places, result.types, map(_doubled, result.columns), strict=True)
        )
        con.execute(
            f"""COPY (SELECT {casts} FROM read_csv('{cells.as_posix()}', header = true, auto_detect = false,
            delim = ',', quote = '"', escape = '"', nullstr = '', columns = {{{columns}}}))
            TO '{file.as_posix()}' (FORMAT parquet, COMPRESSION zstd)"""
        )
        return file.read_bytes()


def _doubled(name: str) -> str:
    return name.replace('"', '""')

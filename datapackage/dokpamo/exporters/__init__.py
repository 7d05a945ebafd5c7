"""The record as files: one small module a format, one line here."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from dokpamo import database
from dokpamo.contract import Package, Table, package
from dokpamo.errors import UnknownName

if TYPE_CHECKING:
    import duckdb

FORMATS = ("csv", "parquet", "duckdb", "why", "method")
"""The formats that can be written, each a module of this name with a function `write`."""


@dataclass(frozen=True)
class Publication:
    """What an exporter is given: the contract, a database with all rows in schema `published`, and where to write."""

    contract: Package
    con: "duckdb.DuckDBPyConnection"
    folder: Path

    def place(self, table: Table, suffix: str) -> Path:
        """Return where the file of a table or view stands: `data/teams.csv`, `views/team_status.csv`."""
        file = self.folder / ("views" if table.is_view else "data") / f"{table.name}.{suffix}"
        file.parent.mkdir(parents=True, exist_ok=True)
        return file


def export(
    folder: Path, formats: Iterable[str] | None = None, watch: Callable[[Path], None] = lambda file: None
) -> list[Path]:
    """Write every table and view into `folder` and return the files; `watch` is called with each.

    Formats are those of `FORMATS`; all by default. Raises `UnknownName`.
    """
    wanted = list(formats or FORMATS)
    for name in wanted:
        if name not in FORMATS:
            raise UnknownName("format", name, FORMATS, "형식은")
    contract, files = package(), []
    folder.mkdir(parents=True, exist_ok=True)
    with database.open_database(contract, contract.all) as con:
        _compute(con, contract)
        for file in _written(Publication(contract, con, folder), wanted):
            watch(file)
            files.append(file)
    return files


def _compute(con: "duckdb.DuckDBPyConnection", contract: Package) -> None:
    """Work every table and view out once, into schema `published`, for all formats alike."""
    con.execute("CREATE SCHEMA published")
    for name in contract.all:
        con.execute(f"CREATE TABLE published.{name} AS FROM main.{name}")


def _written(publication: Publication, formats: Iterable[str]) -> Iterator[Path]:
    for name in formats:
        yield from import_module(f"dokpamo.exporters.{name}").write(publication)

"""The record as files: one small module a format, one line here."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from dokpamo import database
from dokpamo.building import work_out
from dokpamo.contract import Package, Table, package
from dokpamo.errors import BadInput, MissingExtra, UnknownName
from dokpamo.exporters.about import data_path
from dokpamo.exporters.addresses import base_of
from dokpamo.exporters.kinds import Kind, kind_of
from dokpamo.rendering import Result, fetch

if TYPE_CHECKING:
    import duckdb

FORMATS = (
    "csv",
    "excel_csv",
    "parquet",
    "json",
    "jsonl",
    "duckdb",
    "sqlite",
    "postgres",
    "xlsx",
    "why",
    "method",
    "figures",
    "changes",
    "datapackage",
    "csvw",
    "citation",
    "zenodo",
    "huggingface",
    "korean_portal",
    "archive",
    "croissant",
    "dcat",
    "schema_org",
    "index",
    "site",
    "checksums",
)
"""The formats that can be written, each a module of this name with a function `write`. The order is that of writing:
those that tell of files (descriptor, catalogues, archive, index) stand after the files they tell of; the checksums
of all files, the site included, last of all."""

NEEDS = {
    "postgres": ("sqlglot",),
    "xlsx": ("xlsxwriter",),
    "method": ("numpy",),
    "figures": ("vl_convert",),
    "citation": ("yaml",),
    "huggingface": ("yaml",),
    "korean_portal": ("xlsxwriter",),
    "site": ("jinja2", "markdown_it"),
}
"""The libraries of the extra `publish` that a format needs; the others do with DuckDB."""

TELLS_OF = {
    "datapackage": "csv",
    "csvw": "csv",
    "huggingface": "parquet",
    "korean_portal": "csv",
    "croissant": "parquet",
}
"""The format without whose files one that tells of files has nothing to tell."""

WHOLE = ("xlsx", "sqlite", "duckdb", "postgres.sql", "zip")
"""The kinds of file that hold the whole record."""


@dataclass(frozen=True)
class Distribution:
    """One published file: where it stands, what it holds, and by which hash a copy is known."""

    path: str
    kind: Kind
    bytes: int
    sha256: str
    table: Table | None = None
    rows: int | None = None

    @property
    def is_reproducible(self) -> bool:
        """Whether the same record gives the same bytes: DuckDB's own files differ, so nothing repeats their hash."""
        return self.kind.suffix not in ("duckdb", "sha256")


@dataclass(frozen=True)
class Publication:
    """What an exporter is given: the contract, a database with all rows in schema `published`, and where to write.

    `base_url` is the address that the folder will have, with a slash at its end; empty where that is not known, and
    then addresses are relative to the folder. `distributions` are the files written so far.
    """

    contract: Package
    con: "duckdb.DuckDBPyConnection"
    folder: Path
    base_url: str = ""
    distributions: list[Distribution] = field(default_factory=list)
    _results: dict[str, Result] = field(init=False, repr=False, default_factory=dict)

    def place(self, table: Table, suffix: str) -> Path:
        """Return where the file of a table or view stands: `data/teams.csv`, `views/team_status.csv`."""
        file = self.folder / data_path(table, suffix)
        file.parent.mkdir(parents=True, exist_ok=True)
        return file

    def address(self, path: str) -> str:
        """Return the address of a published file, relative to the folder where the folder's own is not known.

        >>> from dokpamo.contract import package
        >>> Publication(package(), None, Path("dist"), "https://example.org/").address("data/teams.csv")
        'https://example.org/data/teams.csv'
        """
        return self.base_url + quote(path)

    @property
    def home(self) -> str:
        """The address of the folder itself."""
        return self.base_url or "./"

    @cached_property
    def first_day(self) -> str:
        """The first day that the record tells of."""
        found = self.con.execute("SELECT min(occurred_on) FROM published.events").fetchone()
        return str(found[0]) if found else self.contract.day

    def result(self, table: Table) -> Result:
        """Return the rows of a table or view, fetched once for all formats."""
        if table.name not in self._results:
            self._results[table.name] = fetch(self.con, f"FROM published.{table.name}")
        return self._results[table.name]

    def rows(self, table: Table) -> int:
        """Return how many rows a table or view has."""
        return len(self.result(table).rows)

    def of(self, table: Table) -> list[Distribution]:
        """Return the files of a table or view, in the order of writing."""
        return [file for file in self.distributions if file.table is table]

    def whole(self) -> list[Distribution]:
        """Return the files that hold the whole record."""
        return [file for file in self.distributions if "/" not in file.path and file.kind.suffix in WHOLE]

    def note(self, file: Path) -> None:
        """Enter a written file among the distributions."""
        content, kind = file.read_bytes(), kind_of(file)
        name = file.name.removesuffix(f".{kind.suffix}")
        table = self.contract.all.get(name) if file.parent.name in ("data", "views") else None
        self.distributions.append(
            Distribution(
                file.relative_to(self.folder).as_posix(),
                kind,
                len(content),
                hashlib.sha256(content).hexdigest(),
                table,
                self.rows(table) if table else None,
            )
        )


def export(
    folder: Path,
    formats: Iterable[str] | None = None,
    watch: Callable[[Path], None] = lambda file: None,
    base_url: str = "",
) -> list[Path]:
    """Write every table and view into `folder` and return the files; `watch` is called with each.

    Formats are those of `FORMATS`; by default all that the installed libraries can write. Raises `UnknownName`,
    `MissingExtra` for a format that was asked for and needs a library that isn't there, and `BadInput` where no folder
    can be made or `base_url` is no address.
    """
    names, files, base_url = wanted(formats), [], base_of(base_url)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInput(
            f"{folder}: no folder can be made here: {error.strerror}",
            f"{folder}: 폴더를 만들 수 없습니다: {error.strerror}",
        ) from None
    with opened(package(), folder, base_url) as publication:
        for file in _all_written(publication, names):
            publication.note(file)
            watch(file)
            files.append(file)
    return files


@contextmanager
def opened(contract: Package, folder: Path, base_url: str = "") -> Iterator[Publication]:
    """Open a publication: every table and view is worked out once, into schema `published`, for all formats alike."""
    with database.open_database(contract, contract.all) as con:
        work_out(con, contract, "published")
        yield Publication(contract, con, folder, base_url)


def wanted(formats: Iterable[str] | None) -> list[str]:
    """Return the formats to write, in their order: those asked for and those they tell of, or all that can be."""
    if not formats:
        return [name for name in FORMATS if not _missing(name)]
    names = set()
    for name in formats:
        if name not in FORMATS:
            raise UnknownName("format", name, FORMATS, "형식은")
        for library in _missing(name):
            raise MissingExtra(library, "publish")
        names |= {name, TELLS_OF.get(name, name)}
    return [name for name in FORMATS if name in names]


def _missing(name: str) -> list[str]:
    """Return the libraries that a format needs and that aren't installed."""
    return [library for library in NEEDS.get(name, ()) if find_spec(library) is None]


def _all_written(publication: Publication, names: list[str]) -> Iterator[Path]:
    """Write formats in their order, the slow ones beside the rest."""
    from dokpamo.exporters.slow import SLOW, started

    slow = [name for name in names if name in SLOW]
    if not slow or slow == names:
        yield from written(publication, names)
        return
    with started(publication, slow) as answer:
        at = names.index(slow[0])
        yield from written(publication, names[:at])
        yield from map(Path, answer.result())
    yield from written(publication, [name for name in names[at:] if name not in SLOW])


def written(publication: Publication, names: Iterable[str]) -> Iterator[Path]:
    """Write formats one after the other, and yield the files."""
    for name in names:
        yield from import_module(f"dokpamo.exporters.{name}").write(publication)

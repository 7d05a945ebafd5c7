"""Seeds as text: every cell as it was typed, with its line, and what is damaged about the file.

No cell holds a line break, so a row is a line: what is found in row i stands in one line of the file.
"""

import csv
import io
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dokpamo.checking.damage import cleaned, in_utf_8, is_plain, mended, sound_line
from dokpamo.checking.findings import Finding
from dokpamo.checking.sentences import sentence
from dokpamo.contract import Table
from dokpamo.errors import close_names

if TYPE_CHECKING:
    import polars as pl

Source = bytes | Path
"""A seed as it can be read: where it lies, or what has been made of its bytes."""


@dataclass
class Seed:
    """One seed as text, by the columns of its Table Schema; a column that the file lacks is absent."""

    table: Table
    file: str
    path: Path
    frame: "pl.DataFrame"
    lines: "pl.Series | None" = None
    findings: list[Finding] = field(default_factory=list)

    def line(self, row: int) -> int:
        """Return the line of a row; the header is line 1."""
        return row + 2 if self.lines is None else int(self.lines[row])

    def row(self, line: int) -> int | None:
        """Return the row that stands in a line."""
        row = line - 2 if self.lines is None else int(self.lines.search_sorted(line))
        return row if 0 <= row < self.frame.height and self.line(row) == line else None

    def cell(self, row: int, column: str) -> str:
        """Return a cell as typed, an empty one as empty text."""
        return str(self.frame[column][row] or "")

    @property
    def header(self) -> str:
        """The header that the file must have."""
        return ",".join(self.table.columns)

    @cached_property
    def keys(self) -> list[str]:
        """The primary keys, each once."""
        return self.frame[self.table.key].drop_nulls().unique(maintain_order=True).to_list() if self.has_key else []

    @property
    def has_key(self) -> bool:
        return self.table.key in self.frame.columns

    @property
    def is_damaged(self) -> bool:
        return bool(self.findings)

    def find(self, kind: str, line: int | None = None, column: str | None = None, **values: Any) -> None:
        """Note a structural finding."""
        en, ko = sentence(kind, column=column, **values)
        self.findings.append(Finding(self.file, line, column, kind, en, ko, ("structure",)))


def read_seed(table: Table, folder: Path) -> Seed:
    """Return a seed as text. Damage becomes findings, and what can be read is read on."""
    import polars as pl

    file = str(table.path)
    seed = Seed(table, file, folder / file, pl.DataFrame())
    if not seed.path.is_file():
        seed.find("missing-file")
        return seed
    source: Source = seed.path if is_plain(seed.path) else cleaned(seed, seed.path.read_bytes())
    try:
        is_sound = _is_sound(source)
    except pl.exceptions.ComputeError:  # the bytes are no UTF-8
        source = in_utf_8(seed, _bytes(source))
        is_sound = _is_sound(source)
    first = _first_line(source)
    if not first:
        seed.find("empty-file", wanted=seed.header)
        return seed
    header = _header(seed, first)
    seed.frame = _frame(seed, header, source if is_sound else mended(seed, _bytes(source), len(header)))
    return seed


def _bytes(source: Source) -> bytes:
    return source if isinstance(source, bytes) else source.read_bytes()


def _first_line(source: Source) -> str:
    with io.BytesIO(source) if isinstance(source, bytes) else source.open("rb") as lines:
        return lines.readline().decode(errors="replace").removesuffix("\n")


def _is_sound(source: Source) -> bool:
    """Say whether every line parses into as many cells as the header; streamed, for a file can be long."""
    import polars as pl

    width = len(next(csv.reader([_first_line(source)]), []))
    lines = pl.scan_lines(io.BytesIO(source) if isinstance(source, bytes) else source, glob=False)
    return width > 0 and bool(lines.select(sound_line(width).all()).collect(engine="streaming").item())


def _header(seed: Seed, line: str) -> list[str]:
    """Return the header with a renamed column under its right name; note what is missing, extra or twice."""
    header = next(csv.reader([line]), [])
    wanted = seed.table.columns
    for name in dict.fromkeys(name for name in header if header.count(name) > 1):
        seed.find("duplicate-column", 1, name, count=header.count(name))
    missing = [name for name in wanted if name not in header]
    for at, name in enumerate(header):
        if name in wanted:
            continue
        near = close_names(name, missing, 1)
        if near:
            seed.find("renamed-column", 1, name, wanted=near[0])
            header[at] = near[0]
            missing.remove(near[0])
        else:
            seed.find("extra-column", 1, name, schema=f"schemas/{seed.table.name}.json")
    for name in missing:
        seed.find("missing-column", 1, name, wanted=seed.header)
    if sorted(header) == sorted(wanted) and header != wanted:
        seed.find("column-order", 1, wanted=seed.header)
    return header


def _frame(seed: Seed, header: list[str], source: Source) -> "pl.DataFrame":
    """Return the cells as text, an empty cell as null, in the order of the schema."""
    import polars as pl

    names = [name if header.index(name) == at else f"{name}/{at}" for at, name in enumerate(header)]
    schema = dict.fromkeys(names, pl.String)
    try:
        # by `null_values` a quoted empty cell is as empty as any other
        frame = pl.read_csv(source, has_header=False, skip_lines=1, schema=schema, null_values=[""], glob=False)
    except pl.exceptions.NoDataError:
        frame = pl.DataFrame(schema=schema)
    return frame.select(name for name in seed.table.columns if name in names)

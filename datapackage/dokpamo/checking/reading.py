"""Seeds as text: every cell as it was typed, with its line, and what is damaged about the file.

No cell holds a line break, so a row is a line: what is found in row i stands in one line of the file.
"""

import csv
import io
import re
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dokpamo.checking.findings import Finding
from dokpamo.checking.sentences import sentence
from dokpamo.contract import Table
from dokpamo.errors import close_names

if TYPE_CHECKING:
    import polars as pl

CELL = r'(?:[^",]*|"[^"]*(?:""[^"]*)*")'
LONGEST_CELL = 20
"""How many lines a cell with line breaks is looked for; beyond that a quote is simply broken."""


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
    try:
        raw = seed.path.read_bytes()
    except (FileNotFoundError, IsADirectoryError):
        seed.find("missing-file")
        return seed
    raw = _cleaned(seed, raw)
    try:
        is_sound = _is_sound(raw)
    except pl.exceptions.ComputeError:  # the bytes are no UTF-8
        raw = _from_another_encoding(seed, raw)
        is_sound = _is_sound(raw)
    if not _first_line(raw):
        seed.find("empty-file", wanted=seed.header)
        return seed
    header = _header(seed, _first_line(raw))
    seed.frame = _frame(seed, header, raw if is_sound else _mended(seed, raw, len(header)))
    return seed


def _cleaned(seed: Seed, raw: bytes) -> bytes:
    """Return the bytes without mark, NUL and carriage returns, noting each of them."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        seed.find("utf-16")
        raw = raw.decode("utf-16", errors="replace").encode()
    if raw.startswith(b"\xef\xbb\xbf"):
        seed.find("byte-order-mark", 1)
        raw = raw[3:]
    if b"\0" in raw:
        for line in [number for number, line in enumerate(raw.split(b"\n"), 1) if b"\0" in line]:
            seed.find("nul", line)
        raw = raw.replace(b"\0", b"")
    if b"\r" in raw:
        seed.find("line-ending")
        raw = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return raw


def _first_line(raw: bytes) -> str:
    return raw[: raw.find(b"\n")].decode(errors="replace") if b"\n" in raw else raw.decode(errors="replace")


def _is_sound(raw: bytes) -> bool:
    """Say whether every line parses into as many cells as the header; streamed, for a file can be long."""
    import polars as pl

    width = len(next(csv.reader([_first_line(raw)]), []))
    lines = pl.scan_lines(io.BytesIO(raw))
    return width > 0 and bool(lines.select(_sound_line(width).all()).collect(engine="streaming").item())


def _sound_line(width: int) -> "pl.Expr":
    import polars as pl

    line = pl.col("line")
    return line.str.contains(rf"^{CELL}(?:,{CELL}){{{width - 1}}}$") & (line != "")


def _from_another_encoding(seed: Seed, raw: bytes) -> bytes:
    try:
        text, kind = raw.decode("cp949"), "cp949"
    except UnicodeDecodeError:
        text, kind = raw.decode(errors="replace"), "encoding"
    seed.find(kind, next(n for n, line in enumerate(raw.split(b"\n"), 1) if not _is_utf8(line)))
    return text.encode()


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


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


def _mended(seed: Seed, raw: bytes, width: int) -> bytes:
    """Return header and readable rows, ragged ones cut or filled to the header's width, remembering their lines."""
    import polars as pl

    lines = pl.read_lines(io.BytesIO(raw))
    damaged = lines.select(~_sound_line(width)).to_series().arg_true().to_list()
    lost, mended = _mended_rows(seed, lines["line"], dict.fromkeys(at for at in damaged if at > 0), width)
    is_kept = pl.repeat(True, lines.height, eager=True).scatter(lost, False)
    seed.lines = is_kept.arg_true().slice(1) + 1
    text = lines["line"].scatter(list(mended), list(mended.values())).filter(is_kept)
    return str(text.str.join("\n").item()).encode()


def _mended_rows(
    seed: Seed, lines: "pl.Series", damaged: Collection[int], width: int
) -> tuple[list[int], dict[int, str]]:
    """Return the lines that can't be read, and what others become; note what is damaged about each."""
    lost: list[int] = []
    mended: dict[int, str] = {}
    for at in damaged:
        if lost and at <= lost[-1]:
            continue  # it is part of the row before
        cells, end = _joined(lines, at, damaged)
        if cells is None:
            seed.find("broken-quote" if lines[at] else "blank-line", at + 1)
            lost.append(at)
            continue
        if end > at + 1:
            seed.find("line-break", at + 1, last=end)
        if len(cells) != width:
            seed.find("ragged-row", at + 1, count=len(cells), wanted=width)
        lost += range(at + 1, end)
        mended[at] = ",".join((cells + [""] * width)[:width])
    return lost, mended


def _joined(lines: "pl.Series", at: int, damaged: Collection[int]) -> tuple[list[str] | None, int]:
    """Return the cells of a damaged line, joined with those after it that a line break may have cut off."""
    for end in range(at + 1, at + LONGEST_CELL + 1):
        cells = _cells(" ".join(lines[at:end].to_list()))
        if cells or not lines[at] or end not in damaged:
            return cells, end
    return None, at + 1


def _cells(line: str) -> list[str] | None:
    """Return the cells of a line as they are quoted there; None if it is blank or its quotes don't match."""
    if not line or not re.fullmatch(rf"{CELL}(?:,{CELL})*", line):
        return None
    return re.findall(rf"(?:^|(?<=,)){CELL}(?=,|$)", line)


def _frame(seed: Seed, header: list[str], text: bytes) -> "pl.DataFrame":
    """Return the cells as text, an empty cell as null, in the order of the schema."""
    import polars as pl

    names = [name if header.index(name) == at else f"{name}/{at}" for at, name in enumerate(header)]
    schema = dict.fromkeys(names, pl.String)
    try:
        frame = pl.read_csv(text, has_header=False, skip_lines=1, schema=schema)
    except pl.exceptions.NoDataError:
        frame = pl.DataFrame(schema=schema)
    shown = [name for name in seed.table.columns if name in names]
    return frame.select(pl.when(pl.col(name) != "").then(pl.col(name)).alias(name) for name in shown)

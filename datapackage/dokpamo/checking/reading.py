"""Seeds as text: every cell as it was typed, with its line, and what is damaged about the file.

No cell holds a line break, so a row is a line: what is found in row i stands in one line of the file.
"""

import csv
import io
import re
from bisect import bisect_left
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
    lines: list[int] | None = None
    findings: list[Finding] = field(default_factory=list)

    def line(self, row: int) -> int:
        """Return the line of a row; the header is line 1."""
        return self.lines[row] if self.lines else row + 2

    def row(self, line: int) -> int | None:
        """Return the row that stands in a line."""
        row = bisect_left(self.lines, line) if self.lines else line - 2
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
    text, lines = _lines(seed, _cleaned(seed, raw))
    if lines is None:
        seed.find("empty-file", wanted=seed.header)
        return seed
    header = _header(seed, str(lines[0]))
    sound = _sound(seed, text, lines, len(header))
    del lines  # as large as the file itself
    seed.frame = _frame(seed, header, sound)
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


def _lines(seed: Seed, raw: bytes) -> "tuple[bytes, pl.Series | None]":
    """Return the bytes in UTF-8 and their lines; None if there is not even a header."""
    import polars as pl

    try:
        lines = pl.read_lines(io.BytesIO(raw))["line"]
    except pl.exceptions.ComputeError:  # the bytes are no UTF-8
        raw = _from_another_encoding(seed, raw)
        lines = pl.read_lines(io.BytesIO(raw))["line"]
    return raw, lines if len(lines) and lines[0] else None


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


def _sound(seed: Seed, text: bytes, lines: "pl.Series", width: int) -> bytes:
    """Return header and rows that parse; note blank lines, broken quotes and rows with too few or many cells."""
    row = rf"^{CELL}(?:,{CELL}){{{width - 1}}}$"
    is_sound = lines.str.contains(row) & (lines != "")
    is_sound[0] = True
    return text if is_sound.all() else _mended(seed, lines.to_list(), is_sound.to_list(), width)


def _mended(seed: Seed, lines: list[str], is_sound: list[bool], width: int) -> bytes:
    """Return the readable rows, ragged ones cut or filled to the header's width, remembering their lines."""
    kept = [lines[0]]
    seed.lines = []
    at = 1
    while at < len(lines):
        end = at + 1
        row = lines[at] if is_sound[at] else None
        if row is None and lines[at] == "":
            seed.find("blank-line", at + 1)
        elif row is None:
            row, end = _mended_row(seed, lines, at, is_sound, width)
        if row is not None:
            kept.append(row)
            seed.lines.append(at + 1)
        at = end
    return ("\n".join(kept) + "\n").encode()


def _mended_row(seed: Seed, lines: list[str], at: int, is_sound: list[bool], width: int) -> tuple[str | None, int]:
    """Return a damaged row as far as it can be read, and where the next begins."""
    for end in range(at + 1, min(at + LONGEST_CELL, len(lines)) + 1):
        if is_sound[end - 1]:
            break  # a row of its own, no part of a broken cell
        cells = _cells(" ".join(lines[at:end]))
        if cells:
            if end > at + 1:
                seed.find("line-break", at + 1, last=end)
            if len(cells) != width:
                seed.find("ragged-row", at + 1, count=len(cells), wanted=width)
            return ",".join((cells + [""] * width)[:width]), end
    seed.find("broken-quote", at + 1)
    return None, at + 1


def _cells(line: str) -> list[str] | None:
    """Return the cells of a line as they are quoted there, or None if the quotes don't match."""
    return re.findall(rf"(?:^|(?<=,)){CELL}(?=,|$)", line) if re.fullmatch(rf"{CELL}(?:,{CELL})*", line) else None


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

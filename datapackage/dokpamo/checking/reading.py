"""Seeds as text: every cell as it was typed, with its line, and what is damaged about the file.

No cell holds a line break, so a row is a line: what is found in row i stands in one line of the file.
"""

import csv
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dokpamo.checking.findings import Finding
from dokpamo.checking.sentences import meant, sentence
from dokpamo.contract import Table
from dokpamo.errors import close_names

if TYPE_CHECKING:
    import polars as pl

QUOTED_CELL = r'"(?:[^"]|"")*"'
SOUND_LINE = rf'^(?:[^",]*|{QUOTED_CELL})(?:,(?:[^",]*|{QUOTED_CELL}))*$'


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

    def cell(self, row: int, column: str) -> str:
        return str(self.frame[column][row] or "")

    @cached_property
    def row_of(self) -> dict[str, int]:
        """The first row of each primary key."""
        if self.table.key not in self.frame.columns:
            return {}
        keys = self.frame[self.table.key].to_list()
        return {key: row for row, key in reversed(list(enumerate(keys)))}

    @property
    def is_damaged(self) -> bool:
        return bool(self.findings)

    def find(self, kind: str, line: int | None = None, column: str | None = None, **values: Any) -> None:
        """Note a structural finding."""
        hint = values.pop("hint", ("", ""))
        en, ko = sentence(kind, column=column, **values)
        self.findings.append(Finding(self.file, line, column, kind, en, ko, ("structure",), *hint))


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
    text = _decoded(seed, raw)
    if not text.strip():
        seed.find("empty-file")
        return seed
    head, _, body = text.partition(b"\n")
    header = _header(seed, head.decode())
    sound = _sound_rows(seed, body, len(header))
    seed.frame = _frame(seed, header, sound)
    return seed


def _decoded(seed: Seed, raw: bytes) -> bytes:
    """Return the bytes as UTF-8 without mark, NUL and carriage returns, noting each of them."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        seed.find("encoding", encoding="UTF-16")
        raw = raw.decode("utf-16", errors="replace").encode()
    if raw.startswith(b"\xef\xbb\xbf"):
        seed.find("byte-order-mark", 1)
        raw = raw[3:]
    try:
        raw.decode()
    except UnicodeDecodeError as error:
        raw = _from_another_encoding(seed, raw, error)
    if b"\0" in raw:
        for line in [number for number, line in enumerate(raw.split(b"\n"), 1) if b"\0" in line]:
            seed.find("nul", line)
        raw = raw.replace(b"\0", b"")
    if b"\r" in raw:
        seed.find("line-ending")
        raw = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return raw


def _from_another_encoding(seed: Seed, raw: bytes, error: UnicodeDecodeError) -> bytes:
    try:
        text, encoding = raw.decode("cp949"), "CP949"
    except UnicodeDecodeError:
        text, encoding = raw.decode(errors="replace"), "in an unknown encoding"
    seed.find("encoding", raw.count(b"\n", 0, error.start) + 1, encoding=encoding)
    return text.encode()


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
        seed.find("missing-column", 1, name, hint=meant([]))
    if sorted(header) == sorted(wanted) and header != wanted:
        seed.find("column-order", 1, wanted=", ".join(wanted))
    return header


def _sound_rows(seed: Seed, body: bytes, width: int) -> bytes:
    """Return the rows that parse; note blank lines, broken quotes and rows with too few or many cells."""
    import polars as pl

    if not body:
        return body
    options: dict[str, Any] = {"has_header": False, "infer_schema": False, "quote_char": None}
    lines = pl.read_csv(body, separator="\x01", new_columns=["line"], truncate_ragged_lines=True, **options)["line"]
    quoted = lines.str.contains('"', literal=True)
    commas = (
        pl.DataFrame({"line": lines, "quoted": quoted})
        .select(
            pl.when("quoted")
            .then(pl.col("line").str.replace_all(QUOTED_CELL, ""))
            .otherwise("line")
            .str.count_matches(",", literal=True)
        )
        .to_series()
    )
    broken = quoted & ~lines.str.contains(SOUND_LINE)
    damaged = (lines.is_null() | broken | (commas != width - 1)).fill_null(True)
    if not damaged.any():
        return body
    return _mended(seed, lines.to_list(), broken.fill_null(False).to_list(), damaged.to_list(), width)


def _mended(seed: Seed, lines: list[str | None], broken: list[bool], damaged: list[bool], width: int) -> bytes:
    """Return the readable rows, ragged ones cut or filled to the header's width, remembering their lines."""
    kept: list[str] = []
    seed.lines = []
    for number, (line, is_broken, is_damaged) in enumerate(zip(lines, broken, damaged, strict=True), 2):
        if line is None:
            seed.find("blank-line", number)
        elif is_broken:
            seed.find("broken-quote", number)
        else:
            kept.append(_ragged(seed, number, line, width) if is_damaged else line)
            seed.lines.append(number)
    return ("\n".join(kept) + "\n").encode() if kept else b""


def _ragged(seed: Seed, number: int, line: str, width: int) -> str:
    cells = re.findall(rf"(?:^|,)({QUOTED_CELL}|[^\",]*)", line)
    seed.find("ragged-row", number, count=len(cells), wanted=width)
    return ",".join((cells + [""] * width)[:width])


def _frame(seed: Seed, header: list[str], body: bytes) -> "pl.DataFrame":
    """Return the cells as text, an empty cell as null, in the order of the schema."""
    import polars as pl

    names = [name if header.index(name) == at else f"{name}/{at}" for at, name in enumerate(header)]
    schema = dict.fromkeys(names, pl.String)
    if not body:
        frame = pl.DataFrame(schema=schema)
    else:
        frame = pl.read_csv(body, has_header=False, schema=schema)
    shown = [name for name in seed.table.columns if name in names]
    return frame.select(pl.when(pl.col(name) != "").then(pl.col(name)).alias(name) for name in shown)

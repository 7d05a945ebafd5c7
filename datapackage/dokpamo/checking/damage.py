"""Damage in the bytes and lines of a seed: noted, and mended as far as it can be read."""

import io
import mmap
import re
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

    from dokpamo.checking.reading import Seed

CELL = r'(?:[^",]*|"[^"]*(?:""[^"]*)*")'
LONGEST_CELL = 20
"""How many lines a cell with line breaks is looked for; beyond that a quote is simply broken."""


def is_plain(path: Path) -> bool:
    """Say whether a file holds neither marks nor NUL nor carriage returns; it is not copied for that."""
    with path.open("rb") as file:
        if not path.stat().st_size:
            return True
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as raw:
            marked = raw[:3].startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf"))
            return not marked and raw.find(b"\0") < 0 and raw.find(b"\r") < 0


def cleaned(seed: "Seed", raw: bytes) -> bytes:
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


def in_utf_8(seed: "Seed", raw: bytes) -> bytes:
    """Return bytes of another encoding as UTF-8, noting which it seems to be."""
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


def sound_line(width: int) -> "pl.Expr":
    """Return whether a line parses into so many cells."""
    import polars as pl

    line = pl.col("line")
    return line.str.contains(rf"^{CELL}(?:,{CELL}){{{width - 1}}}$") & (line != "")


def mended(seed: "Seed", raw: bytes, width: int) -> bytes:
    """Return header and readable rows, ragged ones cut or filled to the header's width, remembering their lines."""
    import polars as pl

    lines = pl.read_lines(io.BytesIO(raw))
    damaged = lines.select(~sound_line(width)).to_series().arg_true().to_list()
    lost, mended = _mended_rows(seed, lines["line"], dict.fromkeys(at for at in damaged if at > 0), width)
    is_kept = pl.repeat(True, lines.height, eager=True).scatter(lost, False)
    seed.lines = is_kept.arg_true().slice(1) + 1
    text = lines["line"].scatter(list(mended), list(mended.values())).filter(is_kept)
    return str(text.str.join("\n").item()).encode()


def _mended_rows(
    seed: "Seed", lines: "pl.Series", damaged: Collection[int], width: int
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

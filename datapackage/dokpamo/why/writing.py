"""A page's blocks set as plain text or as Markdown; what they say is decided in `telling`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dokpamo.rendering.table import places


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere; `url` may be unknown."""

    text: str
    url: str | None


Line = str | tuple[str | Link, ...]


@dataclass(frozen=True)
class Heading:
    """A title; level 1 is the page's own."""

    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """One line of prose."""

    line: Line


@dataclass(frozen=True)
class Item:
    """One thing in a list, its first line the thing itself; `depth` 1 stands under the item before it."""

    lines: tuple[Line, ...]
    depth: int = 0


@dataclass(frozen=True)
class Table:
    """A small table."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Paragraph | Item | Table

UNDERLINES = {1: "=", 2: "-", 3: "~", 4: "·"}


def as_text(blocks: Iterable[Block], width: int | None) -> str:
    """Return blocks as plain text, wrapped to `width` places if there is one; links stand as their words."""
    lines: list[str] = []
    before: Block | None = None
    for block in blocks:
        if before is not None and not (isinstance(before, Item) and isinstance(block, Item) and len(block.lines) == 1):
            lines.append("")
        lines += _text_lines(block, width)
        before = block
    return "\n".join(lines) + "\n"


def _text_lines(block: Block, width: int | None) -> Iterator[str]:
    if isinstance(block, Heading):
        title = block.text if block.level < 5 else f"▪ {block.text}"
        yield from _wrapped(title, width, "", "  ")
        if block.level in UNDERLINES:
            yield UNDERLINES[block.level] * min(places(title), width or 100)
    elif isinstance(block, Paragraph):
        yield from _wrapped(_words(block.line), width, "", "")
    elif isinstance(block, Item):
        indent = "    " * block.depth
        first, *others = map(_words, block.lines)
        yield from _wrapped(first, width, f"{indent}  ", f"{indent}    ")
        for line in others:
            yield from _wrapped(line, width, f"{indent}    ", f"{indent}    ")
    else:
        sizes = [max(map(places, column)) for column in zip(block.header, *block.rows, strict=True)]
        for row in (block.header, tuple("─" * size for size in sizes), *block.rows):
            cells = (cell + " " * (size - places(cell)) for cell, size in zip(row, sizes, strict=True))
            yield "  ".join(cells).rstrip()


def _words(line: Line) -> str:
    parts = (line,) if isinstance(line, str) else line
    return "".join(part if isinstance(part, str) else part.text for part in parts)


def _wrapped(text: str, width: int | None, first: str, then: str) -> Iterator[str]:
    """Yield a text in lines of at most `width` places, broken at blanks; hangul takes two places."""
    line = first
    for word in text.split(" "):
        fits = width is None or places(line) + places(word) + 1 <= width
        if line in (first, then) or fits:
            line += word if line in (first, then) else f" {word}"
        else:
            yield line
            line = then + word
    yield line


def as_markdown(blocks: Iterable[Block]) -> str:
    """Return blocks as Markdown (GitHub's, for the tables)."""
    out: list[str] = []
    before: Block | None = None
    for block in blocks:
        if before is not None and not (isinstance(before, Item) and isinstance(block, Item)):
            out.append("")
        out += _markdown_lines(block)
        before = block
    return "\n".join(out) + "\n"


def _markdown_lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'#' * block.level} {_escaped(block.text)}"
    elif isinstance(block, Paragraph):
        yield _marked(block.line)
    elif isinstance(block, Item):
        indent = "    " * block.depth
        first, *others = map(_marked, block.lines)
        lines = [f"**{first}**" if others else first, *others]
        # two blanks at the end of a line keep the next one apart, everywhere
        yield f"{indent}- " + f"  \n{indent}  ".join(lines)
    else:
        for row in (block.header, ("---",) * len(block.header), *block.rows):
            yield "| " + " | ".join(cell if cell == "---" else _escaped(cell) for cell in row) + " |"


def _marked(line: Line) -> str:
    parts = (line,) if isinstance(line, str) else line
    return "".join(
        _escaped(part)
        if isinstance(part, str)
        else f"[{_escaped(part.text)}](<{part.url}>)"
        if part.url
        else _escaped(part.text)
        for part in parts
    )


def _escaped(text: str) -> str:
    """Return a text whose signs Markdown leaves alone; an underscore inside a word needs no help."""
    text = re.sub(r"([\\`*\[\]<>|~]|(?<!\w)_|_(?!\w))", r"\\\1", text)
    return re.sub(r"^(\d*)([-+#.)])(?=\s)", r"\1\\\2", text)  # at the start it would begin a list or a title

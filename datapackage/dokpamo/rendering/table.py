"""A table for the terminal: as wide as the window, hangul counted double, long texts cut."""

import unicodedata

from dokpamo.rendering import Result, plain

GAP = 2
COMFORT = 24
"""Texts are cut to so many places at first; where the window is too narrow for that, minor columns go."""

TIGHT = 14
"""And to no fewer than these: what then doesn't fit is named below the table instead."""

LONGEST_ID = 24

MINOR = ("note", "locator", "confidence", "source_ids", "_precision", "caveat_en", "caveat_ko")
"""Columns, by name or ending, that give way first: a reader who needs them asks for another format."""


def render(result: Result, width: int = 120) -> bytes:
    """Return the rows under their headers, within `width` places, and how many there are."""
    lines = [[plain(value) for value in row] for row in result.rows]
    wanted = [max([places(name), *(places(line[at]) for line in lines)]) for at, name in enumerate(result.columns)]
    names = result.names or result.columns
    least = _least(names, wanted, TIGHT)
    kept = _kept(names, _least(names, wanted, COMFORT), least, width)
    sizes = _sizes([wanted[at] for at in kept], [least[at] for at in kept], width)
    to_right = [result.types[at] in ("BIGINT", "DOUBLE", "INTEGER", "HUGEINT") for at in kept]

    def line(cells: list[str]) -> str:
        parts = [_cell(cells[at], size, right) for at, size, right in zip(kept, sizes, to_right, strict=True)]
        return (" " * GAP).join(parts).rstrip()

    out = [line(result.columns), (" " * GAP).join("─" * size for size in sizes), *map(line, lines)]
    out.append(
        f"({len(lines):,}행)" if result.lang == "ko" else f"({len(lines):,} row{'' if len(lines) == 1 else 's'})"
    )
    hidden = [name for at, name in enumerate(result.columns) if at not in kept]
    if hidden:
        out.append(f"+ {', '.join(hidden)}")
    return ("\n".join(out) + "\n").encode()


def places(text: str) -> int:
    """Return how many places a text takes on the screen: hangul and other wide characters take two.

    >>> places("팀 A")
    4
    """
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _least(names: list[str], wanted: list[int], comfort: int) -> list[int]:
    """Return the fewest places of each column: ids stay whole, for a reader types them again."""
    return [
        size if at == 0 or (name.endswith("_id") and size <= LONGEST_ID) else min(size, comfort)
        for at, (name, size) in enumerate(zip(names, wanted, strict=True))
    ]


def _kept(names: list[str], easy: list[int], least: list[int], width: int) -> list[int]:
    """Return the places of the columns that fit: the minor ones give way first, then the last ones, never the first."""
    kept = list(range(len(names)))
    minor = [at for at in reversed(kept[1:]) if names[at].endswith(MINOR)]
    others = [at for at in reversed(kept[1:]) if at not in minor]
    for going, sizes in ((minor, easy), (others, least)):
        for at in going:
            if sum(sizes[place] + GAP for place in kept) - GAP <= width:
                break
            kept.remove(at)
    return kept


def _sizes(wanted: list[int], least: list[int], width: int) -> list[int]:
    """Return the widths that fill the line: all columns up to the same level, but none below its least."""
    for level in range(max(wanted), 0, -1):
        sizes = [max(low, min(size, level)) for size, low in zip(wanted, least, strict=True)]
        if sum(sizes) + GAP * (len(sizes) - 1) <= width:
            return sizes
    return least


def _cell(text: str, size: int, to_right: bool) -> str:
    if places(text) > size:
        text = cut(text, size - 1) + "…"
    blank = " " * (size - places(text))
    return blank + text if to_right else text + blank


def cut(text: str, size: int) -> str:
    """Return the beginning of a text that fits in `size` places.

    >>> cut("업스테이지", 5)
    '업스'
    """
    used = 0
    for at, char in enumerate(text):
        used += places(char)
        if used > size:
            return text[:at]
    return text

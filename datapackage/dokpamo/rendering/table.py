"""A table for the terminal: as wide as the window, hangul counted double, long texts cut."""

import unicodedata

from dokpamo.rendering import Result, plain

GAP = 2
NARROWEST = 8
"""No column is cut to fewer places; columns that then don't fit are named below the table instead."""


def render(result: Result, width: int = 120) -> bytes:
    """Return the rows under their headers, within `width` places, and how many there are."""
    numbers = [kind in ("BIGINT", "DOUBLE", "INTEGER", "HUGEINT") for kind in result.types]
    lines = [[plain(value) for value in row] for row in result.rows]
    wanted = [max([places(name), *(places(line[at]) for line in lines)]) for at, name in enumerate(result.columns)]
    shown = _fitting(wanted, width)
    out = [_line(result.columns, shown, numbers), _line(["─" * size for size in shown], shown, numbers)]
    out += [_line(line, shown, numbers) for line in lines]
    count = len(result.rows)
    out.append(f"({count:,} row{'' if count == 1 else 's'})")
    hidden = result.columns[len(shown) :]
    if hidden:
        out.append(f"not shown, too narrow: {', '.join(hidden)}")
    return ("\n".join(out) + "\n").encode()


def places(text: str) -> int:
    """Return how many places a text takes on the screen: hangul and other wide characters take two.

    >>> places("팀 A")
    4
    """
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _fitting(wanted: list[int], width: int) -> list[int]:
    """Return the widths of the columns that fit: the longest give way first, then the last ones go."""
    kept = list(wanted)
    while len(kept) > 1 and sum(min(size, NARROWEST) + GAP for size in kept) - GAP > width:
        kept.pop()
    over = sum(size + GAP for size in kept) - GAP - width
    while over > 0:
        longest = max(kept)
        at = kept.index(longest)
        next_longest = max([size for size in kept if size < longest] or [NARROWEST])
        cut = min(over, max(longest - max(next_longest, NARROWEST), 1))
        if longest <= NARROWEST:
            break
        kept[at] -= cut
        over -= cut
    return kept


def _line(cells: list[str], sizes: list[int], numbers: list[bool]) -> str:
    parts = [_cell(cell, size, right) for cell, size, right in zip(cells, sizes, numbers, strict=False)]
    return (" " * GAP).join(parts).rstrip()


def _cell(text: str, size: int, to_right: bool) -> str:
    if places(text) > size:
        text = cut(text, size - 1) + "…"
    blank = " " * (size - places(text))
    return blank + text if to_right else text + blank


def cut(text: str, size: int) -> str:
    """Return the beginning of a text that fits in `size` places."""
    used = 0
    for at, char in enumerate(text):
        used += places(char)
        if used > size:
            return text[:at]
    return text

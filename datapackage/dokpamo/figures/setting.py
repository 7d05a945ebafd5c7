"""How wide a text runs and where it breaks, by a rule of thumb instead of the fonts of a machine."""

from collections.abc import Iterator

NARROW = frozenset("iljtfrI.,:;'|!()[]-·’‘ ")
BROAD = frozenset("mwMW@%—")


def width(text: str, size: float) -> float:
    """Return about how many pixels a text takes, a little too many rather than too few.

    >>> width("가나", 10), width("il", 10)
    (19.2, 7.2)
    """
    return round(size * sum(map(_em, text)), 3)


def _em(sign: str) -> float:
    if sign >= "ᄀ" and sign not in "–—‘’“”†◆":
        return 0.96
    if sign in NARROW:
        return 0.36
    if sign in BROAD:
        return 0.9
    return 0.68 if sign.isupper() else 0.58


def wrapped(text: str, size: float, room: float) -> list[str]:
    """Return a text in lines of at most `room` pixels, broken at blanks: Korean words stay whole where they fit.

    >>> wrapped("one two three", 10, 45)
    ['one two', 'three']
    """
    lines: list[str] = []
    for word in _fitting(text.split(), size, room):
        if lines and width(f"{lines[-1]} {word}", size) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _fitting(words: list[str], size: float, room: float) -> Iterator[str]:
    """Yield words, those too long for any line in pieces."""
    for word in words:
        piece = ""
        for sign in word:
            if piece and width(piece + sign, size) > room:
                yield piece
                piece = ""
            piece += sign
        yield piece

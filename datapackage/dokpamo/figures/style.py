"""How the figures look: one palette, one stack of fonts, one width.

Blue and orange are those of Okabe and Ito, which readers with any of the common colour deficiencies tell apart;
the steps from pale to dark differ in lightness, so that they hold in grey print. Red and green are not used.
"""

FONT = "Noto Sans CJK KR, Noto Sans KR, Apple SD Gothic Neo, Malgun Gothic, sans-serif"

WIDTH = 600
"""Pixels between the margins; small enough that texts stay readable on a page of half the width."""

MARGIN = 20

PAPER = "#FFFFFF"
INK = "#1A1A1A"
SOFT = "#595959"
LINE = "#BFBFBF"
HATCH = "#7A7A7A"
TRACK = "#F2F2F2"

BLUE = "#0072B2"
PALE_BLUE = "#8FC1DE"
ORANGE = "#E69F00"
PALE_ORANGE = "#FBE3B0"
DARK_ORANGE = "#8F5F00"

PALEST, DARKEST = "#BCD6EA", "#08406B"


def shade(value: float) -> str:
    """Return the blue of a value from 0 to 1, in even steps from pale to dark.

    >>> shade(0), shade(1)
    ('#BCD6EA', '#08406B')
    """
    pale, dark = _channels(PALEST), _channels(DARKEST)
    mixed = (round(low + (high - low) * value) for low, high in zip(pale, dark, strict=True))
    return "#" + "".join(f"{channel:02X}" for channel in mixed)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))

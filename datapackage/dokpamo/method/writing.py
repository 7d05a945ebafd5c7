"""How the method page writes figures and tables: the same in both languages, readable as plain text."""

from collections.abc import Iterable, Sequence


def number(value: float | None, places: int = 2) -> str:
    """Return a figure with a fixed number of places, a dash where there is none.

    >>> number(0.5842), number(None)
    ('0.58', '–')
    """
    return "–" if value is None else f"{value + 0.0:.{places}f}"


def span(low: float | None, high: float | None) -> str:
    """Return an interval of figures, a dash where there is none.

    >>> span(0.2, 0.976), span(None, None)
    ('0.20–0.98', '–')
    """
    return "–" if low is None else f"{number(low)}–{number(high)}"


def levels(low: int | None, high: int | None) -> str:
    """Return an interval of levels, one level where it is exact.

    >>> levels(0, 2), levels(2, 2), levels(None, None)
    ('0–2', '2', '–')
    """
    return "–" if low is None else str(low) if low == high else f"{low}–{high}"


def move(change: float) -> str:
    """Return a change of a figure with its sign.

    >>> move(-0.083), move(0.1), move(0.001)
    ('−0.08', '+0.10', '0.00')
    """
    text = number(abs(change))
    return text if float(text) == 0 else ("+" if change > 0 else "−") + text


def percent(share: float, lang: str) -> str:
    """Return a share in whole per cent; what is neither none nor all is never printed as if it were.

    >>> percent(0.667, "en"), percent(0.997, "ko"), percent(1, "en")
    ('67 %', '>99%', '100 %')
    """
    whole = round(100 * share)
    text = "<1" if whole == 0 and share > 0 else ">99" if whole == 100 and share < 1 else str(whole)
    return f"{text}%" if lang == "ko" else f"{text} %"


def ratio(weight: float) -> str:
    """Return a ratio as a seed writes it.

    >>> ratio(3.0), ratio(1.5)
    ('3', '1.5')
    """
    return f"{weight:g}"


def table(header: Sequence[str], rows: Iterable[Sequence[str]], words: int = 1) -> str:
    """Return a Markdown table; the first `words` columns hold words, the others figures, set to the right."""
    rule = ["---"] * words + ["--:"] * (len(header) - words)
    return "\n".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in row)} |" for row in [header, rule, *rows])

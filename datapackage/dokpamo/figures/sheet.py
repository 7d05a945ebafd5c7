"""The sheet that a figure is set on: texts, boxes and lines by pixel, data by scale, all layers of one Vega-Lite chart.

Vega's own legends, axes and titles are placed by the size of their texts as some font of the machine gives it.
Here they are set by hand, so that the picture doesn't change with the fonts.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from dokpamo.figures.setting import wrapped
from dokpamo.figures.style import FONT, INK, MARGIN, PAPER, SOFT, WIDTH

Marks = Sequence[Mapping[str, Any]]
Span = tuple[float, float]
Look = tuple[str, str, tuple[tuple[str, Any], ...]]
"""A layer's name, kind of mark and properties."""

Chart = dict[str, Any]
"""A specification in Vega-Lite, or a layer of one."""

LEADING = 1.4
"""Height of a line of text over its size."""


class Sheet:
    """One figure in one language; `y` is how far down it is filled.

    Texts, boxes and lines of one name and look become one layer. A layer lies on those that were begun before
    it, and texts on all others.
    """

    def __init__(self, title: str) -> None:
        self.title = title
        self.description = ""
        self.y = 0.0
        self._layers: list[tuple[str, Chart] | Look] = []
        self._pixels: dict[Look, list[Mapping[str, Any]]] = {}
        self.paragraph(title, size=17, weight="bold", colour=INK)
        self.y += 4

    def text(
        self, x: float, y: float, text: str, *, size: float = 12, weight: str = "normal", align: str = "left",
        colour: str = INK,
    ) -> None:  # fmt: skip
        """Set one line whose foot is at `y`."""
        look = {"fontSize": size, "fontWeight": weight, "align": align, "fill": colour}
        self._collect("text", "text", [{"x": x, "y": round(y, 2), "text": text}], look)

    def paragraph(
        self, text: str, *, x: float = 0, room: float | None = None, size: float = 12, weight: str = "normal",
        colour: str = SOFT,
    ) -> None:  # fmt: skip
        """Set a text in as many lines as it needs, and move down."""
        for line in wrapped(text, size, WIDTH - x if room is None else room):
            self.y = round(self.y + size * LEADING, 2)
            self.text(x, self.y - size * 0.3, line, size=size, weight=weight, colour=colour)

    def boxes(self, name: str, boxes: Marks, **look: Any) -> None:
        """Draw boxes by pixel (x, x2, y, y2); `look` is `fill`, `stroke` and the like."""
        self._collect(name, "rect", boxes, look)

    def rules(self, name: str, rules: Marks, **look: Any) -> None:
        """Draw straight lines by pixel (x, x2, y, y2)."""
        self._collect(name, "rule", rules, look)

    def rule(self, x: float, x2: float, **look: Any) -> None:
        """Draw a level line at `y`."""
        self.rules("line", [{"x": x, "x2": x2, "y": self.y, "y2": self.y}], **look)

    def bars(self, name: str, rows: Marks, span: Span, low: str = "lower", high: str = "upper", **look: Any) -> None:
        """Draw the interval of each row from `low` to `high` on a scale from 0 to 1, between pixels y and y2."""
        sides = {"x": _scaled(low, [0, 1], span), "x2": {"field": high}, "y": _pixel("y"), "y2": {"field": "y2"}}
        self._layers.append((name, _layer(rows, "rect", look, sides)))

    def bands(self, name: str, rows: Marks, time: Span, days: int, heights: Span, **look: Any) -> None:
        """Fill an interval that moves by `day`, in steps, from `lower` to `upper` on a scale from 0 to 1."""
        sides = {"x": _days(time, days), "y": _bound("upper", heights), "y2": {"field": "lower"}}
        self._layers.append((name, _layer(rows, "area", {**STEPS, **look}, sides)))

    def edges(self, name: str, rows: Marks, time: Span, days: int, heights: Span, **look: Any) -> None:
        """Draw the lines along both bounds of such a band."""
        for bound in ("lower", "upper"):
            sides = {"x": _days(time, days), "y": _bound(bound, heights)}
            self._layers.append((name, _layer(rows, "line", {**STEPS, **look}, sides)))

    def chart(self) -> Chart:
        """Return the whole as one chart, of the height that it is filled to."""
        drawn = [layer if len(layer) == 2 else (layer[0], self._drawn(layer)) for layer in self._layers]
        drawn.sort(key=lambda layer: layer[0] == "text")
        return {
            "width": WIDTH,
            "height": round(self.y),
            "padding": MARGIN,
            "background": PAPER,
            "autosize": {"type": "none"},
            "resolve": {"scale": {"x": "independent", "y": "independent"}},
            "config": {"aria": False, "view": {"stroke": None}},
            # Vega wants every layer named by itself; the SVG drops the numbers again
            "layer": [{"name": f"{name}-{number}", **layer} for number, (name, layer) in enumerate(drawn)],
        }

    def _collect(self, name: str, kind: str, marks: Marks, look: Mapping[str, Any]) -> None:
        key: Look = (name, kind, tuple(look.items()))
        if key not in self._pixels:
            self._layers.append(key)
        self._pixels.setdefault(key, []).extend(marks)

    def _drawn(self, key: Look) -> Chart:
        _, kind, look = key
        sides: dict[str, Any] = {"x": _pixel("x"), "y": _pixel("y")}
        if kind == "text":
            set_as = {"font": FONT, "baseline": "alphabetic", **dict(look)}
            return _layer(self._pixels[key], kind, set_as, {**sides, "text": {"field": "text", "type": "nominal"}})
        return _layer(self._pixels[key], kind, dict(look), {**sides, "x2": {"field": "x2"}, "y2": {"field": "y2"}})


STEPS = {"interpolate": "step-after"}


def _layer(rows: Marks, kind: str, look: Mapping[str, Any], sides: Mapping[str, Any]) -> Chart:
    return {"data": {"values": [dict(row) for row in rows]}, "mark": {"type": kind, **look}, "encoding": sides}


def _pixel(side: str) -> Chart:
    return {"field": side, "type": "quantitative", "scale": None, "axis": None}


def _scaled(field: str, domain: Sequence[float], pixels: Span) -> Chart:
    scale = {"domain": list(domain), "range": list(pixels)}
    return {"field": field, "type": "quantitative", "scale": scale, "axis": None}


def _days(time: Span, days: int) -> Chart:
    return _scaled("day", [0, days], time)


def _bound(bound: str, heights: Span) -> Chart:
    return _scaled(bound, [0, 1], heights)

"""A sheet as SVG: text stays text, a title and a description for those who don't see it, nothing random in it."""

import re
from html import escape
from typing import TYPE_CHECKING

from dokpamo.figures.style import HATCH, PAPER

if TYPE_CHECKING:
    from dokpamo.figures.sheet import Sheet

HATCHES = f"""<defs>
<pattern id="hatch-not-read" width="6" height="6" patternUnits="userSpaceOnUse">
<rect width="6" height="6" fill="{PAPER}"/><path d="M-1,1l2,-2M0,6l6,-6M5,7l2,-2" stroke="{HATCH}" stroke-width="1"/>
</pattern>
<pattern id="hatch-not-found" width="5" height="5" patternUnits="userSpaceOnUse">
<rect width="5" height="5" fill="{PAPER}"/><circle cx="2.5" cy="2.5" r="1.2" fill="{HATCH}"/>
</pattern>
</defs>
"""
"""The fillings of what was not read (slanted lines) and what was not found (dots)."""

LAYER = re.compile(r' class="mark-[a-z]+ role-mark ([a-z_]+?)_\d+_marks"')
"""What Vega makes of the name of a layer."""


def written(sheet: "Sheet", name: str, lang: str) -> str:
    """Return a sheet as an SVG document that readers' software names and describes in its language."""
    import vl_convert

    drawn = vl_convert.vegalite_to_svg(sheet.chart())
    # the parts of the picture say nothing to a screen reader that the description doesn't say better
    plain = re.sub(r' (?:role|aria-[a-z]+)="[^"]*"', "", drawn)
    plain = LAYER.sub(lambda mark: f' class="{mark[1].replace("_", "-")}"', plain)
    head, body = plain.split(">", 1)
    used = HATCHES if "url(#hatch-" in body else ""
    return (
        f'{head} lang="{lang}" xml:lang="{lang}" role="img" '
        f'aria-label="{escape(sheet.title)}" aria-describedby="{name}-{lang}">\n'
        f"<title>{escape(sheet.title)}</title>\n"
        f'<desc id="{name}-{lang}">{escape(sheet.description)}</desc>\n{used}{body}\n'
    )

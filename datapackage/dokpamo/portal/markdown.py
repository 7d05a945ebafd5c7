"""Markdown that the package has written itself, as HTML in the look of the site; HTML inside of it stays text."""

import re
from collections.abc import Sequence
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererProtocol
    from markdown_it.token import Token

STATEMENT = re.compile(r"\bev-[a-z0-9-]+-\d\d\b")
"""How the id of a row of evidence looks in running text."""


def converted(text: str, pages: dict[str, str]) -> tuple[str, Markup]:
    """Return the title of a Markdown page and the HTML below it.

    `pages` gives for the names of files that the text links to the addresses of their pages. Where a statement of the
    index ends with its id and an arrow, that id becomes an anchor; anywhere else it leads there.
    """
    tokens = _parser().parse(text)
    title = tokens[1].content
    body = tokens[3:]
    _finish(body, pages)
    return title, Markup(_linked(_parser().renderer.render(body, _parser().options, {})))


def titled(text: str) -> str:
    """Return the title of a Markdown page, which is its first line.

    >>> titled("# \\\\[One\\\\]\\n\\nTwo")
    '[One]'
    """
    return "".join(
        token.content for token in _parser().parseInline(text.split("\n", 1)[0].removeprefix("# "))[0].children or []
    )


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    for name, rule in (
        ("table_open", _table_open),
        ("table_close", _table_close),
        ("fence", _code),
        ("code_block", _code),
    ):
        parser.add_render_rule(name, rule)
    return parser


def _finish(tokens: list["Token"], pages: dict[str, str]) -> None:
    """Give headings anchors, tables a name of their own, head cells a scope, and right-aligned cells a class."""
    heading, used, tables = "", {""}, 0
    for at, token in enumerate(tokens):
        if token.type == "heading_open":
            heading = tokens[at + 1].content
            token.attrSet("id", _anchor(heading, used))
        elif token.type == "table_open":
            tables += 1
            token.meta = {"name": f"{_bare(heading)} ({tables})"}
        elif token.type in ("th_open", "td_open"):
            if token.attrs.pop("style", ""):
                token.attrSet("class", "n")
            if token.type == "th_open":
                token.attrSet("scope", "col")
        for child in token.children or []:
            if child.type == "link_open":
                target = str(child.attrs["href"])
                child.attrSet("href", pages.get(target, target))


def _anchor(heading: str, used: set[str]) -> str:
    """Return the anchor of a heading; one that comes again gets a number."""
    stem = re.sub(r"[^\w-]+", "-", _bare(heading).lower()).strip("-")
    anchor, number = stem, 1
    while anchor in used:
        number += 1
        anchor = f"{stem}-{number}"
    used.add(anchor)
    return anchor


def _bare(heading: str) -> str:
    return re.sub(r"[`*\\]", "", heading)


def _table_open(self: "RendererProtocol", tokens: Sequence["Token"], at: int, options: Any, env: Any) -> str:
    name = escape(tokens[at].meta["name"])
    return f'<div class="scroll" role="region" tabindex="0" aria-label="{name}">\n<table>\n'


def _table_close(self: "RendererProtocol", tokens: Sequence["Token"], at: int, options: Any, env: Any) -> str:
    return "</table>\n</div>\n"


def _code(self: "RendererProtocol", tokens: Sequence["Token"], at: int, options: Any, env: Any) -> str:
    """Return a block of code; it may be wider than the page, so that the keyboard must reach it."""
    return f'<pre tabindex="0"><code>{escape(tokens[at].content)}</code></pre>\n'


def _linked(html: str) -> str:
    """Turn the ids of statements into anchors where they end a statement, and into links to those elsewhere."""
    ends = set(re.findall(rf"({STATEMENT.pattern}) ←", html))

    def place(match: re.Match[str]) -> str:
        name = match[0]
        if html.startswith(" ←", match.end()) and name in ends:
            ends.discard(name)
            return f'<span class="id" id="{name}">{name}</span>'
        return f'<a href="#{name}">{name}</a>' if name in anchors else name

    anchors = set(ends)
    return STATEMENT.sub(place, html)

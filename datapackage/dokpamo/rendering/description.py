"""The description of a table or view as a page of text."""

import textwrap
from typing import TYPE_CHECKING

from dokpamo.rendering.table import places

if TYPE_CHECKING:
    from dokpamo.dictionary import Column, Description

WORDS = {
    "en": {"grain": "one row", "required": "always filled", "points": "→"},
    "ko": {"grain": "행 단위", "required": "필수", "points": "→"},
}


def text(described: "Description", width: int = 100, lang: str = "en") -> str:
    """Return the title, the grain, and each column with its type, meaning and codes."""
    words = WORDS[lang]
    head = [
        f"{described.name}: {described.title}",
        *_wrapped(described.description, width, ""),
        f"{words['grain']}: {' × '.join(described.grain)}",
        "",
    ]
    body = [line for column in described.columns for line in _column(column, width, words)]
    return "\n".join(head + body)


def _column(column: "Column", width: int, words: dict[str, str]) -> list[str]:
    facts = [column.type]
    if column.is_required:
        facts.append(words["required"])
    if column.points_to:
        facts.append(f"{words['points']} {column.points_to}")
    lines = [f"{column.name}  [{', '.join(facts)}]  {column.title}"]
    lines += _wrapped(column.description, width, "    ")
    size = max((places(code) for code in column.codes), default=0)
    for code, label in column.codes.items():
        lines.append(f"      {code}{' ' * (size - places(code))}  {label}" if label != code else f"      {code}")
    return lines


def _wrapped(text_: str, width: int, indent: str) -> list[str]:
    """Return a text in lines; hangul takes two places, so its lines hold fewer characters."""
    if not text_:
        return []
    share = len(text_) / max(places(text_), 1)
    return textwrap.wrap(text_, int((width - len(indent)) * share), initial_indent=indent, subsequent_indent=indent)

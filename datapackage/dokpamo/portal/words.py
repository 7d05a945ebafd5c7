"""What the interface says: one file a language, the same keys in both."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from dokpamo.portal import LANGUAGES


@cache
def words(lang: str) -> dict[str, str]:
    """Return the phrases of a language by key."""
    file = Path(__file__).with_name(f"words.{lang}.json")
    found: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return found


def say(key: str, lang: str, **values: object) -> str:
    """Return a phrase with its places filled; raises `KeyError` for one that nobody has written.

    >>> say("rows", "ko", count=16), say("rows", "en", count=16)
    ('16행', '16 rows')
    """
    return words(lang)[key].format(**values) if values else words(lang)[key]


def both(key: str, **values: object) -> dict[str, str]:
    """Return a phrase in every language.

    >>> both("nav_data")
    {'ko': '데이터', 'en': 'Data'}
    """
    return {lang: say(key, lang, **values) for lang in LANGUAGES}


def data(phrases: dict[str, Any]) -> Markup:
    """Return phrases for a script as JSON that no text in it can end.

    >>> data({"run": "</script>"})
    Markup('{"run": "\\\\u003c/script>"}')
    """
    return Markup(json.dumps(phrases, ensure_ascii=False).replace("<", "\\u003c"))

"""The portal: the record as a static site in Korean and English, read without scripts and without a network.

`record` fetches every table once, `links` knows where a row stands, `cells` writes one cell as HTML, `pages` holds
what a page is, and one module a kind of page says which pages there are and what they show. Texts of the interface
stand in `words.en.json` and `words.ko.json`; titles, descriptions and labels come from the contract alone.
"""

from typing import Protocol


class Told(Protocol):
    """What the contract describes: a table, a view or a column."""

    def text(self, key: str, lang: str = "en") -> str:
        """Return a text in a language."""
        ...


LANGUAGES = ("ko", "en")
"""The languages of the site: the same pages under each, in this order on the page that lets a reader choose."""


def told(what: "Told", key: str) -> dict[str, str]:
    """Return a title or description of the contract in every language."""
    return {lang: what.text(key, lang) for lang in LANGUAGES}

"""The address that a published folder will have."""

import re

from dokpamo.errors import BadInput

ADDRESS = re.compile(r"https?://[^\s/?#<>\"{}|\\^`]+(/[^\s?#<>\"{}|\\^`]*)?")
"""A full address without query or fragment, of letters that stand in HTML, JSON and Turtle as they are."""


def base_of(url: str) -> str:
    """Return an address with a slash at its end; empty stays empty. Raises `BadInput` for what is no full address.

    >>> base_of("https://example.org/data"), base_of("")
    ('https://example.org/data/', '')
    """
    if url and not ADDRESS.fullmatch(url):
        raise BadInput(
            f"{url!r} is no address for a folder; write it in full, as https://example.org/data/",
            f"{url!r}: 폴더의 주소가 아닙니다. https://example.org/data/처럼 전체를 적으세요",
        )
    return url if not url or url.endswith("/") else f"{url}/"

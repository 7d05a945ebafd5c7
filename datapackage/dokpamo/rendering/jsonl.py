"""JSON Lines: the objects of the JSON array, each on a line of its own."""

from dokpamo.rendering import Result
from dokpamo.rendering.json import lines


def render(result: Result, width: int = 0) -> bytes:
    """Return one object a line; nothing at all where there is no row."""
    return "".join(line + "\n" for line in lines(result)).encode()

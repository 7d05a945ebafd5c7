"""JSON: an array of objects, days as ISO text, numbers as numbers, the unknown as null."""

import json

from dokpamo.rendering import Result


def render(result: Result, width: int = 0) -> bytes:
    """Return an array with one object a row, one row a line."""
    return ("[" + ",\n ".join(lines(result)) + "]\n").encode()


def lines(result: Result) -> list[str]:
    """Return each row as an object on one line."""
    return [json.dumps(record, ensure_ascii=False, default=str) for record in result.records()]

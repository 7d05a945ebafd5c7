"""JSON: an array of objects, days as ISO text, numbers as numbers, the unknown as null."""

import json

from dokpamo.rendering import Result


def render(result: Result, width: int = 0) -> bytes:
    """Return an array with one object a row, one row a line."""
    rows = [json.dumps(record, ensure_ascii=False, default=str) for record in result.records()]
    return ("[" + ",\n ".join(rows) + "]\n").encode()

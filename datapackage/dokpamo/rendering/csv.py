"""CSV as the record publishes it: UTF-8 without byte-order mark, LF, RFC 4180, an empty cell for the unknown."""

import csv
import io

from dokpamo.rendering import Result, plain


def render(result: Result, width: int = 0) -> bytes:
    """Return a header line and one line a row."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(result.columns)
    writer.writerows([plain(value) for value in row] for row in result.rows)
    return out.getvalue().encode()

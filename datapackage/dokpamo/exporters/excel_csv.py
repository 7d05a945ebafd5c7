"""CSV for Excel: `<table>.excel.csv`, UTF-8 with byte-order mark, lines that end in CRLF, no `sep=` line.

With the mark a Korean Excel reads it as UTF-8 and not as CP949. Texts that Excel would run as a formula have an
apostrophe before them, as OWASP advises; a plain negative number stays one. Only here, for people who open a file with
a double click: the machine formats hold every cell as it is.
"""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dokpamo.exporters import Publication
from dokpamo.exporters.spreadsheet import refuse_misfits
from dokpamo.rendering import Result, plain

MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
"""What a cell must not start with; an East Asian Excel takes the full-width signs for the others."""

NUMBER = re.compile(r"-\d+(?:\.\d+)?")


def write(publication: Publication) -> Iterator[Path]:
    """Write and yield one file a table and view; raise `BadInput` for a text that Excel can't hold."""
    for table in publication.contract.all.values():
        result = refuse_misfits(publication.result(table), table)
        file = publication.place(table, "excel.csv")
        file.write_bytes(render(result))
        yield file


def render(result: Result) -> bytes:
    """Return the mark, the header line of the machine CSV and one line a row."""
    out = io.StringIO(MARK, newline="")
    out.seek(0, io.SEEK_END)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(result.columns)
    writer.writerows([guarded(value) for value in row] for row in result.rows)
    return out.getvalue().encode()


def guarded(value: Any) -> str:
    """Return a value as its cell, a text that would run with an apostrophe before it.

    >>> guarded("=1+1"), guarded("-5.5"), guarded("-5.5 points"), guarded(-5.5)
    ("'=1+1", '-5.5', "'-5.5 points", '-5.5')
    """
    if isinstance(value, str) and FORMULA.match(value) and not NUMBER.fullmatch(value):
        return f"'{value}"
    return plain(value)

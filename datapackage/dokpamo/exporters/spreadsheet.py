"""What a spreadsheet can't hold, and what it would run: shared by the Excel edition of CSV and the workbook."""

import re

from dokpamo.contract import Table
from dokpamo.errors import BadInput
from dokpamo.rendering import Result

MOST = 32_767
"""The characters that a cell of Excel holds, an emoji counting two; it cuts what is longer."""

UNHOLDABLE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
"""What XML can't hold, and the carriage return, which it changes; the check refuses them in the record."""


def refuse_misfits(result: Result, table: Table) -> Result:
    """Return the result; raise `BadInput` at the first text that a cell would cut or change.

    Nothing is lost in silence, and nothing shortened: such a text is a fault of the record or of a view.
    """
    if _all_fit([cell for row in result.rows for cell in row if isinstance(cell, str)]):
        return result
    places = [result.columns.index(name) for name in table.grain]
    for row in result.rows:
        for column, value in zip(result.columns, row, strict=True):
            if isinstance(value, str) and (_size(value) > MOST or UNHOLDABLE.search(value)):
                address = " ".join(str(row[place]) for place in places)
                raise BadInput(*_sentences(f"{table.name} {address}: {column}", value))
    return result


def _all_fit(texts: list[str]) -> bool:
    """Say whether the texts are short and clean, by a look at them all that takes no time; if not, one may yet fit."""
    return max(map(len, texts), default=0) <= MOST // 2 and not UNHOLDABLE.search("\n".join(texts))


def _size(value: str) -> int:
    """Return how many characters Excel counts, which are units of UTF-16."""
    return len(value) if len(value) <= MOST // 2 else len(value.encode("utf-16-le")) // 2


def _sentences(place: str, value: str) -> tuple[str, str]:
    size = _size(value)
    if size > MOST:
        return (
            f"{place}: the text has {size:,} characters, and a cell of Excel holds {MOST:,}: shorten it",
            f"{place}: 글이 {size:,}자로, 엑셀의 한 칸에 들어가는 {MOST:,}자를 넘습니다. 줄이세요",
        )
    found = UNHOLDABLE.search(value)
    sign = f"U+{ord(found[0]):04X}" if found else ""
    return (
        f"{place}: the text holds the control character {sign}, which Excel can't hold: delete it",
        f"{place}: 글에 엑셀이 담을 수 없는 제어 문자 {sign}이(가) 있습니다. 지우세요",
    )

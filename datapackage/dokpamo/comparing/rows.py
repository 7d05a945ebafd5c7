"""What came, went or changed in the rows of two tables, cell by cell; where a row stands in its file is no matter."""

from collections.abc import Iterator
from dataclasses import dataclass

from dokpamo.comparing.reading import Edition, Row, Sheet


@dataclass(frozen=True)
class Change:
    """One cell of a row that was added, removed or changed; an empty cell is empty text.

    `source_ids` are the sources of the new value: those of its row, or of the row that it belongs to.
    """

    table: str
    row_id: str
    change: str
    column: str
    old: str
    new: str
    source_ids: tuple[str, ...] = ()


def changes(old: Sheet | None, new: Sheet | None, names: dict[str, str], edition: Edition) -> Iterator[Change]:
    """Yield the changes of a table in the order of the new file, then of what went; filled cells alone are told.

    `names` gives the new name of each column that was renamed, `edition` is the new one, where sources are looked up.
    """
    before = {} if old is None else {key: _renamed(row, names) for key, row in old.rows.items()}
    after = {} if new is None else new.rows
    sheet = new or old
    assert sheet is not None
    columns = [*([] if new is None else new.columns), *(names.get(c, c) for c in ([] if old is None else old.columns))]
    for key in [*after, *(key for key in before if key not in after)]:
        change = "changed" if key in before and key in after else "added" if key in after else "removed"
        sources = _sources(sheet, after[key], edition) if key in after else ()
        for column in dict.fromkeys(columns):
            was, is_ = before.get(key, {}).get(column, ""), after.get(key, {}).get(column, "")
            if was != is_:
                yield Change(sheet.table.name, key, change, column, was, is_, sources)


def _renamed(row: Row, names: dict[str, str]) -> Row:
    return {names.get(column, column): value for column, value in row.items()} if names else row


def _sources(sheet: Sheet, row: Row, edition: Edition) -> tuple[str, ...]:
    """Return the sources of a row; one that only joins others takes those of the first that it joins."""
    if "source_ids" not in row and sheet.table.known_on.get("basis") == "parents":
        key = sheet.table.foreign_keys[0]
        parent = edition.tables.get(key.table)
        row = parent.rows.get(row.get(key.column, ""), {}) if parent else {}
    return tuple(filter(None, row.get("source_ids", "").split(";")))

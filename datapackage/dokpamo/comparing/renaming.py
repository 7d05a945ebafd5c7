"""What was renamed: a table or column that went, and one that came and holds the same."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from dokpamo.comparing.reading import Edition, Sheet
from dokpamo.contract import Field, Table

SAME = 0.5
"""What share of the rows must agree before two tables or columns count as one."""

Part = TypeVar("Part")


def tables(old: Edition, new: Edition) -> dict[str, str]:
    """Return the new name of each table that was renamed: one with the same keys."""
    return _pairs(
        [sheet for name, sheet in old.tables.items() if name not in new.tables],
        [sheet for name, sheet in new.tables.items() if name not in old.tables],
        lambda was, now: _share(set(was.rows), set(now.rows)),
        lambda sheet: sheet.table.name,
    )


def views(old: Edition, new: Edition) -> dict[str, str]:
    """Return the new name of each view that was renamed: one with the same columns."""
    return _pairs(
        [view for name, view in old.views.items() if name not in new.views],
        [view for name, view in new.views.items() if name not in old.views],
        lambda was, now: _share(set(was.columns), set(now.columns)),
        lambda view: view.name,
    )


def columns(old: Table, new: Table, was: Sheet | None = None, now: Sheet | None = None) -> dict[str, str]:
    """Return the new name of each column that was renamed: the key, or one that is described or filled the same."""
    gone = [field for name, field in old.fields.items() if name not in new.fields]
    came = [field for name, field in new.fields.items() if name not in old.fields]

    def alike(before: Field, after: Field) -> float:
        if old.grain[:1] == [before.name] and new.grain[:1] == [after.name]:
            return 1.0
        if was and now and was.rows and now.rows:
            return _filled_alike(before.name, after.name, was, now)
        return float({**before.spec, "name": ""} == {**after.spec, "name": ""})

    return _pairs(gone, came, alike, lambda field: field.name)


def _filled_alike(before: str, after: str, was: Sheet, now: Sheet) -> float:
    """Return in what share of the rows with either cell filled both are equal."""
    pairs = [(row.get(before, ""), now.rows[key].get(after, "")) for key, row in was.rows.items() if key in now.rows]
    filled = [(old, new) for old, new in pairs if old or new]
    return sum(old == new for old, new in filled) / len(filled) if filled else 0.0


def _share(before: set[str], after: set[str]) -> float:
    return len(before & after) / len(before | after) if before | after else 0.0


def _pairs(
    gone: Iterable[Part], came: Iterable[Part], alike: Callable[[Part, Part], float], name: Callable[[Part], str]
) -> dict[str, str]:
    """Return the pairs that are most alike, the best first, each part in one pair."""
    rest = list(came)
    scored = [(alike(was, now), was, now) for was in gone for now in rest]
    found: dict[str, str] = {}
    for share, was, now in sorted(scored, key=lambda each: -each[0]):
        if share > SAME and name(was) not in found and name(now) not in found.values():
            found[name(was)] = name(now)
    return found

"""Days shifted all over the real record, and keys lost all over the tiny one: the rules tell each of them."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from overlays import TINY, Rows, record, rows_of, write

from dokpamo import root
from dokpamo.contract import package

DAYS = [
    (table.name, name)
    for table in package().tables.values()
    for name, field in table.fields.items()
    if field.type == "date"
]


def shifted(rows: Rows, columns: list[str], name: str, shift: str) -> tuple[int, str] | None:
    """Shift one day of a column; return its row and the column that must be told, None if no row can be shifted so."""
    day, twin = columns.index(name), f"{name}_precision"
    exact = columns.index(twin) if twin in columns else None
    for number, row in enumerate(rows[1:]):
        if shift == "past the record" and row[day]:
            row[day] = str(date.fromisoformat(package().day) + timedelta(days=30))
            return number, name
        if exact is None or not row[day]:
            continue
        if shift == "inside its month" and row[exact] == "month":
            row[day] = f"{row[day][:8]}17"
            return number, name
        if shift == "away from its precision":
            row[day] = ""
            return number, name
        if shift == "without its precision":
            row[exact] = ""
            return number, twin
    return None


SHIFTS = {
    "past the record": "nothing-after-the-record",
    "inside its month": "precision-first-day",
    "away from its precision": "precision-with-day",
    "without its precision": "precision-with-day",
}


@pytest.mark.parametrize("shift", SHIFTS)
def test_shifted_days(shift: str, tmp_path: Path) -> None:
    """One copy of the record with a day shifted in every column of days: the rules tell each of them."""
    own = record(root() / "seeds")
    wanted: set[tuple[str, int | None, str | None]] = set()
    changed = set()
    for name, seed in own.seeds.items():
        rows = rows_of(seed)
        days = [column for table, column in DAYS if table == name]
        timeless = seed.table.known_on.get("timeless", []) if shift == "past the record" else []
        for column in days:
            told = None if column in timeless else shifted(rows, seed.table.columns, column, shift)
            if told:
                wanted.add((seed.file, told[0] + 2, told[1]))
                changed.add(name)
        write(rows, tmp_path, seed)
    found = own.check(tmp_path, changed)
    assert wanted <= {(f.file, f.line, f.column) for f in found if f.kind == f"rule/{SHIFTS[shift]}"}
    assert len(changed) >= 5


def test_a_record_whose_tables_all_lack_their_key_is_still_read(tmp_path: Path) -> None:
    own = record(TINY)
    for seed in own.seeds.values():
        at = seed.table.columns.index(seed.table.key)
        write([row[:at] + row[at + 1 :] for row in rows_of(seed)], tmp_path, seed)
    found = own.check(tmp_path, own.seeds)
    assert {f.file for f in found if f.kind == "missing-column"} == {seed.file for seed in own.seeds.values()}
    assert not [f for f in found if f.kind == "not-run"]

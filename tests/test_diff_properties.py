"""Whatever two tables hold: what a comparison tells of their rows is what turns the one into the other."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dokpamo.comparing.reading import Edition, Row, Sheet
from dokpamo.comparing.rows import changes
from dokpamo.contract import Table

EDITION = Edition("new", {}, {}, {})
cells = st.sampled_from(["", "a", "b", "1"])
Rows = dict[str, tuple[str, str]]
tables = st.dictionaries(st.sampled_from(["r1", "r2", "r3", "r4"]), st.tuples(cells, cells), max_size=4)


def sheet(rows: Rows, names: tuple[str, str] = ("one", "two")) -> Sheet:
    columns = ["id", *names]
    return Sheet(
        Table("results", "results.csv", {"primaryKey": ["id"], "fields": []}),
        columns,
        {key: dict(zip(columns, (key, *row), strict=True)) for key, row in rows.items()},
    )


def applied(old: Sheet, new: Sheet, names: dict[str, str]) -> dict[str, Row]:
    """The old rows after every change that is told, each of which must find the cell as it says it was."""
    rows = {key: {names.get(c, c): value for c, value in row.items()} for key, row in old.rows.items()}
    for change in changes(old, new, names, EDITION):
        row = rows.setdefault(change.row_id, {})
        assert row.get(change.column, "") == change.old != change.new
        assert (change.change == "added") == (change.row_id not in old.rows)
        assert (change.change == "removed") == (change.row_id not in new.rows)
        row[change.column] = change.new
    return {key: row for key, row in rows.items() if key in new.rows or any(row.values())}


def filled(rows: dict[str, Row]) -> dict[str, Row]:
    return {key: {column: value for column, value in row.items() if value} for key, row in rows.items()}


@settings(max_examples=100, deadline=None)
@given(tables, tables)
def test_the_changes_turn_the_old_rows_into_the_new(old: Rows, new: Rows) -> None:
    was, now = sheet(old), sheet(new)
    assert filled(applied(was, now, {})) == filled(now.rows)


@settings(max_examples=50, deadline=None)
@given(tables, tables)
def test_whatever_columns_are_called(old: Rows, new: Rows) -> None:
    was, now = sheet(old), sheet(new, ("first", "three"))
    assert filled(applied(was, now, {"one": "first"})) == filled(now.rows)


@given(tables)
def test_a_table_does_not_differ_from_itself_in_any_order(rows: Rows) -> None:
    other = sheet(dict(reversed(rows.items())))
    assert list(changes(sheet(rows), other, {}, EDITION)) == []

"""`dokpamo.schema`: a user's own frame against the contract of a table, with polars and Pandera alone."""

from datetime import date
from typing import Any

import pandera.polars as pa
import polars as pl
import pytest

import dokpamo
from dokpamo.checking.contracts import pandera_schema
from dokpamo.contract import Table, package

THINGS = Table(
    "things",
    "things.csv",
    {
        "title": "Things",
        "primaryKey": "thing_id",
        "uniqueKeys": [["maker_id", "made_on"], ["maker_id", "kind"]],
        "foreignKeys": [{"fields": ["maker_id"], "reference": {"resource": "makers", "fields": ["maker_id"]}}],
        "fields": [
            {"name": "thing_id", "type": "string", "constraints": {"required": True, "pattern": "[a-z]+"}},
            {"name": "maker_id", "type": "string"},
            {"name": "kind", "type": "string", "constraints": {"enum": ["tool", "toy"]}},
            {"name": "made_on", "type": "date", "constraints": {"minimum": "2025-01-01", "maximum": "2025-12-31"}},
            {"name": "size", "type": "integer", "constraints": {"exclusiveMinimum": 0}},
            {"name": "share", "type": "number", "constraints": {"minimum": 0, "exclusiveMaximum": 1}},
            {"name": "is_old", "type": "boolean", "constraints": {"required": True}},
            {"name": "name", "type": "string", "constraints": {"minLength": 2, "maxLength": 4}},
        ],
    },
)
GOOD: dict[str, list[Any]] = {
    "thing_id": ["a", "b"],
    "maker_id": ["acme", None],
    "kind": ["tool", None],
    "made_on": [date(2025, 1, 1), date(2025, 12, 31)],
    "size": [1, None],
    "share": [0.0, 0.99],
    "is_old": [True, False],
    "name": ["가나", "four"],
}
TYPES = {"made_on": pl.Date, "size": pl.Int64, "share": pl.Float64, "is_old": pl.Boolean}


def frame(**columns: list[Any]) -> pl.DataFrame:
    """A good frame, but for the given columns."""
    cells = {**GOOD, **columns}
    return pl.DataFrame(cells, schema={name: TYPES.get(name, pl.String) for name in cells}, strict=False)


def faults(own: pl.DataFrame, parents: dict[str, pl.DataFrame] | None = None) -> list[tuple[str, str, int]]:
    """Column, message and row of all that is refused at once."""
    with pytest.raises(pa.errors.SchemaErrors) as refused:
        pandera_schema(THINGS, parents).validate(own, lazy=True)
    return list(refused.value.failure_cases.select("column", "check", "index").iter_rows())


def test_a_good_frame_comes_back_as_it_was() -> None:
    own = frame()
    assert pandera_schema(THINGS).validate(own, lazy=True).equals(own)
    assert pandera_schema(THINGS).validate(own.select(reversed(own.columns)), lazy=True).height == 2


@pytest.mark.parametrize(
    ("columns", "fault"),
    [
        ({"thing_id": ["a", None]}, ("thing_id", "not_nullable", 1)),
        ({"thing_id": ["a", "a"]}, ("thing_id", "unique: each value once", 1)),
        ({"thing_id": ["A", "b"]}, ("thing_id", "pattern: of the form [a-z]+", 0)),
        ({"kind": ["tool", "car"]}, ("kind", "enum: one of tool, toy", 1)),
        ({"made_on": [date(2024, 12, 31), None]}, ("made_on", "minimum: at least 2025-01-01", 0)),
        ({"made_on": [None, date(2026, 1, 1)]}, ("made_on", "maximum: at most 2025-12-31", 1)),
        ({"size": [0, 1]}, ("size", "exclusiveMinimum: more than 0", 0)),
        ({"share": [-0.1, 0.5]}, ("share", "minimum: at least 0", 0)),
        ({"share": [0.1, 1.0]}, ("share", "exclusiveMaximum: less than 1", 1)),
        ({"is_old": [True, None]}, ("is_old", "not_nullable", 1)),
        ({"name": ["가", "나나"]}, ("name", "minLength: at least 2 characters", 0)),
        ({"name": ["가나", "fiver"]}, ("name", "maxLength: at most 4 characters", 1)),
        (
            {"maker_id": ["acme", "acme"], "kind": ["toy", "toy"]},
            ("kind", "unique-key 1: each combination of maker_id, kind once", 1),
        ),
        (
            {"maker_id": ["acme", "acme"], "made_on": [date(2025, 5, 5)] * 2},
            ("made_on", "unique-key 0: each combination of maker_id, made_on once", 1),
        ),
    ],
)
def test_a_bad_frame_is_refused_with_the_constraint_and_the_row(
    columns: dict[str, list[Any]], fault: tuple[str, str, int]
) -> None:
    assert faults(frame(**columns)) == [fault]


def test_all_faults_are_told_at_once() -> None:
    found = faults(frame(thing_id=["A", None], kind=["car", "cat"], size=[0, -1], is_old=[None, None]))
    assert len(found) == 8


@pytest.mark.parametrize(
    ("own", "message"),
    [
        (frame().drop("kind"), "column 'kind' not in dataframe"),
        (frame().with_columns(extra=1), "column 'extra' not in DataFrameSchema"),
        (frame().with_columns(pl.col("made_on").cast(pl.String)), "expected column 'made_on' to have type Date"),
        (frame().with_columns(pl.col("size").cast(pl.Float64)), "expected column 'size' to have type Int64"),
    ],
)
def test_another_shape_is_refused(own: pl.DataFrame, message: str) -> None:
    with pytest.raises(pa.errors.SchemaError, match=message):
        pandera_schema(THINGS).validate(own)


def test_foreign_keys_are_checked_only_into_tables_that_are_given() -> None:
    own = frame(maker_id=["acme", "bolt"])
    pandera_schema(THINGS).validate(own, lazy=True)
    makers = pl.DataFrame({"maker_id": ["acme", "cask"]})
    assert faults(own, {"makers": makers}) == [("maker_id", "foreign-key: in makers (maker_id)", 1)]
    assert pandera_schema(THINGS, {"makers": makers}).validate(frame(), lazy=True).height == 2


def test_a_view_is_unique_in_its_grain_with_empty_cells_as_any_other() -> None:
    spec = {"grain": ["team_id", "round_id"], "fields": [{"name": "team_id"}, {"name": "round_id"}]}
    schema = pandera_schema(Table("view", None, spec))
    own = pl.DataFrame({"team_id": ["a", "a", "a"], "round_id": ["r1", None, None]})
    schema.validate(own.head(2), lazy=True)
    with pytest.raises(pa.errors.SchemaErrors):
        schema.validate(own, lazy=True)


def test_the_schema_carries_the_words_of_the_contract() -> None:
    schema = dokpamo.schema("teams")
    table = package().tables["teams"]
    assert (schema.name, schema.title, schema.description) == ("teams", table.text("title"), table.text("description"))
    assert list(schema.columns) == table.columns
    assert schema.columns["team_id"].title == table.fields["team_id"].text("title")


@pytest.mark.parametrize("name", package().tables)
def test_the_record_keeps_its_own_schemas(name: str) -> None:
    own = dokpamo.to_polars(name)
    parents = {key.table: dokpamo.to_polars(key.table) for key in package().tables[name].foreign_keys}
    assert dokpamo.schema(name, parents).validate(own, lazy=True).height == own.height


def test_a_changed_record_is_refused() -> None:
    results = dokpamo.to_polars("results").with_columns(
        outcome=pl.when(pl.col("outcome") == "eliminated").then(pl.lit("fired")).otherwise("outcome")
    )
    with pytest.raises(pa.errors.SchemaErrors, match="enum: one of accepted, advanced, selected"):
        dokpamo.schema("results").validate(results, lazy=True)


def test_an_unknown_name_is_told() -> None:
    with pytest.raises(dokpamo.UnknownName, match="did you mean 'teams'"):
        dokpamo.schema("team")

"""What must hold of the index whatever the evidence says: bounds, monotony, disputes, strangers, time.

The views run on a small made-up world, so they are also shown to know no team, indicator or axis by name.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dokpamo import building, contract, known

TABLES = (
    "teams",
    "models",
    "rounds",
    "submissions",
    "dimensions",
    "indicators",
    "levels",
    "scheme_weights",
    "evidence",
)
VIEWS = ["weights", "cells", "dimensions", "gate", "scores", "dominance", "leave_one_out"]
SPEAKERS = ("government", "independent", "team", "press", "critic")
START = date(2025, 8, 1)
Row = dict[str, Any]


def world() -> duckdb.DuckDBPyConnection:
    """An empty world: the tables that the index reads, without keys, and its views."""
    package = contract.package()
    con = duckdb.connect()
    con.execute("CREATE SCHEMA record")
    con.execute(known.as_of_view(package))
    for name in TABLES:
        fields = package.tables[name].fields.values()
        columns = ", ".join(f"{field.name} {building.TYPES[field.type]}" for field in fields)
        con.execute(f"CREATE TABLE record.{name} ({columns}, known_on DATE DEFAULT DATE '2025-08-01')")
        con.execute(f"CREATE VIEW main.{name} AS SELECT * FROM record.{name}")
    for name in VIEWS:
        con.execute(f"CREATE VIEW main.independence_{name} AS {building.view_sql(f'independence_{name}')}")
    return con


def insert(con: duckdb.DuckDBPyConnection, table: str, rows: Sequence[Row]) -> None:
    for row in rows:
        columns, marks = ", ".join(row), ", ".join("?" * len(row))
        con.execute(f"INSERT INTO record.{table} ({columns}) VALUES ({marks})", list(row.values()))


def team(con: duckdb.DuckDBPyConnection, name: str) -> None:
    """A team with one model in the one round."""
    insert(con, "teams", [{"team_id": name, "name_en": name, "name_ko": name}])
    model = {"model_id": f"{name}-1", "name": name, "released_on": START, "released_on_precision": "day"}
    insert(con, "models", [model])
    insert(con, "submissions", [{"round_id": "one", "team_id": name, "model_id": f"{name}-1", "is_scored": True}])


def question(con: duckdb.DuckDBPyConnection, name: str, dimension: str, top: int, gate: int | None = None) -> None:
    is_gate = {"is_gate": gate is not None, "gate_level": gate}
    row = {"indicator_id": name, "dimension_id": dimension, "assessed_unit": "model", "name_en": name, "name_ko": name}
    insert(con, "indicators", [row | is_gate])
    insert(con, "levels", [{"indicator_id": name, "level": level} for level in range(top + 1)])


TOPS = {"root": 2, "part": 1, "shape": 3, "open": 2}


@pytest.fixture(scope="module")
def con() -> duckdb.DuckDBPyConnection:
    con = world()
    insert(con, "rounds", [{"round_id": "one"}])
    for name in ("alpha", "beta"):
        team(con, name)
    axes = {"origin": "inner", "form": "inner", "view": "outer"}
    insert(con, "dimensions", [{"dimension_id": d, "axis": axis} for d, axis in axes.items()])
    question(con, "root", "origin", 2, gate=2)
    question(con, "part", "origin", 1, gate=1)
    question(con, "shape", "form", 3)
    question(con, "open", "view", 2)
    ratios = {"origin": 5, "form": 2, "view": 1}
    insert(con, "scheme_weights", [{"scheme_id": "ours", "dimension_id": d, "weight": w} for d, w in ratios.items()])
    parts = {"root": 3, "part": 2, "shape": 1, "open": 1}
    insert(con, "scheme_weights", [{"scheme_id": "theirs", "indicator_id": i, "weight": w} for i, w in parts.items()])
    return con


@st.composite
def statements(draw: st.DrawFn, speakers: Sequence[str] = SPEAKERS) -> Row:
    indicator = draw(st.sampled_from(sorted(TOPS)))
    top = TOPS[indicator]
    low = draw(st.integers(0, top))
    name = draw(st.sampled_from(["alpha", "beta"]))
    return {
        "indicator_id": indicator,
        "team_id": name,
        "model_id": f"{name}-1",
        "public_on": START + timedelta(days=draw(st.integers(0, 20))),
        "public_on_precision": "day",
        "level_low": low,
        "level_high": draw(st.integers(low, top)),
        "finding": "stated",
        "basis": draw(st.sampled_from(["stated", "inferred"])),
        "stated_by": draw(st.sampled_from(list(speakers))),
        "is_relayed": draw(st.booleans()),
        "is_interested_party": False,
        "confidence": draw(st.sampled_from(["high", "low"])),
    }


records = st.lists(statements(), max_size=14)
quick = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def tell(con: duckdb.DuckDBPyConnection, rows: Sequence[Row]) -> None:
    """Make these the only evidence there is."""
    con.execute("DELETE FROM record.evidence")
    insert(
        con,
        "evidence",
        [{"evidence_id": f"e{n:02}", "known_on": row["public_on"]} | row for n, row in enumerate(rows)],
    )


def look(con: duckdb.DuckDBPyConnection, columns: str, view: str) -> list[tuple[Any, ...]]:
    return con.execute(f"SELECT {columns} FROM independence_{view} ORDER BY ALL").fetchall()


def bounds(con: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], tuple[int, int]]:
    cells = look(con, "model_id, indicator_id, lower_level, upper_level", "cells")
    return {(model, indicator): (low, high) for model, indicator, low, high in cells}


def gates(con: duckdb.DuckDBPyConnection) -> dict[str, str]:
    return dict(look(con, "model_id, gate", "gate"))


FIGURES = "model_id, scheme_id, dimension_id, lower, observed_low, observed_high, upper, known_cells, read_cells"


@quick
@given(records)
def test_bounds_stand_in_order(con: duckdb.DuckDBPyConnection, rows: list[Row]) -> None:
    tell(con, rows)
    for (_, indicator), (low, high) in bounds(con).items():
        assert 0 <= low <= high <= TOPS[indicator]
    for lower, observed_low, observed_high, upper in look(con, "lower, observed_low, observed_high, upper", "scores"):
        assert 0 <= lower <= upper <= 1
        if observed_low is not None:
            assert lower <= observed_low <= observed_high <= upper
    for lower, upper in look(con, "lower, upper", "leave_one_out"):
        assert 0 <= lower <= upper <= 1


@quick
@given(records.filter(bool), st.data())
def test_a_higher_level_never_lowers_an_upper_bound(
    con: duckdb.DuckDBPyConnection, rows: list[Row], data: st.DataObject
) -> None:
    tell(con, rows)
    before, gates_before = bounds(con), gates(con)
    scores_before = look(con, "model_id, scheme_id, axis, aggregation, upper", "scores")
    row = data.draw(st.sampled_from(rows))
    row["level_high"] = data.draw(st.integers(row["level_high"], TOPS[row["indicator_id"]]))
    row["level_low"] = data.draw(st.integers(row["level_low"], row["level_high"]))
    tell(con, rows)
    assert all(high >= before[cell][1] for cell, (_, high) in bounds(con).items())
    scores_after = look(con, "model_id, scheme_id, axis, aggregation, upper", "scores")
    assert all(new[4] >= old[4] for new, old in zip(scores_after, scores_before, strict=True))
    assert all(gate != "not-met" or gates_before[model] == "not-met" for model, gate in gates(con).items())


@quick
@given(records, statements(speakers=("press", "critic", "rival")))
def test_a_dispute_lowers_only_the_lower_bound(con: duckdb.DuckDBPyConnection, rows: list[Row], dispute: Row) -> None:
    tell(con, rows)
    before, gates_before = bounds(con), gates(con)
    tell(con, [*rows, dispute | {"is_interested_party": dispute["stated_by"] == "rival"}])
    after = bounds(con)
    assert all(high == before[cell][1] and low <= before[cell][0] for cell, (low, high) in after.items())
    assert all(gate != "not-met" or gates_before[model] == "not-met" for model, gate in gates(con).items())


@quick
@given(records, statements())
def test_interested_parties_move_nothing(con: duckdb.DuckDBPyConnection, rows: list[Row], row: Row) -> None:
    tell(con, rows)
    before = look(con, FIGURES, "dimensions"), look(con, "model_id, gate, basis", "gate")
    tell(con, [*rows, row | {"is_interested_party": True}])
    assert (look(con, FIGURES, "dimensions"), look(con, "model_id, gate, basis", "gate")) == before


@quick
@given(records, st.randoms())
def test_order_and_copies_change_nothing(con: duckdb.DuckDBPyConnection, rows: list[Row], random: Any) -> None:
    tell(con, rows)
    before = look(con, FIGURES, "dimensions"), look(con, "model_id, gate, basis, sentence_en", "gate")
    twice = [*rows, *rows]
    random.shuffle(twice)
    tell(con, twice)
    after = look(con, FIGURES, "dimensions"), look(con, "model_id, gate, basis, sentence_en", "gate")
    assert after == before


@quick
@given(records)
def test_strangers_change_nothing(con: duckdb.DuckDBPyConnection, rows: list[Row]) -> None:
    tell(con, rows)
    before = [row for row in look(con, FIGURES, "dimensions") if row[0] == "alpha-1"]
    tell(con, [row for row in rows if row["team_id"] == "alpha"])
    assert [row for row in look(con, FIGURES, "dimensions") if row[0] == "alpha-1"] == before


@quick
@given(records, st.integers(0, 19))
def test_what_was_known_on_a_day_needs_nothing_later(
    con: duckdb.DuckDBPyConnection, rows: list[Row], days: int
) -> None:
    day = START + timedelta(days=days)
    tell(con, [row for row in rows if row["public_on"] <= day])
    expected = look(con, FIGURES, "dimensions")
    tell(con, rows)
    con.execute(f"SET VARIABLE as_of = DATE '{day}'")
    found = look(con, FIGURES, "dimensions")
    con.execute("RESET VARIABLE as_of")
    assert found == expected


@quick
@given(records.filter(lambda rows: len(rows) > 1))
def test_what_is_superseded_is_off_from_that_day(con: duckdb.DuckDBPyConnection, rows: list[Row]) -> None:
    """A row that takes another back, without a level of its own, leaves the world as if it had not been said."""
    con.execute("RESET VARIABLE as_of")
    tell(con, rows[1:])
    expected = bounds(con)
    back = rows[0] | {"supersedes_evidence_id": "e00", "public_on": START + timedelta(days=25)}
    tell(con, [*rows, back | {"level_low": None, "level_high": None}])
    assert bounds(con) == expected


@quick
@given(records, st.sampled_from(["speaker:government", "speaker:team", "indicator:root", "dimension:form"]))
def test_leaving_one_out_is_the_what_if(con: duckdb.DuckDBPyConnection, rows: list[Row], word: str) -> None:
    tell(con, rows)
    columns = "model_id, scheme_id, axis, aggregation, lower, upper, known_share, read_share, gate"
    left = look(con, f"{columns}, dropped_kind || ':' || dropped_id", "leave_one_out")
    con.execute(f"SET VARIABLE without = ['{word}']")
    what_if = look(con, columns, "scores")
    con.execute("RESET VARIABLE without")
    assert all(row[:-1] in what_if for row in left if row[-1] == word)


def test_another_index_of_the_same_shape() -> None:
    """A hundred yes-or-no questions, every yes one point: the figure is the count of yes in a hundred."""
    con = world()
    insert(con, "rounds", [{"round_id": "one"}])
    insert(con, "dimensions", [{"dimension_id": d, "axis": "disclosure"} for d in ("upstream", "model", "downstream")])
    names = {f"q{number:03}": ("upstream", "model", "downstream")[number % 7 % 3] for number in range(100)}
    for name, dimension in names.items():
        question(con, name, dimension, top=1)
    insert(con, "scheme_weights", [{"scheme_id": "points", "indicator_id": name, "weight": 1} for name in names])
    for company, step in {"alpha": 2, "beta": 3, "gamma": 7}.items():
        team(con, company)
        answers = [
            {
                "evidence_id": f"{company}/{name}",
                "indicator_id": name,
                "team_id": company,
                "model_id": f"{company}-1",
                "public_on": START,
                "level_low": int(number % step == 0),
                "level_high": int(number % step == 0),
                "finding": "stated",
                "basis": "stated",
                "stated_by": "independent",
                "is_interested_party": False,
            }
            for number, name in enumerate(names)
        ]
        insert(con, "evidence", answers)
    totals = con.execute(
        """SELECT team_id, 100 * lower, 100 * upper, known_share FROM independence_scores
        WHERE aggregation = 'arithmetic' ORDER BY team_id"""
    ).fetchall()
    assert totals == [("alpha", 50, 50, 1), ("beta", 34, 34, 1), ("gamma", 15, 15, 1)]
    assert con.execute("FROM independence_gate").fetchall() == []

"""The tables and views that users see: known facts, contract, grain and order, on the days on which the story turned.

The facts stand in tests/audits/<view>.sql: queries that must return true, each under a comment that tells the fact;
a comment that starts "-- as of YYYY-MM-DD:" sets the day.
"""

import csv
import random
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import pandera.polars as pa
import polars as pl
import pytest
from pandera.config import ValidationDepth, config_context
from polars.testing import assert_frame_equal

from dokpamo import contract, database, known
from dokpamo.building import build, work_out
from dokpamo.checking.contracts import pandera_schema
from dokpamo.contract import Table

PACKAGE = contract.package()
AUDITS = Path(__file__).parent / "audits"
NOW = "now"
DAYS = [
    NOW,
    "2025-07-22",
    "2025-08-03",
    "2025-08-05",
    "2026-01-14",
    "2026-01-16",
    "2026-02-19",
    "2026-02-21",
    "2026-08-17",
    "2026-08-19",
]
"""The record's date, and the days around every turn: application, shortlist, selection, r1, additional call, r2."""


class Audit(NamedTuple):
    """One known fact: the view it is about, the day, what the fact is, and the query that must return true."""

    view: str
    day: str
    fact: str
    query: str


def audits() -> Iterator[Audit]:
    for file in sorted(AUDITS.glob("*.sql")):
        for block in re.split(r"\n\s*\n", file.read_text(encoding="utf-8").strip()):
            lines = block.splitlines()
            fact = " ".join(line.removeprefix("-- ") for line in lines if line.startswith("-- "))
            day = re.match(r"as of (\d{4}-\d{2}-\d{2}): ", fact)
            query = "\n".join(line for line in lines if not line.startswith("-- ")).rstrip(";")
            yield Audit(file.stem, day[1] if day else NOW, fact, query)


FACTS = list(audits())


@cache
def record() -> duckdb.DuckDBPyConnection:
    return database.open_database(PACKAGE, PACKAGE.all)


@cache
def world(day: str) -> duckdb.DuckDBPyConnection:
    """Return the one connection that shows a day, with every table and view computed once and kept."""
    con = on(record().cursor(), day)
    schema = f"day_{day.replace('-', '_')}"
    work_out(con, PACKAGE, schema)
    con.execute(f"SET search_path = '{schema},main'")
    return con


def on(con: duckdb.DuckDBPyConnection, day: str) -> duckdb.DuckDBPyConnection:
    con.execute("RESET VARIABLE as_of" if day == NOW else f"SET VARIABLE as_of = DATE '{day}'")
    return con


def frame(name: str, day: str) -> pl.DataFrame:
    """Return a table or view as DuckDB gives it on a day, without a cast: its types are part of the contract."""
    return world(day).sql(f"FROM {name}").pl()


@pytest.mark.parametrize("audit", FACTS, ids=[f"{audit.view}: {audit.fact}" for audit in FACTS])
def test_known_fact(audit: Audit) -> None:
    assert audit.fact, f"tells no fact: {audit.query}"
    assert re.search(rf"\b{audit.view}\b", audit.query), f"asks another view than {audit.view}"
    assert world(audit.day).execute(audit.query).fetchall() == [(True,)], audit.fact


def test_every_view_has_known_facts() -> None:
    assert {audit.view for audit in FACTS} == set(PACKAGE.views)
    assert len(FACTS) >= 60


@cache
def schema(name: str, is_now: bool) -> pa.DataFrameSchema:
    """Return the contract of a table or view, as the record's date or a past day shows it."""
    table = PACKAGE.get(name)
    return pandera_schema(table if is_now or table.is_view else as_shown(table))


def as_shown(table: Table) -> Table:
    """Return a table's contract as a past day shows it: what time travel hides may be empty, and nothing else."""
    later = table.known_on.get("cells", {})
    hidden = {*known.UNSEEN_UNDER_AS_OF, *(name for name, cell in later.items() if "before" not in cell)}
    if table.known_on.get("basis") != "sources":
        hidden.add("source_ids")  # the row doesn't wait for its sources
    fields = [may_be_empty(field) if field["name"] in hidden else field for field in table.spec["fields"]]
    return replace(table, spec={**table.spec, "fields": fields})


def may_be_empty(field: dict[str, Any]) -> dict[str, Any]:
    return {**field, "constraints": {**field.get("constraints", {}), "required": False}}


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("name", PACKAGE.all)
@pytest.mark.filterwarnings("ignore:Setting report_duplicates")
def test_contract_holds(name: str, day: str) -> None:
    shown = frame(name, day)
    assert shown.columns == PACKAGE.get(name).columns
    with config_context(validation_enabled=True, validation_depth=ValidationDepth.SCHEMA_AND_DATA):
        schema(name, day == NOW).validate(shown, lazy=True)


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("view", PACKAGE.views.values(), ids=lambda view: view.name)
def test_grain_is_unique(view: Table, day: str) -> None:
    assert view.grain
    shown = frame(view.name, day)
    assert shown.filter(shown.select(view.grain).is_duplicated()).is_empty()


@pytest.mark.parametrize("view", PACKAGE.views.values(), ids=lambda view: view.name)
def test_codes_are_called_as_in_the_tables(view: Table) -> None:
    names: dict[tuple[str, str], list[Any]] = {}
    for field in (field for table in PACKAGE.tables.values() for field in table.fields.values()):
        for code, label in field.spec.get("labels", {}).items():
            names.setdefault((field.name, code), []).append(label)
    for field in view.fields.values():
        for code, label in field.spec.get("labels", {}).items():
            assert label in names.get((field.name, code), [label]), f"{field.name}: {code}"


@pytest.fixture(scope="module")
def shuffled(tmp_path_factory: pytest.TempPathFactory) -> duckdb.DuckDBPyConnection:
    """The same record from seeds whose rows stand in another order, read by one thread."""
    folder = tmp_path_factory.mktemp("shuffled")
    files = {name: shuffle(PACKAGE.folder / str(table.path), folder) for name, table in PACKAGE.tables.items()}
    con = duckdb.connect(config={"threads": 1})
    build(con, PACKAGE, PACKAGE.all, files=files)
    return con


def shuffle(seed: Path, folder: Path) -> Path:
    with seed.open(encoding="utf-8", newline="") as lines:
        header, *rows = csv.reader(lines)
    random.Random(seed.name).shuffle(rows)
    with (folder / seed.name).open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines, lineterminator="\n").writerows([header, *rows])
    return folder / seed.name


@pytest.mark.parametrize("day", [NOW, "2026-01-16"])
@pytest.mark.parametrize("view", PACKAGE.views)
def test_order_depends_on_nothing_but_the_view(view: str, day: str, shuffled: duckdb.DuckDBPyConnection) -> None:
    again = on(shuffled, day).sql(f"FROM {view}").pl()
    assert_frame_equal(frame(view, day), again, rel_tol=1e-9)  # sums may add up in another order

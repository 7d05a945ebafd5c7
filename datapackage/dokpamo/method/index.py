"""The index of one record, read once for both languages: scored models, cells, weights and what-ifs."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from dokpamo.contract import Package

if TYPE_CHECKING:
    import duckdb

    from dokpamo.draws import Independence


@dataclass(frozen=True)
class Model:
    """A scored model in its round."""

    round_id: str
    team_id: str
    model_id: str
    name: str
    team: dict[str, str]


@dataclass(frozen=True)
class Round:
    """A round with scored models."""

    round_id: str
    name: dict[str, str]
    announced_on: Any


@dataclass(frozen=True)
class Cell:
    """One scored model on one indicator, as independence_cells has it."""

    model_id: str
    indicator_id: str
    dimension_id: str
    axis: str
    assessed_unit: str
    is_applicable: bool
    lower: int
    upper: int
    top: int
    is_known: bool
    is_read: bool
    basis: str | None
    gate_level: int | None
    evidence_ids: str | None

    @property
    def interval(self) -> tuple[int, int] | None:
        """The levels left possible; None where the indicator does not apply."""
        return (self.lower, self.upper) if self.is_applicable else None


Cells = dict[tuple[str, str], Cell]
"""By model and indicator."""

Figures = dict[tuple[str, str], tuple[float, float, str]]
"""Lower and upper bound and gate, by round and model."""


@dataclass(frozen=True)
class Weight:
    """How much an indicator counts in a scheme, as independence_weights has it."""

    indicator_id: str
    dimension_id: str
    axis: str
    dimension_share: float
    indicator_share: float
    is_by_indicator: bool


class Index:
    """A record's index on the record's own date.

    What stands is read from schema `published`, where every view is worked out once; what would be is read from
    the views themselves, on a cursor of its own, and leaves nothing behind.
    """

    def __init__(self, contract: Package, con: "duckdb.DuckDBPyConnection") -> None:
        self.contract = contract
        self.con = con.cursor()
        self.schema = "published"
        self.con.execute("CREATE SCHEMA IF NOT EXISTS published")
        for view in (name for name in contract.views if name.startswith("independence_")):
            self.con.execute(f"CREATE TABLE IF NOT EXISTS published.{view} AS FROM main.{view}")

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Return what a query gives."""
        return self.con.execute(query, list(values)).fetchall()

    def one(self, query: str, *values: object) -> Any:
        """Return the one value that a query gives."""
        return self.rows(query, *values)[0][0]

    def label(self, table: str, column: str, code: str, lang: str) -> str:
        """Return what a code is called, as the schema of its table or view says."""
        return self.contract.get(table).field(column).label(code, lang)

    def title(self, table: str, column: str, lang: str) -> str:
        """Return what a column is called, as the schema of its table or view says."""
        return self.contract.get(table).field(column).text("title", lang)

    def prose(self, table: str, column: str, lang: str) -> str:
        """Return SQL for a column's text in a language: its Korean twin where there is one, else English."""
        twin = f"{column}_ko"
        if lang == "ko" and twin in self.contract.tables[table].fields:
            return f"coalesce({twin}, {column}_en)"
        return f"{column}_en"

    @cached_property
    def rounds(self) -> list[Round]:
        """Rounds with scored models, in the order of the contest."""
        rows = self.rows(
            """SELECT round_id, name_en, name_ko, announced_on FROM rounds
            WHERE round_id IN (SELECT round_id FROM published.independence_scores) ORDER BY ordinal"""
        )
        return [Round(round_id, {"en": en, "ko": ko}, day) for round_id, en, ko, day in rows]

    @cached_property
    def models(self) -> list[Model]:
        """Scored models, by round and then in the order of the teams' ids."""
        rows = self.rows(
            """SELECT DISTINCT r.ordinal, s.team_id, s.model_id, round_id, model_name, team_name_en, team_name_ko
            FROM published.independence_scores s JOIN rounds r USING (round_id) ORDER BY ALL"""
        )
        return [Model(at, team, model, name, {"en": en, "ko": ko}) for _, team, model, at, name, en, ko in rows]

    def of(self, round_id: str) -> list[Model]:
        """Return the scored models of a round."""
        return [model for model in self.models if model.round_id == round_id]

    @cached_property
    def cells(self) -> Cells:
        """The cells of the scored models."""
        return self.cells_now()

    @cached_property
    def draws(self) -> "Independence":
        """The published draws, as `dokpamo.independence` gives them by default."""
        from dokpamo.draws import independence

        return independence()

    def cells_now(self) -> Cells:
        """Return the cells under the variables of the moment."""
        rows = self.rows(
            f"""SELECT model_id, indicator_id, dimension_id, axis, assessed_unit, is_applicable,
                   coalesce(lower_level, 0), coalesce(upper_level, 0), top_level, is_known, is_read, basis,
                   gate_level, evidence_ids
            FROM {self.schema}.independence_cells
            WHERE (team_id, model_id) IN (SELECT (team_id, model_id) FROM record.submissions WHERE is_scored)
            ORDER BY team_id, model_id, indicator_id"""
        )
        return {(row[0], row[1]): Cell(*row) for row in rows}

    def weights(self, scheme: str) -> list[Weight]:
        """Return what each indicator counts in a scheme."""
        rows = self.rows(
            f"""SELECT indicator_id, dimension_id, axis, dimension_share, indicator_share, is_by_indicator
            FROM {self.schema}.independence_weights WHERE scheme_id = ? ORDER BY indicator_id""",
            scheme,
        )
        return [Weight(*row) for row in rows]

    def scores_now(self) -> Figures:
        """Return bounds and gate on independence under the variables of the moment, by round and model."""
        rows = self.rows(
            f"""SELECT round_id, model_id, lower, upper, gate FROM {self.schema}.independence_scores
            WHERE scheme_id = 'editors' AND axis = 'independence' AND aggregation = 'arithmetic'"""
        )
        return {(row[0], row[1]): row[2:] for row in rows}

    @contextmanager
    def what_if(self, **variables: str) -> Iterator[None]:
        """Set variables of the views, each a SQL expression, for as long as the block lasts."""
        with self._asking_the_views():
            try:
                for name, value in variables.items():
                    self.con.execute(f"SET VARIABLE {name} = {value}")
                yield
            finally:
                for name in variables:
                    self.con.execute(f"RESET VARIABLE {name}")

    @contextmanager
    def changed(self, statement: str) -> Iterator[None]:
        """Change the record for as long as the block lasts; nothing of it is kept."""
        with self._asking_the_views():
            self.con.execute("BEGIN TRANSACTION")
            try:
                self.con.execute(statement)
                yield
            finally:
                self.con.execute("ROLLBACK")

    @contextmanager
    def _asking_the_views(self) -> Iterator[None]:
        before, self.schema = self.schema, "main"
        try:
            yield
        finally:
            self.schema = before


def listed(words: Sequence[str]) -> str:
    """Return words as a SQL list, for the variable `without`.

    >>> listed(["relayed", "speaker:team"])
    "['relayed', 'speaker:team']"
    """
    return "[" + ", ".join("'" + word.replace("'", "''") + "'" for word in words) + "]"

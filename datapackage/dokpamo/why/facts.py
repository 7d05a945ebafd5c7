"""What a page holds, as plain objects: read once, then told in any form."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """One page, release, card or report on which a statement rests."""

    source_id: str
    title: str
    publisher: str | None
    day: str | None
    url: str | None


@dataclass(frozen=True)
class Level:
    """One step of an indicator's scale, or what it means that the indicator doesn't apply."""

    level: int | None
    meaning: str


@dataclass(frozen=True)
class Indicator:
    """One question with its scale."""

    indicator_id: str
    dimension_id: str
    name: str
    question: str
    assessed_unit: str
    gate_level: int | None
    levels: tuple[Level, ...] = ()

    @property
    def top_level(self) -> int:
        return max(level.level for level in self.levels if level.level is not None)


@dataclass(frozen=True)
class Evidence:
    """One statement: who said what on which day, and what came of it."""

    evidence_id: str
    indicator_id: str
    team_id: str
    model_id: str | None
    day: str
    stated_by: str
    is_interested_party: bool
    is_relayed: bool
    finding: str
    basis: str | None
    level_low: int | None
    level_high: int | None
    claim: str
    answers_evidence_id: str | None
    answer_ids: tuple[str, ...]
    superseded_by_ids: tuple[str, ...]
    source_ids: tuple[str, ...]
    confidence: str | None
    locator: str | None
    note: str | None

    @property
    def needs_answer(self) -> bool:
        """Whether outsiders or interested parties speak to the level: never printed without the answer."""
        from_outside = self.stated_by in ("press", "critic", "rival") or self.is_interested_party
        return from_outside and self.level_low is not None


@dataclass(frozen=True)
class Cell:
    """One indicator of one model: the levels left possible and the statements that leave them."""

    indicator_id: str
    is_applicable: bool
    lower_level: int | None
    upper_level: int | None
    lower: float | None
    upper: float | None
    is_known: bool
    is_read: bool
    finding: str
    basis: str | None
    lower_evidence_ids: tuple[str, ...]
    upper_evidence_ids: tuple[str, ...]
    evidence_ids: tuple[str, ...]
    caveat: str
    withdrawn_evidence_ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Figures:
    """The bounds of one dimension of one model by the scheme shown first, and how many cells they rest on."""

    weight_share: float
    lower: float
    upper: float
    applicable_cells: int
    known_cells: int
    read_cells: int
    own_word_cells: int


@dataclass(frozen=True)
class Dimension:
    """One dimension of one model with its cells; figures only if the model is scored."""

    dimension_id: str
    name: str
    description: str
    axis: str
    figures: Figures | None = None
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True)
class Score:
    """One figure of a model: an interval by one scheme, axis and way of adding up."""

    scheme_id: str
    scheme: str
    axis: str
    aggregation: str
    lower: float
    observed_low: float | None
    observed_high: float | None
    upper: float
    known_share: float
    read_share: float
    caveat: str


@dataclass(frozen=True)
class Gate:
    """Whether the minimum condition is met by what is known, and on whose word."""

    gate: str
    basis: str | None
    sentence: str
    evidence_ids: tuple[str, ...]
    dispute_evidence_ids: tuple[str, ...]
    caveat: str


@dataclass(frozen=True)
class Unit:
    """One model of one team: in a round if it was scored there, else with its evidence alone."""

    team_id: str
    team: str
    model_id: str
    model: str
    round_id: str | None
    round: str | None
    round_ordinal: int | None
    scores: tuple[Score, ...] = ()
    gate: Gate | None = None
    dimensions: tuple[Dimension, ...] = ()

    @property
    def is_scored(self) -> bool:
        return self.round_id is not None

    def places(self) -> Iterator[tuple[str, str]]:
        """Yield the table and id of the rows that an answer to the whole part would name."""
        yield "teams", self.team_id
        yield "models", self.model_id
        if self.is_scored:
            yield "submissions", f"{self.round_id}/{self.team_id}/{self.model_id}"


@dataclass(frozen=True)
class Response:
    """What an organisation named in the record answered to one row of it, unchanged."""

    response_id: str
    table_name: str
    row_id: str
    organisation: str
    day: str
    text: str

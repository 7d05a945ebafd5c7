"""A page in order and in words: from the figures through dimension and indicator to who said what on which day.

No statement of an outsider or a rival stands without its answer or the words that none is on record; what was
taken back is told as taken back; nothing is ranked.
"""

from collections.abc import Iterator
from itertools import groupby

from dokpamo.why.cells import Cells
from dokpamo.why.facts import Cell, Dimension, Figures, Score, Unit
from dokpamo.why.page import Page
from dokpamo.why.queries import FIRST_AGGREGATION, FIRST_SCHEME
from dokpamo.why.voice import Voice
from dokpamo.why.words import described
from dokpamo.why.writing import Block, Heading, Item, Paragraph, Table


def tell(page: Page) -> Iterator[Block]:
    """Yield the blocks of a page."""
    teller = _Teller(page)
    say = teller.say
    yield Heading(1, say("title", name=page.name))
    yield Paragraph(say("as_of_past" if page.is_past else "as_of", day=page.as_of_on))
    yield Paragraph(page.caveat)
    bodies = {"dimension": teller.dimension, "indicator": teller.indicator}
    yield from bodies.get(page.kind, teller.models)()
    if page.sources and page.kind != "dimension":
        yield Heading(2, say("sources"))
        yield from teller.voice.bibliography()
    yield Paragraph(page.limits)


class _Teller:
    """Tells one page, by its kind."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.voice = Voice(page)
        self.say = self.voice.say
        self.cells = Cells(self.voice)

    def models(self) -> Iterator[Block]:
        """Yield a team's or a model's page: each scored model from its figures down to the words."""
        scored = [unit for unit in self.page.units if unit.is_scored]
        yield from (block for unit in scored for block in self.scored(unit))
        if not scored:
            yield from self.unscored()
        elif others := [f"{unit.model} ({unit.model_id})" for unit in self.page.units if not unit.is_scored]:
            yield Heading(2, self.say("others"))
            yield from (Item((other,)) for other in others)

    def unscored(self) -> Iterator[Block]:
        """Yield what is on record where nothing was scored: statements, and no figure."""
        yield Paragraph(self.say(f"nothing_scored_{self.page.kind}"))
        yield from self.voice.responses((f"{self.page.kind}s", self.page.id))
        if not self.page.evidence:
            yield Paragraph(self.say("nothing_said"))
            return
        yield Paragraph(self.say("unspoken"))
        for unit in self.page.units:
            yield Heading(2, f"{unit.team} · {unit.model}")
            yield from self.dimensions(unit)
        if not self.page.units:
            for indicator_id, rows in groupby(self.page.evidence, key=lambda row: row.indicator_id):
                yield from self.cells.question(self.voice.indicators[indicator_id], 2)
                yield from self.cells.statements([row.evidence_id for row in rows], None)

    def dimension(self) -> Iterator[Block]:
        """Yield a dimension's page: the models side by side within their round, then its indicators."""
        yield from self.voice.responses(("dimensions", self.page.id))
        counts = ("read_cells", "known_cells", "own_word_cells")
        header = (
            *map(self.say, ("team", "model", "interval")),
            *(self.voice.title("dimensions", one) for one in counts),
        )
        for name, units in self.by_round():
            yield Heading(2, name)
            yield Table(header, tuple(self.side_by_side(unit, part) for unit in units for part in unit.dimensions))
        yield Paragraph(self.say("equal_inside" if self.page.units else "nothing_scored"))
        for indicator in self.page.indicators:
            if indicator.dimension_id == self.page.id:
                yield from self.cells.question(indicator, 2)
                yield from self.carriers(indicator.indicator_id)
        if self.page.units:
            yield Paragraph(self.say("see_indicator"))

    def side_by_side(self, unit: Unit, part: Dimension) -> tuple[str, ...]:
        """Return a model's row in the table of a dimension."""
        one = part.figures
        if one is None:
            return (unit.team, unit.model)
        return (
            unit.team,
            unit.model,
            self.voice.interval(one.lower, one.upper),
            self.voice.of(one.read_cells, one.applicable_cells),
            self.voice.of(one.known_cells, one.applicable_cells),
            self.voice.of(one.own_word_cells, one.known_cells),
        )

    def carriers(self, indicator_id: str) -> Iterator[Block]:
        """Yield each model's level on an indicator with the rows that carry its bounds."""
        for name, units in self.by_round():
            yield Paragraph(f"{name}:")
            for unit, cell in self.cells_of(units):
                if cell.indicator_id == indicator_id:
                    lines = [f"{unit.team} · {unit.model}: {self.voice.levels(cell)}", *self.cells.finding(cell)]
                    if cell.lower_evidence_ids:
                        lines.append(self.say("lower_by", ids=", ".join(cell.lower_evidence_ids)))
                    if cell.upper_evidence_ids:
                        lines.append(self.say("upper_by", ids=", ".join(cell.upper_evidence_ids)))
                    yield Item(tuple(lines))

    def indicator(self) -> Iterator[Block]:
        """Yield an indicator's page: its question and scale, then each scored model's cell with the statements."""
        yield from self.cells.question(self.voice.indicators[self.page.id])
        yield Paragraph(self.say("legend" if self.page.units else "nothing_scored"))
        for name, units in self.by_round():
            yield Heading(2, name)
            for unit, cell in self.cells_of(units):
                yield Heading(3, f"{unit.team} · {unit.model}: {self.voice.levels(cell)}")
                yield from self.voice.responses(*unit.places())
                yield from self.cells.told(unit, cell, with_question=False)

    def by_round(self) -> Iterator[tuple[str, list[Unit]]]:
        """Yield the scored models of each round."""
        for name, units in groupby(self.page.units, key=lambda unit: unit.round):
            yield str(name), list(units)

    def cells_of(self, units: list[Unit]) -> Iterator[tuple[Unit, Cell]]:
        """Yield every cell of some models."""
        yield from ((unit, cell) for unit in units for part in unit.dimensions for cell in part.cells)

    def scored(self, unit: Unit) -> Iterator[Block]:
        """Yield a scored model: figures, gate, and its dimensions down to the words."""
        names = (unit.round, unit.model) if self.page.kind == "team" else (unit.round, unit.team, unit.model)
        yield Heading(2, " · ".join(map(str, names)))
        yield from self.voice.responses(*unit.places())
        first = [s for s in unit.scores if (s.scheme_id, s.aggregation) == (FIRST_SCHEME, FIRST_AGGREGATION)]
        yield Heading(3, self.say("scores"))
        yield Paragraph(f"{self.method(first[0])}:")
        shares = ("read_share", "known_share")
        header = (
            *map(self.say, ("axis", "interval", "observed")),
            *(self.voice.title("scores", one) for one in shares),
            self.say("own_word"),
        )
        yield Table(header, tuple(self.score(unit, score) for score in first))
        yield Paragraph(" ".join("{}: {}".format(*described("scores", one, self.page.lang)) for one in shares))
        yield Paragraph(self.say("other_schemes"))
        yield self.other_schemes([score for score in unit.scores if score not in first])
        yield from self.gate(unit)
        yield from self.dimensions(unit)

    def method(self, score: Score) -> str:
        """Return by which weights and which way of adding up a score is made."""
        return f"{score.scheme}, {self.voice.label('scores', 'aggregation', score.aggregation).lower()}"

    def score(self, unit: Unit, score: Score) -> tuple[str, ...]:
        """Return the row of one axis."""
        figures = [part.figures for part in unit.dimensions if part.axis == score.axis and part.figures]
        known, own = sum(one.known_cells for one in figures), sum(one.own_word_cells for one in figures)
        return (
            self.voice.label("scores", "axis", score.axis),
            self.voice.interval(score.lower, score.upper),
            self.voice.interval(score.observed_low, score.observed_high),
            self.voice.percent(score.read_share),
            self.voice.percent(score.known_share),
            self.voice.of(own, known),
        )

    def other_schemes(self, scores: list[Score]) -> Table:
        """Return the small table of all other weights and ways of adding up."""
        axes = list(dict.fromkeys(score.axis for score in scores))
        rows: dict[str, dict[str, str]] = {}
        for score in scores:
            rows.setdefault(self.method(score), {})[score.axis] = self.voice.interval(score.lower, score.upper)
        header = (self.say("scheme"), *(self.voice.label("scores", "axis", axis) for axis in axes))
        return Table(header, tuple((name, *(row.get(axis, "–") for axis in axes)) for name, row in rows.items()))

    def gate(self, unit: Unit) -> Iterator[Block]:
        """Yield the gate with its sentence, on whose word it stands, and the rows behind it."""
        gate = unit.gate
        if gate is None:
            return
        yield Heading(3, self.say("gate", gate=self.voice.label("gate", "gate", gate.gate).lower()))
        yield Paragraph(gate.sentence)
        lines = [self.voice.basis("gate", gate.basis, gate.evidence_ids)]
        if gate.evidence_ids:
            lines.append(self.say("carried_by", ids=", ".join(gate.evidence_ids)))
        if gate.dispute_evidence_ids:
            lines.append(self.say("disputed_by", ids=", ".join(gate.dispute_evidence_ids)))
        yield Paragraph(" ".join([*lines, gate.caveat]))

    def dimensions(self, unit: Unit) -> Iterator[Block]:
        """Yield each axis with its dimensions and their cells."""
        yield Paragraph(self.say("legend"))
        for axis, parts in groupby(unit.dimensions, key=lambda part: part.axis):
            yield Heading(3, self.voice.label("scores", "axis", axis))
            for part in parts:
                yield Heading(4, part.name)
                yield Paragraph(" ".join([f"{part.description}.", *self.figures(part.figures)]))
                yield from self.voice.responses(("dimensions", part.dimension_id))
                for cell in part.cells:
                    name = self.voice.indicators[cell.indicator_id].name
                    yield Heading(5, f"{name}: {self.voice.levels(cell)}")
                    yield from self.cells.told(unit, cell, with_question=True)

    def figures(self, one: Figures | None) -> Iterator[str]:
        """Yield a dimension's interval, its weight and what it rests on."""
        if one is not None:
            yield self.say(
                "part",
                interval=self.voice.interval(one.lower, one.upper),
                weight=self.voice.percent(one.weight_share),
                read=self.voice.of(one.read_cells, one.applicable_cells),
                known=self.voice.of(one.known_cells, one.applicable_cells),
            )

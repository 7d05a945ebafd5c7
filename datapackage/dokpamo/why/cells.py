"""A cell in words: the levels left possible, what was found, and every statement beside its answer."""

from collections.abc import Iterable, Iterator

from dokpamo.why.facts import Cell, Evidence, Indicator, Unit
from dokpamo.why.voice import Voice
from dokpamo.why.words import BASES, CONFIDENCE, called
from dokpamo.why.writing import Block, Heading, Item, Line, Paragraph


class Cells:
    """Tells the cells of one page; a cell of the team is told once and named afterwards."""

    def __init__(self, voice: Voice) -> None:
        self.voice, self.say = voice, voice.say
        self.told_under: dict[tuple[str, str], str] = {}

    def question(self, indicator: Indicator, level: int | None = None) -> Iterator[Block]:
        """Yield the question with its scale, for pages on which it stands once."""
        if level is not None:
            yield Heading(level, indicator.name)
        yield Paragraph(self.say("question", question=indicator.question))
        for step in indicator.levels:
            yield Item((f"{'–' if step.level is None else step.level} = {step.meaning}",))
        if indicator.gate_level is not None:
            yield Paragraph(self.say("gate_level", level=indicator.gate_level))
        yield from self.voice.responses(("indicators", indicator.indicator_id))

    def told(self, unit: Unit, cell: Cell, *, with_question: bool) -> Iterator[Block]:
        """Yield one cell of a model."""
        indicator = self.voice.indicators[cell.indicator_id]
        if indicator.assessed_unit == "team":
            above = self.told_under.setdefault((unit.team_id, cell.indicator_id), unit.model)
            if above != unit.model:
                yield Paragraph(self.say("told_above", model=above))
                return
        if with_question:
            yield Paragraph(self.say("question", question=indicator.question))
            yield from self.voice.responses(("indicators", indicator.indicator_id))
        for step in indicator.levels:
            if (step.level is None) != cell.is_applicable:
                yield Item((self.step(step.level, step.meaning, cell),))
        yield Paragraph(" ".join([*self.finding(cell), *self.belongs(indicator, cell)]))
        yield from self.statements((*cell.evidence_ids, *cell.withdrawn_evidence_ids), cell)

    def step(self, level: int | None, meaning: str, cell: Cell) -> str:
        """Return one step of the scale, marked if the evidence leaves it possible."""
        if level is None or cell.lower_level is None or cell.upper_level is None:
            return f"● {meaning}"
        return f"{'●' if cell.lower_level <= level <= cell.upper_level else '○'} {level} = {meaning}"

    def finding(self, cell: Cell) -> Iterator[str]:
        """Yield what was found and on whose word, and what no statement fixes."""
        if cell.finding == "stated":
            finding = self.voice.label("cells", "finding", cell.finding).lower()
            yield self.say("finding", finding=finding)
            yield self.voice.basis("cells", cell.basis, cell.evidence_ids)
        else:
            yield cell.caveat
        if cell.is_applicable:
            free = [not cell.lower_evidence_ids, not cell.upper_evidence_ids]
            if any(free):
                yield self.say("both_free" if all(free) else "lower_free" if free[0] else "upper_free")

    def belongs(self, indicator: Indicator, cell: Cell) -> Iterator[str]:
        """Yield whether the gate asks for the cell, and whether it is the team's."""
        if indicator.gate_level is not None and cell.is_applicable:
            yield self.say("gate_level", level=indicator.gate_level)
        if indicator.assessed_unit == "team":
            yield self.say("of_team")

    def statements(self, ids: Iterable[str], cell: Cell | None) -> Iterator[Block]:
        """Yield statements by day; an answer stands in full under what it answers, as long as that counts."""
        here = [self.voice.evidence[one] for one in ids]
        counted = {row.evidence_id for row in here if not row.superseded_by_ids}
        for row in sorted(here, key=_latest_day):
            if row.answers_evidence_id not in counted:
                yield from self.statement(row, cell, counted)

    def statement(self, row: Evidence, cell: Cell | None, counted: set[str], depth: int = 0) -> Iterator[Item]:
        """Yield one statement, then what answers it."""
        nested = [one for one in row.answer_ids if {one, row.evidence_id} <= counted]
        quoted = [one for one in row.answer_ids if one not in nested and one not in row.superseded_by_ids]
        lines: list[Line] = [" · ".join(self.head(row))]
        if row.superseded_by_ids:
            lines.append(self.end(row))
        lines.append(row.claim)
        lines += [self.quoted("answer", one) for one in quoted]
        if row.needs_answer and not row.answer_ids:
            lines.append(self.say("no_answer"))
        lines += self.voice.response_lines(("evidence", row.evidence_id))
        lines += self.remarks(row, cell)
        lines.append((f"{row.evidence_id} ← ", *self.voice.cited(row)))
        yield Item(tuple(lines), depth)
        for one in nested:
            yield from self.statement(self.voice.evidence[one], cell, counted, depth + 1)

    def head(self, row: Evidence) -> Iterator[str]:
        """Yield day, speaker, level or gap, and how far it is the speaker's own word."""
        yield row.day
        yield self.voice.speaker(row)
        if row.superseded_by_ids:
            yield self.say("no_longer")
        if row.finding != "stated":
            yield self.voice.label("cells", "finding", row.finding).lower()
        elif row.level_low is None:
            yield self.say("no_level")
        else:
            yield self.say("level", levels=self.voice.span(row.level_low, row.level_high))
        if row.basis and row.level_low is not None:
            yield called(BASES, row.basis, self.voice.page.lang)
        if row.is_relayed:
            yield self.say("relayed")
        if row.confidence:
            yield self.say("confidence", confidence=called(CONFIDENCE, row.confidence, self.voice.page.lang))

    def remarks(self, row: Evidence, cell: Cell | None) -> Iterator[Line]:
        """Yield what a statement does to the cell, and what the editors note on it."""
        if answered := self.voice.evidence.get(row.answers_evidence_id or ""):
            is_here = answered.indicator_id == row.indicator_id
            yield (
                self.say("answers", id=answered.evidence_id)
                if is_here
                else self.quoted("answers_elsewhere", answered.evidence_id)
            )
        if cell is not None:
            lower, upper = row.evidence_id in cell.lower_evidence_ids, row.evidence_id in cell.upper_evidence_ids
            if lower or upper:
                yield self.say("carries_both" if lower and upper else "carries_lower" if lower else "carries_upper")
        if row.is_interested_party and row.level_low is not None and not row.superseded_by_ids:
            yield self.say("interested")
        if self.voice.page.lang == "en" and row.note:
            yield self.say("note", note=row.note)

    def end(self, row: Evidence) -> str:
        """Return since when a statement no longer counts, by which later ones, and whether its speaker took it back."""
        successors = [self.voice.evidence[one] for one in row.superseded_by_ids]
        is_taken_back = any(one.level_low is None and one.stated_by == row.stated_by for one in successors)
        ids = ", ".join(f"{one.day} {one.evidence_id}" for one in successors)
        return self.say("withdrawn" if is_taken_back else "replaced", day=successors[0].day, ids=ids)

    def quoted(self, phrase: str, evidence_id: str) -> Line:
        """Return in short, with its sources, what answers a statement or is answered by it."""
        row = self.voice.evidence[evidence_id]
        text = self.say(phrase, day=row.day, speaker=self.voice.speaker(row), claim=row.claim, id=evidence_id)
        return (f"{text} ← ", *self.voice.cited(row))


def _latest_day(row: Evidence) -> tuple[str, str]:
    """Sort by the last day that a month or year can mean."""
    return f"{row.day}-99"[:10], row.evidence_id

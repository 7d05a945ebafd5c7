"""What each choice of the method does to the figures of today: the same record, counted in another way."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from math import sqrt

from dokpamo.method import drawing
from dokpamo.method.index import Cells, Figures, Index, listed
from dokpamo.method.outcomes import Outcome, outcomes
from dokpamo.method.scoring import Bounds, bounds, gates

CHANGES = {
    "disputes-as-findings": "stated_by = 'independent' WHERE stated_by IN ('press', 'critic')",
    "interested-parties-heard": "is_interested_party = false, stated_by = 'critic' WHERE is_interested_party",
    "inferred-lowers-upper": "basis = 'stated' WHERE basis = 'inferred'",
    "team-lowers-nothing": "basis = 'inferred' WHERE basis = 'stated' AND stated_by = 'team'",
    "relayed-as-press": "stated_by = 'press' WHERE is_relayed AND stated_by IN ('government', 'independent', 'team')",
    "nothing-taken-back": "supersedes_evidence_id = NULL WHERE supersedes_evidence_id IS NOT NULL",
    "module-full-marks": """finding = 'stated', basis = 'stated', stated_by = 'independent', level_low = s.top,
        level_high = s.top FROM (SELECT indicator_id AS id, max(level) AS top FROM record.levels GROUP BY ALL) s
        WHERE s.id = evidence.indicator_id AND finding = 'not-applicable'""",
    "module-open": "finding = 'not-read', basis = NULL WHERE finding = 'not-applicable'",
    "month-from-first-day": "public_on_precision = 'day' WHERE public_on_precision <> 'day'",
}
"""Choices undone by coding the evidence otherwise: the rest of an UPDATE of record.evidence."""

LEFT_OUT = {
    "disputes-left-out": ("speaker:press", "speaker:critic"),
    "inferred-left-out": ("basis:inferred",),
    "low-left-out": ("confidence:low",),
}
"""Choices undone by leaving evidence out, in the words of the variable `without`."""

NO_OBJECTION = """FROM evidence JOIN indicators USING (indicator_id)
    WHERE is_gate AND stated_by = 'government' AND evidence.basis = 'inferred'"""
"""The rows that read an evaluation without objection as evidence on the minimum condition."""


@dataclass(frozen=True)
class Effect:
    """How far two ways of counting are apart, over all scored models."""

    cells: int
    all_cells: int
    lower: float
    upper: float
    gates: int
    all_gates: int


class Effects:
    """The measured effects of one index; each is worked out when a page first asks for it."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.published = bounds(index.cells, index.weights("editors"))
        self.known: dict[str, Effect] = {}
        self.without: dict[str, Figures] = {}
        self.on_days: dict[str, tuple[int, int]] = {}

    @cached_property
    def draw_changes(self) -> dict[str, float]:
        """How far shares of draws move at most under each other way of drawing, in points of a hundred."""
        published = drawing.shares(self.index)
        return {
            name: drawing.largest_change(self.index, choice, published) for name, choice in drawing.OTHERWISE.items()
        }

    @cached_property
    def outcomes(self) -> list[Outcome]:
        """The official outcomes that stand beside the figures."""
        return outcomes(self.index)

    def left_out(self, word: str) -> Figures:
        """Return bounds and gate of each model, by round and model, without what the word names; '' for all."""
        if word not in self.without:
            with self.index.what_if(**({"without": listed([word])} if word else {})):
                self.without[word] = self.index.scores_now()
        return self.without[word]

    def on_the_days(self, choice: str) -> tuple[int, int]:
        """Return how many cells a choice of coding changes on the days of the results, and how many there are."""
        if choice not in self.on_days:
            self.on_days[choice] = cells_on_the_rounds_days(self.index, choice)
        return self.on_days[choice]

    def of(self, choice: str) -> Effect:
        """Return the effect of undoing a choice, against the editors' weights and the weighted mean."""
        if choice not in self.known:
            self.known[choice] = self._measured(choice)
        return self.known[choice]

    def _measured(self, choice: str) -> Effect:
        if choice in CHANGES:
            with self.index.changed(f"UPDATE record.evidence SET {CHANGES[choice]}"):
                return self._against(self.index.cells_now())
        if choice in LEFT_OUT:
            with self.index.what_if(without=listed(LEFT_OUT[choice])):
                return self._against(self.index.cells_now())
        if choice == "no-objection-left-out":
            rows = self.index.rows(f"SELECT 'evidence:' || evidence_id {NO_OBJECTION} ORDER BY ALL")
            with self.index.what_if(without=listed([word for (word,) in rows])):
                return self._against(self.index.cells_now())
        return self._against(self.index.cells, OTHERWISE[choice](self.index))

    def _against(self, cells: Cells, other: Bounds | None = None) -> Effect:
        before, after = self.published, other or bounds(cells, self.index.weights("editors"))
        ways = [(after[key][0] - low, after[key][1] - high) for key, (low, high) in before.items()]
        changed = sum(cells[key].interval != cell.interval for key, cell in self.index.cells.items())
        old, new = gates(self.index.cells), gates(cells)
        return Effect(
            cells=changed,
            all_cells=len(self.index.cells),
            lower=max((low for low, _ in ways), key=abs),
            upper=max((high for _, high in ways), key=abs),
            gates=sum(new[model] != gate for model, gate in old.items()),
            all_gates=len(old),
        )


def _every_indicator_the_same(index: Index) -> Bounds:
    names = [name for (name,) in index.rows("SELECT indicator_id FROM indicators ORDER BY ALL")]
    with index.what_if(weights="MAP {" + ", ".join(f"'{name}': 1" for name in names) + "}"):
        return bounds(index.cells, index.weights("own"))


def _one_figure(index: Index) -> Bounds:
    """Disclosure as one more dimension of independence, with the average weight of the others."""
    apart = bounds(index.cells, index.weights("editors"))
    dimensions: int = index.one("SELECT count(*) FROM dimensions WHERE axis = 'independence'")

    def joined(model: str, end: int) -> float:
        own, shown = apart[model, "independence"][end], apart[model, "disclosure"][end]
        return (dimensions * own + shown) / (dimensions + 1)

    return apart | {(m, "independence"): (joined(m, 0), joined(m, 1)) for m, axis in apart if axis == "independence"}


def _bent(value: Callable[[float], float]) -> Callable[[Index], Bounds]:
    return lambda index: bounds(index.cells, index.weights("editors"), value=lambda level, top: value(level / top))


OTHERWISE: dict[str, Callable[[Index], Bounds]] = {
    "every-indicator-the-same": _every_indicator_the_same,
    "one-figure": _one_figure,
    "steps-grow": _bent(lambda share: share * share),
    "steps-shrink": _bent(sqrt),
}
"""Choices undone by adding the same cells up otherwise."""


def floors(index: Index, floor: float) -> float:
    """Return the largest change of a bound of the geometric mean where a dimension's floor is another."""
    weights = index.weights("editors")
    before, after = (bounds(index.cells, weights, floor=each) for each in (0.05, floor))
    return max((after[key][end] - before[key][end] for key in before for end in (0, 1)), key=abs)


def cells_on_the_rounds_days(index: Index, choice: str) -> tuple[int, int]:
    """Return how many cells differ on the day of their round's result, and how many there are."""
    changed = total = 0
    for each in index.rounds:
        with index.what_if(as_of=f"DATE '{each.announced_on}'"):
            before = index.cells_now()
            with index.changed(f"UPDATE record.evidence SET {CHANGES[choice]}"):
                after = index.cells_now()
        names = {model.model_id for model in index.of(each.round_id)}
        pairs = [(cell, after[key]) for key, cell in before.items() if cell.model_id in names]
        total += len(pairs)
        changed += sum(cell.interval != other.interval for cell, other in pairs)
    return changed, total


def disagreeing_cells(index: Index) -> int:
    """Return in how many cells of scored models the bearing rows leave no level in common."""
    count: int = index.one(
        """WITH said AS (
            SELECT model_id, indicator_id, unnest(string_split(evidence_ids, ';')) AS evidence_id
            FROM published.independence_cells
            WHERE (team_id, model_id) IN (SELECT (team_id, model_id) FROM record.submissions WHERE is_scored)
        )
        SELECT count(*) FROM (
            SELECT s.model_id, s.indicator_id FROM said s JOIN record.evidence e USING (evidence_id)
            WHERE e.level_low IS NOT NULL AND NOT e.is_interested_party
              AND e.stated_by IN ('government', 'independent', 'team')
            GROUP BY ALL HAVING max(e.level_low) > min(e.level_high))"""
    )
    return count

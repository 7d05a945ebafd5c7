"""The index in a few lines of Python, so that choices can be measured that the views don't offer.

Under the published choices it gives what independence_scores and independence_gate give; a test holds them together.
"""

from collections.abc import Callable, Iterable
from math import exp, log

from dokpamo.method.index import Cells, Weight

Bounds = dict[tuple[str, str], tuple[float, float]]
"""Lower and upper bound, by model and axis."""


def equal_steps(level: int, top: int) -> float:
    """Return the value of a level: steps are equal, from 0 to 1."""
    return level / top


def bounds(
    cells: Cells,
    weights: Iterable[Weight],
    floor: float | None = None,
    value: Callable[[int, int], float] = equal_steps,
) -> Bounds:
    """Return the bounds of every model and axis: the weighted mean, or with a `floor` the geometric one."""
    sides: dict[tuple[str, str], dict[str, list[float]]] = {}
    by_indicator = {weight.indicator_id: weight for weight in weights}
    for cell in cells.values():
        weight = by_indicator.get(cell.indicator_id)
        if weight is None or not cell.is_applicable:
            continue
        unit = sides.setdefault((cell.model_id, cell.axis), {})
        side = unit.setdefault(cell.dimension_id, [0.0, 0.0, 0.0, weight.dimension_share, weight.is_by_indicator])
        for place, add in enumerate((1.0, value(cell.lower, cell.top), value(cell.upper, cell.top))):
            side[place] += weight.indicator_share * add
    return {key: (_total(unit, 1, floor), _total(unit, 2, floor)) for key, unit in sides.items()}


def _total(unit: dict[str, list[float]], place: int, floor: float | None) -> float:
    parts = []
    for side in unit.values():
        inside, of_axis, is_by_indicator = side[0], side[3], side[4]
        parts.append((of_axis * (inside if is_by_indicator else 1.0), side[place] / inside))
    whole = sum(weight for weight, _ in parts)
    if floor is None:
        return sum(weight * x for weight, x in parts) / whole
    return exp(sum(weight * log(max(x, floor)) for weight, x in parts) / whole)


def gates(cells: Cells) -> dict[str, str]:
    """Return each model's gate: met, not-met or open."""
    asked: dict[str, list[tuple[bool, bool]]] = {}
    for cell in cells.values():
        if cell.gate_level is not None and cell.is_applicable:
            below, reached = cell.upper < cell.gate_level, cell.lower >= cell.gate_level
            asked.setdefault(cell.model_id, []).append((below, reached))
    return {
        model: "not-met" if any(below for below, _ in ends) else "met" if all(at for _, at in ends) else "open"
        for model, ends in asked.items()
    }

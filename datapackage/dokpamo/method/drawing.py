"""Draws under other choices than the published ones, to see how far these choices move a share of draws.

The published shares come from `dokpamo.independence`. Here the same is drawn anew with the choices open: how
close dimension weights stay to the scheme's, which ways of adding up take part, how an open cell is drawn.
"""

from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import permutations
from typing import TYPE_CHECKING

from dokpamo.draws import CONCENTRATION, FLOOR
from dokpamo.method.index import Cell, Index

if TYPE_CHECKING:
    import numpy as np

DRAWS = 50_000


@dataclass(frozen=True)
class Choice:
    """How to draw; the defaults are the published choices."""

    scheme: str = "editors"
    concentration: float = CONCENTRATION
    geometric_share: float = 0.5
    is_ends_only: bool = False
    seed: int = 1


PUBLISHED = Choice()
OTHERWISE = {
    "wider-weights": replace(PUBLISHED, concentration=CONCENTRATION / 4),
    "narrower-weights": replace(PUBLISHED, concentration=CONCENTRATION * 4),
    "around-equal-weights": replace(PUBLISHED, scheme="equal"),
    "arithmetic-only": replace(PUBLISHED, geometric_share=0),
    "geometric-only": replace(PUBLISHED, geometric_share=1),
    "ends-only": replace(PUBLISHED, is_ends_only=True),
    "another-seed": replace(PUBLISHED, seed=2),
}


def shares(index: Index, choice: Choice = PUBLISHED, axis: str = "independence") -> dict[tuple[str, str], float]:
    """Return in what share of draws one model stands above another of its round, by both models' ids."""
    import numpy as np

    stream = _Streams(choice.seed)
    weights = {weight.indicator_id: weight for weight in index.weights(choice.scheme) if weight.axis == axis}
    gammas = {
        name: stream.of("dimension", name).gamma(choice.concentration * share, size=DRAWS)
        for name, share in {w.dimension_id: w.dimension_share for w in weights.values()}.items()
    }
    is_geometric = stream.of("aggregation").random(DRAWS) < choice.geometric_share
    drawn: dict[str, np.ndarray] = {}
    for model in index.models:
        cells = [c for c in index.cells.values() if c.model_id == model.model_id and c.is_applicable]
        sides: dict[str, list[np.ndarray]] = {}
        for cell in (c for c in cells if c.indicator_id in weights):
            weight = weights[cell.indicator_id]
            total, inside = sides.setdefault(cell.dimension_id, [np.zeros(DRAWS), np.zeros(1)])
            total += weight.indicator_share * _value(cell, stream, choice)
            inside += weight.indicator_share
        whole, mean, logs = np.zeros(DRAWS), np.zeros(DRAWS), np.zeros(DRAWS)
        by_indicator = {w.dimension_id for w in weights.values() if w.is_by_indicator}
        for name, (total, inside) in sides.items():
            gamma = gammas[name] * (inside if name in by_indicator else 1)
            whole += gamma
            mean += gamma * total / inside
            logs += gamma * np.log(np.maximum(total / inside, FLOOR))
        drawn[model.model_id] = np.where(is_geometric, np.exp(logs / whole), mean / whole)
    return {
        (one.model_id, other.model_id): float((drawn[one.model_id] - drawn[other.model_id] > 1e-12).mean())
        for one, other in permutations(index.models, 2)
        if one.round_id == other.round_id
    }


def largest_change(index: Index, choice: Choice, published: dict[tuple[str, str], float]) -> float:
    """Return the largest change of a share of draws, in points of a hundred."""
    other = shares(index, choice)
    return 100 * max((abs(other[pair] - share) for pair, share in published.items()), default=0.0)


class _Streams:
    """Random numbers of one thing alone, so that a choice moves only what it is about."""

    def __init__(self, seed: int) -> None:
        self.seed = seed

    def of(self, *name: str) -> "np.random.Generator":
        import numpy as np

        words = np.frombuffer(sha256("/".join(name).encode()).digest()[:16], dtype="<u4")
        return np.random.Generator(np.random.PCG64(np.random.SeedSequence([self.seed, *words.tolist()])))


def _value(cell: Cell, stream: _Streams, choice: Choice) -> "np.ndarray":
    import numpy as np

    if cell.lower == cell.upper:
        return np.full(DRAWS, cell.lower / cell.top)
    random = stream.of("cell", cell.model_id, cell.indicator_id)
    if choice.is_ends_only:
        return (cell.lower + (cell.upper - cell.lower) * random.integers(2, size=DRAWS)) / cell.top
    return random.integers(cell.lower, cell.upper, size=DRAWS, endpoint=True) / cell.top

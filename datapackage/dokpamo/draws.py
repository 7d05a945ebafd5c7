"""How far the order of models depends on weights and open cells: seeded draws over the independence index.

The bounds are exact and stand in the views. Draws answer one more question, how often a model stands above
another of its round when dimension weights, the way of adding up and the open cells all vary. The answer
is a share of draws under those choices, never a probability.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256
from itertools import combinations, groupby
from typing import TYPE_CHECKING, Any

from dokpamo import database
from dokpamo.errors import DokpamoError, MissingExtra, UnknownName

if TYPE_CHECKING:
    import duckdb
    import numpy as np

CONCENTRATION = 20
"""How close the drawn dimension weights stay to the scheme's: Dirichlet(20 x shares), the editors' choice."""

FLOOR = 0.05
"""A dimension never counts less in the geometric mean, as in independence_scores."""

WORDS = ("relayed", "interested-party")
KINDS = {
    "speaker": "SELECT DISTINCT stated_by FROM record.evidence",
    "indicator": "SELECT indicator_id FROM indicators",
    "dimension": "SELECT dimension_id FROM dimensions",
    "evidence": "SELECT evidence_id FROM record.evidence",
    "confidence": "SELECT DISTINCT confidence FROM record.evidence",
    "basis": "SELECT DISTINCT basis FROM record.evidence WHERE basis IS NOT NULL",
}
"""What `drop` can name, and where the names stand."""

KINDS_KO = {
    "speaker": "진술 주체는",
    "indicator": "지표는",
    "dimension": "영역은",
    "evidence": "근거는",
    "confidence": "신뢰도는",
    "basis": "판단 방식은",
}


class BadChoice(DokpamoError, ValueError):
    """Weights, draws or a day for which there is no index."""


@dataclass(frozen=True)
class Interval:
    """One scored model on one axis: its exact bounds (weighted mean), and the span of nine tenths of the draws."""

    round_id: str
    team_id: str
    model_id: str
    axis: str
    lower: float
    upper: float
    drawn_low: float
    drawn_high: float
    gate: str | None
    basis: str | None


@dataclass(frozen=True)
class Share:
    """In what share of the draws one model stands above another of its round, on one axis."""

    round_id: str
    axis: str
    team_id: str
    model_id: str
    other_team_id: str
    other_model_id: str
    share_of_draws: float


@dataclass(frozen=True)
class Independence:
    """What the draws gave, with all that it takes to draw them again."""

    as_of_on: date
    scheme_id: str
    weights: dict[str, float] | None
    drop: tuple[str, ...]
    draws: int
    seed: int
    intervals: tuple[Interval, ...]
    shares: tuple[Share, ...]
    caveat_en: str = (
        "A share of draws under the editors' choices, no probability and no rank. Bounds are exact; "
        "an open cell says something about the record, not about the team."
    )
    caveat_ko: str = (
        "편집자가 정한 조건에서의 추출 비율이며 확률이나 순위가 아님. 상한과 하한은 정확한 값이고, "
        "열린 항목은 기록의 상태일 뿐 팀에 대한 판단이 아님."
    )

    def matrix(self, round_id: str, axis: str = "independence") -> dict[str, dict[str, float]]:
        """Return the share of draws in which the row's model stands above the column's, by model id."""
        rows: dict[str, dict[str, float]] = {}
        for share in self.shares:
            if (share.round_id, share.axis) == (round_id, axis):
                rows.setdefault(share.model_id, {})[share.other_model_id] = share.share_of_draws
        return rows

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON; the day as ISO text."""
        return {**asdict(self), "as_of_on": self.as_of_on.isoformat()}


def independence(
    as_of: "str | date | None" = None,
    scheme: str = "editors",
    draws: int = 100_000,
    seed: int = 1,
    weights: Mapping[str, float] | None = None,
    drop: Iterable[str] = (),
) -> Independence:
    """Draw dimension weights, aggregation and open cells; return intervals and shares of draws by round.

    `weights` maps dimensions or indicators to ratios and takes the place of the scheme. `drop` leaves out
    'speaker:government', 'indicator:<id>', 'dimension:<id>', 'evidence:<id>', 'confidence:low',
    'basis:inferred', 'relayed' or 'interested-party'. The same input gives the same figures, and leaving
    out one model changes none of another's. Raises `BadChoice`, `BadDay` or `UnknownName`.

    >>> result = independence("2026-01-15", draws=1000)
    >>> result.matrix("r1")["a-x-k1"]["hyperclova-x-seed-32b-think"] > 0.9
    True
    """
    if draws < 1 or seed < 0:
        raise BadChoice(
            f"{draws} draws with seed {seed}: write at least one draw and a seed of 0 or more",
            f"추출 횟수 {draws}, 시드 {seed}: 횟수는 1 이상, 시드는 0 이상으로 쓰세요",
        )
    con = connect(as_of, scheme, weights, drop)
    scheme = "own" if weights else scheme
    drawn = _draw(con, scheme, draws, seed)
    day = con.execute("SELECT day FROM record.as_of").fetchall()[0][0]
    scores = con.execute(
        """SELECT round_id, team_id, model_id, axis, lower, upper, gate, basis FROM independence_scores
        WHERE scheme_id = ? AND aggregation = 'arithmetic' ORDER BY ALL""",
        [scheme],
    ).fetchall()
    if not scores:
        raise BadChoice(
            f"no scored model with the scheme {scheme!r} is on record on {day}",
            f"{day}까지 기록된 평가 대상 모델이 없습니다(가중치 방식 {scheme!r})",
        )
    intervals = tuple(_interval(row, drawn[row[1:4]]) for row in scores)
    return Independence(
        day, scheme, dict(weights) if weights else None, tuple(drop), draws, seed, intervals, _shares(intervals, drawn)
    )


def connect(
    as_of: "str | date | None" = None,
    scheme: str = "editors",
    weights: Mapping[str, float] | None = None,
    drop: Iterable[str] = (),
) -> "duckdb.DuckDBPyConnection":
    """Return a private connection with the independence views, the what-if set in their two variables.

    >>> con = connect("2026-01-15", drop=["speaker:government"])
    >>> con.execute("SELECT DISTINCT gate FROM independence_gate ORDER BY gate").fetchall()
    [('met',), ('open',)]
    """
    names = "independence_scores independence_dominance independence_leave_one_out schemes evidence"
    con = database.connect_for(names, as_of)
    if weights is not None:
        _check_weights(con, weights)
        entries = ", ".join(f"'{name}': {float(ratio)!r}" for name, ratio in weights.items())
        con.execute(f"SET VARIABLE weights = MAP {{{entries}}}")
    else:
        _check_name(con, ("scheme", "가중치 방식은"), scheme, "SELECT scheme_id FROM schemes")
    words = list(drop)
    for word in words:
        _check_word(con, word)
    if words:
        con.execute(f"SET VARIABLE without = [{', '.join(map(repr, words))}]")
    return con


def _check_weights(con: "duckdb.DuckDBPyConnection", weights: Mapping[str, float]) -> None:
    for name, ratio in weights.items():
        query = f"{KINDS['dimension']} UNION ALL {KINDS['indicator']}"
        _check_name(con, ("dimension or indicator", "영역이나 지표는"), name, query)
        if not 0 <= ratio < float("inf"):
            raise BadChoice(
                f"the weight of {name} is {ratio}: write 0 or more", f"{name} 가중치 {ratio}: 0 이상으로 쓰세요"
            )
    if not any(weights.values()):
        raise BadChoice(
            "all weights are zero: give at least one dimension or indicator more",
            "가중치가 모두 0입니다. 영역이나 지표 하나 이상에 더 주세요",
        )


def _check_word(con: "duckdb.DuckDBPyConnection", word: str) -> None:
    kind, _, name = word.partition(":")
    if kind in KINDS and name:
        _check_name(con, (kind, KINDS_KO[kind]), name, KINDS[kind])
    elif word not in WORDS:
        known = [*WORDS, *(f"{kind}:{name}" for kind in KINDS)]
        raise UnknownName("thing to drop", word, known, "제외 항목은")


def _check_name(con: "duckdb.DuckDBPyConnection", kind: tuple[str, str], name: str, query: str) -> None:
    known = [row[0] for row in con.execute(query).fetchall()]
    if name not in known:
        raise UnknownName(kind[0], name, known, kind[1])


Key = tuple[str, str, str]
"""team_id, model_id, axis"""


def _draw(con: "duckdb.DuckDBPyConnection", scheme: str, draws: int, seed: int) -> "dict[Key, np.ndarray]":
    """Return each unit's drawn score; weights and aggregation of a draw are the same for all."""
    try:
        import numpy as np
    except ImportError:
        raise MissingExtra("numpy", "independence") from None

    def stream(*name: str) -> np.random.Generator:
        """Return the random numbers of one thing alone, so that nothing else moves them."""
        words = np.frombuffer(sha256("/".join(name).encode()).digest()[:16], dtype="<u4")
        return np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, *words.tolist()])))

    cells = con.execute(
        """SELECT team_id, model_id, w.axis, w.dimension_id, dimension_share, is_by_indicator,
               indicator_id, lower_level, upper_level, top_level, indicator_share
        FROM independence_cells c
        JOIN independence_weights w USING (indicator_id)
        WHERE scheme_id = ? AND is_applicable
          AND (team_id, model_id) IN (SELECT (team_id, model_id) FROM record.submissions WHERE is_scored)
        ORDER BY ALL""",
        [scheme],
    ).fetchall()
    is_geometric = stream("aggregation").random(draws) < 0.5
    gammas = {
        dimension: stream("dimension", dimension).gamma(CONCENTRATION * share, size=draws)
        for dimension, share in _dimension_shares(cells).items()
    }
    result: dict[Key, np.ndarray] = {}
    for key, of_unit in groupby(cells, key=lambda cell: cell[:3]):
        total, sum_of, log_of = np.zeros(draws), np.zeros(draws), np.zeros(int(is_geometric.sum()))
        for (dimension, is_by_indicator), group in groupby(of_unit, key=lambda cell: (cell[3], cell[5])):
            value, inside = np.zeros(draws), 0.0
            for *_, indicator, low, high, top, share in group:
                inside += share
                value += low * share / top
                if high > low:
                    steps = stream("cell", *key[:2], indicator).integers(high - low + 1, size=draws, dtype=np.uint8)
                    value += steps * (share / top)
            value /= inside
            weight = gammas[dimension] * (inside if is_by_indicator else 1.0)
            total += weight
            sum_of += weight * value
            log_of += weight[is_geometric] * np.log(np.maximum(value[is_geometric], FLOOR))
        score = sum_of / total
        score[is_geometric] = np.exp(log_of / total[is_geometric])
        result[key] = score
    return result


def _dimension_shares(cells: list[tuple[Any, ...]]) -> dict[str, float]:
    """Return each dimension's share of its axis, among those that are in play at all."""
    shares = {(cell[2], cell[3]): float(cell[4]) for cell in cells}
    totals: dict[str, float] = {}
    for (axis, _), share in sorted(shares.items()):
        totals[axis] = totals.get(axis, 0.0) + share
    return {dimension: share / totals[axis] for (axis, dimension), share in sorted(shares.items())}


def _interval(row: tuple[Any, ...], drawn: "np.ndarray") -> Interval:
    import numpy as np

    low, high = np.quantile(drawn, [0.05, 0.95])
    round_id, team_id, model_id, axis, lower, upper, gate, basis = row
    low, high = round(float(low), 6), round(float(high), 6)
    return Interval(round_id, team_id, model_id, axis, lower, upper, low, high, gate, basis)


def _shares(intervals: tuple[Interval, ...], drawn: "dict[Key, np.ndarray]") -> tuple[Share, ...]:
    def place(unit: Interval) -> tuple[str, str]:
        return unit.round_id, unit.axis

    shares = []
    for (round_id, axis), group in groupby(sorted(intervals, key=place), key=place):
        for one, other in combinations(group, 2):
            difference = drawn[one.team_id, one.model_id, axis] - drawn[other.team_id, other.model_id, axis]
            for upper, lower, is_above in ((one, other, difference > 1e-12), (other, one, difference < -1e-12)):
                above = round(float(is_above.mean()), 6)
                ids = (upper.team_id, upper.model_id, lower.team_id, lower.model_id)
                shares.append(Share(round_id, axis, *ids, above))
    return tuple(sorted(shares, key=lambda share: (share.round_id, share.axis, share.team_id, share.other_team_id)))

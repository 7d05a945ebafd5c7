"""The figures beside the official outcomes: reported with n, never tuned to."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import factorial, prod, sqrt

from dokpamo.method.index import Index, Round

STAYED = ("advanced", "selected")


@dataclass(frozen=True)
class Outcome:
    """What is known of every scored model of a round: the team's result, or points that all of them have."""

    round: Round
    criterion_id: str | None
    name: dict[str, str]
    official: int
    values: tuple[float, ...]

    @property
    def n(self) -> int:
        """How many units there are."""
        return len(self.values)

    @property
    def smallest_p(self) -> float:
        """The smallest two-sided p that any order of so few values can reach."""
        ties = prod(factorial(count) for count in Counter(self.values).values())
        return min(1.0, 2 * ties / factorial(self.n))


def outcomes(index: Index) -> list[Outcome]:
    """Return the result of every round, and each criterion with published points of all its scored teams."""
    found = []
    for each in index.rounds:
        teams = [model.team_id for model in index.of(each.round_id)]
        results = dict(index.rows("SELECT team_id, outcome FROM results WHERE round_id = ?", each.round_id))
        found.append(Outcome(each, None, {}, len(teams), tuple(float(results[team] in STAYED) for team in teams)))
        criteria = index.rows(
            "SELECT criterion_id, name_en, name_ko FROM criteria WHERE round_id = ? ORDER BY criterion_id",
            each.round_id,
        )
        for criterion_id, name_en, name_ko in criteria:
            points = index.rows(
                """SELECT team_id, points, is_official FROM scores
                WHERE criterion_id = ? AND statistic = 'team'""",
                criterion_id,
            )
            known = {team: value for team, value, _ in points}
            if set(teams) <= set(known):
                official = sum(is_official for team, _, is_official in points if team in teams)
                name = {"en": name_en, "ko": name_ko}
                found.append(Outcome(each, criterion_id, name, official, tuple(known[team] for team in teams)))
    return found


def kendall(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Return Kendall's tau-b, which allows for ties; None where one side is all the same.

    >>> kendall([1, 2, 3], [10, 20, 30]), kendall([1, 2, 3], [3, 2, 1]), kendall([1, 2], [5, 5])
    (1.0, -1.0, None)
    """
    pairs = [(i, j) for i in range(len(one)) for j in range(i)]
    signs = [(_sign(one[i] - one[j]), _sign(other[i] - other[j])) for i, j in pairs]
    untied = [sum(sign[side] != 0 for sign in signs) for side in (0, 1)]
    if 0 in untied:
        return None
    return sum(a * b for a, b in signs) / sqrt(untied[0] * untied[1])


def _sign(difference: float) -> int:
    return (difference > 0) - (difference < 0)

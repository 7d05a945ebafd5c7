"""The field at a glance: teams down, rounds across, and where they meet what came of it.

Told once for the README and the workbook.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dokpamo.contract import package

if TYPE_CHECKING:
    import duckdb

SIGNS = {
    "accepted": "○", "advanced": "○", "selected": "●", "not-selected": "✕", "eliminated": "✕",
    "did-not-apply": "–", "pending": "…",
}  # fmt: skip
"""A sign an outcome: in, out, neither, to come."""


@dataclass(frozen=True)
class Named:
    """A team or round with its names."""

    id: str
    en: str
    ko: str

    def name(self, lang: str) -> str:
        """Return the name in a language."""
        return self.ko if lang == "ko" else self.en


@dataclass(frozen=True)
class Glance:
    """The teams as team_status orders them, the rounds in their order, and the outcomes by team and round."""

    teams: tuple[Named, ...]
    rounds: tuple[Named, ...]
    outcomes: dict[tuple[str, str], str]

    def outcome(self, team: Named, of: Named) -> str | None:
        """Return the code of what a team got in a round, or None where it took no part."""
        return self.outcomes.get((team.id, of.id))

    def sign(self, team: Named, of: Named) -> str:
        """Return the sign of what a team got in a round, empty where it took no part."""
        return SIGNS.get(self.outcome(team, of) or "", "")

    def words(self, team: Named, of: Named, lang: str) -> str:
        """Return what a team got in a round, in words; empty where it took no part."""
        code = self.outcome(team, of)
        return package().tables["results"].fields["outcome"].label(code, lang) if code else ""


def glance(con: "duckdb.DuckDBPyConnection") -> Glance:
    """Return the field as a connection shows it: that of today, or of its `as_of`.

    >>> from dokpamo import connect
    >>> today = glance(connect())
    >>> [today.words(today.teams[3], of, "en") for of in today.rounds if of.id in ("r1-additional", "r2")]
    ['Selected', 'Eliminated']
    """
    teams = con.execute("SELECT team_id, team_name_en, team_name_ko FROM team_status").fetchall()
    rounds = con.execute("SELECT round_id, name_en, name_ko FROM rounds ORDER BY ordinal").fetchall()
    outcomes = con.execute("SELECT team_id, round_id, outcome FROM results").fetchall()
    return Glance(
        tuple(Named(*row) for row in teams),
        tuple(Named(*row) for row in rounds),
        {(team, of): outcome for team, of, outcome in outcomes},
    )

"""An outside check: given a published index as tables, the engine must compute the figures that were published.

The Foundation Model Transparency Index gives a company one point for each of 100 indicators that it meets. Two of
its releases, with other companies, indicators and sub-domains, run through the schemas and views as they stand.
"""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pytest
from outside import fmti

from dokpamo import building, contract

VIEWS = ["independence_dimensions", "independence_scores"]
DOMAINS = ("upstream", "model", "downstream")


@dataclass(frozen=True)
class Index:
    """A release in a database of its own, beside the figures that its authors published."""

    release: fmti.Release
    con: duckdb.DuckDBPyConnection

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        return self.con.execute(query, values).fetchall()

    def bounds(self) -> dict[str, tuple[float, float]]:
        """Each company's total, at least and at most, in points."""
        query = """SELECT team_name_en, round(100 * lower, 4), round(100 * upper, 4)
            FROM independence_scores WHERE scheme_id = 'points' AND aggregation = 'arithmetic'"""
        return {company: (lower, upper) for company, lower, upper in self.rows(query)}

    def a_mark(self, mark: int) -> tuple[str, str]:
        """Some cell with this mark: its row of evidence and its company."""
        query = "SELECT evidence_id, name_en FROM evidence JOIN teams USING (team_id) WHERE level_low = ? ORDER BY ALL"
        return self.rows(query, mark)[0]

    @property
    def published(self) -> list[dict[str, str]]:
        return self.release.read("domains.csv")

    @property
    def totals(self) -> dict[str, int]:
        return {row["company"]: int(row["total"]) for row in self.published}


@pytest.fixture(scope="module", params=fmti.RELEASES)
def index(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Index:
    release = fmti.RELEASES[request.param]
    con = duckdb.connect()
    building.build(con, contract.package(), VIEWS, files=fmti.write(release, tmp_path_factory.mktemp(release.name)))
    return Index(release, con)


def test_every_total_is_the_published_one(index: Index) -> None:
    """Weighed by indicators and by dimensions alike; all is known, so every bound is the figure itself."""
    found = index.rows("""SELECT scheme_id, team_name_en, model_name,
            lower, observed_low, observed_high, upper, known_share, read_share, gate
        FROM independence_scores WHERE scheme_id IN ('points', 'dimensions') AND aggregation = 'arithmetic'""")
    expected = [
        (scheme, row["company"], row["flagship"], *[int(row["total"]) / 100] * 4, 1, 1, None)
        for row in index.published
        for scheme in ("points", "dimensions")
    ]
    assert sorted(found) == sorted(expected)


def test_every_companys_points_in_a_domain_are_the_published_ones(index: Index) -> None:
    found = index.rows("""SELECT scheme_id, team_name_en, round(lower * indicators, 4), round(upper * indicators, 4)
        FROM independence_scores
        JOIN (SELECT scheme_id, count(indicator_id) AS indicators FROM scheme_weights GROUP BY ALL) USING (scheme_id)
        WHERE scheme_id NOT IN ('points', 'dimensions') AND aggregation = 'arithmetic'""")
    expected = [(name, row["company"], *[int(row[name])] * 2) for row in index.published for name in DOMAINS]
    assert sorted(found) == sorted(expected)


def test_every_share_of_a_subdomain_is_the_published_one(index: Index) -> None:
    """In whole per cent, for the sub-domains that the authors charted."""
    found = index.rows("""SELECT team_name_en, name_en, round(100 * d.lower), round(100 * d.upper)
        FROM independence_dimensions d JOIN dimensions USING (dimension_id) WHERE scheme_id = 'points'""")
    charted = index.release.read("subdomains.csv")
    expected = {(row["company"], row["subdomain"], *[int(row["percent"])] * 2) for row in charted}
    assert len(expected) == len(charted)
    assert expected <= set(found)


@pytest.mark.parametrize("mark", [0, 1])
def test_one_other_mark_is_one_point_for_one_company(index: Index, mark: int) -> None:
    evidence, company = index.a_mark(mark)
    turn = "UPDATE record.evidence SET level_low = 1 - level_low, level_high = 1 - level_high WHERE evidence_id = ?"
    index.con.execute(turn, [evidence])
    found = index.bounds()
    index.con.execute(turn, [evidence])
    assert found == {name: (total, total) for name, total in index.totals.items()} | {
        company: (index.totals[company] + 1 - 2 * mark,) * 2
    }


def test_a_mark_left_out_opens_the_total_by_one_point(index: Index) -> None:
    evidence, company = index.a_mark(1)
    index.con.execute(f"SET VARIABLE without = ['evidence:{evidence}']")
    found = index.bounds()
    index.con.execute("RESET VARIABLE without")
    assert found == {name: (total - (name == company), total) for name, total in index.totals.items()}


def test_the_authors_files_are_as_they_published_them() -> None:
    folder = Path(fmti.__file__).parent
    listed = re.findall(r"`(\S+/\S+\.csv)`: ([0-9a-f]{40})", (folder / "ATTRIBUTION.md").read_text(encoding="utf-8"))
    for name, blob in listed:
        raw = (folder / name).read_bytes()
        assert hashlib.sha1(b"blob %d\0" % len(raw) + raw).hexdigest() == blob
    assert {name for name, _ in listed} == {
        f"{release.name}/{file}" for release in fmti.RELEASES.values() for file in (release.scores, release.indicators)
    }

"""The Foundation Model Transparency Index as tables of this record's shape. ATTRIBUTION.md says whose data it is.

    python tests/outside/fmti.py fmti-2025-12 FOLDER

writes the tables of a release to look at them. Companies are teams, their flagship models are the models of one
round, sub-domains are dimensions on the axis of disclosure, and each mark is a statement of an independent
examiner that gives one level of two. Nothing is added up here: that is for the views.
"""

import csv
import re
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]
SEEN_ON = "2026-11-27"
COMMIT = "https://github.com/stanford-crfm/fmti/blob/f4500c5f4763966fddf71c468a148533a1236290"


@dataclass(frozen=True)
class Release:
    """One release as its authors keep it: a column of marks for each company, another column set each year."""

    name: str
    published_on: str
    scores: str
    indicators: str
    """The file that says where an indicator belongs; in 2023 the scores themselves."""

    def read(self, file: str) -> list[dict[str, str]]:
        """Return the rows of a file; names without the blanks that some end in."""
        place = Path(__file__).parent / self.name / file
        with place.open(encoding="utf-8-sig", newline="") as lines:
            return [{key: cell.strip() for key, cell in row.items()} for row in csv.DictReader(lines)]

    @property
    def marks(self) -> list[dict[str, str]]:
        """The rows of the scores, without the total that stands below them."""
        return [row for row in self.read(self.scores) if row["Indicator"] != "Total"]

    @property
    def asked(self) -> list[dict[str, str]]:
        """Each indicator with its domain and sub-domain."""
        return [row for row in self.read(self.indicators) if row["Indicator"] != "Total"]

    @property
    def flagships(self) -> dict[str, str]:
        """The model of each company."""
        return {row["company"]: row["flagship"] for row in self.read("domains.csv")}


RELEASES = {
    "fmti-2023-10": Release("fmti-2023-10", "2023-10-18", "October2023_scores.csv", "October2023_scores.csv"),
    "fmti-2025-12": Release("fmti-2025-12", "2025-12-09", "Dec2025_scores.csv", "Dec2025_indicators.csv"),
}


def id_of(*names: str) -> str:
    """Return the id of something by its names."""
    return "-".join(re.sub(r"[^a-z0-9.]+", "-", name.lower()).strip("-") for name in names)


def tables(release: Release) -> dict[str, list[Row]]:
    """Return every table that the independence views need; columns that stay empty are left out."""
    return {
        **_occasion(release),
        **_companies(release),
        **_questions(release),
        **_weights(release),
        "evidence": _evidence(release),
    }


def _tail(release: Release, locator: str = "header") -> Row:
    return {"source_ids": release.name, "locator": locator, "confidence": "high"}


def _named(name: str) -> Row:
    """Both names: there is no Korean one, and none is made up."""
    return {"name_en": name, "name_ko": name}


def _occasion(release: Release) -> dict[str, list[Row]]:
    source = {
        "source_id": release.name,
        "url": f"{COMMIT}/{release.scores.split('_')[0]}/{release.scores}",
        "title": release.scores,
        "is_title_seen": "true",
        "publisher": "Stanford Center for Research on Foundation Models",
        "published_on": release.published_on,
        "published_on_precision": "day",
        "accessed_on": SEEN_ON,
        "language": "en",
        "kind": "code-repository",
        "extent_read": "whole",
    }
    one_round = {
        "round_id": release.name,
        "ordinal": 1,
        **_named(release.name),
        "kind": "stage-evaluation",
        "announced_on": release.published_on,
        "announced_on_precision": "day",
        **_tail(release),
    }
    return {"sources": [source], "rounds": [one_round]}


def _companies(release: Release) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {"organisations": [], "teams": [], "models": [], "submissions": []}
    tail = _tail(release)
    for company, flagship in release.flagships.items():
        team, model = id_of(company), id_of(flagship)
        of_team = {"team_id": team, "model_id": model}
        made = {"name": flagship, "family": flagship, "organisation_id": team, "commercial_use": "unknown"}
        entry = {"submission_id": f"{release.name}/{team}/{model}", "is_scored": "true", "basis": "stated"}
        rows["organisations"].append({"organisation_id": team, **_named(company), "kind": "company", **tail})
        rows["teams"].append({"team_id": team, "lead_organisation_id": team, **_named(company), **tail})
        rows["models"].append({**of_team, **made, **tail})
        rows["submissions"].append({**entry, "round_id": release.name, **of_team, **tail})
    return rows


def _questions(release: Release) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {"dimensions": [], "indicators": [], "levels": []}
    for name in dict.fromkeys(row["Subdomain"] for row in release.asked):
        described = {"axis": "disclosure", "description_en": "A sub-domain.", "description_ko": "하위 영역"}
        rows["dimensions"].append({"dimension_id": id_of(name), **_named(name), **described})
    for row in release.asked:
        name = row["Indicator"]
        place = {"indicator_id": id_of(name), "dimension_id": id_of(row["Subdomain"]), "assessed_unit": "model"}
        question = row.get("Definition", name)  # in English only, as the names are
        asked = {"question_en": question, "question_ko": question, "is_gate": "false", "is_mirroring_ministry": "false"}
        rows["indicators"].append({**place, **_named(name), **asked})
        for level, meaning in enumerate(["No point.", "One point."]):
            step = {"level_id": f"{id_of(name)}/{level}", "indicator_id": id_of(name), "level": level}
            rows["levels"].append({**step, "is_not_applicable": "false", "meaning_en": meaning, "meaning_ko": meaning})
    return rows


def _weights(release: Release) -> dict[str, list[Row]]:
    """A point an indicator, over all and in each domain; and the same told by dimensions."""
    rows: list[Row] = []
    for row in release.asked:
        for scheme in ("points", id_of(row["Domain"])):
            rows.append({"scheme_id": scheme, "indicator_id": id_of(row["Indicator"]), "weight": 1})
    for name, size in Counter(row["Subdomain"] for row in release.asked).items():
        rows.append({"scheme_id": "dimensions", "dimension_id": id_of(name), "weight": size})
    schemes = dict.fromkeys(row["scheme_id"] for row in rows)
    return {
        "schemes": [
            {
                "scheme_id": name,
                **_named(name),
                "description_en": "A point an indicator.",
                "description_ko": "지표마다 1점",
            }
            for name in schemes
        ],
        "scheme_weights": [{"scheme_weight_id": "/".join(list(row.values())[:2]), **row} for row in rows],
    }


def _evidence(release: Release) -> list[Row]:
    flagships = release.flagships
    said = {
        "public_on": release.published_on,
        "public_on_precision": "day",
        "finding": "stated",
        "basis": "stated",
        "stated_by": "independent",
        "is_relayed": "false",
        "is_interested_party": "false",
        "coded_on": release.published_on,
    }
    return [
        {
            "evidence_id": id_of("ev", company, mark["Indicator"], "01"),
            "indicator_id": id_of(mark["Indicator"]),
            "team_id": id_of(company),
            "model_id": id_of(flagship),
            "level_low": mark[company],
            "level_high": mark[company],
            **said,
            "claim_en": f"{mark[company]} of 1 point.",
            "claim_ko": f"1점 중 {mark[company]}점",
            **_tail(release, f"{mark['Indicator']}, {company}"),
        }
        for mark in release.marks
        for company, flagship in flagships.items()
    ]


def write(release: Release, folder: Path) -> dict[str, Path]:
    """Write the tables of a release as CSV files; return where each one lies."""
    files = {}
    for name, rows in tables(release).items():
        files[name] = folder / f"{name}.csv"
        columns = list(dict.fromkeys(column for row in rows for column in row))
        with files[name].open("w", encoding="utf-8", newline="") as lines:
            writer = csv.DictWriter(lines, columns, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    return files


if __name__ == "__main__":
    write(RELEASES[sys.argv[1]], Path(sys.argv[2]))

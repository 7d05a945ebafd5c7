"""Fact sheets: one printable page a team, of sentences that can be quoted as they stand, each with its source."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from dokpamo.portal import LANGUAGES
from dokpamo.portal.notes import Notes
from dokpamo.portal.pages import Page, Site, View
from dokpamo.portal.record import Row, day_of
from dokpamo.portal.words import say
from dokpamo.rendering import plain


@dataclass(frozen=True)
class Sentence:
    """One sentence and the ids of its sources."""

    text: str
    source_ids: str


def pages(site: Site) -> Iterator[Page]:
    """Yield a fact sheet a team."""
    for row in site.record.rows("teams"):
        team = str(row["team_id"])
        titles = {lang: say("sheet_title", lang, team=row[f"name_{lang}"]) for lang in LANGUAGES}
        yield Page(f"teams/{team}/factsheet/", "factsheet.html", titles, partial(context, row=row))


def context(view: View, row: Row) -> dict[str, Any]:
    """Return the sentences of a team, each with the numbers of its sources, and the sources."""
    notes = Notes(view)
    told = [(one.text, notes.marks(one.source_ids)) for one in sentences(view, row)]
    return {"team": row["team_id"], "sentences": told, "sources": notes.listed()}


def sentences(view: View, row: Row) -> Iterator[Sentence]:
    """Yield what is known of a team, in the order of the contest."""
    yield _status(view, row)
    yield from _members(view, row)
    yield from (_result(view, row, one) for one in view.record.where("results", "team_id", row["team_id"]))
    yield from _models(view, row)
    yield from _scores(view, row)


def _team(view: View, row: Row) -> str:
    return str(row[f"name_{view.lang}"])


def _status(view: View, row: Row) -> Sentence:
    (status,) = view.record.where("team_status", "team_id", row["team_id"])
    phrase = "sheet_status_ground" if status["ground"] else "sheet_status"
    text = view.say(
        phrase,
        team=_team(view, row),
        day=view.site.day,
        since=day_of(status, "since_on"),
        status=view.label("team_status", "status", status["status"]),
        round=status[f"round_name_{view.lang}"],
        ground=view.label("team_status", "ground", status["ground"]) if status["ground"] else "",
    )
    return Sentence(text, status["source_ids"])


def _members(view: View, row: Row) -> Iterator[Sentence]:
    """Yield how many members each line-up had, as far as they are known."""
    seats = view.record.where("consortium", "team_id", row["team_id"])
    for entry in dict.fromkeys(seat["entry_round_id"] for seat in seats):
        members = [seat for seat in seats if seat["entry_round_id"] == entry and seat["is_member"]]
        lead = next((seat for seat in members if seat["role"] == "lead"), None)
        if lead:
            text = view.say(
                "sheet_members",
                team=_team(view, row),
                round=lead[f"entry_round_name_{view.lang}"],
                count=len({seat["organisation_id"] for seat in members}),
                lead=lead[f"organisation_name_{view.lang}"],
            )
            yield Sentence(text, lead["source_ids"])


def _result(view: View, row: Row, result: Row) -> Sentence:
    reason = result[f"reason_{view.lang}"]
    text = view.say(
        f"outcome_{result['outcome']}",
        team=_team(view, row),
        round=view.record.name("rounds", result["round_id"], view.lang),
        day=day_of(result, "announced_on"),
    )
    if result["ground"]:
        text += " " + view.say("sheet_ground", ground=view.label("results", "ground", result["ground"]))
    if reason:
        text += " " + view.say("sheet_reason", reason=reason)
    return Sentence(text, result["source_ids"])


def _models(view: View, row: Row) -> Iterator[Sentence]:
    """Yield which model was assessed in which round, and what is known of the minimum condition, as METHOD words it."""
    for one in view.record.where("submissions", "team_id", row["team_id"]):
        if one["is_scored"]:
            text = view.say(
                "sheet_model" if one["basis"] == "stated" else "sheet_model_inferred",
                team=_team(view, row),
                round=view.record.name("rounds", one["round_id"], view.lang),
                model=view.record.name("models", one["model_id"], view.lang),
            )
            yield Sentence(text, one["source_ids"])
            yield from _gates(view, one)


def _gates(view: View, submission: Row) -> Iterator[Sentence]:
    for gate in view.record.where("independence_gate", "model_id", submission["model_id"]):
        if gate["round_id"] == submission["round_id"]:
            rows = [view.record.row("evidence", one) for one in (gate["evidence_ids"] or "").split(";")]
            sources = dict.fromkeys(source for row in rows if row for source in row["source_ids"].split(";"))
            text = view.say(
                "sheet_gate",
                model=view.record.name("models", gate["model_id"], view.lang),
                sentence=gate[f"sentence_{view.lang}"],
            )
            yield Sentence(text, ";".join(sources) or submission["source_ids"])


def _scores(view: View, row: Row) -> Iterator[Sentence]:
    """Yield the scores that the ministry itself published, those of a round on the same sources in one sentence."""
    official = (
        one
        for one in view.record.where("scoreboard", "team_id", row["team_id"])
        if one["is_official"] and one["max_points"] is not None
    )
    together: dict[tuple[str, str], list[Row]] = {}
    for one in official:
        together.setdefault((one[f"round_name_{view.lang}"], one["source_ids"]), []).append(one)
    for (name, source_ids), scores in together.items():
        listed = ", ".join(_points(view, one) for one in scores)
        yield Sentence(view.say("sheet_scores", team=_team(view, row), round=name, scores=listed), source_ids)


def _points(view: View, score: Row) -> str:
    return view.say(
        "sheet_points",
        criterion=score[f"criterion_name_{view.lang}"],
        points=plain(score["points"]),
        most=plain(score["max_points"]),
    )

"""The page behind a figure: known facts, answers beside accusations, any day, both languages, three forms."""

import csv
import json
import re
import subprocess
import sys
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import takewhile
from typing import Any

import duckdb
import pytest

from dokpamo.errors import BadDay, UnknownName
from dokpamo.folders import root
from dokpamo.rendering.table import places
from dokpamo.why import queries, why
from dokpamo.why.facts import Evidence
from dokpamo.why.page import Page
from dokpamo.why.reading import connect, read
from dokpamo.why.telling import tell
from dokpamo.why.words import CONFIDENCE, PHRASES, SPEAKERS, say
from dokpamo.why.writing import Heading, Item, Link, Paragraph, Table, as_markdown, as_text

LANGUAGES = ("en", "ko")
ID = re.compile(r"\bev-[a-z0-9._-]+\b")


@cache
def database(as_of: str | None = None) -> duckdb.DuckDBPyConnection:
    return connect(as_of)


@cache
def page(name: str, as_of: str | None = None, lang: str = "en") -> Page:
    return read(database(as_of), name, lang)


def told(of: Page) -> dict[str, str]:
    """Return the lines under which a page tells each statement in full, with the answers right below it."""
    found: dict[str, str] = {}
    blocks = list(tell(of))
    for at, block in enumerate(blocks):
        if isinstance(block, Item) and (own := ID.match(as_text([Item(block.lines[-1:])], None).strip())):
            depth = block.depth
            below = takewhile(lambda one, depth=depth: isinstance(one, Item) and one.depth > depth, blocks[at + 1 :])
            found.setdefault(own[0], as_text([block, *below], None))
    return found


def item(of: Page, evidence_id: str) -> str:
    return told(of)[evidence_id]


# known facts


def test_naver_clouds_page_holds_the_ministrys_sentence() -> None:
    text = page("naver-cloud").to_text()
    assert "The ministry announced on 2026-01-15 that the minimum condition of independence is not met" in text
    ruling = item(page("naver-cloud"), "ev-naver-cloud-w2-module-weights-02")
    assert "2026-01-15 · the government · level 0" in ruling
    assert "weights of an existing model were used as they were" in ruling
    assert "Ministry of Science and ICT 2026-01-15" in ruling


def test_the_teams_answer_stands_under_what_the_critics_say() -> None:
    accusation = item(page("naver-cloud"), "ev-naver-cloud-w2-module-weights-03")
    before, after = accusation.split("Naver Cloud confirmed that it adopted an outside encoder")
    assert "2026-01-05 · a critic · level 0–1" in before
    assert "2026-01-05 · the team · level 0–1" in before
    assert "ev-naver-cloud-w2-module-weights-01" in after


def test_upstages_accusation_is_told_as_withdrawn_with_its_answer() -> None:
    told = item(page("upstage"), "ev-upstage-w1-core-weights-02")
    assert told.lstrip().startswith("2026-01-01 · a rival bidder")
    assert "no longer counted" in told.splitlines()[0]
    assert "Withdrawn on 2026-01-03 (2026-01-03 ev-upstage-w1-core-weights-06" in told.splitlines()[1]
    assert "ev-upstage-w1-core-weights-06" in told
    assert "Answer of the team (2026-01-02): Upstage says the model was trained from the very first stage" in told


def test_before_its_withdrawal_the_accusation_stands_with_the_answers_of_the_day() -> None:
    assert "No answer on record." in item(page("upstage", "2026-01-01"), "ev-upstage-w1-core-weights-02")
    told = item(page("upstage", "2026-01-02"), "ev-upstage-w1-core-weights-02")
    assert "Interested party: shown, moves no bound." in told
    assert "No answer on record" not in told
    assert "Withdrawn" not in told
    assert "ev-upstage-w1-core-weights-01" in told


def test_an_answer_on_another_indicator_is_quoted_where_it_belongs() -> None:
    told = item(page("sk-telecom"), "ev-sk-telecom-d1-architecture-02")
    assert "the press" in told
    assert "Answer of the team" in told
    assert "(ev-sk-telecom-c1-upstream-licence-01)" in told


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [("en", "Nothing was scored: by this day no model of this team"), ("ko", "평가 대상 없음: 이 날짜까지 단계평가")],
)
@pytest.mark.parametrize("name", ["konan-technology", "kaist", "kakao", "lunit"])
def test_a_team_without_a_scored_model_is_told_so(name: str, lang: str, sentence: str) -> None:
    of = page(name, lang=lang)
    text = of.to_text()
    assert sentence in text
    assert say("scores", lang) not in text.splitlines()
    assert all(row.claim in text for row in of.evidence)
    assert (say("nothing_said", lang) in text) == (name == "lunit")


def test_other_models_of_a_team_are_named_only_where_something_was_said() -> None:
    text = page("naver-cloud").to_text()
    assert "hyperclova-x-seed-14b-think" in text
    assert "hyperclova-x-seed-8b-omni" not in text
    assert "peri-layer normalisation" in page("hyperclova-x-seed-14b-think").to_text()


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "not applicable, text-only model"), ("ko", "텍스트 전용 모델, 해당 없음")]
)
def test_what_does_not_apply_to_a_text_only_model_is_told(lang: str, words: str) -> None:
    lines = page("solar-open-100b", lang=lang).to_text().splitlines()
    assert sum(say("gate_level", lang, level=1) in line for line in lines) == 0  # the gate asks nothing there
    assert any(line.startswith("▪") and line.endswith(words) for line in lines)


def test_not_read_and_not_found_are_told_apart() -> None:
    assert "the editors · not read" in item(page("naver-cloud"), "ev-naver-cloud-d1-architecture-02")
    assert "not found where read whole" in item(page("konan-technology"), "ev-konan-technology-c5-consortium-01")


def test_observed_values_stand_only_where_enough_was_read() -> None:
    rows = {
        score.axis: score
        for score in page("naver-cloud").units[0].scores
        if (score.scheme_id, score.aggregation) == ("editors", "arithmetic")
    }
    assert rows["independence"].observed_low is None
    line = next(line for line in page("naver-cloud").to_text().splitlines() if line.startswith("Independence  "))
    assert "0.22–0.82" in line
    assert "not shown: too little read" in line
    assert "0.78–0.92" in page("upstage").to_text()


def test_scored_models_stand_by_round_and_alphabetically() -> None:
    units = page("w1-core-weights").units
    assert [unit.team for unit in units] == [
        *("LG AI Research team", "Naver Cloud team", "NC AI team", "SK Telecom team", "Upstage team"),
        *("LG AI Research team", "Motif Technologies team", "SK Telecom team", "Upstage team"),
    ]
    assert [unit.round_id for unit in units] == ["r1"] * 5 + ["r2"] * 4


def test_a_dimension_sets_its_models_side_by_side() -> None:
    text = page("provenance").to_text()
    assert re.search(r"Naver Cloud team +HyperCLOVA X SEED 32B Think +0\.50 +2 of 2 +2 of 2 +1 of 2\n", text)
    assert "Upper bound carried by ev-naver-cloud-w2-module-weights-02." in text


def test_a_cell_of_the_team_is_told_once_and_named_again() -> None:
    text = page("upstage").to_text()
    assert len(re.findall(r"\n +ev-upstage-c5-consortium-01 ←", text)) == 1
    assert "Belongs to the team; told under Solar Open 100B above." in text


# fairness, on every page


def everything() -> list[str]:
    """Return every team and indicator, and models that no team's page tells."""
    rows = database().execute("SELECT team_id FROM teams UNION ALL SELECT indicator_id FROM indicators").fetchall()
    return [*(row[0] for row in rows), "hyperclova-x-seed-14b-think", "motif-2-12-7b"]


def test_no_statement_of_outsiders_stands_without_its_answer() -> None:
    seen = 0
    for name in everything():
        of = page(name)
        texts_of = told(of)
        for row in of.evidence:
            outsider = row.stated_by in ("press", "critic", "rival") or row.is_interested_party
            if outsider and row.level_low is not None and row.evidence_id in texts_of:
                text = texts_of[row.evidence_id]
                assert all(one in text for one in row.answer_ids)
                assert bool(row.answer_ids) != ("No answer on record." in text)
                seen += 1
    assert seen > 35


def test_every_level_leads_to_its_rows_and_every_row_to_a_source() -> None:
    for name in everything():
        of = page(name)
        text = of.to_text()
        assert all(row.source_ids for row in of.evidence), name
        for unit in of.units:
            for part in unit.dimensions:
                for cell in part.cells:
                    carriers = {*cell.lower_evidence_ids, *cell.upper_evidence_ids}
                    assert carriers <= set(cell.evidence_ids) <= set(ID.findall(text)), name


def test_the_three_forms_hold_the_same_statements_and_figures() -> None:
    for name in everything():
        of = page(name)
        as_json = json.loads(of.to_json())
        ids = {row["evidence_id"] for row in as_json["evidence"]}
        assert set(ID.findall(of.to_text())) == set(ID.findall(of.to_markdown())) == ids
        assert as_json == json.loads(json.dumps(of.to_dict()))
        for source in as_json["sources"]:
            assert f"[{as_json['sources'].index(source) + 1}] {source['title']}" in of.to_text()


def test_figures_are_the_views_own() -> None:
    for name in ("naver-cloud", "upstage", "motif-technologies"):
        printed = {
            (unit.round_id, unit.model_id, score.scheme_id, score.axis, score.aggregation, score.lower, score.upper)
            for unit in page(name).units
            for score in unit.scores
        }
        query = "SELECT round_id, model_id, scheme_id, axis, aggregation, lower, upper FROM independence_scores"
        assert printed == set(database().execute(f"{query} WHERE team_id = ?", [name]).fetchall())


def test_a_page_says_the_day_the_caveat_and_the_limits() -> None:
    for lang in LANGUAGES:
        of = page("upstage", "2026-01-14", lang)
        for form in (of.to_text(), of.to_markdown().replace("\\~", "~")):
            lines = form.splitlines()
            assert say("as_of_past", lang, day="2026-01-14") in lines
            assert lines.index(of.caveat) < 6
            assert lines[-1] == of.limits


# the right of reply


@pytest.fixture
def answered() -> Iterator[duckdb.DuckDBPyConnection]:
    """A record to which Naver Cloud has answered; the published table is empty."""
    with connect() as con:
        con.executemany(
            """INSERT INTO record.responses (response_id, organisation_id, table_name, row_id, received_on,
                   text_ko, text_en, status, known_on)
               VALUES (?, 'naver-cloud', ?, ?, DATE '2026-11-20', ?, ?, ?, DATE '2026-11-20')""",
            [
                [
                    "naver-cloud/1",
                    "evidence",
                    "ev-naver-cloud-w2-module-weights-03",
                    "지면 답변",
                    "Reply in full",
                    "published",
                ],
                ["naver-cloud/2", "evidence", "ev-naver-cloud-w2-module-weights-02", "번역 전", None, "received"],
                ["naver-cloud/3", "teams", "naver-cloud", "팀 답변", "On the whole", "published"],
                ["naver-cloud/4", "evidence", "ev-upstage-w1-core-weights-02", "남의 일", "Elsewhere", "published"],
                ["naver-cloud/5", "indicators", "w2-module-weights", "질문 답변", "On the question", "published"],
                [
                    "naver-cloud/6",
                    "evidence",
                    "ev-naver-cloud-w2-module-weights-03",
                    "거둔 답변",
                    "Taken back",
                    "withdrawn",
                ],
            ],
        )
        yield con


def test_responses_stand_under_the_row_that_they_answer(answered: duckdb.DuckDBPyConnection) -> None:
    of = read(answered, "naver-cloud", "en")
    told = item(of, "ev-naver-cloud-w2-module-weights-03")
    assert "Answer of Naver Cloud to this record, received on 2026-11-20: Reply in full" in told
    text = of.to_text()
    assert [text.count(words) for words in ("Reply in full", "On the whole", "On the question")] == [1, 1, 1]
    assert not any(words in text for words in ("번역 전", "Elsewhere", "Taken back"))
    assert [one.response_id for one in of.responses] == ["naver-cloud/1", "naver-cloud/3", "naver-cloud/5"]


def test_responses_stand_in_the_readers_language(answered: duckdb.DuckDBPyConnection) -> None:
    told = item(read(answered, "w2-module-weights", "ko"), "ev-naver-cloud-w2-module-weights-03")
    assert "네이버클라우드의 답변(2026-11-20 접수): 지면 답변" in told


# time travel


def last(day: str) -> str:
    """Return the last day that a month or year can mean."""
    year, month = int(day[:4]), int(day[5:7] or 12)
    return day if len(day) == 10 else f"{year}-{month:02}-{monthrange(year, month)[1]}"


DAYS = ("2025-08-05", "2025-12-31", "2026-01-01", "2026-01-03", "2026-01-14", "2026-01-15", "2026-08-20")


@pytest.mark.parametrize("day", DAYS)
def test_nothing_later_than_the_day_stands_on_a_page(day: str) -> None:
    for name in ("naver-cloud", "upstage", "motif-technologies", "k-exaone-236b-a23b", "v4-attribution", "control"):
        of = page(name, day)
        assert of.as_of_on == day
        for row in of.evidence:
            assert last(row.day) <= day
            assert (row.confidence, row.locator, row.note) == (None, None, None)
        assert all(source.day is None or last(source.day) <= day for source in of.sources)
        assert not re.search("· confidence|Editors' note", of.to_text())


@pytest.mark.parametrize("day", ["2026-01-04", "2026-01-15", "2026-09-01"])
@pytest.mark.parametrize("team", ["naver-cloud", "upstage", "sk-telecom"])
def test_all_that_was_said_by_the_day_stands_on_a_teams_page(team: str, day: str) -> None:
    """Read off the seeds: every statement on the team or its scored models, withdrawn ones too, and no other."""
    of = page(team, day)
    models = {unit.model_id for unit in of.units if unit.is_scored}
    with (root() / "seeds" / "evidence.csv").open(encoding="utf-8", newline="") as lines:
        expected = {
            row["evidence_id"]
            for row in csv.DictReader(lines)
            if row["team_id"] == team
            and (not row["model_id"] or row["model_id"] in models)
            and last(row["public_on"][: {"day": 10, "month": 7, "year": 4}[row["public_on_precision"]]]) <= day
        }
    assert {row.evidence_id for row in of.evidence} == expected


def test_a_statement_reported_later_says_so() -> None:
    """The apology of 3 January was reported on the 4th."""
    told = item(page("upstage", "2026-01-03"), "ev-upstage-w1-core-weights-06")
    assert say("no_source_yet", "en") in told
    assert "SBS 2026-01-04" in item(page("upstage", "2026-01-04"), "ev-upstage-w1-core-weights-06")


def test_the_gate_turns_on_its_day() -> None:
    gates = {day: page("naver-cloud", day).units[0].gate for day in ("2026-01-14", "2026-01-15")}
    assert [gate.gate for gate in gates.values() if gate] == ["open", "not-met"]
    assert "Minimum condition of independence: open" in page("naver-cloud", "2026-01-14").to_text()


def test_before_the_first_model_nothing_was_scored() -> None:
    for name in ("naver-cloud", "provenance", "w1-core-weights"):
        assert "Nothing was scored" in page(name, "2025-08-05").to_text()


# names and languages


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("naver-clod", "there is no team, model, dimension or indicator 'naver-clod' (did you mean 'naver-cloud'"),
        ("solar-open-100", "(did you mean 'solar-open-100b'"),
        ("provenence", "(did you mean 'provenance'"),
        ("w2-module-weight", "(did you mean 'w2-module-weights'"),
        ("o'brien", 'there is no team, model, dimension or indicator "o\'brien"'),
    ],
)
def test_an_unknown_name_is_refused_in_a_sentence(name: str, sentence: str) -> None:
    with pytest.raises(UnknownName) as error:
        page(name)
    assert sentence in str(error.value)
    assert "팀·모델·영역·지표" in error.value.text("ko")


def test_an_unknown_language_and_a_day_ahead_are_refused() -> None:
    with pytest.raises(UnknownName, match="there is no language 'kr'"):
        why("upstage", lang="kr")
    with pytest.raises(BadDay):
        why("upstage", as_of="2027-01-01")


def texts(value: Any) -> Iterator[str]:
    """Yield every text in a nest of values."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        for one in value:
            yield from texts(one)
    elif isinstance(value, str):
        yield value


def test_a_korean_page_holds_no_english_label() -> None:
    """What is left when the record's own texts are taken out has no Latin letters."""
    for name in ("naver-cloud", "upstage", "konan-technology", "k-exaone-236b-a23b", "w2-module-weights", "provenance"):
        of = page(name, lang="ko")
        left = of.to_text()
        for text in sorted(set(texts(of.to_dict())), key=len, reverse=True):
            left = left.replace(text, " ")
        assert re.findall("[A-Za-z]{2,}", left) == [], name
        cells = [cell for unit in of.units for part in unit.dimensions for cell in part.cells]
        fixed = [of.caveat, of.limits, *(cell.caveat for cell in cells)]
        assert not any(re.search("[A-Za-z]{2,}", text) for text in fixed)


def test_an_english_page_holds_no_korean_label() -> None:
    for name in ("naver-cloud", "w2-module-weights"):
        of = page(name)
        body = of.to_text().split("\nSources\n")[0]
        assert re.findall("[가-힣]+", body) == []


def test_korean_texts_of_the_record_are_used_where_it_has_them(monkeypatch: pytest.MonkeyPatch) -> None:
    package = queries.package()
    table = package.tables["levels"]
    fields = [field for field in table.spec["fields"] if not field["name"].startswith("meaning_")]
    twins = [*fields, {"name": "meaning_en"}, {"name": "meaning_ko"}]
    for given, expected in (
        ([*fields, {"name": "meaning_en"}], "t.meaning_en AS meaning"),
        (twins, "coalesce(t.meaning_ko, t.meaning_en) AS meaning"),
    ):
        other = replace(package, tables={"levels": replace(table, spec={"fields": given})})
        monkeypatch.setattr(queries, "package", lambda other=other: other)
        assert expected in queries.levels("ko")


def test_each_phrase_says_the_same_in_both_languages() -> None:
    for name, pair in PHRASES.items():
        assert len({tuple(sorted(set(re.findall(r"{(\w+)}", text)))) for text in pair}) == 1, name
        assert re.search("[가-힣]", pair[1]) or not re.search("[A-Za-z]{2,}", re.sub("{.*?}", "", pair[0])), name
    codes = {row.stated_by for row in page("upstage").evidence} | {
        row.stated_by for row in page("naver-cloud").evidence
    }
    assert codes <= set(SPEAKERS)
    assert {row.confidence for row in page("upstage").evidence} <= set(CONFIDENCE)


# setting


def test_wrapped_lines_fit_and_say_the_same() -> None:
    for lang in LANGUAGES:
        of = page("naver-cloud", lang=lang)
        wrapped = of.to_text(width=80)
        long = [line for line in wrapped.splitlines() if places(line) > 80]
        assert all(len(line.split()) == 1 or "  " in line.strip() for line in long)  # addresses and tables
        body = wrapped.split("\n\n")[2]
        assert body.replace("\n", " ") == of.caveat


def test_markdown_leaves_the_records_signs_alone() -> None:
    blocks = [
        Heading(1, "A *b*"),
        Paragraph(("see ", Link("[1]", "https://example.org/a_(b)"), " and ", Link("[2]", None))),
        Item(("Qwen2_5_Vision <tag> _own_", "second")),
        Item(("1. below", "- and \\n"), 1),
        Table(("a", "b"), (("x|y", "z"),)),
    ]
    assert as_markdown(blocks) == (
        "# A \\*b\\*\n\n"
        "see [\\[1\\]](<https://example.org/a_(b)>) and \\[2\\]\n\n"
        "- **Qwen2_5_Vision \\<tag\\> \\_own\\_**  \n  second\n"
        "    - **1\\. below**  \n      \\- and \\\\n\n\n"
        "| a | b |\n| --- | --- |\n| x\\|y | z |\n"
    )


def test_text_sets_tables_by_their_places() -> None:
    assert as_text([Table(("축", "b"), (("독자성", "1"), ("x", "2")))], None) == (
        "축      b\n──────  ─\n독자성  1\nx       2\n"
    )


def test_same_input_same_bytes() -> None:
    with connect() as con:
        assert read(con, "upstage", "ko").to_json() == page("upstage", lang="ko").to_json()


def test_a_page_needs_no_extra() -> None:
    code = (
        "import sys; from dokpamo.why import why; assert 'duckdb' not in sys.modules; why('lunit').to_markdown();"
        "print([m for m in ('pandas', 'polars', 'pyarrow', 'numpy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout == "[]\n"


def test_evidence_needs_an_answer_only_from_outside() -> None:
    row: Evidence = page("naver-cloud").evidence[0]
    team = replace(row, stated_by="team", is_interested_party=False, level_low=1)
    assert not team.needs_answer
    assert replace(team, stated_by="critic").needs_answer
    assert replace(team, is_interested_party=True).needs_answer
    assert not replace(team, stated_by="press", level_low=None).needs_answer

"""The method page: filled from the record and from nothing else, the same in both languages, and true to the views."""

import csv
import json
import re
import shutil
import subprocess
import sys
from itertools import pairwise
from math import sqrt
from pathlib import Path

import duckdb
import pytest

from dokpamo import contract, database
from dokpamo.draws import independence
from dokpamo.errors import ContractError
from dokpamo.exporters import Publication
from dokpamo.method import LANGUAGES, MARK, PLACES, filled, pages, prose
from dokpamo.method.drawing import shares
from dokpamo.method.effects import CHANGES, LEFT_OUT, OTHERWISE, Effects
from dokpamo.method.index import Index
from dokpamo.method.look import Look
from dokpamo.method.measured import state
from dokpamo.method.outcomes import kendall, outcomes
from dokpamo.method.scoring import bounds, gates

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = contract.package()


@pytest.fixture(scope="module")
def con(published: Publication) -> duckdb.DuckDBPyConnection:
    return published.con


@pytest.fixture(scope="module")
def index(con: duckdb.DuckDBPyConnection) -> Index:
    return Index(PACKAGE, con)


@pytest.fixture(scope="module")
def page(dist: Path) -> dict[str, str]:
    return {lang: (dist / f"method.{lang}.md").read_text(encoding="utf-8") for lang in LANGUAGES}


def tables(text: str) -> list[list[list[str]]]:
    """Return the tables of a page as rows of cells, their rules left out."""
    found = []
    for block in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in block.splitlines()]
        found.append([row for row in rows if set("".join(row)) - set("-: ")])
    return found


def table_with(text: str, column: str) -> list[list[str]]:
    return next(rows for rows in tables(text) if any(column in cell for cell in rows[0]))


# what stands on the page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_place_is_filled(page: dict[str, str], lang: str) -> None:
    assert len(MARK.findall(prose(lang))) > 60
    assert "{" not in page[lang] and "}" not in page[lang]
    assert not re.search(r"\b(?:None|nan|inf)\b", page[lang])


def test_a_mark_that_nothing_fills_is_refused(index: Index) -> None:
    with pytest.raises(ContractError, match=r"page\.en\.md: nothing fills the place \{\{weather\}\}"):
        filled("{{weather}}", Look(index, Effects(index), "en"))


def test_the_korean_page_says_what_is_still_english(index: Index, page: dict[str, str]) -> None:
    has_twins = "question_ko" in PACKAGE.tables["indicators"].fields and "meaning_ko" in PACKAGE.tables["levels"].fields
    assert ("아직 영어로만 기록되어" in page["ko"]) is not has_twins


def test_every_maker_is_used_in_both_languages() -> None:
    for lang in LANGUAGES:
        assert {mark.split()[0] for mark in MARK.findall(prose(lang))} == set(PLACES), lang


def test_both_languages_mark_the_same_places() -> None:
    used = {lang: sorted(MARK.findall(prose(lang))) for lang in LANGUAGES}
    assert used["en"] == used["ko"]


def test_both_languages_have_the_same_sections(page: dict[str, str]) -> None:
    heads = {lang: re.findall(r"^(#+) (\d+(?:\.\d+)?)?", page[lang], re.MULTILINE) for lang in LANGUAGES}
    assert heads["en"] == heads["ko"]
    numbers = [int(number) for level, number in heads["en"] if level == "##"]
    assert all(later == earlier + 1 for earlier, later in pairwise(numbers))
    shapes = {lang: [(len(rows), len(rows[0])) for rows in tables(page[lang])] for lang in LANGUAGES}
    assert shapes["en"] == shapes["ko"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_tables_are_whole(page: dict[str, str], lang: str) -> None:
    for rows in tables(page[lang]):
        assert {len(row) for row in rows} == {len(rows[0])}, rows[0]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_scale_and_weight_of_the_record_is_told(
    page: dict[str, str], con: duckdb.DuckDBPyConnection, lang: str
) -> None:
    def texts(table: str, column: str) -> list[str]:
        twin = f"{column}_ko"
        has_twin = lang == "ko" and twin in PACKAGE.tables[table].fields
        name = f"coalesce({twin}, {column}_en)" if has_twin else f"{column}_en"
        return [text for (text,) in con.execute(f"SELECT {name} FROM {table}").fetchall()]

    text = page[lang]
    for table, name in {"dimensions": "dimension_id", "indicators": "indicator_id"}.items():
        for key, title in con.execute(f"SELECT {name}, name_{lang} FROM {table}").fetchall():
            assert f"`{key}`" in text and title in text, key
    assert all(question in text for question in texts("indicators", "question"))
    assert all(f": {meaning}" in text for meaning in texts("levels", "meaning"))
    ratios = table_with(text, {"en": "Ratio", "ko": "상대 비율"}[lang])[1:]
    told = {(row[0], row[1].strip("`"), float(row[3])) for row in ratios}
    expected = con.execute(
        f"""SELECT name_{lang}, coalesce(dimension_id, indicator_id), weight
        FROM scheme_weights JOIN schemes USING (scheme_id)"""
    ).fetchall()
    assert told == set(expected) and len(expected) == 21


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_the_page_names_exists(page: dict[str, str], con: duckdb.DuckDBPyConnection, lang: str) -> None:
    """Every word set as code is an id, a table, a view, a column, a file or a command of this record."""
    ids = {row for (row,) in con.execute("SELECT row_id FROM record.rows").fetchall()}
    columns = {f"{name}.{field}" for name, table in PACKAGE.all.items() for field in table.fields}
    calls = {word for word in re.findall(r"`([^`\n]+)`", page[lang]) if word.startswith("dokpamo")}
    words = set(re.findall(r"`([^`\n]+)`", page[lang])) - ids - set(PACKAGE.all) - columns - calls
    assert {word for word in words if not (ROOT / word).is_file()} == set()
    assert len(calls) > 3


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_keeps_its_promises_of_form(page: dict[str, str], lang: str) -> None:
    text = page[lang]
    assert not re.search(r"/(?:home|tmp|work|root)/|\b(?:fails|rank(?:ing|ed)?)\b|탈락 모델|독자성 없음", text)
    assert all(line == line.rstrip() for line in text.splitlines())
    assert text.endswith("\n") and not text.endswith("\n\n") and "\n\n\n" not in text
    if lang == "en":
        teams = [row[0] for row in table_with(text, "Basis of the gate")[1:]]
        assert teams == sorted(teams, key=str.casefold)


def test_measuring_gives_the_published_page_and_leaves_the_record_as_it_was(
    con: duckdb.DuckDBPyConnection, page: dict[str, str]
) -> None:
    assert dict(pages(PACKAGE, con)) == page
    fresh = database.open_database(PACKAGE, ["evidence"])
    query = "FROM record.evidence ORDER BY evidence_id"
    assert con.execute(query).fetchall() == fresh.execute(query).fetchall()
    names = ("as_of", "without", "weights")
    assert [con.execute(f"SELECT getvariable('{name}')").fetchone() for name in names] == [(None,)] * 3


# figures of the page against the views and against plain sums


def test_results_are_those_of_the_view(page: dict[str, str], con: duckdb.DuckDBPyConnection) -> None:
    rows = con.execute(
        """SELECT model_name, lower, upper, known_share FROM independence_scores
        WHERE scheme_id = 'editors' AND aggregation = 'arithmetic' AND axis = 'independence'"""
    ).fetchall()
    told = {row[1]: row for table in tables(page["en"]) if "Basis of the gate" in table[0] for row in table[1:]}
    assert len(told) == len(rows) == 9
    for model, lower, upper, known in rows:
        assert told[model][6] == f"{lower:.2f}–{upper:.2f}"
        assert told[model][5] == f"{known:.0%}".replace("%", " %")


def by_hand(con: duckdb.DuckDBPyConnection, control: int) -> str:
    """Return the interval of A.X K1: the mean of each dimension's levels over their tops, weighed 5, 3, 3, 3 and 4."""
    levels = dict(
        con.execute(
            """SELECT indicator_id, (lower_level, upper_level, top_level) FROM independence_cells
            WHERE model_id = 'a-x-k1' AND is_applicable AND axis = 'independence'"""
        ).fetchall()
    )
    weights = {"w": 5, "d": 3, "t": 3, "i": 3, "c": control}
    ends = []
    for end in (0, 1):
        total = 0.0
        for letter, weight in weights.items():
            cells = [levels[name] for name in levels if name.startswith(letter)]
            total += weight * sum(cell[end] / cell[2] for cell in cells) / len(cells)
        ends.append(f"{total / sum(weights.values()):.2f}")
    return "–".join(ends)


def test_one_score_by_hand(page: dict[str, str], con: duckdb.DuckDBPyConnection) -> None:
    row = next(row for row in table_with(page["en"], "Editors' weights (a)") if row[0] == "A.X K1")
    assert row[1] == by_hand(con, control=4)


def test_runs_without_evidence_are_those_of_the_views(page: dict[str, str], con: duckdb.DuckDBPyConnection) -> None:
    rows = {row[0]: row for row in table_with(page["en"], "Without government")}
    words = ["", "basis:inferred", "relayed", "confidence:low", "speaker:team", "speaker:government"]
    for place, word in enumerate(words, start=1):
        if word:
            con.execute(f"SET VARIABLE without = ['{word}']")
        found = con.execute(
            """SELECT model_name, lower, upper, gate FROM independence_scores
            WHERE scheme_id = 'editors' AND aggregation = 'arithmetic' AND axis = 'independence'"""
        ).fetchall()
        con.execute("RESET VARIABLE without")
        for model, lower, upper, gate in found:
            assert rows[model][place] == f"{lower:.2f}–{upper:.2f}, {gate.replace('-', ' ')}", word


def test_own_word_is_counted(page: dict[str, str], con: duckdb.DuckDBPyConnection) -> None:
    known, own = con.execute(
        """SELECT count(*), count(*) FILTER (c.basis = 'own-statement') FROM independence_cells c
        JOIN submissions s USING (team_id, model_id) WHERE s.is_scored AND c.is_known"""
    ).fetchall()[0]
    assert page["en"].count(f"{own} of {known} known cells") == 2
    assert page["ko"].count(f"확인된 항목 {known}개 중 {own}개가") == 2


def test_shares_of_draws_are_the_published_ones(page: dict[str, str]) -> None:
    matrix = independence().matrix("r1")["vaetki"]
    row = next(row for row in table_with(page["en"], "First stage evaluation: row above column") if "VAETKI" in row[0])
    assert [cell for cell in row[1:] if cell] == [f"{round(100 * share)} %" for share in matrix.values()]


# the measures


@pytest.mark.parametrize("scheme", ["editors", "equal", "ministry"])
@pytest.mark.parametrize(("aggregation", "floor"), [("arithmetic", None), ("geometric", 0.05)])
def test_scoring_is_that_of_the_views(index: Index, scheme: str, aggregation: str, floor: float | None) -> None:
    found = bounds(index.cells, index.weights(scheme), floor)
    rows = index.rows(
        "SELECT model_id, axis, lower, upper FROM independence_scores WHERE scheme_id = ? AND aggregation = ?",
        scheme,
        aggregation,
    )
    assert len(rows) == len(found) == 18
    for model, axis, lower, upper in rows:
        assert found[model, axis] == pytest.approx((lower, upper), abs=1e-6)


def test_gates_are_those_of_the_view(index: Index) -> None:
    assert gates(index.cells) == dict(index.rows("SELECT model_id, gate FROM independence_gate"))


def test_drawing_anew_gives_the_published_shares(index: Index) -> None:
    """Another hand, the same choices: only the noise of fewer draws is left."""
    found = shares(index)
    published = [share for share in independence().shares if share.axis == "independence"]
    assert len(found) == len(published) == 32
    for share in published:
        assert found[share.model_id, share.other_model_id] == pytest.approx(share.share_of_draws, abs=0.01)


def test_a_dispute_taken_as_a_finding_would_lower_upper_bounds(index: Index) -> None:
    effect = Effects(index).of("disputes-as-findings")
    assert effect.upper < 0
    assert Effects(index).of("disputes-left-out").upper == 0
    assert Effects(index).of("disputes-left-out").lower > 0


def test_what_the_choices_are_meant_to_do(index: Index) -> None:
    effects = Effects(index)
    assert {*CHANGES, *LEFT_OUT, *OTHERWISE, "no-objection-left-out"} == {
        mark.split()[1] for mark in MARK.findall(prose("en")) if mark.startswith("effect ")
    }
    assert effects.of("inferred-lowers-upper").upper <= 0 == effects.of("inferred-lowers-upper").lower
    assert effects.of("team-lowers-nothing").lower == 0 <= effects.of("team-lowers-nothing").upper
    assert effects.of("module-open").cells == 8 == effects.of("module-full-marks").cells
    assert effects.of("steps-grow").lower < 0 < effects.of("steps-shrink").lower
    assert effects.of("no-objection-left-out").gates == 3
    assert all(effects.of(choice).cells == 0 for choice in OTHERWISE)


def test_an_indicator_discriminates_only_where_two_cells_share_no_level(index: Index) -> None:
    def cells(indicator: str, round_id: str) -> str:
        return state([index.cells[model.model_id, indicator] for model in index.of(round_id)])

    assert cells("w1-core-weights", "r1") == "same"
    assert cells("w2-module-weights", "r1") == "one model"
    assert cells("w2-module-weights", "r2") == "none"
    assert cells("v2-training-records", "r2") == "open"
    assert cells("v3-weights-licence", "r1") == "apart"
    assert cells("c5-consortium", "r1") == "overlap"


def test_kendall_by_hand() -> None:
    """Five models, three of which went on: six pairs count, five agree and one doesn't; ties shrink the rest."""
    assert kendall([1, 2, 3, 4, 5], [0, 1, 0, 1, 1]) == pytest.approx((5 - 1) / sqrt(10 * 6))
    assert kendall([1, 1], [0, 1]) is None


def test_so_few_units_can_show_nothing(index: Index) -> None:
    found = {(one.round.round_id, one.criterion_id): one for one in outcomes(index)}
    assert found["r1", None].n == 5 and found["r1", None].smallest_p == pytest.approx(2 / 10)
    assert found["r2", None].n == 4 and found["r2", None].smallest_p == pytest.approx(2 / 4)
    assert found["r2", "r2/total"].official == 0 and found["r2", "r2/total"].smallest_p == pytest.approx(2 / 24)
    assert all(one.smallest_p > 0.05 for one in found.values())


# another record, another page


@pytest.mark.slow
def test_another_weight_gives_another_page(
    tmp_path: Path, page: dict[str, str], con: duckdb.DuckDBPyConnection
) -> None:
    for name in ("seeds", "schemas", "datapackage"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "datapackage.json", tmp_path)
    seed = tmp_path / "seeds" / "scheme_weights.csv"
    before = seed.read_text(encoding="utf-8")
    after = before.replace("editors/control,editors,control,,4", "editors/control,editors,control,,9")
    assert after != before
    seed.write_text(after, encoding="utf-8", newline="\n")
    code = f"""import sys; sys.path.insert(0, {str(tmp_path / "datapackage")!r})
from pathlib import Path; from dokpamo.exporters import export; export(Path({str(tmp_path / "out")!r}), ["method"])"""
    subprocess.run([sys.executable, "-c", code], check=True, cwd=tmp_path)
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == ["method.en.md", "method.ko.md"]
    for lang, ratio, scheme in (("en", "Ratio", "Editors' weights"), ("ko", "상대 비율", "편집자 가중치")):
        text = (tmp_path / "out" / f"method.{lang}.md").read_text(encoding="utf-8")
        rows = {row[1]: row for row in table_with(text, ratio) if row[0] == scheme}
        assert rows["`control`"][3:] == ["9", {"en": "39 %", "ko": "39%"}[lang]]
        scores = next(row for row in table_with(text, f"{scheme} (") if row[0] == "A.X K1")
        assert scores[1] == by_hand(con, control=9) != by_hand(con, control=4)
        assert table_with(text, "K-EXAONE 236B-A23B") != table_with(page[lang], "K-EXAONE 236B-A23B")  # the draws


def test_korean_twins_are_used_as_soon_as_they_exist(tmp_path: Path, index: Index) -> None:
    """A copy of the record whose levels and questions have Korean twins, one of them filled."""
    shutil.copytree(ROOT / "schemas", tmp_path / "schemas")
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    shutil.copy(ROOT / "datapackage.json", tmp_path)
    texts = {"levels": ("meaning", "w1-core-weights/0"), "indicators": ("question", "w1-core-weights")}
    for table, (column, key) in texts.items():
        schema = tmp_path / "schemas" / f"{table}.json"
        spec = json.loads(schema.read_text(encoding="utf-8"))
        spec["fields"] = [field for field in spec["fields"] if field["name"] != f"{column}_ko"]
        spec["fields"].append({"name": f"{column}_ko", "type": "string"})
        schema.write_text(json.dumps(spec), encoding="utf-8")
        seed = tmp_path / "seeds" / f"{table}.csv"
        with seed.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
        with seed.open("w", encoding="utf-8", newline="") as lines:
            writer = csv.DictWriter(lines, [*(name for name in rows[0] if name != f"{column}_ko"), f"{column}_ko"])
            writer.writeheader()
            for row in rows:
                writer.writerow(row | {f"{column}_ko": "우리말" if next(iter(row.values())) == key else ""})
    package = contract.load(tmp_path)
    con = database.open_database(package, package.all)
    korean = Look(Index(package, con), Effects(index), "ko")
    text = filled("{{indicators}}", korean)
    assert "핵심 가중치.** 우리말 (" in text and "- 0 (0.00): 우리말\n" in text
    assert "- 1 (0.50): another organisation's weights continued" in text  # no twin yet: English
    assert filled("{{english-note}}", korean) == ""

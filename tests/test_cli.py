"""The command line, as its users run it: what it prints, in which language, and how it refuses."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dokpamo.cli import main
from dokpamo.cli.texts import EXAMPLES, TEXTS

Run = tuple[int, str, str]


def run(capfd: pytest.CaptureFixture[str], *words: str) -> Run:
    code = main(words)
    out, err = capfd.readouterr()
    return code, out, err


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.setenv("COLUMNS", "100")


def test_show_on_a_past_day_as_csv(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capfd, "show", "survivors", "--as-of", "2026-01-14", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert (code, err) == (0, "")
    assert {row["team_id"] for row in rows if row["round_id"] == "r0-presentation"} == {
        "lg-ai-research", "naver-cloud", "nc-ai", "sk-telecom", "upstage",
    }  # fmt: skip
    assert "r1" not in {row["round_id"] for row in rows}


def test_show_in_korean(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "140")
    code, out, _ = run(capfd, "show", "elimination_history", "--lang", "ko")
    naver = next(line for line in out.splitlines() if line.startswith("naver-cloud"))
    assert code == 0
    assert out.startswith("팀 ")
    assert " 탈락 " in naver and " 독자성 " in naver and "1차 단계평가" in naver
    assert "not-selected" not in out and "First stage" not in out


def test_machine_formats_keep_names_and_codes_whatever_the_environment_speaks(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "ko_KR.UTF-8")
    _, out, _ = run(capfd, "show", "team_status", "--format", "json")
    assert {row["status"] for row in json.loads(out)} == {"active", "eliminated", "not-selected"}
    _, out, _ = run(capfd, "show", "team_status", "--format", "json", "--lang", "ko")
    assert json.loads(out)[0]["팀"] == "lg-ai-research"


def test_sql_as_json(capfd: pytest.CaptureFixture[str]) -> None:
    query = "SELECT team_id, count(*) FROM consortium GROUP BY ALL ORDER BY 2 DESC"
    code, out, _ = run(capfd, "sql", query, "--format", "json")
    rows = json.loads(out)
    assert code == 0
    assert rows[0]["team_id"] == "sk-telecom" or rows[0]["count_star()"] >= rows[1]["count_star()"]
    assert sum(row["count_star()"] for row in rows) == 132


def test_every_format_holds_the_same_rows(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    import duckdb

    printed = {}
    for form in ("csv", "json", "md", "parquet"):
        assert main(["show", "rounds", "--format", form]) == 0
        printed[form] = capfdbinary.readouterr().out
    by_csv = [row["round_id"] for row in csv.DictReader(io.StringIO(printed["csv"].decode()))]
    by_json = [row["round_id"] for row in json.loads(printed["json"])]
    by_md = [line.split(" | ")[0].removeprefix("| ") for line in printed["md"].decode().splitlines()[2:]]
    path = tmp_path / "rounds.parquet"
    path.write_bytes(printed["parquet"])
    by_parquet = [row[0] for row in duckdb.sql(f"SELECT round_id FROM '{path}'").fetchall()]
    assert by_csv == by_json == by_md == by_parquet
    assert by_csv[0] == "r0-application" and len(by_csv) == 7


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["show", "team_statu"], "there is no table or view 'team_statu' (did you mean 'team_status'"),
        (["describe", "teems"], "there is no table or view 'teems' (did you mean 'teams'"),
        (["sql", "FROM partner"], "there is no table or view 'partner' (did you mean 'partners'"),
        (["sql", "SELECT nothing_such FROM teams"], 'Referenced column "nothing_such" not found'),
        (["cite", "results", "r1/naver"], "there is no row of results 'r1/naver' (did you mean 'r1/naver-cloud'"),
        (["cite", "results", "r1/naver-cloud", "grond"], "(did you mean 'ground'"),
        (["cite", "team_status", "upstage"], "there is no table 'team_status'"),
        (["show", "teams", "--as-of", "2026-1-14"], "'2026-1-14' is no day: write it as 2026-01-14"),
        (["show", "teams", "--as-of", "2031-01-01"], "lies after the record's date"),
        (["new", "results", "outcome=elimnated"], "(did you mean 'eliminated'?)"),
        (["new", "results", "round_id=r1", "team_id=upstage"], "results has a row 'r1/upstage' already"),
        (["new", "results", "round_id=r12"], "there is no row of rounds 'r12'"),
        (["new", "results", "upstage"], "'upstage' is no cell: write COLUMN=VALUE"),
        (
            ["why", "naver-clod"],
            "team, model, dimension or indicator 'naver-clod' (did you mean 'naver-cloud'",
        ),
        (["independence", "--weight", "provenance=half"], "'provenance=half': write a weight as ID=NUMBER"),
        (["independence", "--weight", "provnance=1"], "there is no dimension or indicator 'provnance'"),
        (["independence", "--weight", "design=-1"], "the weight of design is -1.0: write 0 or more"),
        (["independence", "--weight", "design=0"], "all weights are zero"),
        (["independence", "--scheme", "editor"], "there is no scheme 'editor' (did you mean 'editors'"),
        (["independence", "--drop-speaker", "goverment"], "there is no speaker 'goverment' (did you mean 'government'"),
        (["independence", "--as-of", "2025-06-01"], "no scored model with the scheme 'editors' is on record on"),
        (["independence", "--scheme-file", "nothing.csv"], "nothing.csv: there is no such file"),
        (["check", "/nowhere-at-all"], "there is no datapackage.json"),
        (["export", "/tmp", "--format", "xslx"], "there is no format 'xslx'"),
    ],
)
def test_what_cannot_run_is_told_on_standard_error(
    capfd: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    code, out, err = run(capfd, *words)
    assert (code, out) == (2, "")
    assert sentence in err and err.startswith("dokpamo: ") and "Traceback" not in err


def test_own_weights_by_file_are_those_given_one_by_one(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "weights.csv"
    file.write_text("dimension_id,indicator_id,weight\nprovenance,,0.5\n,c4-ownership,0.5\n", encoding="utf-8")
    drawn = ["independence", "--draws", "50", "--format", "json", "--drop-speaker", "government"]
    _, by_file, _ = run(capfd, *drawn, "--scheme-file", str(file))
    _, one_by_one, _ = run(capfd, *drawn, "--weight", "provenance=0.5", "--weight", "c4-ownership=0.5")
    assert by_file == one_by_one
    assert json.loads(by_file)["drop"] == ["speaker:government"]
    file.write_text("dimension_id,indicator_id,weight\n,,0.5\n", encoding="utf-8")
    code, _, err = run(capfd, *drawn, "--scheme-file", str(file))
    assert code == 2 and f"{file}:2: name a dimension_id or an indicator_id" in err


def test_the_drawn_index_is_printed_by_round_and_axis(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capfd, "independence", "--as-of", "2026-01-15", "--draws", "500", "--lang", "ko")
    assert code == 0
    assert out.count("행의 모델이 열의 모델보다 위에 놓인 추출의 비율(%)") == 2
    assert "미충족" in out and "not-met" not in out and "순위가 아님" in out


def test_why_walks_to_the_source_in_every_format(capfd: pytest.CaptureFixture[str]) -> None:
    printed = {form: run(capfd, "why", "naver-cloud", "--format", form)[1] for form in ("text", "md", "json")}
    for text in printed.values():
        assert "ev-naver-cloud-w2-module-weights-02" in text
        assert "https://www.korea.kr/briefing/pressReleaseView.do?newsId=156739871" in text
    assert json.loads(printed["json"])["id"] == "naver-cloud"


def test_refusals_speak_korean(capfd: pytest.CaptureFixture[str]) -> None:
    _, _, err = run(capfd, "--lang", "ko", "show", "team_statu")
    assert "그런 표나 뷰는 없습니다" in err and "team_status" in err


@pytest.mark.parametrize(
    "query",
    [
        "FROM read_csv('pyproject.toml')",
        "FROM 'seeds/teams.csv'",
        "COPY teams TO 'stolen.csv'",
        "ATTACH 'other.duckdb'",
        "INSTALL httpfs",
        "SET enable_external_access = true",
        "FROM glob('*')",
        "FROM read_text('README.md')",
    ],
)
def test_a_query_reaches_no_file_and_no_setting(capfd: pytest.CaptureFixture[str], query: str) -> None:
    code, out, err = run(capfd, "sql", query)
    assert (code, out) == (2, ""), out
    assert err.startswith("dokpamo: ")
    assert not Path("stolen.csv").exists() and not Path("other.duckdb").exists()


def test_new_row_can_be_appended(capfd: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capfd, "new", "claims", "table_name=rounds", "row_id=r1", "column_name=opened_on")
    (row,) = csv.DictReader(io.StringIO(out))
    assert row["claim_id"].startswith("rounds/r1/opened_on/")
    assert row["source_ids"] == row["locator"] == row["confidence"] == "..."


def test_a_number_is_counted_on(capfd: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capfd, "new", "evidence", "team_id=upstage", "indicator_id=w1-core-weights")
    (row,) = csv.DictReader(io.StringIO(out))
    _, listed, _ = run(capfd, "sql", "SELECT evidence_id FROM evidence", "--format", "csv")
    numbers = [int(i[-2:]) for i in listed.split() if i.startswith("ev-upstage-w1-core-weights-")]
    assert row["evidence_id"] == f"ev-upstage-w1-core-weights-{max(numbers) + 1:02d}"


def test_search_finds_by_either_script(capfd: pytest.CaptureFixture[str]) -> None:
    for name in ("네이버클라우드", "naver cloud", "NAVER Cloud", "naver-cloud"):
        _, out, _ = run(capfd, "search", name, "--format", "json")
        assert ("teams", "naver-cloud") in {(hit["table_name"], hit["row_id"]) for hit in json.loads(out)}, name


def test_search_forgives_a_letter_and_says_when_nothing_is_alike(capfd: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capfd, "search", "naver cluod", "--format", "json")
    assert "naver-cloud" in {hit["row_id"] for hit in json.loads(out)}
    code, out, err = run(capfd, "search", "zzzzqqqq", "--format", "json")
    assert (code, json.loads(out), err.strip()) == (0, [], "nothing found")


@pytest.mark.parametrize("width", [40, 60, 80, 100, 160])
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_table_fits_the_window(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int, lang: str
) -> None:
    from dokpamo.rendering.table import places

    monkeypatch.setenv("COLUMNS", str(width))
    _, out, _ = run(capfd, "show", "team_status", "--lang", lang)
    lines = [line for line in out.splitlines() if not line.startswith("+ ")]
    assert max(map(places, lines)) <= width


def test_describe_tells_columns_and_codes_in_both_languages(capfd: pytest.CaptureFixture[str]) -> None:
    _, english_page, _ = run(capfd, "describe", "results")
    assert "outcome  [string, always filled]" in english_page and "did-not-apply" in english_page
    _, korean_page, _ = run(capfd, "describe", "results", "--lang", "ko")
    assert "행 단위: result_id" in korean_page and "필수" in korean_page


def test_list_names_every_table_and_view(capfd: pytest.CaptureFixture[str]) -> None:
    import dokpamo

    _, out, _ = run(capfd, "list", "--format", "json")
    assert [row["name"] for row in json.loads(out)] == dokpamo.tables() + dokpamo.views()


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_help_tells_examples(capfd: pytest.CaptureFixture[str], name: str, lang: str) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--lang", lang, *([] if name == "dokpamo" else [name]), "--help"])
    out, _ = capfd.readouterr()
    assert stop.value.code == 0
    assert all(example in out for example in EXAMPLES[name])
    assert TEXTS["examples"][lang == "ko"] in out


def test_the_parser_speaks_korean(capfd: pytest.CaptureFixture[str]) -> None:
    for words, sentence in (
        (["--lang", "ko", "show"], "다음 인자가 필요합니다: NAME"),
        (["--lang", "ko", "show", "teams", "--format", "xls"], "값은 쓸 수 없습니다"),
        (["--lang", "ko", "--help"], "사용법: dokpamo"),
        (["show"], "the following arguments are required: NAME"),
    ):
        with pytest.raises(SystemExit):
            main(words)
        out, err = capfd.readouterr()
        assert sentence in out + err, words


def test_lists_and_hits_have_korean_headers(capfd: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capfd, "list", "--lang", "ko")
    assert out.split("\n")[0].split() == ["이름", "종류", "열", "수", "내용"] and "행)" in out and "table" not in out
    _, out, _ = run(capfd, "search", "업스테이지", "--lang", "ko")
    assert out.startswith("표 이름") and "행)" in out


def test_every_text_has_both_languages() -> None:
    assert [key for key, (en, ko) in TEXTS.items() if not en or not ko or en == ko] == []


def test_nothing_heavy_is_imported_for_help() -> None:
    heavy = ("duckdb", "polars", "pandas", "pyarrow", "pandera", "frictionless", "numpy", "typing")
    code = (
        "import sys, dokpamo; light = 'typing' in sys.modules\n"
        "from dokpamo.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        f"print([name for name in {heavy[:-1]!r} if name in sys.modules], light)"
    )
    command = [sys.executable, "-S", "-c", f"import sys; sys.path = {sys.path!r}\n{code}"]
    environment = os.environ | {"PYTHONUTF8": "1"}
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, env=environment)
    assert done.stdout.splitlines()[-1] == "[] False"

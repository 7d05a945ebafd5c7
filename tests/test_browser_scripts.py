"""What scripts add to the pages, in a real browser: SQL, what-ifs, tables. Without scripts the pages say the same."""

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from services import lacking

import dokpamo
from dokpamo.contract import package

pytestmark = pytest.mark.browser


@pytest.fixture
def sql(page: Page, home: str, dist: Path) -> Page:
    """The SQL page, if this release has an engine."""
    if not (dist / "site" / "engine").is_dir():
        lacking("the SQL engine", "npm ci && npm run engine, or ./run")
    page.goto(f"{home}en/sql/")
    return page


def ask(page: Page, query: str) -> str:
    """Run a query and return what the page says of it."""
    page.fill("#query", query)
    page.click("#run")
    page.wait_for_selector("#run:not([disabled])")
    return page.inner_text("#status")


def saved(page: Page, button: str = "#save") -> list[list[str]]:
    """Return the cells of the CSV that a button downloads."""
    with page.expect_download() as download:
        page.click(button)
    text = download.value.path().read_text(encoding="utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def test_sql_gives_what_the_release_holds(sql: Page, dist: Path) -> None:
    assert ask(sql, "FROM independence_gate;").startswith("9 rows")
    with (dist / "views" / "independence_gate.csv").open(encoding="utf-8", newline="") as lines:
        assert saved(sql) == list(csv.reader(lines))
    assert sql.locator("#result tbody tr").count() == 9
    # errors point into the query as it was written, and offer what may be meant
    told = ask(sql, "SELECT team_id FROM team_statu")
    assert "team_statu" in told and "LINE 1" in told
    assert "extension “icu”" in ask(sql, "SELECT current_date")
    # the day, and statements before the query
    on_the_day = "SET VARIABLE as_of = DATE '2026-01-14'; SELECT team_id FROM team_status WHERE status = 'active'"
    assert ask(sql, on_the_day).startswith("5 rows")
    sql.fill("#day", "2026-01-14")
    assert ask(sql, "SELECT team_id FROM team_status WHERE status = 'active' -- the day stands beside").startswith("5")
    # the address brings another reader to the same query and day
    address = sql.url
    sql.goto(address)
    assert (sql.input_value("#day"), "-- the day" in sql.input_value("#query")) == ("2026-01-14", True)
    # markup in a result is text
    assert ask(sql, "SELECT '<img src=x onerror=alert(1)>' AS hostile, ';' AS semicolon, NULL AS nothing")
    assert sql.inner_text("#result td") == "<img src=x onerror=alert(1)>"
    # a query without an end leaves the page alive, and can be stopped
    sql.fill("#query", "SELECT count(*) FROM range(1000000000000) a, range(1000000) b")
    sql.click("#run")
    sql.wait_for_selector("#stop:not([hidden])")
    assert sql.evaluate("() => 1 + 1") == 2
    sql.click("#stop")
    assert "Stopped" in sql.inner_text("#status")
    assert ask(sql, "SELECT 1 AS one").startswith("1 row")


def test_sql_without_webassembly(context: BrowserContext, home: str, dist: Path) -> None:
    if not (dist / "site" / "engine").is_dir():
        lacking("the SQL engine", "npm ci && npm run engine, or ./run")
    context.add_init_script("delete globalThis.WebAssembly")
    page = context.new_page()
    page.goto(f"{home}ko/sql/?day=someday")
    assert "“someday”은(는) 날짜가 아닙니다" in page.inner_text("#status")
    page.click("#run")
    page.wait_for_selector("#status.wrong")
    assert "WebAssembly가 없습니다" in page.inner_text("#status")


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_sql_without_scripts_has_its_answers(chromium: Browser, home: str, lang: str) -> None:
    reader = chromium.new_context(java_script_enabled=False)
    page = reader.new_page()
    page.goto(f"{home}{lang}/sql/")
    assert page.locator("#editor").count() == 0 or not page.locator("#editor").is_visible()
    gate = page.locator("section[aria-labelledby=minimum-condition] tbody tr")
    assert gate.count() == 9
    naver = next(row for row in gate.all_inner_texts() if "naver-cloud" in row)
    assert "not-met" in naver
    on_the_day = page.locator("section[aria-labelledby=on-a-day] tbody tr").all_inner_texts()
    assert sum("active" in row for row in on_the_day) == 5
    reader.close()


def test_what_if_uses_the_same_views(sql: Page, home: str) -> None:
    page = sql
    page.goto(f"{home}en/independence/what-if/?w=nobody:3")
    assert "“nobody:3”" in page.inner_text("#status")

    def own(row: str) -> str:
        return page.inner_text(f"tr[data-key='{row}'] .own")

    page.click("#run")
    page.wait_for_selector("tr[data-key] .own:not(:empty)")
    for row in page.locator("tr[data-key]").all():  # the editors' own ratios give the editors' own intervals
        cells = row.locator("td").all_inner_texts()
        assert cells[1] == cells[2], cells
    page.uncheck("input[value='speaker:government']")
    page.wait_for_function("() => document.querySelector(\"tr[data-key='r1/naver-cloud/independence'] .gate\")"
                           ".textContent === 'Open'")  # fmt: skip
    con = dokpamo.connect()
    con.execute("SET VARIABLE without = ['speaker:government']")
    (low, high), = con.execute(
        """SELECT lower, upper FROM independence_scores WHERE scheme_id = 'editors' AND axis = 'independence'
        AND aggregation = 'arithmetic' AND team_id = 'lg-ai-research' AND round_id = 'r1'"""
    ).fetchall()  # fmt: skip
    assert own("r1/lg-ai-research/independence") == f"{low:.2f}–{high:.2f}"
    assert "without=speaker%3Agovernment" in page.url


def test_tables_are_cut_sorted_and_downloaded_as_seen(page: Page, home: str) -> None:
    page.goto(f"{home}en/data/scores/?sort=-points&f.is_official=yes&hide=criterion_id,note")
    page.wait_for_selector("#seen:not(:empty)")
    official = dokpamo.sql("SELECT points FROM scores WHERE is_official ORDER BY points DESC NULLS LAST").fetchall()
    assert page.inner_text("#seen") == f"{len(official)} of 40 rows shown"
    head, *rows = saved(page)
    assert "Note" not in head and "Criterion" not in head
    points = [row[head.index("Points")] for row in rows]
    assert [float(one) for one in points if one] == [one for (one,) in official if one is not None]
    shown = [row.strip().split("\n")[0] for row in page.locator("table[data-table=scores] tbody tr").all_inner_texts()]
    assert [row[0] for row in rows] == [line.split("\t")[0] for line in shown]
    page.reload()
    page.wait_for_selector("#seen:not(:empty)")
    assert saved(page) == [head, *rows]


def test_a_long_table_is_sorted_whole(page: Page, home: str) -> None:
    """A table over several pages: what is found is found in all of them, and its links still lead to their rows."""
    page.goto(f"{home}ko/data/citations/?q=naver-cloud")
    page.wait_for_selector("#seen:not(:empty)")
    page.wait_for_selector("#seen:text-matches('표시$')")
    assert f"{dokpamo.sql('FROM citations').count('*').fetchall()[0][0]:,}행 가운데" in page.inner_text("#seen")
    link = page.locator("table[data-table=citations] tbody a").last
    assert page.request.get(str(link.evaluate("one => one.href")).split("#")[0]).ok


def test_the_engine_is_asked_for_only_on_request(context: BrowserContext, home: str) -> None:
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{home}en/sql/?q=FROM+teams")
    page.wait_for_selector("#editor")
    assert [one for one in asked if "engine/" in one or one.endswith(".duckdb")] == []


def test_record_and_page_agree_on_the_day(home: str, page: Page) -> None:
    page.goto(f"{home}en/")
    assert package().day in page.inner_text("main")


@pytest.mark.parametrize(
    ("lang", "asked", "first"),
    [("ko", "업스테", "업스테이지"), ("en", "upst", "Upstage"), ("ko", "naver", "네이버"), ("en", "a x k1", "A.X K1")],
)
def test_search_finds_by_any_name(page: Page, home: str, lang: str, asked: str, first: str) -> None:
    page.goto(f"{home}{lang}/search/")
    page.fill("#q", asked)
    page.wait_for_selector("#search li")
    assert first in page.locator("#search li").first.inner_text()
    link = page.locator("#search li a").first
    assert page.request.get(str(link.evaluate("one => one.href")).split("#")[0]).ok
    page.reload()
    page.wait_for_selector("#search li")


def test_search_says_when_there_is_nothing(page: Page, home: str) -> None:
    page.goto(f"{home}en/search/?q=<b>nobody</b>")
    page.wait_for_selector("#search p:not(:empty)")
    assert "“<b>nobody</b>”" in page.inner_text("#search p")


def test_any_day_shows_what_was_known_by_then(sql: Page, home: str) -> None:
    page = sql
    page.goto(f"{home}en/as-of/?day=2036-01-01")
    assert "“2036-01-01” in the address is no day between" in page.inner_text("#status")
    page.goto(f"{home}en/as-of/?day=2026-01-14")
    page.click("#run")
    page.wait_for_selector("#result table >> nth=2")
    rows = page.locator("#result table").first.locator("tbody tr").all_inner_texts()
    status = next(one for one in dokpamo.describe("team_status").columns if one.name == "status")
    active = (status.codes or {})["active"]
    assert sum(active in row for row in rows) == 5
    assert page.locator("#result table").nth(1).locator("tbody tr").count() == 10

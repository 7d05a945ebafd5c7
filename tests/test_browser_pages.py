"""Every kind of page in a real browser: for eyes, ears, fingers, small windows, printers, and without scripts."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from services import lacking

from dokpamo.contract import package
from dokpamo.exporters import Publication
from dokpamo.folders import root
from dokpamo.portal import LANGUAGES
from dokpamo.portal.site import all_pages, opened
from dokpamo.portal.words import say

pytestmark = pytest.mark.browser

MODULES = root() / "node_modules"
AXE = Path(__file__).with_name("axe.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (1280, 320)
OUTSIDE = ("", "404.html")
"""The pages that belong to no language."""

ORDINARY = (
    "data/results/",
    "sources/a/",
    "models/a-x-k1/",
    "organisations/upstage/",
    "teams/naver-cloud/",
    "rounds/r1/",
)
"""Where a kind has many pages, the one that is looked at."""

BARS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
"""What Lighthouse must give at least, for a telephone."""

SLOWDOWN, TELEPHONE = 4.0, 264.0
"""How many times slower than this machine Lighthouse takes a telephone to be, and the speed that Chromium's developer
tools give a cheap one. A busy machine is itself slower than it looks: there the telephone's own speed is what counts.
"""


def module(*parts: str) -> Path:
    """Return a file that npm installs; end the test where it isn't there."""
    path = MODULES.joinpath(*parts)
    if not path.exists():
        lacking(parts[-1], "npm ci, or ./run test")
    return path


def told(command: Sequence[str | Path], **environment: str) -> str:
    """Return what a checker prints if it finds something; nothing if it ends well."""
    done = subprocess.run(
        command, capture_output=True, encoding="utf-8", check=False, timeout=300, env=os.environ | environment
    )
    return (done.stdout + done.stderr)[-3000:] if done.returncode else ""


@pytest.fixture(scope="session")
def kinds(published: Publication) -> list[str]:
    """The path of a page of every kind: what a template makes of one table."""
    found: dict[tuple[str, str], str] = {}
    for one in all_pages(opened(published)):
        kind = (one.template, one.path.split("/")[0] if one.template == "entity.html" else "")
        found[kind] = one.path if one.path in ORDINARY else found.get(kind, one.path)
    assert set(ORDINARY) < set(found.values())
    return list(found.values())


def looked_at(page: Page, width: int) -> list[str]:
    """Return what is wrong with the page that is open, in a window so wide, light and dark."""
    page.set_viewport_size({"width": width, "height": 900})
    too_wide = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
    wrong = [f"{width}: {too_wide} pixels too wide"] if too_wide > 0 else []
    page.emulate_media(color_scheme="light")
    wrong += page.evaluate(AXE, {"tags": TAGS, "coloursAlone": False})
    page.emulate_media(color_scheme="dark")
    return [f"{width}: {one}" for one in [*wrong, *page.evaluate(AXE, {"tags": TAGS, "coloursAlone": True})]]


@pytest.mark.parametrize("lang", [*LANGUAGES, ""])
def test_every_kind_of_page_is_for_everybody(page: Page, home: str, kinds: list[str], lang: str) -> None:
    """axe finds nothing, and nothing scrolls sideways: light and dark, wide and narrow."""
    axe = module("axe-core", "axe.min.js").read_text(encoding="utf-8")
    wrong = {}
    for path in [f"{lang}/{path}" for path in kinds] if lang else OUTSIDE:
        page.goto(home + path)
        page.evaluate(axe)
        wrong[path] = [one for width in WIDTHS for one in looked_at(page, width)]
    assert {path: found for path, found in wrong.items() if found} == {}


def test_axe_would_find_what_is_wrong(page: Page, home: str) -> None:
    page.goto(f"{home}en/")
    page.evaluate(module("axe-core", "axe.min.js").read_text(encoding="utf-8"))
    page.evaluate(
        """() => {
            const wrong = document.createElement("div");
            wrong.innerHTML = "<img src='../icon.svg' width='900'><a href='#main'></a><h5>Pale</h5>";
            wrong.lastChild.style.color = "#999";
            document.querySelector("main").append(wrong);
        }"""
    )
    found = {one.split()[1] for one in looked_at(page, 320)}
    assert {"image-alt", "link-name", "color-contrast", "heading-order"} <= found
    assert any("pixels too wide" in one for one in looked_at(page, 320))


@pytest.mark.parametrize("path", ["ko/", "en/data/team_status/", "ko/teams/naver-cloud/"])
def test_lighthouse(home: str, path: str, tmp_path: Path) -> None:
    """Speed is the best of five: another program on the machine can only make a page look slower."""
    slowdown = SLOWDOWN
    for turn in range(5):
        audited = lighthouse(home + path, tmp_path / f"{turn}.json", slowdown)
        scores = {name: round(100 * audited["categories"][name]["score"]) for name in BARS}
        if scores["performance"] >= BARS["performance"]:
            break
        slowdown = max(1.0, min(SLOWDOWN, audited["environment"]["benchmarkIndex"] / TELEPHONE))
    lost = [one["id"] for one in audited["audits"].values() if one["score"] is not None and one["score"] < 1]
    assert {name: scores[name] for name, bar in BARS.items() if scores[name] < bar} == {}, lost


def lighthouse(address: str, report: Path, slowdown: float) -> dict[str, Any]:
    """Return what Lighthouse reports of a page on a telephone."""
    chrome = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"
    command = [module(".bin", "lighthouse"), address, "--quiet", "--output=json", f"--output-path={report}"]
    options = [
        f"--chrome-flags={chrome}",
        f"--only-categories={','.join(BARS)}",
        f"--throttling.cpuSlowdownMultiplier={slowdown}",
        "--no-enable-error-reporting",
    ]
    assert told([*command, *options], CHROME_PATH=str(shutil.which("chromium"))) == ""
    found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return found


def test_markup_is_sound(dist: Path, kinds: list[str], tmp_path: Path) -> None:
    """What html-validate and the Nu checker say of every kind of page in both languages."""
    files = [dist / "site" / lang / path / "index.html" for lang in LANGUAGES for path in kinds]
    files += [dist / "site" / "index.html", dist / "site" / "404.html"]
    settings = tmp_path / "htmlvalidate.json"
    settings.write_text(json.dumps({"root": True, "extends": ["html-validate:standard"]}), encoding="utf-8")
    assert told([module(".bin", "html-validate"), "--config", settings, *files]) == ""
    if not shutil.which("java"):
        lacking("Java", "apt-get install default-jre-headless")
    nu = module("vnu-jar", "build", "dist", "vnu.jar")
    assert told(["java", "-jar", nu, "--errors-only", *files]) == ""


def test_no_link_is_broken(home: str) -> None:
    """linkinator on what the first pages lead to; `test_portal.py` follows every link and anchor of all pages."""
    elsewhere = "^(?!http://127.0.0.1)"
    assert told([module(".bin", "linkinator"), f"{home}ko/", f"{home}en/", "--skip", elsewhere]) == ""


@pytest.mark.parametrize(("lang", "team"), [("ko", "네이버클라우드"), ("en", "Naver Cloud")])
def test_from_home_to_the_ministry_in_three_clicks(chromium: Browser, home: str, lang: str, team: str) -> None:
    """Home, the team, why it went out, the ministry's release: without scripts."""
    reader = chromium.new_context(java_script_enabled=False)
    page = reader.new_page()
    page.goto(f"{home}{lang}/")
    page.locator("main a:visible", has_text=team).first.click()
    page.get_by_role("link", name=say("why_out", lang), exact=True).click()
    ending = page.locator("section:has(#end)")
    assert page.url == f"{home}{lang}/teams/naver-cloud/#end"
    assert package().get("results").field("ground").label("independence", lang) in ending.inner_text()
    release = ending.locator("a[href='https://www.korea.kr/briefing/pressReleaseView.do?newsId=156739871']")
    assert release.count() == 1  # the third click leaves the site
    reader.close()


def test_the_keyboard_reaches_everything(page: Page, home: str) -> None:
    page.goto(f"{home}en/data/results/")
    page.wait_for_selector("#tools:not([hidden])")
    reachable = page.evaluate(
        """() => [...document.querySelectorAll("a[href], button, summary, input, select, textarea, [tabindex='0']")]
            .filter((one) => one.checkVisibility()).length"""
    )
    page.evaluate("() => { globalThis.reached = new Set(); }")
    for _ in range(reachable):
        page.keyboard.press("Tab")
        reached = page.evaluate("() => reached.add(document.activeElement).size")
    assert reached == reachable > 100
    page.goto(f"{home}en/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/#main")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_fact_sheet_is_one_printed_page(page: Page, home: str, lang: str, published: Publication) -> None:
    for (team,) in published.con.execute("SELECT team_id FROM published.teams").fetchall():
        page.goto(f"{home}{lang}/teams/{team}/factsheet/")
        printed = page.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1, team
    page.emulate_media(media="print")
    assert not page.locator("header nav").is_visible()


def test_an_address_that_is_none_leads_on(page: Page, home: str) -> None:
    answer = page.goto(f"{home}en/teams/nobody/")
    assert answer and answer.status == 404
    assert all(say("lost_why", lang) in page.inner_text("main") for lang in LANGUAGES)
    page.get_by_role("link", name=say("lost_search", "en")).click()
    assert page.url == f"{home}en/search/"

"""Every kind of page in a real browser: for eyes, ears, fingers, small windows, printers, and without scripts."""

import json
import os
import re
import shutil
import subprocess
from itertools import product
from pathlib import Path

import pytest
from browser import chromium, context, home, page  # noqa: F401
from playwright.sync_api import Browser, Page
from services import lacking, serve  # noqa: F401

from dokpamo.contract import package
from dokpamo.exporters import Publication
from dokpamo.folders import root
from dokpamo.portal import LANGUAGES
from dokpamo.portal.site import all_pages, opened

pytestmark = pytest.mark.browser

MODULES = root() / "node_modules"
AXE = MODULES / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (1280, 320)
BARS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
"""What Lighthouse must give at least, for a telephone."""


def module(path: Path) -> Path:
    """Return something that npm installs; end the test where it isn't there."""
    if not path.exists():
        lacking(path.relative_to(MODULES).parts[0], "npm ci")
    return path


SHORT = ("data/results/", "sources/a/", "models/a-x-k1/", "organisations/upstage/", "teams/naver-cloud/", "rounds/r1/")
"""Where a kind has many pages, one of an ordinary length: every cell is looked at in four settings."""


@pytest.fixture(scope="session")
def kinds(published: Publication) -> list[str]:
    """The path of a page of every kind: what a template makes of one table."""
    found: dict[tuple[str, str], str] = {}
    for one in all_pages(opened(published)):
        kind = (one.template, one.path.split("/")[0] if one.template == "entity.html" else "")
        found[kind] = one.path if one.path in SHORT else found.get(kind, one.path)
    return list(found.values())


def settings(number: int) -> list[tuple[int, str]]:
    """Return the settings in which a page is looked at: they take turns; with EVERY_SETTING set, all of them.

    The rules take seconds a page and setting, and the hundreds of pages are made from few templates and one style.
    """
    every = [(width, scheme) for scheme in ("light", "dark") for width in WIDTHS]
    return every if os.environ.get("EVERY_SETTING") else [every[number % len(every)]]


def test_every_kind_of_page_is_for_everybody(page: Page, home: str, kinds: list[str]) -> None:  # noqa: F811
    """axe finds nothing, and nothing scrolls sideways: in both languages, light and dark, wide and narrow."""
    axe = module(AXE).read_text(encoding="utf-8")
    assert len(kinds) > 15
    wrong = []
    for number, (path, lang) in enumerate(product(kinds, LANGUAGES)):
        page.goto(f"{home}{lang}/{path}")
        page.evaluate(axe)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            too_wide = page.evaluate(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            if too_wide > 0:
                wrong.append(f"{lang}/{path} {width}: {too_wide} pixels too wide")
        for width, scheme in settings(number + number // 4):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            answer = page.evaluate(f"() => axe.run({{runOnly: {RULES}, resultTypes: ['violations']}})")
            wrong += [
                f"{lang}/{path} {width} {scheme}: {one['id']} {one['nodes'][0]['target']}"
                for one in answer["violations"]
            ]
    assert wrong == []


@pytest.mark.parametrize("path", ["ko/", "en/data/results/", "ko/teams/naver-cloud/"])
def test_lighthouse(home: str, path: str, tmp_path: Path) -> None:  # noqa: F811
    tool = module(MODULES / ".bin" / "lighthouse")
    report = tmp_path / "report.json"
    flags = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"
    subprocess.run(
        [tool, f"{home}{path}", "--quiet", "--output=json", f"--output-path={report}", f"--chrome-flags={flags}",
         f"--only-categories={','.join(BARS)}"],
        check=True, capture_output=True, env=os.environ | {"CHROME_PATH": str(shutil.which("chromium"))}, timeout=300,
    )  # fmt: skip
    told = json.loads(report.read_text(encoding="utf-8"))
    scores = {name: round(100 * told["categories"][name]["score"]) for name in BARS}
    losing = [one["id"] for one in told["audits"].values() if one["score"] is not None and one["score"] < 1]
    assert [name for name, bar in BARS.items() if scores[name] < bar] == [], (scores, losing)


def test_markup_is_sound(dist: Path, kinds: list[str], tmp_path: Path) -> None:
    """What html-validate and the Nu checker say of every kind of page in both languages."""
    files = [dist / "site" / lang / path / "index.html" for lang in LANGUAGES for path in kinds]
    files += [dist / "site" / "index.html", dist / "site" / "404.html"]
    settings = tmp_path / "htmlvalidate.json"
    settings.write_text(json.dumps({"root": True, "extends": ["html-validate:standard"]}), encoding="utf-8")
    validate = [module(MODULES / ".bin" / "html-validate"), "--config", settings, *files]
    done = subprocess.run(validate, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout[-3000:]
    if not shutil.which("java"):
        lacking("Java", "apt-get install default-jre-headless")
    nu = ["java", "-jar", module(MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"), "--errors-only", *files]
    done = subprocess.run(nu, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr[-3000:]


@pytest.mark.parametrize(("lang", "words"), [("ko", "네이버클라우드"), ("en", "Naver Cloud")])
def test_from_home_to_the_ministry_in_three_clicks(chromium: Browser, home: str, lang: str, words: str) -> None:  # noqa: F811
    """Home, the team, why it went out, the ministry's release: without scripts."""
    reader = chromium.new_context(java_script_enabled=False)
    page = reader.new_page()  # noqa: F811
    page.goto(f"{home}{lang}/")
    page.locator("main a", has_text=words).first.click()
    assert "/teams/naver-cloud/" in page.url
    out = package().get("results").field("outcome").label("eliminated", lang)
    assert out in page.inner_text("main")
    source = page.locator("main a[href*='sources/'][href*='msit-20260115-phase1-results']").first
    source.click()
    release = page.locator("[id='row/msit-20260115-phase1-results'], main").first
    assert release.locator("a[href='https://www.korea.kr/briefing/pressReleaseView.do?newsId=156739871']").count() >= 1
    reader.close()


def test_the_keyboard_reaches_everything(page: Page, home: str) -> None:  # noqa: F811
    page.goto(f"{home}en/data/results/")
    page.wait_for_selector("#tools:not([hidden])")
    reachable = page.evaluate(
        """() => [...document.querySelectorAll('a[href], button, summary, input, select, textarea, [tabindex="0"]')]
            .filter((one) => one.checkVisibility()).length"""
    )
    seen = page.evaluate("() => (globalThis.seen = new Set(), 0)")
    for _ in range(reachable):
        page.keyboard.press("Tab")
        seen = page.evaluate("() => seen.add(document.activeElement).size")
        if page.evaluate("() => document.activeElement === document.body"):
            break
    assert seen >= reachable
    page.goto(f"{home}en/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("team", ["naver-cloud", "upstage", "lunit"])
def test_a_fact_sheet_is_one_printed_page(page: Page, home: str, lang: str, team: str) -> None:  # noqa: F811
    page.goto(f"{home}{lang}/teams/{team}/factsheet/")
    page.emulate_media(media="print")
    assert not page.locator("header nav").is_visible()
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1


def test_an_address_that_is_none_says_so(page: Page, home: str, dist: Path) -> None:  # noqa: F811
    text = (dist / "site" / "404.html").read_text(encoding="utf-8")
    assert "찾" in text and "ko/" in text and "en/" in text


def test_no_broken_link(home: str) -> None:  # noqa: F811
    """linkinator on the first pages; every link and anchor of all pages is tested without a browser."""
    tool = module(MODULES / ".bin" / "linkinator")
    done = subprocess.run(
        [tool, f"{home}ko/", f"{home}en/", "--skip", "^(?!http://127.0.0.1)", "--format", "json"],
        capture_output=True, encoding="utf-8", check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-2000:]

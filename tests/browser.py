"""The site in a real browser: Chromium, driven by Playwright, on a server below a prefix, as project pages have it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright
from services import lacking

QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
"""Chromium as root, and without calls home."""

WAIT = 120_000
"""Milliseconds in which the engine must have come, on a machine that does much else."""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The browser, started once a file: as long as Playwright runs, no other test may use asyncio."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if not path:
        lacking("Chromium", "apt-get install chromium fonts-noto-cjk")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def home(dist: Path, serve: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the published site, below a prefix, with a slash at its end."""
    folder = tmp_path_factory.mktemp("pages")
    (folder / "repo").symlink_to(dist / "site")
    return f"{serve(folder)}repo/"


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A reader who has never been here."""
    made = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="ko-KR")
    made.set_default_timeout(WAIT)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext, home: str) -> Iterator[Page]:
    """A page that asks nobody but the site for anything, and whose scripts don't fail."""
    opened = context.new_page()
    elsewhere: list[str] = []
    broken: list[str] = []

    def asked(request: Request) -> None:
        if not request.url.startswith((home, "blob:", "data:")):
            elsewhere.append(request.url)

    opened.on("request", asked)
    opened.on("pageerror", lambda error: broken.append(str(error)))
    yield opened
    assert (elsewhere, broken) == ([], [])

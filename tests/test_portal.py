"""The portal without a browser: what its pages say, what they offer, and that everything on them leads somewhere."""

import csv
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dokpamo.contract import package
from dokpamo.exporters import export
from dokpamo.portal import LANGUAGES
from dokpamo.portal.words import words

PACKAGE = package()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("portal")
    export(folder, ["csv", "site"])
    return folder / "site"


class Rows(HTMLParser):
    """Counts the rows of a page's tables that have an anchor."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.anchors: list[str] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        name = dict(attributes).get("id") or ""
        if tag == "tr" and name.startswith("row/"):
            self.anchors.append(name)


def test_words_are_the_same_in_both_languages() -> None:
    english, korean = words("en"), words("ko")
    assert list(english) == list(korean)
    assert all(text.strip() for text in (*english.values(), *korean.values()))


@pytest.mark.parametrize("name", PACKAGE.all)
def test_a_page_shows_the_rows_of_its_download(site: Path, name: str) -> None:
    folder = "views" if PACKAGE.all[name].is_view else "data"
    with (site / folder / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        count = sum(1 for _ in csv.DictReader(lines))
    for lang in LANGUAGES:
        pages = sorted((site / lang / "data" / name).rglob("index.html"))
        anchors = [anchor for page in pages for anchor in Rows(page).anchors]
        assert len(anchors) == len(set(anchors)) == count


def test_the_same_pages_in_both_languages(site: Path) -> None:
    korean, english = ({page.relative_to(site / lang) for page in (site / lang).rglob("*.html")} for lang in LANGUAGES)
    assert korean == english

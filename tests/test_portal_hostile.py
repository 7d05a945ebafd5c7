"""The portal and texts that would be more than texts: whatever stands in the data is shown, never interpreted."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dokpamo.contract import Field, Table
from dokpamo.exporters import Publication
from dokpamo.portal.markdown import converted
from dokpamo.portal.pages import Page, Site, View
from dokpamo.portal.site import all_pages, opened, rendered

HOSTILE = "</script></title><script>alert(1)</script><img src=x onerror=alert(1)> \"'{{ 7 * 7 }}{% raw %} &amp; 한글"
SEEN = "&lt;script&gt;alert(1)&lt;/script&gt;"
ANSWER = "사실과 다릅니다. " + HOSTILE


CLOSED = ("named_origin", "table_name", "row_id", "column_name", "language", "scheme")


def is_free(table: Table, field: Field) -> bool:
    """Say whether anything may stand in a column: no key, code, number or day."""
    return (
        field.type == "string"
        and not field.codes
        and not field.reference
        and not field.name.endswith(("_id", "_ids", "_name", "relations", "stated_by", "origin_countries"))
        and field.name not in {*table.grain, *CLOSED}
    )


@pytest.fixture(scope="module")
def site(published: Publication, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of a record in which every free text is hostile, and one row has an answer."""
    made = opened(replace(published, folder=tmp_path_factory.mktemp("hostile"), distributions=[]))
    for table in made.record.contract.all.values():
        for row in made.record.rows(table.name):
            row.update(
                {field.name: HOSTILE for field in table.fields.values() if is_free(table, field) and row[field.name]}
            )
    made.record.rows("responses").append(
        {
            "response_id": "naver-cloud/1",
            "organisation_id": "naver-cloud",
            "table_name": "results",
            "row_id": "r1/naver-cloud",
            "received_on": date(2026, 11, 20),
            "text_ko": ANSWER,
            "text_en": "Not as told.",
            "status": "printed",
        }
    )
    texts = dict.fromkeys(("ko", "en"), f"# {HOSTILE}\n\n{HOSTILE}\n\n| a |\n| --- |\n| {HOSTILE} |\n")
    made.texts.update({"method": texts} | {f"why/{row['team_id']}": texts for row in made.record.rows("teams")})
    made.turns.append(("2026-01-15", [], []))
    return made


def one_of_each(site: Site) -> Iterator[Page]:
    """Yield the heaviest pages of every template: Naver Cloud's where there is a choice, else the first."""
    found: dict[str, Page] = {}
    for page in all_pages(site):
        wanted = page.path in ("teams/naver-cloud/", "data/results/", "sources/m/", "teams/naver-cloud/factsheet/")
        if wanted or page.template not in found:
            found[page.template] = page
    yield from found.values()


def test_no_text_from_the_data_is_interpreted(site: Site) -> None:
    shown = set()
    for page in one_of_each(site):
        for lang in ("ko", "en"):
            html = rendered(View(site, page, lang))
            assert "<script>alert" not in html and "<img src=x" not in html, page.path
            assert "49{" not in html and "</title><" not in html.split("</title>", 1)[1], page.path
            shown |= {page.template} if SEEN in html or "\\u003cscript>alert(1)" in html else set()
    assert {
        "entity.html",
        "table.html",
        "home.html",
        "letter.html",
        "search.html",
        "factsheet.html",
        "essay.html",
    } <= shown
    assert {"timeline.html", "contested.html", "coverage.html", "scores.html", "network.html", "sources.html"} <= shown


@pytest.mark.parametrize("path", ["data/results/", "data/elimination_history/", "teams/naver-cloud/", "rounds/r1/"])
def test_an_answer_stands_in_the_row_that_it_answers(site: Site, path: str) -> None:
    page = next(page for page in all_pages(site) if page.path == path)
    for lang in ("ko", "en"):
        html = rendered(View(site, page, lang))
        assert html.count('class="response"') == 1
        answer = html[html.index('class="response"') : html.index("</blockquote>", html.index('class="response"'))]
        assert '<p lang="ko">사실과 다릅니다. &lt;/script&gt;' in answer and '<p lang="en">Not as told.</p>' in answer
        row = html[html.rindex("<tr", 0, html.index('class="response"')) : html.index('class="response"')]
        assert "2026-01-15" in row
        assert "&lt;a href" not in html


def test_markdown_keeps_html_as_text() -> None:
    title, body = converted(f"# One\n\n{HOSTILE} [x](javascript:alert(1))\n\n```sh\n{HOSTILE}\n```\n", {})
    assert (
        title == "One"
        and body.count(SEEN) == 2
        and '<pre tabindex="0">' in body
        and "<img" not in body
        and 'href="javascript' not in body
    )


def test_an_address_that_is_none_is_no_link(site: Site, tmp_path: Path) -> None:
    from dokpamo.portal.cells import text

    assert text("javascript:alert(1)", "en") == "javascript:alert(1)"
    assert text('https://x.example/"onclick="a', "en").startswith('<a href="https://x.example/&quot;onclick=&quot;a">')

"""The portal without a browser: what its pages say, what they offer, and that everything on them leads somewhere."""

import csv
import gzip
import json
import re
from base64 import b64encode
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from html import unescape
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urldefrag

import pytest

import dokpamo
from dokpamo.contract import package
from dokpamo.portal import LANGUAGES
from dokpamo.portal.words import words

PACKAGE = package()
MEGABYTE = 1_000_000


@dataclass
class Site:
    """The built site; its pages are read once, by the path at which a server would answer with them."""

    folder: Path
    links: dict[str, set[str]] = field(default_factory=dict)

    @cached_property
    def pages(self) -> dict[str, str]:
        files = sorted(self.folder.rglob("*.html"))
        return {file.relative_to(self.folder).as_posix(): file.read_text(encoding="utf-8") for file in files}

    @cached_property
    def anchors(self) -> dict[str, list[str]]:
        return {
            path: [unescape(one) for one in re.findall(r'\sid="([^"]*)"', text)] for path, text in self.pages.items()
        }

    def page(self, path: str) -> str:
        return self.pages[f"{path}index.html"]


@pytest.fixture(scope="session")
def site(dist: Path) -> Site:
    return Site(dist / "site")


def plain(html: str) -> str:
    """Return what a reader sees of some HTML."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def test_words_are_the_same_in_both_languages() -> None:
    english, korean = words("en"), words("ko")
    assert list(english) == list(korean)
    assert all(text.strip() for text in (*english.values(), *korean.values()))
    places = re.compile(r"\{(\w+)\}")
    unlike = [key for key in english if set(places.findall(english[key])) != set(places.findall(korean[key]))]
    assert unlike == []


def test_every_word_is_used() -> None:
    folder = Path(__file__).parents[1] / "datapackage" / "dokpamo" / "portal"
    files = (file for file in folder.rglob("*") if file.suffix in (".py", ".html"))
    code = "".join(file.read_text(encoding="utf-8") for file in files)
    assert [key for key in words("en") if not _is_named(key, code)] == []


def _is_named(key: str, code: str) -> bool:
    """Say whether code names a phrase: whole, without the end "_text", or by the beginning that it shares."""
    wholes = (key, key.removesuffix("_text"))
    parts = key.split("_")
    cuts = [("_".join(parts[:at]), "_".join(parts[at:])) for at in range(1, len(parts))]
    return (
        any(f'"{one}"' in code or f"'{one}'" in code for one in (*wholes, *(f"{start}_" for start, _ in cuts)))
        or any(f'"{start}_{{' in code for start, _ in cuts)
        or any(f'phrases("{start}", ' in code and f'"{rest}"' in code for start, rest in cuts)
    )


@pytest.mark.parametrize("name", PACKAGE.all)
def test_a_page_shows_the_rows_of_its_download(site: Site, name: str) -> None:
    table = PACKAGE.all[name]
    with (site.folder / ("views" if table.is_view else "data") / f"{name}.csv").open(
        encoding="utf-8", newline=""
    ) as lines:
        rows = list(csv.DictReader(lines))
    for lang in LANGUAGES:
        pages = [path for path in site.pages if path.startswith(f"{lang}/data/{name}/")]
        anchors = [one for path in pages for one in site.anchors[path] if one.startswith("row/")]
        assert len(anchors) == len(set(anchors)) == len(rows)
        if not table.is_view:
            assert sorted(anchors) == sorted(f"row/{row[table.key]}" for row in rows)


def test_the_same_pages_and_anchors_in_both_languages(site: Site) -> None:
    korean, english = (
        {path.removeprefix(f"{lang}/"): site.anchors[path] for path in site.pages if path.startswith(f"{lang}/")}
        for lang in LANGUAGES
    )
    assert set(korean) == set(english)
    written = {path for path in korean if path.startswith(("method/", "why/"))}  # headings in their own words
    assert [path for path in korean if path not in written and korean[path] != english[path]] == []


def test_anchors_are_unique_on_their_page(site: Site) -> None:
    assert [path for path, anchors in site.anchors.items() if len(anchors) != len(set(anchors))] == []


def test_every_link_leads_somewhere(site: Site) -> None:
    broken = set()
    for path, text in site.pages.items():
        for target in set(re.findall(r'(?:href|src)="([^"]*)"', text)):
            address, fragment = urldefrag(unescape(target))
            if address.startswith(("http://", "https://")):
                continue
            assert address.startswith("/") == (path == "404.html"), (path, target)
            address = address.partition("?")[0]  # a query is for the scripts of the page that it leads to
            found = normpath(f"{path.rpartition('/')[0]}/{unquote(address)}".lstrip("/")) if address else path
            if address.endswith("/"):
                found = normpath(f"{found}/index.html")
            if not (site.folder / found).is_file() or (fragment and unquote(fragment) not in site.anchors[found]):
                broken.add((path, target))
    assert sorted(broken)[:20] == []


def test_pages_are_light(site: Site) -> None:
    style = sum(len(gzip.compress(file.read_bytes())) for file in site.folder.glob("*.css"))
    heavy = {path: len(gzip.compress(text.encode(), 6)) + style for path, text in site.pages.items()}
    assert {path: size for path, size in heavy.items() if size > 60_000} == {}


def test_pages_bring_no_style_or_script_of_their_own(site: Site) -> None:
    for path, text in site.pages.items():
        assert "Content-Security-Policy" in text, path
        if path == "404.html":  # stands at any address, so it can't refer to a script: its policy names this one alone
            script = re.search(r"<script>(.*?)</script>", text, re.S)
            assert script and f"script-src 'sha256-{digest(script[1])}'" in text
            text = text.replace(script[0], "")
        assert not re.search(
            r"<[^>]+\sstyle=|<style|<script(?![^>]*(\ssrc=|application/(ld\+)?json))|\son\w+=\"", text
        ), path


def digest(script: str) -> str:
    """Return the hash of a script as a Content-Security-Policy names it."""
    return b64encode(sha256(script.encode()).digest()).decode()


def test_nothing_is_asked_of_others(site: Site) -> None:
    for path, text in site.pages.items():
        assert not re.search(r'(?:src|<link[^>]*href)="https?:', text), path


def test_a_journalist_finds_the_release_in_three_clicks(site: Site) -> None:
    ministry = "https://www.korea.kr/briefing/pressReleaseView.do?newsId=156739871"
    for lang in LANGUAGES:
        assert 'href="teams/naver-cloud/"' in site.page(f"{lang}/")
        team = site.page(f"{lang}/teams/naver-cloud/")
        assert f'<a href="#end">{words(lang)["why_out"]}</a>' in team
        end = team[team.index('id="end"') : team.index('id="facts"')]
        assert f'<a href="{ministry}"' in end and "2026-01-15" in end


def test_the_home_page_counts_what_the_record_holds(site: Site) -> None:
    for lang in LANGUAGES:
        counts = re.findall(r'<li><a href="[^"]*"><b>(\d+)</b>', site.page(f"{lang}/"))
        assert counts[:2] == ["15", "3"] and counts[2:5] == [
            str(
                sum(1 for _ in csv.reader((site.folder / "data" / f"{name}.csv").open(encoding="utf-8", newline="")))
                - 1
            )
            for name in ("models", "organisations", "sources")
        ]


def test_the_picture_of_the_field_ends_lines_where_teams_went_out(site: Site) -> None:
    for lang, ground in (("ko", "독자성 기준"), ("en", "Independence requirement")):
        home = site.page(f"{lang}/")
        assert home.count('class="exit"') == 14 and home.count('class="arrow"') == 3
        assert re.findall(r'<text class="count"[^>]*>(\d+)<', home) == ["15", "10", "5", "3", "4", "3"]
        assert re.search(rf'<text class="ground"[^>]*>{ground}</text>', home)


def test_a_member_stands_with_its_days_its_confidence_and_its_sources(site: Site) -> None:
    team = site.page("en/teams/naver-cloud/")
    section = team[team.index('id="consortium"') : team.index('id="submissions"')]
    heads = re.findall(r'<th scope="col"[^>]*>([^<]+)<', section)
    cells = re.split("<td>", next(row for row in section.split("<tr>") if "Twelve Labs" in row))
    member = dict(zip(heads, map(plain, cells), strict=True))
    assert (member["Since"], member["Until"], member["Confidence"]) == ("2025-07-21", "2026-01-15", "High")
    assert member["Sources"].split()[0].isdigit()


def test_a_twin_holds_the_row_and_its_sections(site: Site) -> None:
    twin = json.loads((site.folder / "api" / "teams" / "naver-cloud.json").read_text(encoding="utf-8"))
    results = twin["sections"]["results"]
    outcomes = [row[results["columns"].index("outcome")] for row in results["rows"]]
    assert outcomes == ["accepted", "advanced", "selected", "eliminated", "did-not-apply"]
    assert twin["row"]["lead_organisation_id"] == "naver-cloud" and twin["as_of_on"] == PACKAGE.day


def test_a_fact_sheet_can_be_quoted(site: Site) -> None:
    english = plain(site.page("en/teams/naver-cloud/factsheet/"))
    assert "The Naver Cloud team was eliminated in “First stage evaluation”, as announced on 2026-01-15." in english
    assert "Ground as published: Independence requirement." in english
    korean = plain(site.page("ko/teams/naver-cloud/factsheet/"))
    assert "네이버클라우드 정예팀은 ‘1차 단계평가’에서 탈락했다(2026-01-15 발표)." in korean


def test_every_outcome_has_its_sentence_in_both_languages() -> None:
    outcomes = PACKAGE.tables["results"].field("outcome").codes or []
    assert outcomes and all(f"outcome_{one}" in words(lang) for one in outcomes for lang in LANGUAGES)
    # the Korean sentences go on with the particle that a closed syllable asks for
    assert all((ord(name[-1]) - ord("가")) % 28 for name in dokpamo.to_pandas("teams")["name_ko"])


def test_what_was_known_the_day_before_the_ruling(site: Site) -> None:
    for lang in LANGUAGES:
        story = site.page(f"{lang}/stories/independence/")
        assert 'id="day/2026-01-15"' in story
    english = site.page("en/stories/independence/")
    before = plain(english[english.index('id="day/2026-01-11"') : english.index('id="day/2026-01-15"')])
    after = plain(english[english.index('id="day/2026-01-15"') : english.index('id="day/2026-02-20"')])
    assert "Not met" not in before and "0.22–0.89" in before
    assert "Not met A word of the ministry 0.22–0.82" in after


def test_a_source_lists_the_rows_that_rest_on_it(site: Site) -> None:
    page = site.page("ko/sources/m/")
    start = page.index('id="msit-20260115-phase1-results"')
    section = page[start : page.index("</section>", start)]
    assert "../../data/results/#row/r1/naver-cloud" in section


def test_the_index_of_names_finds_other_spellings(site: Site) -> None:
    rows = json.loads((site.folder / "search.json").read_text(encoding="utf-8"))["rows"]
    upstage = next(row for row in rows if row[:2] == ["organisations", "upstage"])
    assert upstage[2:4] == ["업스테이지", "Upstage"] and upstage[5] == "organisations/upstage/"
    assert any("포디투닷" in row[4] for row in rows if row[1] == "42dot")


def test_both_sides_of_a_disagreement_stand_in_the_language_of_the_page(site: Site) -> None:
    assert "29 institutions" in site.page("en/contested/") and "29 institutions" not in site.page("ko/contested/")
    assert "29개 기관" in site.page("ko/contested/") and "29개 기관" in site.page("ko/teams/motif-technologies/")


def test_shares_are_of_the_columns_that_have_them(site: Site) -> None:
    page = site.page("en/coverage/")
    shares = page[page.index('id="shares"') : page.index('id="low"')]
    rows = {one[0]: one[1:] for one in (re.findall(r">([^<>]*)</(?:a|td)>", row) for row in shares.split("<tr>")[2:])}
    assert rows["Organisations"][1] == "100 %" and rows["Organisations"][-1] == "100 %"  # all names stand in Korean
    assert rows["Identifiers"][-1] == ""  # has no texts


def test_the_site_is_small(site: Site) -> None:
    """The engine of the SQL page, which a reader asks for and is told the size of, and its database are not counted.

    The bar is 30 MB for the record of 2026.2.0; it grows with the rows, so that no fact is too many.
    """
    files = [file for file in site.folder.rglob("*") if file.is_file() and file.parent.name != "engine"]
    rows = sum(len(dokpamo.to_pandas(name)) for name in PACKAGE.all)
    bar = 30 * MEGABYTE * max(1, rows / 12_700)
    assert sum(file.stat().st_size for file in files if file.name != "dokpamo.duckdb") < bar

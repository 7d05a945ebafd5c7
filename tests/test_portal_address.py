"""The portal at an address that is known, and the code that its pages print: it works as it is copied."""

import json
import re
import shutil
import subprocess
from dataclasses import replace
from html import unescape
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pytest

from dokpamo.contract import package
from dokpamo.exporters import Distribution, Publication
from dokpamo.exporters.kinds import kind_of
from dokpamo.portal import LANGUAGES
from dokpamo.portal.pages import Site, View
from dokpamo.portal.site import all_pages, environment, lost, opened, rendered

BASE = "https://example.org/dokpamo/"
ROWS = {"results": 60, "team_status": 16}
PACKAGE = package()


@pytest.fixture(scope="module")
def site(published: Publication, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site at a known address, its pages not written."""
    csv, json_ = (
        Distribution(path, kind_of(Path(path)), 18_000, "0" * 64, PACKAGE.tables["results"], 60)
        for path in ("data/results.csv", "data/results.json")
    )
    folder = tmp_path_factory.mktemp("address")
    return opened(replace(published, folder=folder, base_url=BASE, distributions=[csv, json_]))


def page(site: Site, path: str, lang: str) -> str:
    return rendered(View(site, next(one for one in all_pages(site) if one.path == path), lang))


@pytest.mark.parametrize("path", ["", "data/results/", "teams/kt/"])
def test_pages_name_their_own_address_and_their_twin(site: Site, path: str) -> None:
    for lang in LANGUAGES:
        html = page(site, path, lang)
        assert f'<link rel="canonical" href="{BASE}{lang}/{path}">' in html
        for other in LANGUAGES:
            assert f'<link rel="alternate" hreflang="{other}" href="{BASE}{other}/{path}">' in html


def test_the_description_for_search_engines_names_what_the_site_offers(site: Site) -> None:
    html = page(site, "data/results/", "en")
    (described,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    told = json.loads(described)
    assert [one["contentUrl"] for one in told["distribution"]] == [f"{BASE}data/results.csv"]
    assert told["@type"] == "Dataset" and told["url"] == f"{BASE}en/data/results/"


def test_the_map_has_every_page_in_both_languages(site: Site) -> None:
    paths = [one.path for one in all_pages(site)]
    text = environment().get_template("sitemap.xml").render(base=BASE, paths=paths)
    assert text.count("<loc>") == 2 * len(paths) and f"<loc>{BASE}ko/teams/naver-cloud/</loc>" in text


def test_a_wrong_address_leads_on() -> None:
    assert f'href="{BASE}ko/search/"' in lost(BASE)


def code(dist: Path, name: str) -> dict[str, str]:
    html = (dist / "site" / "en" / "data" / name / "index.html").read_text(encoding="utf-8")
    found = re.findall(r"<details><summary>([^<]+)</summary><pre[^>]*><code>(.*?)</code></pre>", html, re.S)
    return {tool: unescape(text) for tool, text in found}


@pytest.mark.parametrize("name", ROWS)
def test_printed_code_works(dist: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(dist / "site")
    printed = code(dist, name)
    assert list(printed) == ["pandas", "polars", "DuckDB", "R", "curl"]
    known: dict[str, object] = {}
    exec(printed["pandas"], known)
    assert isinstance(known[name], pd.DataFrame) and len(known[name]) == ROWS[name]
    exec(printed["polars"], known)
    assert isinstance(known[name], pl.DataFrame) and known[name].height == ROWS[name]
    assert len(duckdb.sql(printed["DuckDB"]).fetchall()) == ROWS[name]


@pytest.mark.integration
@pytest.mark.parametrize("name", ROWS)
def test_printed_code_works_in_other_programs(dist: Path, name: str, tmp_path: Path) -> None:
    printed, folder = code(dist, name), dist / "site"
    for program, package_ in (("Rscript", "r-base-core r-cran-readr"), ("curl", "curl")):
        assert shutil.which(program), f"{program} is missing: apt-get install {package_}"
    told = f"{printed['R']}\ncat(nrow({name}))"
    command = ["Rscript", "-e", told]
    shown = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=True)
    assert shown.stdout.endswith(str(ROWS[name]))
    part = "views" if name == "team_status" else "data"
    shutil.copytree(folder / part, tmp_path / part)
    subprocess.run(["sh", "-c", printed["curl"]], cwd=tmp_path, capture_output=True, check=True)
    assert len((tmp_path / f"{name}.csv").read_text(encoding="utf-8").splitlines()) == ROWS[name] + 1

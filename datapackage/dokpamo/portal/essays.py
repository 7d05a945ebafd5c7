"""The pages that other parts of the package write as Markdown: why-pages and method, in the files of this release."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from dokpamo.portal import LANGUAGES
from dokpamo.portal.markdown import converted, titled
from dokpamo.portal.pages import Page, Site, View
from dokpamo.portal.words import both


def pages(site: Site) -> Iterator[Page]:
    """Yield the page of the index, a why-page a team, and the method."""
    yield Page("why/", "index-pages.html", both("why_title"), partial(index, site=site), both("why_description"))
    for team in teams(site):
        titles = {lang: titled(texts(site, f"why/{team}")[lang]) for lang in LANGUAGES}
        yield Page(f"why/{team}/", "essay.html", titles, partial(context, name=f"why/{team}", team=team))
    titles = {lang: titled(text) for lang, text in texts(site, "method").items()}
    yield Page("method/", "essay.html", titles, partial(context, name="method"))


def teams(site: Site) -> list[str]:
    """Return the teams in alphabetical order."""
    return sorted(str(row["team_id"]) for row in site.record.rows("teams"))


def texts(site: Site, name: str) -> dict[str, str]:
    """Return the Markdown of a page by language: as this release has written it, or written now."""
    if name not in site.texts:
        site.texts[name] = {lang: _text(site, name, lang) for lang in LANGUAGES}
    return site.texts[name]


def _text(site: Site, name: str, lang: str) -> str:
    file: Path = site.publication.folder / f"{name}.{lang}.md"
    if file.exists():
        return file.read_text(encoding="utf-8")
    if name == "method":
        from dokpamo import method

        return dict(method.pages(site.record.contract, site.record.con))[lang]
    from dokpamo.why import why

    return why(name.removeprefix("why/"), lang=lang).to_markdown()


def index(view: View, site: Site) -> dict[str, Any]:
    """Return the teams."""
    named = [(team, site.record.name("teams", team, view.lang)) for team in teams(site)]
    return {"teams": named}


def context(view: View, name: str, team: str = "") -> dict[str, Any]:
    """Return the text of a page."""
    pages = {f"{name}.{lang}.md": view.elsewhere(lang) for lang in LANGUAGES}
    _, body = converted(texts(view.site, name)[view.lang], pages)
    return {"body": body, "team": team}

"""The whole site: the list of its kinds of page, and how they are written."""

import base64
import hashlib
import os
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from dokpamo.exporters import Distribution, Publication
from dokpamo.exporters.texts import write_text
from dokpamo.portal import (
    LANGUAGES,
    about,
    asof,
    catalogue,
    changes,
    engine,
    entities,
    essays,
    factsheet,
    finding,
    home,
    sources,
    sql,
    stories,
    table,
    trust,
    twins,
    whatif,
)
from dokpamo.portal.links import Places
from dokpamo.portal.pages import Page, Site, View
from dokpamo.portal.record import Record
from dokpamo.portal.words import say

if TYPE_CHECKING:
    import jinja2

KINDS = (
    home,
    asof,
    entities,
    factsheet,
    stories,
    essays,
    trust,
    changes,
    sources,
    catalogue,
    table,
    sql,
    whatif,
    about,
    finding,
)
"""The kinds of page, each a module with a function `pages`."""

OFFERED = ("csv", "parquet", "xlsx", "duckdb", "svg", "cff", "atom")
"""The kinds of files that the site offers, by their ending."""

HERE = Path(__file__).parent


def write(publication: Publication) -> Iterator[Path]:
    """Write and yield every file below `site/`: the pages, what they offer, and what they are made to look like."""
    folder = publication.folder / "site"
    site = opened(publication)
    yield from (_offer(publication.folder / one.path, folder / path) for path, one in site.files.items())
    for file in sorted((HERE / "static").iterdir()):
        text = file.read_text(encoding="utf-8")
        yield write_text(folder / file.name, text + styles(site) if file.suffix == ".css" else text)
    yield from (_offer(file, folder / "engine" / file.name) for file in engine.files())
    addresses = []
    for page in all_pages(site):
        for lang in LANGUAGES:
            yield write_text(folder / lang / page.path / "index.html", rendered(View(site, page, lang)))
        addresses.append(page.path)
        if page.twin:
            yield write_text(folder / page.twin, twins.written(site, page))
    yield from _ends(site, folder, addresses)


def opened(publication: Publication) -> Site:
    """Return the site of a publication, its pages not yet written."""
    record = Record(publication)
    return Site(publication, record, Places(record), dict(offered(publication.distributions)))


def offered(distributions: list[Distribution]) -> Iterator[tuple[str, Distribution]]:
    """Yield the release's files that the site offers, each with its path in the site.

    The site stays below 30 MB, the engine of its SQL page and the database that it opens not counted; the same tables
    in further formats are in the release.
    """
    for one in distributions:
        if one.kind.suffix in OFFERED and (one.table or "/" not in one.path or one.path.startswith("figures/")):
            yield one.path, one


def all_pages(site: Site) -> Iterator[Page]:
    """Yield every page of the site."""
    for kind in KINDS:
        yield from kind.pages(site)


def rendered(view: View) -> str:
    """Return a page in a language as HTML."""
    return str(environment().get_template(view.page.template).render(view=view, **view.page.context(view)))


@cache
def environment() -> "jinja2.Environment":
    """Return what templates are read with: everything is escaped, and a name that isn't there is an error."""
    import jinja2

    from dokpamo.portal import cells, columns, responses

    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE / "templates", encoding="utf-8"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals["LANGUAGES"] = LANGUAGES
    made.globals.update(kinds=cells.kinds, heading=columns.heading, responses=responses.printed)
    return made


def styles(site: Site) -> str:
    """Return how columns are set by their kind: a class a column instead of one in each of its cells."""
    most = max(len(one.columns) for one in site.record.contract.all.values())
    rules = {
        "n": "text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap",
        "d": "white-space: nowrap; font-variant-numeric: tabular-nums",
        "s": "min-width: 17rem",
        "t": "min-width: 17rem; max-width: 30rem",
    }
    return "".join(
        ", ".join(f".{kind}{at} tr > :nth-child({at})" for at in range(1, most + 1)) + f" {{ {rule} }}\n"
        for kind, rule in rules.items()
    )


def lost(base_url: str) -> str:
    """Return what a host shows for an address that is none: without a base URL its links find the site by a script."""
    script = (HERE / "templates" / "404.js").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    template = environment().get_template("404.html")
    return template.render(base=base_url, script=Markup(script), hash=f"sha256-{digest}", say=say)


def _ends(site: Site, folder: Path, addresses: list[str]) -> Iterator[Path]:
    """Write what stands outside of the languages: the choice of one, what is shown for a wrong address, the map."""
    base = site.publication.base_url
    yield write_text(folder / "index.html", environment().get_template("index.html").render(site=site))
    yield write_text(folder / "404.html", lost(base))
    yield write_text(folder / finding.INDEX, finding.index(site))
    for path, text in about.files(site):
        yield write_text(folder / path, text)
    yield write_text(folder / ".nojekyll", "")
    robots = f"User-agent: *\nAllow: /\n{f'Sitemap: {base}sitemap.xml' + chr(10) if base else ''}"
    yield write_text(folder / "robots.txt", robots)
    if base:
        yield write_text(
            folder / "sitemap.xml", environment().get_template("sitemap.xml").render(base=base, paths=addresses)
        )


def _offer(source: Path, target: Path) -> Path:
    """Place a file in the site: the same bytes once more on the disk only where the disk can't do with one copy."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
    return target

"""The SQL page: questions with their answers, and an editor that runs DuckDB in the browser where a reader asks for it.

Each question is a file in `queries/`: what it asks in every language, then SQL; `{lang}` there is the page's language.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from dokpamo.portal import LANGUAGES, engine
from dokpamo.portal.pages import Page, Site, View
from dokpamo.portal.words import both, data
from dokpamo.rendering import Result, fetch, plain

SAYS = (
    "loading", "running", "done", "done_one", "first", "result",
    "stopped", "waiting", "no_day", "impossible", "unloaded", "extension",
)  # fmt: skip
"""What the script says, each a phrase of the interface beginning with `sql_`."""


@dataclass(frozen=True)
class Question:
    """A question to the record: what it asks, and the SQL that answers it."""

    name: str
    asks: str
    sql: str


def pages(site: Site) -> Iterator[Page]:
    """Yield the SQL page."""
    yield Page("sql/", "sql.html", both("sql_title"), context, both("sql_lead"), scripts=engine.scripts("sql.js"))


def context(view: View) -> dict[str, Any]:
    """Return the questions with their answers, and what the editor needs."""
    asked = questions(view.lang)
    return {
        "questions": [(one, answered(view, one), urlencode({"q": one.sql})) for one in asked],
        "first": asked[0],
        "engine": engine.sizes(),
        "says": data(view.phrases("sql", SAYS)),
        "plain": plain,
        "looks": looks,
    }


@cache
def questions(lang: str) -> list[Question]:
    """Return the questions in a language, in the order of their files."""
    found = []
    for file in sorted((Path(__file__).parent / "queries").glob("*.sql")):
        lines = file.read_text(encoding="utf-8").splitlines()
        asks = dict(line.removeprefix("-- ").split(": ", 1) for line in lines[: len(LANGUAGES)])
        sql = "\n".join(lines[len(LANGUAGES) :]).replace("{lang}", lang)
        found.append(Question(file.stem.split("-", 1)[1], asks[lang], sql))
    return found


def answered(view: View, question: Question) -> Result:
    """Return what a question's SQL gives: from what is worked out already, unless it asks for a day of its own."""
    with view.site.publication.con.cursor() as cursor:
        if "as_of" not in question.sql:
            cursor.execute("SET search_path = 'published,main'")
        return fetch(cursor, question.sql)


def looks(result: Result) -> list[str]:
    """Return how each column is set: n for numbers, d for days."""
    return ["d" if kind == "DATE" else "n" if kind in ("BIGINT", "DOUBLE") else "" for kind in result.types]

"""One page a team that walks from its scores to the words behind them, as Markdown in English and Korean."""

from collections.abc import Iterator
from pathlib import Path

from dokpamo.exporters import Publication
from dokpamo.why import LANGUAGES
from dokpamo.why.reading import connect, read


def write(publication: Publication) -> Iterator[Path]:
    """Write and yield `why/<team>.<language>.md` of every team."""
    folder = publication.folder / "why"
    folder.mkdir(exist_ok=True)
    with connect() as con:
        teams = [team for (team,) in con.execute("SELECT team_id FROM teams ORDER BY team_id").fetchall()]
        for team in teams:
            for lang in LANGUAGES:
                file = folder / f"{team}.{lang}.md"
                file.write_text(read(con, team, lang).to_markdown(), encoding="utf-8", newline="\n")
                yield file

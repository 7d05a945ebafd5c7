"""The SQLite file: the record's rows under its keys, closed lists and types, the same bytes each time."""

import asyncio
import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from dokpamo.contract import package
from dokpamo.exporters import Publication
from dokpamo.exporters import sqlite as exporter

PACKAGE = package()
WITHOUT_KEY = ("scoreboard", "citations")
"""The views in whose grain a cell may be empty."""
HOSTILE = """'; DROP TABLE "teams"; -- \\ \\. \\N \t tab\r\nline\n\\.\n=1+1 독파모 🇰🇷 \u00a0 ‘똠’ $$"""


@pytest.fixture(scope="module")
def folder(published: Publication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sqlite")
    list(exporter.write(replace(published, folder=folder)))
    return folder


@pytest.fixture
def con(folder: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(folder / "dokpamo.sqlite")) as con:
        yield con


def test_it_holds_the_rows_of_every_table_and_view(con: sqlite3.Connection, published: Publication) -> None:
    for name, table in PACKAGE.all.items():
        cells = [f"CAST({f.name} AS VARCHAR)" if f.type == "date" else f.name for f in table.fields.values()]
        cursor = con.execute(f"SELECT * FROM {name}")
        assert [column[0] for column in cursor.description] == table.columns
        rows = published.con.execute(f"SELECT {', '.join(cells)} FROM published.{name}").fetchall()
        assert cursor.fetchall() == rows, name


def test_cells_have_real_types(con: sqlite3.Connection) -> None:
    assert con.execute(
        "SELECT typeof(points), typeof(is_official), typeof(published_on), typeof(max_points) FROM scoreboard LIMIT 1"
    ).fetchall() == [("real", "integer", "text", "integer")]
    assert con.execute("SELECT announced_on FROM rounds WHERE round_id = 'r1'").fetchall() == [("2026-01-15",)]


def test_keys_hold(con: sqlite3.Connection) -> None:
    assert con.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert con.execute("PRAGMA foreign_key_check").fetchall() == []
    for name, table in PACKAGE.all.items():
        stored = f"{name}_rows" if name in WITHOUT_KEY else name
        links = {(row[3], row[2], row[4]) for row in con.execute(f"PRAGMA foreign_key_list({stored})")}
        assert links == {(link.column, link.table, link.key) for link in PACKAGE.links(table)}, name
    assert ("other_team_id", "teams", "team_id") in {
        (row[3], row[2], row[4]) for row in con.execute("PRAGMA foreign_key_list(independence_dominance)")
    }


def test_every_row_has_a_key(con: sqlite3.Connection) -> None:
    tables = [name for (name,) in con.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    keys = {name: [row[1] for row in con.execute(f"PRAGMA table_info({name})") if row[5]] for name in tables}
    assert keys == {
        **{name: table.grain for name, table in PACKAGE.all.items() if name not in WITHOUT_KEY},
        **{f"{name}_rows": ["row_number"] for name in WITHOUT_KEY},
    }


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ("UPDATE teams SET team_id = 'upstage'", "UNIQUE constraint failed: teams.team_id"),
        ("UPDATE results SET outcome = 'won'", "CHECK constraint failed: outcome IN"),
        ("UPDATE results SET team_id = NULL", "NOT NULL constraint failed: results.team_id"),
        ("UPDATE results SET team_id = 'nobody' WHERE result_id = 'r1/naver-cloud'", "FOREIGN KEY constraint failed"),
        ("UPDATE results SET announced_on = '15 January'", "CHECK constraint failed: announced_on IS date"),
        ("UPDATE scores SET is_official = 'yes'", "CHECK constraint failed: is_official IN"),
        ("DELETE FROM rounds WHERE round_id = 'r1'", "FOREIGN KEY constraint failed"),
    ],
)
def test_a_wrong_change_is_refused(con: sqlite3.Connection, change: str, sentence: str) -> None:
    con.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(sqlite3.IntegrityError, match=sentence.replace("(", r"\(")):
        con.execute(change)


def test_bytes_are_the_same_each_time(published: Publication, folder: Path, tmp_path: Path) -> None:
    for file in exporter.write(replace(published, folder=tmp_path)):
        assert file.read_bytes() == (folder / file.name).read_bytes(), file.name


def test_a_hostile_cell_comes_back_as_it_was(published: Publication, tmp_path: Path) -> None:
    con = published.con
    con.begin()
    try:
        con.execute("UPDATE published.claims SET note = ? WHERE claim_id LIKE 'c%'", [HOSTILE])
        (changed,) = con.execute("SELECT count(*) FROM published.claims WHERE note = ?", [HOSTILE]).fetchall()[0]
        file = next(exporter.write(replace(published, folder=tmp_path)))
    finally:
        con.rollback()
    with closing(sqlite3.connect(file)) as con:
        assert con.execute("SELECT count(*) FROM claims WHERE note = ?", [HOSTILE]).fetchall() == [(changed,)]
        assert changed > 0


@pytest.fixture(scope="module")
def pages(folder: Path) -> Callable[[str], str]:
    """Datasette with the file and its texts, as a function from an address to the page."""
    app = pytest.importorskip("datasette.app") if not os.environ.get("CI") else import_module("datasette.app")
    metadata = json.loads((folder / "datasette.json").read_text(encoding="utf-8"))
    served = app.Datasette([str(folder / "dokpamo.sqlite")], metadata=metadata)

    async def get(address: str) -> str:
        answer = await served.client.get(address, follow_redirects=True)
        assert answer.status_code == 200, answer.text
        return str(answer.text)

    return lambda address: asyncio.run(get(address))


@pytest.mark.integration
def test_datasette_shows_titles_and_links_and_no_rowid(pages: Callable[[str], str]) -> None:
    for name in ("teams", "results", "scoreboard", "citations", "independence_cells"):
        page = pages(f"/dokpamo/{name}")
        assert "rowid" not in page and "row_number" not in page, name
        assert PACKAGE.all[name].text("title") in page
    assert "Motif Technologies" in pages("/dokpamo/results?team_id=motif-technologies")  # the key by its name
    front = pages("/dokpamo")
    assert "Creative Commons Attribution 4.0" in front
    assert "scoreboard" in front and "scoreboard_rows" not in front


@pytest.mark.integration
def test_datasette_counts_facets(pages: Callable[[str], str]) -> None:
    answer = json.loads(pages("/dokpamo/team_status.json?_facet=status&_facet=declined_additional_call"))
    found = {row["value"]: row["count"] for row in answer["facet_results"]["status"]["results"]}
    assert (found["active"], found["eliminated"]) == (3, 3)
    answer = json.loads(pages("/dokpamo/scoreboard.json?_facet=round_id&_size=5"))
    assert {row["value"] for row in answer["facet_results"]["round_id"]["results"]} <= {"r1", "r2"}

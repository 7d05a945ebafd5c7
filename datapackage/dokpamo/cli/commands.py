"""What each command does: fetch, put into the reader's language, print."""

import argparse
import os
import sys
from collections.abc import Iterable
from dataclasses import replace
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any

from dokpamo.cli.texts import say
from dokpamo.contract import package
from dokpamo.errors import QueryError

if TYPE_CHECKING:
    from dokpamo.rendering import Result

Arguments = argparse.Namespace


def list_all(arguments: Arguments) -> int:
    """Print the tables and views with their titles."""
    from dokpamo.rendering import Result

    lang = arguments.lang
    rows = [
        (
            table.name,
            say("view" if table.is_view else "base table", lang),
            len(table.columns),
            table.text("title", lang),
        )
        for table in package().all.values()
    ]
    names = ["name", "kind", "columns", "title"]
    types = ["VARCHAR", "VARCHAR", "BIGINT", "VARCHAR"]
    return _print(Result(_headers(names, arguments), types, rows, names, lang), arguments)


def describe(arguments: Arguments) -> int:
    """Print the data dictionary of one table or view."""
    from dokpamo.dictionary import describe as described
    from dokpamo.rendering.description import text

    found = described(arguments.name, arguments.lang)
    if arguments.format == "json":
        return _write_json(found.to_dict())
    return _write((text(found, min(_width(), 100), arguments.lang) + "\n").encode())


def search(arguments: Arguments) -> int:
    """Print the ids that a name leads to."""
    from dokpamo.lookup import search as found

    hits = found(arguments.text)
    if not hits:
        print(say("nothing", arguments.lang), file=sys.stderr)
    names = ["table_name", "row_id", "name_en", "name_ko", "matched"]
    found_rows = _records(names, hits)
    return _print(replace(found_rows, columns=_headers(names, arguments), names=names), arguments)


def show(arguments: Arguments) -> int:
    """Print a table or view, localised where people read it or a language was told."""
    from dokpamo import database
    from dokpamo.rendering import fetch
    from dokpamo.rendering.language import localised

    table = package().get(arguments.name)
    with database.connect_for(table.name, arguments.as_of) as con:
        result = fetch(con, f"FROM {table.name}{_limit(arguments)}")
    if arguments.format in ("table", "md") or arguments.is_lang_told:
        result = localised(result, table, arguments.lang)
    return _print(result, arguments)


def sql(arguments: Arguments) -> int:
    """Print what a query gives, on a connection that reaches neither files nor the network."""
    import duckdb

    from dokpamo import database
    from dokpamo.rendering import fetch

    query = sys.stdin.read() if arguments.query == "-" else arguments.query
    with database.connect_for(query, arguments.as_of) as con:
        try:
            result = fetch(con, query)
        except duckdb.Error as error:
            raise QueryError(error, package().all) from None
    if arguments.limit is not None:
        del result.rows[arguments.limit :]
    return _print(result, arguments)


def cite(arguments: Arguments) -> int:
    """Print the sources of a row or cell."""
    from dokpamo.citing import COLUMNS
    from dokpamo.citing import cite as cited
    from dokpamo.rendering.citation import text

    found = cited(arguments.table, arguments.row, arguments.column)
    if arguments.format == "text":
        return _write(text(found, arguments.lang).encode())
    return _print(_records(COLUMNS, found), arguments)


def independence(arguments: Arguments) -> int:
    """Print the index as intervals and shares of draws, with the what-ifs asked for."""
    from dokpamo.cli.whatif import dropped, weights
    from dokpamo.draws import independence as drawn
    from dokpamo.rendering.independence import texts

    result = drawn(
        arguments.as_of, arguments.scheme, arguments.draws, arguments.seed, weights(arguments), dropped(arguments)
    )
    if arguments.format == "json":
        return _write_json(result.to_dict())
    return _write("\n".join(texts(result, arguments.format, arguments.lang, _width())).encode())


def why(arguments: Arguments) -> int:
    """Print the page that walks from a score to the words behind it."""
    from dokpamo.why import why as page_of

    page = page_of(arguments.unit, arguments.as_of, arguments.lang)
    if arguments.format == "json":
        return _write((page.to_json() + "\n").encode())
    text = page.to_markdown() if arguments.format == "md" else page.to_text(min(_width(), 100))
    return _write((text.rstrip("\n") + "\n").encode())


def check(arguments: Arguments) -> int:
    """Print every finding of a record; 1 if there is one."""
    from dokpamo.checking import check_alone

    report = check_alone(arguments.path)
    renders = {"text": report.to_text, "json": lambda _: report.to_json(), "github": report.to_github}
    _write((renders[arguments.format](arguments.lang) + "\n").encode())
    return 0 if report.ok else 1


def verify(arguments: Arguments) -> int:
    """Print where a copy of a release is not as it was released; 1 if it is not."""
    from dokpamo.verifying import verify as verified

    found = verified(arguments.copy)
    text = found.to_json() if arguments.format == "json" else found.to_text(arguments.lang)
    _write((text + "\n").encode())
    return 0 if found.ok else 1


def diff(arguments: Arguments) -> int:
    """Print what changed between two editions of the record."""
    from dokpamo.comparing import diff as compared

    found, form = compared(arguments.old, arguments.new), arguments.format
    if form in ("json", "csv"):
        return _write((found.to_json() if form == "json" else found.to_csv()).encode())
    return _write((found.to_text if form == "text" else found.to_markdown)(arguments.lang).encode())


def new(arguments: Arguments) -> int:
    """Print a row that a curator can fill and append to the seed."""
    from dokpamo.curating import new_row

    row = new_row(arguments.table, _given(arguments.cells))
    if arguments.format == "json":
        return _write_json(row)
    from dokpamo.rendering import Result
    from dokpamo.rendering.csv import render

    return _write(render(Result(list(row), [], [tuple(row.values())])))


def export(arguments: Arguments) -> int:
    """Write every table and view in the wanted formats."""
    from pathlib import Path

    from dokpamo.exporters import export as exported

    files = exported(Path(arguments.folder), arguments.format)
    print(say("written", arguments.lang, count=len(files), folder=arguments.folder))
    return 0


def _given(cells: Iterable[str]) -> dict[str, str]:
    from dokpamo.errors import BadInput

    given = {}
    for cell in cells:
        column, sign, value = cell.partition("=")
        if not sign:
            raise BadInput(f"{cell!r} is no cell: write COLUMN=VALUE", f"{cell!r}: 열=값 꼴로 쓰세요")
        given[column] = value
    return given


def _headers(names: list[str], arguments: Arguments) -> list[str]:
    """Return the names as titles where Korean readers see them; a pipe gets them as they are."""
    if arguments.lang == "ko" and (arguments.format in ("table", "md") or arguments.is_lang_told):
        return [say(f"header {name}", "ko") for name in names]
    return names


def _records(columns: Iterable[str], items: Iterable[object]) -> "Result":
    from dokpamo.rendering import Result

    names = list(columns)
    return Result(names, ["VARCHAR"] * len(names), [tuple(getattr(item, name) for name in names) for item in items])


def _limit(arguments: Arguments) -> str:
    return "" if arguments.limit is None else f" LIMIT {max(arguments.limit, 0)}"


def _print(result: "Result", arguments: Arguments) -> int:
    from dokpamo.rendering import rendered

    return _write(rendered(replace(result, lang=arguments.lang), arguments.format, _width()))


def _write_json(value: Any) -> int:
    import json

    return _write((json.dumps(value, ensure_ascii=False, indent=2, default=str) + "\n").encode())


def _width() -> int:
    """Return the places of a line: the window's; 120 where nobody watches."""
    return get_terminal_size((120, 24)).columns if sys.stdout.isatty() or "COLUMNS" in os.environ else 120


def _write(content: bytes) -> int:
    """Write UTF-8 to a pipe as it is, and to a window in the letters that it knows."""
    if sys.stdout.isatty():
        encoding = sys.stdout.encoding or "utf-8"
        content = content.decode(errors="replace").encode(encoding, errors="replace")
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
    return 0

"""A comparison told: as text for people, Markdown for a pull request, JSON and CSV for programs."""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from dokpamo.comparing.rows import Change
from dokpamo.comparing.schema import SchemaChange
from dokpamo.rendering import Result
from dokpamo.rendering import csv as as_csv
from dokpamo.rendering import md as as_md

if TYPE_CHECKING:
    from dokpamo.comparing import Diff
    from dokpamo.comparing.reading import Edition

COLUMNS = ["table", "row_id", "change", "column", "old", "new", "source_ids"]
SIGNS = {"added": "+", "removed": "-", "changed": "~"}
WORDS = {
    "en": {
        "added": "added", "removed": "removed", "changed": "changed", "empty": "(empty)", "sources": "sources",
        "none": "no row changed", "rows": "rows: {counts}", "schema": "schema", "same": "the schema did not change",
        "bump": "the schema's version must rise: {level}",
        "headers": "row,change,column,before,after,sources",
    },
    "ko": {
        "added": "추가", "removed": "삭제", "changed": "변경", "empty": "(빈칸)", "sources": "출처",
        "none": "바뀐 행이 없습니다", "rows": "행: {counts}", "schema": "스키마", "same": "스키마는 그대로입니다",
        "bump": "스키마 버전을 올려야 합니다: {level}",
        "headers": "행,구분,열,이전,이후,출처",
    },
}  # fmt: skip
SCHEMA = {
    "table-added": ("new", "새로 생김"),
    "table-removed": ("removed", "없어짐"),
    "table-renamed": ("renamed, formerly {old}", "이름이 바뀜, 이전 이름 {old}"),
    "column-added": ("new column of type {new}", "새 열, 유형 {new}"),
    "column-removed": ("column removed", "열이 없어짐"),
    "column-renamed": ("column renamed, formerly {old}", "열 이름이 바뀜, 이전 이름 {old}"),
    "columns-reordered": ("columns in another order", "열의 순서가 바뀜"),
    "type-changed": ("type was {old}, is {new}", "유형이 {old}에서 {new}(으)로 바뀜"),
    "key-changed": ("key was {old}, is {new}", "키가 {old}에서 {new}(으)로 바뀜"),
    "code-added": ("new code {new}", "새 코드 {new}"),
    "code-removed": ("code {old} removed", "코드 {old}이(가) 없어짐"),
    "narrowed": ("allows less: [{old}], now [{new}]", "허용 범위가 좁아짐: [{old}]에서 [{new}]"),
    "widened": ("allows more: [{old}], now [{new}]", "허용 범위가 넓어짐: [{old}]에서 [{new}]"),
    "described": ("described in other words", "설명이 바뀜"),
}


def text(diff: "Diff", lang: str = "en") -> str:
    """Return the comparison for a terminal: a block a row, a line a cell."""
    words = WORDS[lang]
    lines = [_head(diff), *_summary(diff, lang)]
    if diff.schema:
        lines += ["", words["schema"], *(f"  {line}" for line in schema_lines(diff.schema, lang))]
    for table, changes in groupby(diff.rows, lambda change: change.table):
        lines += ["", f"{table}: {counts(diff, lang, table)}"]
        for (row, kind), cells in groupby(changes, lambda change: (change.row_id, change.change)):
            lines += _row(row, kind, list(cells), words)
    return "\n".join(lines) + "\n"


def _row(row: str, kind: str, cells: list[Change], words: dict[str, str]) -> Iterator[str]:
    yield f"{SIGNS[kind]} {row}"
    for cell in cells:
        old, new = (value or words["empty"] for value in (cell.old, cell.new))
        yield f"    {cell.column}: " + (f"{old} → {new}" if kind == "changed" else cell.old or cell.new)
    if cells[0].source_ids:
        yield f"    {words['sources']}: {'; '.join(cells[0].source_ids)}"


def markdown(diff: "Diff", lang: str = "en") -> str:
    """Return the comparison as Markdown: a table a table, sources as links."""
    words = WORDS[lang]
    lines = [f"# {_head(diff)}", "", *(f"- {line}" for line in _summary(diff, lang))]
    if diff.schema:
        lines += ["", f"## {words['schema']}", "", *(f"- {line}" for line in schema_lines(diff.schema, lang, "`"))]
    for table, changes in groupby(diff.rows, lambda change: change.table):
        headers = words["headers"].split(",")
        cells = [
            (c.row_id, words[c.change], c.column, c.old, c.new, ", ".join(_links(c.source_ids, diff.new)))
            for c in changes
        ]
        body = as_md.render(Result(headers, ["VARCHAR"] * len(headers), cells)).decode()
        lines += ["", f"## {table}: {counts(diff, lang, table)}", "", body.rstrip("\n")]
    return "\n".join(lines) + "\n"


def to_json(diff: "Diff") -> str:
    """Return the comparison as a JSON object: both editions, counts, and each change."""
    body = {
        "old": _edition(diff.old),
        "new": _edition(diff.new),
        "counts": {kind: diff.count(kind) for kind in SIGNS},
        "bump": diff.bump,
        "schema": [
            {**vars(change), "level": change.level, "is_breaking": change.is_breaking} for change in diff.schema
        ],
        "rows": [vars(change) for change in diff.rows],
    }
    return json.dumps(body, ensure_ascii=False, indent=1) + "\n"


def to_csv(diff: "Diff") -> str:
    """Return the comparison as CSV: a line a change, those of the schema first and without a row."""
    return as_csv.render(Result(COLUMNS, [], records(diff.schema, diff.rows))).decode()


def records(schema: Iterable[SchemaChange], rows: Iterable[Change]) -> list[tuple[Any, ...]]:
    """Return the cells of changes under `COLUMNS`."""
    return [
        *((c.table, "", c.change, c.column, c.old, c.new, "") for c in schema),
        *((c.table, c.row_id, c.change, c.column, c.old, c.new, ";".join(c.source_ids)) for c in rows),
    ]


def _head(diff: "Diff") -> str:
    return f"{_name(diff.old)} → {_name(diff.new)}"


def _name(edition: "Edition") -> str:
    known = ", ".join(filter(None, [edition.version, edition.day]))
    return f"{edition.name} ({known})" if known else edition.name


def _summary(diff: "Diff", lang: str) -> list[str]:
    words = WORDS[lang]
    return [rows_line(diff, lang), words["bump"].format(level=diff.bump) if diff.bump else words["same"]]


def rows_line(diff: "Diff", lang: str) -> str:
    """Return how many rows were added, removed and changed, in a line."""
    found = counts(diff, lang)
    return WORDS[lang]["rows"].format(counts=found) if found else WORDS[lang]["none"]


def counts(diff: "Diff", lang: str, table: str | None = None) -> str:
    """Return the numbers of rows with what happened to them, of all tables or of one; empty if nothing did."""
    found = [(diff.count(kind, table), WORDS[lang][kind]) for kind in SIGNS]
    return ", ".join(f"{count:,} {word}" if lang == "en" else f"{word} {count:,}" for count, word in found if count)


def schema_lines(changes: Iterable[SchemaChange], lang: str, quote: str = "") -> Iterator[str]:
    """Yield a line a change of the schema; what is only described anew, in one line a table."""
    for (table, is_description), group in groupby(changes, lambda c: (c.table, c.change == "described")):
        if is_description:
            columns = ", ".join(change.column for change in group if change.column)
            yield f"{quote}{table}{quote}: {SCHEMA['described'][lang == 'ko']}" + (f" ({columns})" if columns else "")
            continue
        for change in group:
            place = f"{table}.{change.column}" if change.column else table
            yield f"{quote}{place}{quote}: {SCHEMA[change.change][lang == 'ko'].format(old=change.old, new=change.new)}"


def _links(source_ids: Iterable[str], edition: "Edition") -> Iterator[str]:
    sources = edition.tables["sources"].rows if "sources" in edition.tables else {}
    for source in source_ids:
        url = sources.get(source, {}).get("url")
        yield f"[{source}]({url})" if url else source


def _edition(edition: "Edition") -> dict[str, str]:
    told = {"version": edition.version, "schema_version": edition.schema_version, "created": edition.day}
    return {"name": edition.name, **told}

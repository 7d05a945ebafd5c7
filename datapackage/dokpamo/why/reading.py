"""The facts of a page, fetched from the index's views and the record as of the connection's day."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from dokpamo import contract, database
from dokpamo.errors import UnknownName
from dokpamo.why import facts, queries
from dokpamo.why.page import Page
from dokpamo.why.words import say

if TYPE_CHECKING:
    from datetime import date

    import duckdb

KINDS = ("team", "model", "dimension", "indicator")
"""What a page can be of: each has its own table, and its id a column in the cells."""

T = TypeVar("T")
Said = dict[str, facts.Evidence]


def connect(as_of: "str | date | None" = None) -> "duckdb.DuckDBPyConnection":
    """Return a private connection with what a page reads."""
    package = contract.package()
    responses = package.tables["responses"]
    # A response is printed beside the row it answers and so never before it: its own day is enough, and the
    # tables that a response could point to but no page shows stay unread.
    own_day = replace(responses, spec={**responses.spec, "knownOn": {"basis": "day", "days": ["received_on"]}})
    small = replace(package, tables={**package.tables, "responses": own_day})
    con = database.open_private(small, queries.NAMES, as_of)
    con.execute(queries.ONCE)
    return con


def read(con: "duckdb.DuckDBPyConnection", name: str, lang: str) -> Page:
    """Return the page of a team, model, dimension or indicator; raise `UnknownName` if it is none of them."""
    kind = _kind(con, name)
    day, is_past = con.execute("SELECT CAST(day AS VARCHAR), is_set FROM record.as_of").fetchall()[0]
    said = {row.evidence_id: row for row in _rows(con, facts.Evidence, queries.said(lang))}
    units = tuple(_units(con, kind, name, lang, said))
    evidence = _on_page(name, units, said)
    sources = {source.source_id: source for source in _rows(con, facts.Source, queries.sources())}
    page = Page(
        kind=kind,
        id=name,
        name=con.execute(queries.name(kind, lang), [name]).fetchall()[0][0],
        lang=lang,
        as_of_on=day,
        is_past=is_past,
        caveat=say("caveat", lang),
        limits=say("limits", lang),
        units=units,
        indicators=tuple(_indicators(con, name, lang, units, evidence)),
        evidence=evidence,
        responses=(),
        sources=tuple(sources[one] for one in dict.fromkeys(one for row in evidence for one in row.source_ids)),
    )
    places = set(page.places())
    responses = _rows(con, facts.Response, queries.responses(lang))
    return replace(page, responses=tuple(one for one in responses if (one.table_name, one.row_id) in places))


def _kind(con: "duckdb.DuckDBPyConnection", name: str) -> str:
    known = {row[0]: kind for kind in KINDS for row in con.execute(f"SELECT {kind}_id FROM record.{kind}s").fetchall()}
    if name not in known:
        raise UnknownName(say("kinds", "en"), name, known, say("kinds", "ko"))
    return known[name]


def _units(con: "duckdb.DuckDBPyConnection", kind: str, name: str, lang: str, said: Said) -> Iterator[facts.Unit]:
    """Yield scored models by round, alphabetically; others with what is said of them only where none is scored."""
    units = _rows(con, facts.Unit, queries.units(lang, kind), name)
    has_scored = any(unit.is_scored for unit in units)
    cells = _grouped(con, facts.Cell, queries.cells(lang, kind), name, keys=3)
    parts = _rows(con, facts.Dimension, queries.dimensions(lang))
    of_model, of_dimension = kind in ("team", "model"), kind != "indicator"
    figures = _grouped(con, facts.Figures, queries.figures(kind), name, keys=3) if of_dimension else {}
    scores = _grouped(con, facts.Score, queries.scores(lang, kind), name, keys=3) if of_model else {}
    gates = _grouped(con, facts.Gate, queries.gates(lang, kind), name, keys=3) if of_model else {}

    def dimensions(unit: facts.Unit) -> Iterator[facts.Dimension]:
        for part in parts:
            key = unit.team_id, unit.model_id, part.dimension_id
            shown = [_with_withdrawn(unit, cell, said) for cell in cells.get(key, ())]
            if not unit.is_scored:
                shown = [cell for cell in shown if cell.evidence_ids or cell.withdrawn_evidence_ids]
            if shown:
                yield replace(part, cells=tuple(shown), figures=next(iter(figures.get(key, ())), None))

    spoken_of = {row.model_id for row in said.values()}
    for unit in sorted(units, key=lambda one: (one.round_ordinal or 99, one.team.casefold(), one.model.casefold())):
        if unit.is_scored:
            key = str(unit.round_id), unit.team_id, unit.model_id
            gate = next(iter(gates.get(key, ())), None)
            yield replace(unit, scores=tuple(scores.get(key, ())), gate=gate, dimensions=tuple(dimensions(unit)))
        elif of_model and unit.model_id in spoken_of:
            yield unit if has_scored else replace(unit, dimensions=tuple(dimensions(unit)))


def _with_withdrawn(unit: facts.Unit, cell: facts.Cell, said: Said) -> facts.Cell:
    """Return a cell with the statements on it that no longer count."""
    withdrawn = (
        row.evidence_id
        for row in said.values()
        if row.superseded_by_ids
        and (row.indicator_id, row.team_id) == (cell.indicator_id, unit.team_id)
        and row.model_id in (None, unit.model_id)
    )
    return replace(cell, withdrawn_evidence_ids=tuple(withdrawn))


def _on_page(name: str, units: tuple[facts.Unit, ...], said: Said) -> tuple[facts.Evidence, ...]:
    """Return every statement that the page tells or quotes, in the order of the page."""
    cells = [cell for unit in units for part in unit.dimensions for cell in part.cells]
    order = {one: at for at, one in enumerate(said)}
    told = [
        said[one]
        for cell in cells
        for one in sorted((*cell.evidence_ids, *cell.withdrawn_evidence_ids), key=lambda one: order[one])
    ]
    if not units:  # a team or model of which nothing can be assessed yet
        told = [row for row in said.values() if name in (row.team_id, row.model_id)]
    ids = [
        one
        for row in told
        for one in (row.evidence_id, *row.answer_ids, *row.superseded_by_ids, row.answers_evidence_id)
    ]
    return tuple(said[one] for one in dict.fromkeys(ids) if one in said)


def _indicators(
    con: "duckdb.DuckDBPyConnection",
    name: str,
    lang: str,
    units: tuple[facts.Unit, ...],
    evidence: tuple[facts.Evidence, ...],
) -> Iterator[facts.Indicator]:
    levels = _grouped(con, facts.Level, queries.levels(lang), keys=1)
    shown = {cell.indicator_id for unit in units for part in unit.dimensions for cell in part.cells}
    shown |= {row.indicator_id for row in evidence}
    for one in _rows(con, facts.Indicator, queries.indicators(lang)):
        if one.indicator_id in shown or name in (one.dimension_id, one.indicator_id):
            yield replace(one, levels=tuple(levels[one.indicator_id,]))


def _rows(con: "duckdb.DuckDBPyConnection", kind: type[T], query: str, *parameters: str) -> list[T]:
    """Return one object a row, its fields filled by the columns of the same name; ids in one cell unfolded."""
    return [row for _, row in _keyed(con, kind, query, parameters, 0)]


def _grouped(
    con: "duckdb.DuckDBPyConnection", kind: type[T], query: str, *parameters: str, keys: int
) -> dict[tuple[str, ...], list[T]]:
    """Return the same, by the first columns."""
    groups: dict[tuple[str, ...], list[T]] = {}
    for key, row in _keyed(con, kind, query, parameters, keys):
        groups.setdefault(key, []).append(row)
    return groups


def _keyed(
    con: "duckdb.DuckDBPyConnection", kind: type[T], query: str, parameters: Iterable[str], keys: int
) -> Iterator[tuple[tuple[str, ...], T]]:
    cursor = con.execute(query, list(parameters))
    columns = [str(column[0]) for column in cursor.description or ()][keys:]
    for row in cursor.fetchall():
        values: dict[str, Any] = dict(zip(columns, row[keys:], strict=True))
        for name in columns:
            if name.endswith("_ids"):
                values[name] = tuple(values[name].split(";")) if values[name] else ()
        yield row[:keys], kind(**values)

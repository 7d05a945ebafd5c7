"""Finding ids by any name: Korean, English, a short or former name, a key elsewhere."""

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher

from dokpamo import database
from dokpamo.contract import Package, Table, package

NAMES = ("name", "name_en", "name_ko", "alias", "value", "title_en", "title_ko", "title")
"""The columns that hold what something is called."""

ENTITIES = ("organisations", "teams", "models", "rounds", "benchmarks", "indicators", "dimensions", "schemes", "events")
"""What can be found, in the order of the answer; aliases and identifiers lead to their organisation."""

CLOSE = 0.82
"""How alike two names must be to be a near miss: one letter wrong in six."""


@dataclass(frozen=True)
class Hit:
    """One row that bears the name: its table and id, what it is called, and the name that matched."""

    table_name: str
    row_id: str
    name_en: str
    name_ko: str
    matched: str


def search(text: str, limit: int = 20) -> list[Hit]:
    """Return the rows that a name leads to: exact matches first, then beginnings, parts and near misses.

    Names match without regard to case, blanks and punctuation, in hangul or latin letters; of each row the
    best match counts. Returns an empty list where nothing is alike.

    >>> search("업스테이지")[0].row_id
    'upstage'
    >>> [hit.table_name for hit in search("KT")][:2]
    ['organisations', 'teams']
    """
    wanted = folded(text)
    if not wanted:
        return []
    best: dict[tuple[str, str], tuple[int, str]] = {}
    names = _names(package())
    called: dict[tuple[str, str], dict[str, str]] = {}
    for entity, column, name in names:
        called.setdefault(entity, {}).setdefault(column, name)
        rank = _rank(wanted, folded(name))
        if rank is not None and rank < best.get(entity, (9, ""))[0]:
            best[entity] = (rank, name)
    found = sorted(best, key=lambda entity: (best[entity][0], ENTITIES.index(entity[0]), entity[1]))
    return [_hit(entity, called[entity], best[entity][1]) for entity in found[:limit]]


def folded(text: str) -> str:
    """Return a name without case, blanks, punctuation and width, so that its spellings are alike."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold())


def _names(contract: Package) -> list[tuple[tuple[str, str], str, str]]:
    """Return (table and id, column, name) of every name in the record."""
    tables = [contract.tables[name] for name in (*ENTITIES, "aliases", "identifiers")]
    selects = [select for table in tables for select in _selects(table)]
    with database.connect_for(" ".join(table.name for table in tables)) as con:
        rows = con.execute(" UNION ALL ".join(selects)).fetchall()
    return [((table, row), column, name) for table, row, column, name in rows]


def _selects(table: Table) -> list[str]:
    entity, key = (table.name, table.key) if table.name in ENTITIES else ("organisations", "organisation_id")
    columns = [key, *(name for name in NAMES if name in table.fields)]
    return [
        f"SELECT '{entity}', {key}, '{table.name}.{column}', {column} FROM record.{table.name} "
        f"WHERE {column} IS NOT NULL"
        for column in columns
    ]


def _rank(wanted: str, name: str) -> int | None:
    """Return how well a name fits: 0 the same, 1 its beginning, 2 a part, 3 a near miss, None not at all."""
    if not name:
        return None
    if wanted == name:
        return 0
    if name.startswith(wanted):
        return 1
    if wanted in name:
        return 2
    if len(wanted) > 3:
        matcher = SequenceMatcher(None, wanted, name, autojunk=False)
        if matcher.real_quick_ratio() >= CLOSE and matcher.quick_ratio() >= CLOSE and matcher.ratio() >= CLOSE:
            return 3
    return None


def _hit(entity: tuple[str, str], called: dict[str, str], matched: str) -> Hit:
    table, row = entity

    def name(lang: str) -> str:
        columns = [f"{table}.{column}" for column in (f"name_{lang}", f"title_{lang}", "name", "title")]
        return next((called[column] for column in columns if column in called), row)

    return Hit(table, row, name("en"), name("ko"), matched)

"""What stands on the sheets of the workbook: the data dictionary, the field at a glance, each table and view."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from dokpamo.contract import Field, Package, Table
from dokpamo.dictionary import described
from dokpamo.exporters import Publication
from dokpamo.exporters.spreadsheet import refuse_misfits
from dokpamo.glance import Glance, Named, glance


@dataclass(frozen=True)
class Column:
    """One column: its titles, the name that code uses, and its type as the Table Schema calls it, `link` or `list`."""

    ko: str
    en: str
    name: str
    type: str = "string"


@dataclass(frozen=True)
class Sheet:
    """The name of a sheet, its columns and rows; a text that is a key of `marks` looks as named there."""

    name: str
    columns: list[Column]
    rows: list[tuple[Any, ...]]
    marks: dict[str, str] = field(default_factory=dict)


DICTIONARY = [
    Column("표·뷰", "Table or view", "table_name", "link"),
    Column("열", "Column", "column_name"),
    Column("제목(국문)", "Title, Korean", "title_ko"),
    Column("제목(영문)", "Title, English", "title_en"),
    Column("유형", "Type", "type"),
    Column("행을 정하는 열", "Identifies the row", "is_key", "boolean"),
    Column("필수", "Always filled", "is_required", "boolean"),
    Column("가리키는 열", "Points to", "points_to"),
    Column("코드와 뜻(국문)", "Codes and their meaning, Korean", "codes_ko"),
    Column("코드와 뜻(영문)", "Codes and their meaning, English", "codes_en"),
    Column("설명(국문)", "Description, Korean", "description_ko"),
    Column("설명(영문)", "Description, English", "description_en"),
]


def sheets(publication: Publication) -> list[Sheet]:
    """Return all sheets in order; raise `BadInput` for a text that Excel can't hold."""
    tables = publication.contract.all.values()
    return [dictionary(publication.contract), overview(publication), *(rows(publication, table) for table in tables)]


def dictionary(contract: Package) -> Sheet:
    """Return the data dictionary: a row a table or view, its type telling which it is, then a row a column."""
    return Sheet("dictionary", DICTIONARY, [row for table in contract.all.values() for row in _described(table)])


def _described(table: Table) -> Iterator[tuple[Any, ...]]:
    ko, en = described(table, "ko"), described(table, "en")
    yield (table.name, None, ko.title, en.title, en.kind, *[None] * 5, ko.description, en.description)
    for a, b in zip(ko.columns, en.columns, strict=True):
        key = a.name in table.grain
        titles, codes, texts = (a.title, b.title), (_codes(a.codes), _codes(b.codes)), (a.description, b.description)
        yield (table.name, a.name, *titles, a.type, key, a.is_required, a.points_to, *codes, *texts)


def _codes(codes: dict[str, str]) -> str | None:
    """Return the codes, one a line; None where any value goes."""
    return "\n".join(f"{code}: {label}" if label != code else code for code, label in codes.items()) or None


def overview(publication: Publication) -> Sheet:
    """Return the field at a glance: teams down, rounds across, outcomes in words."""
    seen = glance(publication.con)
    columns = [Column("팀", "Team", "team_id"), Column("팀 이름", "Team name", "team_name")]
    columns += [Column(of.ko, of.en, of.id) for of in seen.rounds]
    rows = [(team.id, f"{team.ko}\n{team.en}", *(_words(seen, team, of) for of in seen.rounds)) for team in seen.teams]
    marks = {_words(seen, team, of) or "": seen.sign(team, of) for team in seen.teams for of in seen.rounds}
    return Sheet("field", columns, rows, {words: sign for words, sign in marks.items() if words})


def _words(seen: Glance, team: Named, of: Named) -> str | None:
    """Return an outcome in both languages; None where the team took no part."""
    return f"{seen.words(team, of, 'ko')}\n{seen.words(team, of, 'en')}".strip() or None


def rows(publication: Publication, table: Table) -> Sheet:
    """Return the sheet of a table or view, which bears its name."""
    result = refuse_misfits(publication.result(table), table)
    return Sheet(table.name, [_column(one) for one in table.fields.values()], result.rows)


def _column(one: Field) -> Column:
    """Return a column as its Table Schema describes it; ids in a list, of use to code alone, take but one line."""
    kind = "link" if one.name == "url" else "list" if one.reference else one.type
    return Column(one.text("title", "ko"), one.text("title"), one.name, kind)

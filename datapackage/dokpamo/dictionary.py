"""The data dictionary: what tables, views, columns and codes there are and what they mean."""

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from dokpamo.contract import Field, Table, package

if TYPE_CHECKING:
    from dokpamo._names import Name


@dataclass(frozen=True)
class Column:
    """One column: its type, whether it is always filled, what it means, and its codes with their labels."""

    name: str
    type: str
    is_required: bool
    title: str
    description: str
    points_to: str | None
    codes: dict[str, str]


@dataclass(frozen=True)
class Description:
    """A table or view: what a row is, what identifies it, and its columns."""

    name: str
    kind: str
    title: str
    description: str
    grain: tuple[str, ...]
    columns: tuple[Column, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return asdict(self)

    def __str__(self) -> str:
        from dokpamo.rendering.description import text

        return text(self)


def tables() -> list[str]:
    """Return the names of the tables of the record, in reading order.

    >>> "teams" in tables()
    True
    """
    return list(package().tables)


def views() -> list[str]:
    """Return the names of the published views.

    >>> "team_status" in views()
    True
    """
    return list(package().views)


def describe(name: "Name", lang: str = "en") -> Description:
    """Return what a table or view holds, column by column, in English or Korean (`lang="ko"`).

    Raises `UnknownName` with suggestions.

    >>> describe("teams").grain
    ('team_id',)
    >>> [column.name for column in describe("results").columns][:4]
    ['result_id', 'round_id', 'team_id', 'outcome']
    """
    return described(package().get(name), lang)


def described(table: Table, lang: str = "en") -> Description:
    """Return what `describe` tells, of any table of any contract."""
    return Description(
        table.name,
        "view" if table.is_view else "table",
        table.text("title", lang),
        table.text("description", lang),
        tuple(table.grain),
        tuple(_column(table, field, lang) for field in table.fields.values()),
    )


def _column(table: Table, field: Field, lang: str) -> Column:
    keys = {key.column: f"{key.table}.{key.key}" for key in table.foreign_keys}
    points_to = keys.get(field.name) or (f"{field.reference['resource']}.source_id" if field.reference else None)
    codes = {str(code): field.label(str(code), lang) for code in field.codes or []}
    return Column(
        field.name,
        field.type,
        field.required,
        field.text("title", lang),
        field.text("description", lang),
        points_to,
        codes,
    )

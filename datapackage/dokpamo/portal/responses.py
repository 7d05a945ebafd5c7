"""The right of reply: what an organisation answered stands in the row that it answers, in both languages, unchanged."""

from typing import TYPE_CHECKING

from markupsafe import Markup

from dokpamo.contract import Table
from dokpamo.portal import LANGUAGES
from dokpamo.portal.record import Row

if TYPE_CHECKING:
    from dokpamo.portal.pages import View

ROWS_OF = {"elimination_history": "results", "survivors": "results", "consortium": "partners"}
"""Views that show the rows of a table one by one, and which; others tell it by a grain that is the table's key."""


def printed(view: "View", table: str, row_id: str) -> Markup:
    """Return the answers to a row of a table, nothing where there is none."""
    return Markup("").join(_told(view, row) for row in view.record.responses.get((table, row_id), []))


def beside(view: "View", table: Table, row: Row) -> Markup:
    """Return the answers to a row of a table or view."""
    if not view.record.responses:
        return Markup("")
    return printed(view, *answered(view, table, row))


def base_of(view: "View", table: Table) -> Table | None:
    """Return the table of the record whose rows a view shows one by one, if it does."""
    tables = view.record.contract.tables
    if table.name in ROWS_OF:
        return tables[ROWS_OF[table.name]]
    return next((one for one in tables.values() if table.grain == [one.key]), None)


def answered(view: "View", table: Table, row: Row) -> tuple[str, str]:
    """Return the table and id of the row of the record that a row shows; empty where it shows none alone.

    A view's row is named by the form of the table's ids: r1/naver-cloud from its round and its team.
    """
    if not table.is_view:
        return table.name, str(row[table.key])
    base = base_of(view, table)
    if base is None:
        return "", ""
    if table.name in ROWS_OF:
        return base.name, str(base.spec["idForm"]).format_map(row)
    return base.name, str(row[base.key])


def _told(view: "View", row: Row) -> Markup:
    head = view.say(
        "response", name=view.record.name("organisations", row["organisation_id"], view.lang), day=row["received_on"]
    )
    texts = [(lang, row[f"text_{lang}"]) for lang in (view.lang, *LANGUAGES)]
    paragraphs = Markup("").join(
        Markup('<p lang="{}">{}</p>').format(lang, text) for lang, text in dict.fromkeys(texts) if text
    )
    return Markup('<blockquote class="response"><p>{}</p>{}</blockquote>').format(head, paragraphs)

"""The sources of a page: numbered marks beside the facts, and at its end each source once."""

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from dokpamo.portal.record import Row, day_of

if TYPE_CHECKING:
    from dokpamo.portal.pages import View


class Notes:
    """Numbers the sources of a page in the order in which its facts name them."""

    def __init__(self, view: "View") -> None:
        self.view = view
        self._numbers: dict[str, int] = {}

    def marks(self, source_ids: str) -> Markup:
        """Return the marks of the sources in a cell, each a link to the list at the end of the page."""
        return Markup(" ".join(map(self._mark, source_ids.split(";")))) if source_ids else Markup("")

    def _mark(self, source_id: str) -> str:
        number = self._numbers.setdefault(source_id, len(self._numbers) + 1)
        return f'<a href="#s{number}">{number}</a>'

    def full(self, source_ids: str) -> list[dict[str, Any]]:
        """Return the sources in a cell to be printed in full, where a reader wants to go straight to them."""
        return [self._told(one) for one in source_ids.split(";")]

    def listed(self) -> list[dict[str, Any]]:
        """Return every source that the page has marked, by number."""
        return [self._told(one) | {"number": number} for one, number in self._numbers.items()]

    def _told(self, source_id: str) -> dict[str, Any]:
        row: Row = self.view.record.row("sources", source_id) or {}
        return {
            "id": source_id,
            "page": self.view.row("sources", source_id),
            "url": row.get("url"),
            "title": row.get("title"),
            "publisher": row.get("publisher"),
            "language": row.get("language"),
            "day": day_of(row, "published_on") if row else "",
        }

"""Results as text for people and as bytes for pipes: one small module a format."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import duckdb

FORMATS = ("table", "csv", "json", "md", "parquet")


@dataclass(frozen=True)
class Result:
    """Rows with their headers and DuckDB types; `names` are the columns where the headers are titles in `lang`."""

    columns: list[str]
    types: list[str]
    rows: list[tuple[Any, ...]]
    names: list[str] | None = None
    lang: str = "en"

    def records(self) -> list[dict[str, Any]]:
        """Return the rows as mappings from column to value."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def fetch(con: "duckdb.DuckDBPyConnection", query: str) -> Result:
    """Return what a query gives."""
    cursor = con.execute(query)
    described = cursor.description or []
    return Result([str(c[0]) for c in described], [str(c[1]) for c in described], cursor.fetchall())


def rendered(result: Result, form: str, width: int = 120) -> bytes:
    """Return a result in one of `FORMATS`, as UTF-8 or Parquet bytes; `width` bounds the lines of a table."""
    render: Callable[[Result, int], bytes] = import_module(f"dokpamo.rendering.{form}").render
    return render(result, width)


def plain(value: Any) -> str:
    """Return a value as a cell of the record's CSV writes it: ISO days, true and false, numbers without a tail."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e16 else str(value).replace("e+", "e")
    return str(value)

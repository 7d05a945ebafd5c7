"""Tables and views as data frames, typed by their Table Schemas."""

from datetime import date
from typing import TYPE_CHECKING, Any

from dokpamo import database
from dokpamo.contract import package
from dokpamo.errors import MissingExtra

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from dokpamo._names import Name


def to_pandas(name: "Name", as_of: "str | date | None" = None) -> "pd.DataFrame":
    """Return a table or view as a pandas data frame, with nullable types.

    Texts are `string`, whole numbers `Int64`, numbers `float64`, booleans `boolean`, days `datetime64[s]`.
    Columns and grain are those of `describe(name)`. Raises `UnknownName`, `BadDay`, or `MissingExtra`.

    >>> to_pandas("team_status", as_of="2025-08-05").query("status == 'active'").shape[0]
    5
    """
    try:
        import pandas as pd
    except ModuleNotFoundError:
        raise MissingExtra("pandas", "pandas") from None
    types = {"string": "string", "integer": "Int64", "number": "float64", "boolean": "boolean", "date": "datetime64[s]"}
    columns = _columns(name, as_of)
    fields = package().get(name).fields
    return pd.DataFrame({key: pd.Series(cells, dtype=types[fields[key].type]) for key, cells in columns.items()})


def to_polars(name: "Name", as_of: "str | date | None" = None) -> "pl.DataFrame":
    """Return a table or view as a polars data frame: String, Int64, Float64, Boolean, Date.

    Raises `UnknownName`, `BadDay`, or `MissingExtra`.

    >>> to_polars("rounds").height
    7
    """
    try:
        import polars as pl
    except ModuleNotFoundError:
        raise MissingExtra("polars", "polars") from None
    types = {"string": pl.String, "integer": pl.Int64, "number": pl.Float64, "boolean": pl.Boolean, "date": pl.Date}
    fields = package().get(name).fields
    return pl.DataFrame(_columns(name, as_of), schema={key: types[field.type] for key, field in fields.items()})


def to_arrow(name: "Name", as_of: "str | date | None" = None) -> "pa.Table":
    """Return a table or view as an Arrow table: string, int64, float64, bool, date32.

    Raises `UnknownName`, `BadDay`, or `MissingExtra`.

    >>> to_arrow("rounds").num_rows
    7
    """
    try:
        import pyarrow as pa
    except ModuleNotFoundError:
        raise MissingExtra("pyarrow", "arrow") from None
    types = {
        "string": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
    }
    fields = package().get(name).fields
    return pa.table(_columns(name, as_of), schema=pa.schema([(key, types[fields[key].type]) for key in fields]))


def _columns(name: str, as_of: "str | date | None") -> dict[str, list[Any]]:
    """Return the cells by column, in the order of the view or seed."""
    columns = package().get(name).columns
    with database.connect_for(name, as_of) as con:
        rows = con.execute(f"FROM {name}").fetchall()
    cells = zip(*rows, strict=True) if rows else ([] for _ in columns)
    return {column: list(values) for column, values in zip(columns, cells, strict=True)}

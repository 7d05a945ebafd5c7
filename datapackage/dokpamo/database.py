"""The record in DuckDB: a private connection that shows what was known on a day.

The same SQL serves Python, the shell and the published database; see `building` for how it is made.
"""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from dokpamo.building import build, mentioned
from dokpamo.contract import Package, package
from dokpamo.errors import BadDay

if TYPE_CHECKING:
    import duckdb


def connect(as_of: "str | date | None" = None) -> "duckdb.DuckDBPyConnection":
    """Return a private DuckDB connection with every table and view of the record.

    It can neither touch files nor the network. `as_of` shows the world as it was known that day.
    Raises `BadDay` for a day that is none or lies after the record's date.

    >>> connect().execute("SELECT count(*) FROM teams").fetchone()
    (16,)
    >>> connect("2025-08-05").execute("SELECT count(*) FROM team_status WHERE status = 'active'").fetchone()
    (5,)
    """
    return open_private(package(), package().all, as_of, comments=True)


def sql(query: str, as_of: "str | date | None" = None) -> "duckdb.DuckDBPyRelation":
    """Return a DuckDB relation over the record, on which `.df()`, `.pl()`, `.fetchall()` and `.show()` follow.

    Every table and view is at hand; files and network are not. Raises `BadDay`, or DuckDB's own errors.

    >>> sql("SELECT team_id FROM survivors WHERE round_id = 'r2' ORDER BY ALL").fetchall()
    [('lg-ai-research',), ('sk-telecom',), ('upstage',)]
    """
    return connect_for(query, as_of).sql(query)


def connect_for(text: str, as_of: "str | date | None" = None) -> "duckdb.DuckDBPyConnection":
    """Return a private connection that holds just the tables and views named in a query."""
    return open_private(package(), mentioned(package(), text), as_of)


def open_private(
    contract: Package, names: Iterable[str], as_of: "str | date | None" = None, *, comments: bool = False
) -> "duckdb.DuckDBPyConnection":
    """Return a database with the day set, whose doors to files and network are shut for good."""
    day = None if as_of is None else parse_day(as_of)
    con = open_database(contract, names, comments=comments)
    if day:
        con.execute(f"SET VARIABLE as_of = DATE '{day}'")
    con.execute("SET enable_external_access = false")
    con.execute("SET lock_configuration = true")
    return con


def parse_day(as_of: "str | date") -> date:
    """Return the day of an ISO text; raise `BadDay` if it is none or lies after the record's date."""
    text, last = str(as_of)[:10], package().day
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise BadDay(
            f"{as_of!r} is no day: write it as 2026-01-14", f"{as_of!r}: 날짜가 아닙니다. 2026-01-14처럼 쓰세요"
        ) from None
    if day > date.fromisoformat(last):
        raise BadDay(
            f"{day} lies after the record's date: the record knows nothing later than {last}",
            f"{day}: 이 데이터의 기준일({last})보다 늦어 알 수 있는 내용이 없습니다",
        )
    return day


def open_database(
    contract: Package, names: Iterable[str], *, comments: bool = False, path: str = ":memory:"
) -> "duckdb.DuckDBPyConnection":
    """Return a new database with the named tables and views and all that they stand on."""
    import duckdb

    con = duckdb.connect(path)
    build(con, contract, names, comments=comments)
    return con

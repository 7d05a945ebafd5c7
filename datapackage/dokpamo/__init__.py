"""The record of South Korea's Sovereign AI Foundation Model project (독자 AI 파운데이션 모델, 독파모).

>>> import dokpamo
>>> dokpamo.sql("SELECT count(*) FROM teams").fetchall()
[(16,)]

Tables and views load with `to_pandas`, `to_polars` or `to_arrow`; `as_of` shows the world as it was known on a day.
Nothing heavy is imported before it is used.
"""

TYPE_CHECKING = False  # as in typing, which would cost as much to import as the interpreter takes to start

if TYPE_CHECKING:
    from dokpamo.checking import check as check
    from dokpamo.checking import schema as schema
    from dokpamo.citing import cite as cite
    from dokpamo.comparing import diff as diff
    from dokpamo.database import connect as connect
    from dokpamo.database import sql as sql
    from dokpamo.dictionary import describe as describe
    from dokpamo.dictionary import tables as tables
    from dokpamo.dictionary import views as views
    from dokpamo.draws import independence as independence
    from dokpamo.errors import BadDay as BadDay
    from dokpamo.errors import BadInput as BadInput
    from dokpamo.errors import DokpamoError as DokpamoError
    from dokpamo.errors import MissingExtra as MissingExtra
    from dokpamo.errors import UnknownName as UnknownName
    from dokpamo.folders import root as root
    from dokpamo.frames import to_arrow as to_arrow
    from dokpamo.frames import to_pandas as to_pandas
    from dokpamo.frames import to_polars as to_polars
    from dokpamo.lookup import search as search
    from dokpamo.verifying import verify as verify

__version__ = "2026.2.0"

_HOMES = {
    "check": "checking",
    "schema": "checking",
    "cite": "citing",
    "diff": "comparing",
    "connect": "database",
    "sql": "database",
    "describe": "dictionary",
    "tables": "dictionary",
    "views": "dictionary",
    "independence": "draws",
    "BadDay": "errors",
    "BadInput": "errors",
    "DokpamoError": "errors",
    "MissingExtra": "errors",
    "UnknownName": "errors",
    "to_arrow": "frames",
    "to_pandas": "frames",
    "to_polars": "frames",
    "search": "lookup",
    "root": "folders",
    "verify": "verifying",
}

__all__ = sorted(_HOMES)


def __getattr__(name: str) -> object:
    """Load a public name from its module the first time it is used."""
    if name not in _HOMES:
        raise AttributeError(f"module 'dokpamo' has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(f"dokpamo.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__

"""A result in one language: headers, code labels and the texts that stand in both."""

from typing import Any

from dokpamo.contract import Table
from dokpamo.rendering import Result

KOREAN = "(국문)"
"""How a title tells the Korean one of two twins; where that one stands alone it goes without saying."""


def localised(result: Result, table: Table, lang: str) -> Result:
    """Return a table's rows for readers of a language.

    Of two twin columns the reader's stays, filled from the other where it is empty. In Korean, headers and
    codes show as titles and labels; in English the names and codes stay as queries need them.
    """
    at = {name: place for place, name in enumerate(result.columns)}
    other = _others(result.columns, lang)
    kept = [name for name in result.columns if name not in other.values()]
    rows = [tuple(_cell(row, name, table, lang, at, other) for name in kept) for row in result.rows]
    types = [result.types[at[name]] for name in kept]
    headers = [_header(table, name) for name in kept] if lang == "ko" else kept
    return Result(headers, types, rows, kept, lang)


def _others(columns: list[str], lang: str) -> dict[str, str]:
    """Return each of the reader's columns that has a twin, with the twin in the other language.

    >>> _others(["plan_en", "plan_ko", "value", "value_ko", "title_en"], "ko")
    {'plan_ko': 'plan_en', 'value_ko': 'value'}
    """
    stems = [name.removesuffix("_ko") for name in columns if name.endswith("_ko")]
    english = {stem: f"{stem}_en" if f"{stem}_en" in columns else stem for stem in stems}
    pairs = [(f"{stem}_ko", name) for stem, name in english.items() if name in columns]
    return dict(pairs) if lang == "ko" else {name: korean for korean, name in pairs}


def _header(table: Table, name: str) -> str:
    return table.fields[name].text("title", "ko").removesuffix(KOREAN).rstrip()


def _cell(row: tuple[Any, ...], name: str, table: Table, lang: str, at: dict[str, int], other: dict[str, str]) -> Any:
    value = row[at[name]]
    if value is None and name in other:
        return row[at[other[name]]]
    if lang == "ko" and value is not None and table.fields[name].codes:
        return table.fields[name].label(str(value), "ko")
    return value

"""A result in one language: headers, code labels and the texts that stand in both."""

from typing import Any

from dokpamo.contract import Table
from dokpamo.rendering import Result

OTHER = {"en": "ko", "ko": "en"}


def localised(result: Result, table: Table, lang: str) -> Result:
    """Return a table's rows for readers of a language.

    Of two twin columns the reader's stays, filled from the other where it is empty. In Korean, headers and
    codes show as titles and labels; in English the names and codes stay as queries need them.
    """
    at = {name: place for place, name in enumerate(result.columns)}
    kept = [name for name in result.columns if not _is_other_twin(name, lang, at)]
    rows = [tuple(_cell(row, name, table, lang, at) for name in kept) for row in result.rows]
    types = [result.types[at[name]] for name in kept]
    headers = [table.fields[name].text("title", lang) for name in kept] if lang == "ko" else kept
    return Result(headers, types, rows, kept)


def _is_other_twin(name: str, lang: str, at: dict[str, int]) -> bool:
    other = OTHER[lang]
    return name.endswith(f"_{other}") and f"{name.removesuffix(other)}{lang}" in at


def _cell(row: tuple[Any, ...], name: str, table: Table, lang: str, at: dict[str, int]) -> Any:
    value = row[at[name]]
    if value is None and name.endswith(f"_{lang}"):
        twin = f"{name.removesuffix(lang)}{OTHER[lang]}"
        return row[at[twin]] if twin in at else None
    if lang == "ko" and value is not None and table.fields[name].codes:
        return table.fields[name].label(str(value), "ko")
    return value

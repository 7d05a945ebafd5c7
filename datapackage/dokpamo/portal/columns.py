"""Which columns a page prints for its readers, derived from the contract; the files hold them all."""

from dokpamo.contract import Field, Table
from dokpamo.portal.record import Row
from dokpamo.rendering.language import KOREAN

EDITORIAL = ("locator", "note")
"""English alone, for those who check the record: pages in Korean leave them to the files."""

NAMES = ("_name_en", "_name_ko", "_name", "_title_en", "_title_ko", "_names_en", "_names_ko")


def columns(table: Table, lang: str) -> list[str]:
    """Return the columns that a page in a language prints.

    Of two twins the reader's own stays, a day takes in its precision, a key shows the name of its row, and what a
    source says of itself stands on the source's page.

    >>> from dokpamo.contract import package
    >>> columns(package().views["survivors"], "ko")
    ['round_id', 'round_ordinal', 'finished_on', 'team_id', 'result_round_id', 'outcome']
    """
    names = table.columns
    gone = {name for name in names if name.endswith("_precision") and name.removesuffix("_precision") in names}
    gone |= {name for name in names if (twin := twin_of(table, name)) and twin[1] == lang}
    gone |= {stem + ending for name in names if (stem := _stem(name)) for ending in NAMES}
    if "source_id" in names and table.is_view:
        gone |= _of_the_source(names)
    if lang == "ko":
        gone |= set(EDITORIAL)
    return [name for name in names if name not in gone]


def shared(table: Table, rows: list[Row], names: list[str]) -> list[str]:
    """Return the columns that say the same in all of several rows: a page tells them once, above the table."""
    if len(rows) < 2:
        return []
    return [name for name in names if name not in table.grain and all(row[name] == rows[0][name] for row in rows)]


def twin_of(table: Table, name: str) -> tuple[str, str] | None:
    """Return the column that says the same in the other language, and which language that is.

    >>> from dokpamo.contract import package
    >>> twin_of(package().tables["claims"], "value"), twin_of(package().tables["teams"], "name_ko")
    (('value_ko', 'ko'), ('name_en', 'en'))
    """
    stem = name.removesuffix("_en").removesuffix("_ko")
    wanted = (f"{stem}_en", stem) if name.endswith("_ko") else (f"{stem}_ko",)
    twin = next((one for one in wanted if one in table.fields and one != name), None)
    return (twin, "ko" if twin.endswith("_ko") else "en") if twin else None


def heading(field: Field, lang: str) -> str:
    """Return the title of a column; that a text stands in the reader's language goes without saying."""
    title = field.text("title", lang)
    for ending in (KOREAN, "(Korean)", ", English", ", Korean"):
        title = title.removesuffix(ending).rstrip()
    return title


def is_prose(field: Field) -> bool:
    """Say whether a column holds running text."""
    stem = field.name.removesuffix("_en").removesuffix("_ko")
    if stem in ("note", "locator", "text", "question", "meaning", "claim", "title", "source_title"):
        return True
    return field.name != stem and not stem.endswith(("name", "names"))


def _stem(name: str) -> str:
    """Return what a key column is about: `until_round` of `until_round_id`; empty for other columns."""
    return next((name.removesuffix(ending) for ending in ("_ids", "_id") if name.endswith(ending)), "")


def _of_the_source(names: list[str]) -> set[str]:
    """Return the columns in which citations repeat the row of the source."""
    return set(names[names.index("source_title") :]) if "source_title" in names else set()

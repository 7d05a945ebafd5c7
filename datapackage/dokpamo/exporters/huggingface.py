"""README.md: what a reader of the folder needs, in both languages, and at once the Hugging Face dataset card."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dokpamo.contract import Table
from dokpamo.exporters import Publication
from dokpamo.exporters.about import LANGUAGES, About, about, data_path
from dokpamo.exporters.texts import write_text, yaml_text

DEFAULT = "team_status"
"""The table that a viewer shows first."""

SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"))


def write(publication: Publication) -> Iterator[Path]:
    """Write and yield the card: front matter for machines, then the text in English and Korean."""
    front = yaml_text(front_matter(publication))
    texts = "\n---\n\n".join(text(publication, lang) for lang in LANGUAGES)
    yield write_text(publication.folder / "README.md", f"---\n{front}---\n\n{texts}")


def front_matter(publication: Publication) -> dict[str, Any]:
    """Return what the hub reads: licence, languages, and one configuration a table and view.

    One without rows has none: readers of the hub's library can't load an empty split.
    """
    told = about(publication)
    return {
        "pretty_name": told.text("title"),
        "license": told.licence.spdx.lower(),
        "language": told.languages,
        "tags": [word.lower().replace(" ", "-") for lang in told.languages for word in told.keywords(lang)],
        "size_categories": [next(name for limit, name in SIZES if _rows(publication) < limit)],
        "version": told.version,
        "configs": [_config(table) for table in publication.contract.all.values() if publication.rows(table)],
    }


def _config(table: Table) -> dict[str, Any]:
    config = {"config_name": table.name, "data_files": data_path(table, "parquet")}
    return config | ({"default": True} if table.name == DEFAULT else {})


def text(publication: Publication, lang: str) -> str:
    """Return the readable part in a language."""
    told, contract = about(publication), publication.contract
    template = Path(__file__).with_name(f"card.{lang}.md").read_text(encoding="utf-8")
    return template.format(
        title=told.text("title", lang),
        description=told.text("description", lang),
        version=told.version,
        day=told.day,
        cited=told.cited(lang),
        tables=len(contract.tables),
        views=len(contract.views),
        rows=f"{_rows(publication):,}",
        table_list=_listed(publication, contract.tables, lang),
        view_list=_listed(publication, contract.views, lang),
        one_file=_one_file(publication, lang),
        licence=_licence(told, lang),
        licence_url=told.licence.url,
    )


def _licence(told: About, lang: str) -> str:
    return told.licence.ko if lang == "ko" else told.licence.en


def _one_file(publication: Publication, lang: str) -> str:
    """Return which files hold everything; the DuckDB file isn't named, for the archive goes without it."""
    files = [f"`{one.path}` ({getattr(one.kind, lang)})" for one in publication.whole() if one.is_reproducible]
    if not files:
        return ""
    return f"{'모든 표와 뷰를 담은 파일' if lang == 'ko' else 'All in one file'}: {', '.join(files)}.\n\n"


def _rows(publication: Publication) -> int:
    """Return how many rows the record has, without the views on it."""
    return sum(publication.rows(table) for table in publication.contract.tables.values())


HEADS = {"en": ("Name", "Title", "A row is", "Rows"), "ko": ("이름", "제목", "행 단위", "행 수")}


def _listed(publication: Publication, tables: dict[str, Table], lang: str) -> str:
    """Return a Markdown table of tables or views, each with the first sentence of its description."""
    lines = [f"| {' | '.join(HEADS[lang])} |", "| --- | --- | --- | --: |"]
    for table in tables.values():
        grain = table.text("description", lang).split(". ")[0].removeprefix("One row ").rstrip(".")
        cells = (f"[`{table.name}`]({data_path(table, 'csv')})", table.text("title", lang), grain)
        lines.append(f"| {' | '.join(cell.replace('|', '/') for cell in cells)} | {publication.rows(table):,} |")
    return "\n".join(lines)

"""The method page of the independence index, in English and Korean, filled from the record."""

from collections.abc import Iterator
from pathlib import Path

from dokpamo.exporters import Publication
from dokpamo.method import pages


def write(publication: Publication) -> Iterator[Path]:
    """Write and yield one Markdown file a language."""
    for lang, text in pages(publication.contract, publication.con):
        file = publication.folder / f"method.{lang}.md"
        file.write_text(text, encoding="utf-8", newline="\n")
        yield file

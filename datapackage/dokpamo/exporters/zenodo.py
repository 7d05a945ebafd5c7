""".zenodo.json: what Zenodo shows of a deposit; where it lies beside CITATION.cff, Zenodo reads it alone."""

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

from dokpamo.exporters import Publication
from dokpamo.exporters.about import About, about
from dokpamo.exporters.texts import write_json


def write(publication: Publication) -> Iterator[Path]:
    """Write and yield the description of a deposit."""
    yield write_json(publication.folder / ".zenodo.json", deposit(about(publication)))


def deposit(told: About) -> dict[str, Any]:
    """Return the metadata of a deposit: one title, in English, and the text in both languages as HTML."""
    texts = (told.text("description"), f"{told.text('title', 'ko')}. {told.text('description', 'ko')}")
    return {
        "title": told.text("title"),
        "upload_type": "dataset",
        "description": "".join(f"<p>{escape(text, quote=False)}</p>" for text in texts),
        "creators": [{"name": told.publisher()}],
        "access_right": "open",
        "license": told.licence.spdx.lower(),
        "version": told.version,
        "publication_date": told.day,
        "language": "eng",
        "keywords": told.keywords() + told.keywords("ko"),
        "notes": told.cited(),
    }

"""CITATION.cff: how to cite this version, as GitHub, Zenodo and reference managers read it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dokpamo.exporters import Publication
from dokpamo.exporters.about import About
from dokpamo.exporters.texts import write_text, yaml_text

MESSAGE = "If you use this record, please cite it as below, and the source of each fact with it (dokpamo cite)."


def write(publication: Publication) -> Iterator[Path]:
    """Write and yield the citation file."""
    told = citation(About(publication.contract.spec), publication.base_url)
    yield write_text(publication.folder / "CITATION.cff", yaml_text(told))


def citation(about: About, url: str = "") -> dict[str, Any]:
    """Return the content of a citation file; the format has one language, so both titles' keywords stand together."""
    return {
        "cff-version": "1.2.0",
        "message": MESSAGE,
        "type": "dataset",
        "title": about.text("title"),
        "abstract": about.text("description"),
        "authors": [{"name": about.publisher()}],
        "version": about.version,
        "date-released": about.day,
        "license": about.licence.spdx,
        **({"url": url} if url else {}),
        "keywords": about.keywords() + about.keywords("ko"),
    }

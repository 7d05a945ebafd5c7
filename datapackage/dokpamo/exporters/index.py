"""index.json: what is published and where, for programs; the tables and views with their titles and files."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dokpamo.contract import Table
from dokpamo.exporters import Distribution, Publication
from dokpamo.exporters.about import LANGUAGES, about
from dokpamo.exporters.texts import write_json


def write(publication: Publication) -> Iterator[Path]:
    """Write and yield the index of the files written so far."""
    contract = publication.contract
    body = {
        "name": contract.spec["name"],
        "title": {lang: about(publication).text("title", lang) for lang in LANGUAGES},
        "version": contract.version,
        "schema_version": contract.spec["schemaVersion"],
        "record_day": contract.day,
        "tables": [_table(publication, table) for table in contract.tables.values()],
        "views": [_table(publication, view) for view in contract.views.values()],
        "files": [_file(publication, one) for one in publication.distributions],
    }
    yield write_json(publication.folder / "index.json", body)


def _table(publication: Publication, table: Table) -> dict[str, Any]:
    """Return a table or view: what it is called, how many rows it has, and its files by format."""
    return {
        "name": table.name,
        "title": {lang: table.text("title", lang) for lang in LANGUAGES},
        "rows": publication.rows(table),
        "columns": table.columns,
        "files": {one.kind.suffix: publication.address(one.path) for one in publication.of(table)},
    }


def _file(publication: Publication, one: Distribution) -> dict[str, Any]:
    """Return a file: where it is, and by what a copy is known; of what differs from build to build only where it is."""
    entry: dict[str, Any] = {
        "path": one.path,
        "url": publication.address(one.path),
        "format": one.kind.suffix or "txt",
        "format_title": {"en": one.kind.en, "ko": one.kind.ko},
        "media_type": one.kind.media_type,
    }
    if one.is_reproducible:
        entry |= {"bytes": one.bytes, "sha256": one.sha256}
    if one.table:
        entry |= {"table": one.table.name, "rows": one.rows}
    return entry

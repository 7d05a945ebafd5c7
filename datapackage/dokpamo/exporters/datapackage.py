"""datapackage.json: the release's descriptor, Data Package v2, with bytes, hashes and schemas, views as resources.

The standard gives a resource one file: the CSV. The same rows in other formats stand in the resource's own property
`distributions`, and files of the whole record in the package's.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dokpamo.contract import Field, Table
from dokpamo.exporters import Distribution, Publication
from dokpamo.exporters.about import about
from dokpamo.exporters.texts import write_json


def write(publication: Publication) -> Iterator[Path]:
    """Write and yield the descriptor."""
    yield write_json(publication.folder / "datapackage.json", descriptor(publication))


def descriptor(publication: Publication) -> dict[str, Any]:
    """Return the hand-written descriptor with what only a release knows."""
    spec = {key: value for key, value in about(publication).spec.items() if key not in ("resources", "views")}
    if publication.base_url:
        spec["homepage"] = publication.base_url
    spec["resources"] = [_resource(publication, table) for table in publication.contract.all.values()]
    spec["distributions"] = list(map(_file, publication.whole()))
    return spec


def _resource(publication: Publication, table: Table) -> dict[str, Any]:
    first, *others = publication.of(table)
    words = {key: table.text(text, lang) for key, text, lang in WORDS}
    return {
        "name": table.name,
        "type": "table",
        **words,
        **_file(first),
        "encoding": "utf-8",
        "schema": {**table.spec, "fields": list(map(_field, table.fields.values()))},
        "distributions": list(map(_file, others)),
    }


WORDS = (
    ("title", "title", "en"),
    ("title_ko", "title", "ko"),
    ("description", "description", "en"),
    ("description_ko", "description", "ko"),
)


def _file(distribution: Distribution) -> dict[str, Any]:
    """Return where a file stands and by what a copy is known; `rows` is ours, the rest is the standard's."""
    told: dict[str, Any] = {
        "path": distribution.path,
        "format": distribution.kind.suffix,
        "mediatype": distribution.kind.media_type,
    }
    if distribution.is_reproducible:
        told |= {"bytes": distribution.bytes, "hash": f"sha256:{distribution.sha256}"}
    return told if distribution.rows is None else {**told, "rows": distribution.rows}


def _field(field: Field) -> dict[str, Any]:
    """Return a column with its closed list as the standard's categories, too."""
    if not field.codes or field.type not in ("string", "integer"):
        return field.spec
    return {**field.spec, "categories": [{"value": code, "label": field.label(code)} for code in field.codes]}

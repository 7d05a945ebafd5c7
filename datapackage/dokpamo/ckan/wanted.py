"""What should stand on the portal: the release in CKAN's own terms."""

import json
import re
from dataclasses import dataclass
from typing import Any

from dokpamo.ckan.release import LANGUAGES, File, Release
from dokpamo.contract import Field
from dokpamo.exporters.about import About
from dokpamo.exporters.vocabularies import PUBLIC, SHA256

MARK = "release_path"
"""The property of a resource that says that it is ours: its path in the release."""

STAMP = "csv_sha256"
"""The property of a table's first column that says which file its rows come from; written together with them."""

TYPES = {"string": "text", "integer": "int8", "number": "numeric", "boolean": "bool", "date": "date"}
"""Types of the Table Schema as PostgreSQL names them."""


@dataclass(frozen=True)
class Wanted:
    """A dataset's name, the id of the organisation that owns it, its metadata, and its files with theirs."""

    name: str
    owner: str
    dataset: dict[str, Any]
    files: dict[str, File]
    resources: dict[str, dict[str, Any]]
    fields: dict[str, list[dict[str, Any]]]


def wanted(release: Release, name: str, owner: str) -> Wanted:
    """Return what a release should be on the portal, as a dataset of this name and organisation."""
    return Wanted(
        name,
        owner,
        dataset(release.about),
        {file.name: file for file in release.files},
        {file.name: resource(file, release.about) for file in release.files},
        {file.name: fields(file) for file in release.files if file.table},
    )


def dataset(about: About) -> dict[str, Any]:
    """Return the metadata of the dataset; CKAN has one title and one text, so they hold both languages."""
    keywords = {_tag(word) for lang in LANGUAGES for word in about.keywords(lang)}
    return {
        "title": _both({lang: about.text("title", lang) for lang in LANGUAGES}),
        "notes": _both({lang: about.text("description", lang) for lang in LANGUAGES}, "\n\n"),
        "license_id": about.licence.ckan,
        "version": about.version,
        "author": about.publisher(),
        "url": str(about.spec.get("homepage", "")),
        "tags": [{"name": tag} for tag in sorted(keywords)],
        "extras": [{"key": key, "value": value} for key, value in _extras(about).items()],
    }


def _extras(about: About) -> dict[str, str]:
    """Return what CKAN has no field for, under the names that ckanext-dcat reads; lists are JSON there."""
    start, end = about.temporal
    return {
        "identifier": about.name,
        "issued": about.day,
        "modified": about.day,
        "frequency": about.frequency[0],
        "language": json.dumps(about.language_addresses),
        "theme": json.dumps(about.themes),
        "temporal_start": start,
        "temporal_end": end,
        "spatial_uri": about.country,
        "spatial_text": _both({lang: about.place(lang) for lang in LANGUAGES}),
        "access_rights": PUBLIC,
        "publisher_name": about.publisher(),
    }


def resource(file: File, about: About) -> dict[str, Any]:
    """Return the metadata of a file; the name is the key, `…_translated` is what a page in that language shows."""
    return {
        "name": file.name,
        "name_translated": {lang: f"{title} ({file.name})" for lang, title in file.title.items()},
        "description": _both({lang: f"{file.title[lang]}: {file.description[lang]}" for lang in file.title}, "\n\n"),
        "description_translated": file.description,
        "format": file.kind.suffix.upper(),
        "mimetype": file.kind.media_type,
        "size": file.bytes,
        "hash": file.sha256,
        "hash_algorithm": SHA256,
        "license": about.licence.eu,
        "rights": about.licence.url,
        "language": json.dumps(about.language_addresses),
        MARK: file.path,
    }


def fields(file: File) -> list[dict[str, Any]]:
    """Return the columns of a file's table with types, and titles and descriptions in both languages."""
    assert file.table
    infos = {field.name: _info(field) for field in file.table.fields.values()}
    infos[file.table.columns[0]][STAMP] = file.sha256
    return [
        {"id": field.name, "type": TYPES[field.type], "info": infos[field.name]} for field in file.table.fields.values()
    ]


def _info(field: Field) -> dict[str, Any]:
    label = {lang: field.text("title", lang) for lang in LANGUAGES}
    notes = {lang: field.text("description", lang) + _codes(field, lang) for lang in LANGUAGES}
    return {
        "label": _both(label),
        "label_translated": label,
        "notes": _both(notes, "\n\n"),
        "notes_translated": notes,
    }


def _codes(field: Field, lang: str) -> str:
    """Return the closed list of a column as a Markdown list, nothing where any value goes."""
    lines = [f"- `{code}`: {field.label(code, lang)}" for code in field.codes or []]
    return "\n".join(["\n", *lines]) if lines else ""


def _both(texts: dict[str, str], between: str = " · ") -> str:
    return between.join(dict.fromkeys(texts.values()))


def _tag(word: str) -> str:
    """Return a keyword as a tag that CKAN takes: letters and digits of any script, spaces, `-`, `_` and `.`.

    >>> _tag("인공지능·정책")
    '인공지능 정책'
    """
    return " ".join(re.sub(r"[^\w .-]", " ", word).split())

"""croissant.json: the record for machine learning, Croissant 1.1: the Parquet files and their columns."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dokpamo.contract import Field, Table
from dokpamo.exporters import Distribution, Publication
from dokpamo.exporters.about import LANGUAGES, About, about, data_path
from dokpamo.exporters.texts import write_json

CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "arrayShape": "cr:arrayShape",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "containedIn": "cr:containedIn",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "description": {"@container": "@language"},
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isArray": "cr:isArray",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "name": {"@container": "@language"},
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
"""The context that the specification prescribes."""

PARQUET = "application/x-parquet"
"""What the format's own reader knows Parquet by; the registered media type stands before it."""

TYPES = {
    "string": "sc:Text",
    "integer": "sc:Integer",
    "number": "sc:Float",
    "boolean": "sc:Boolean",
    "date": "sc:Date",
}


def write(publication: Publication) -> Iterator[Path]:
    """Write and yield the description of the Parquet files."""
    yield write_json(publication.folder / "croissant.json", croissant(publication))


def croissant(publication: Publication) -> dict[str, Any]:
    """Return the data set with one file and one record set a table and view."""
    told = about(publication)
    tables = publication.contract.all.values()
    return {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.1",
        "name": _both(told, "title"),
        "description": _both(told, "description"),
        "license": told.licence.url,
        "url": publication.home,
        "version": told.version,
        "datePublished": told.day,
        "citeAs": told.cited(),
        "inLanguage": told.languages,
        "keywords": told.keywords() + told.keywords("ko"),
        "creator": {"@type": "sc:Organization", "name": told.publisher()},
        "publisher": {"@type": "sc:Organization", "name": told.publisher()},
        "distribution": [_file(publication, file) for table in tables for file in _parquet(publication, table)],
        "recordSet": [_record_set(table) for table in tables],
    }


def _parquet(publication: Publication, table: Table) -> list[Distribution]:
    return [file for file in publication.of(table) if file.kind.suffix == "parquet"]


def _file(publication: Publication, file: Distribution) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": file.path,
        "name": file.path,
        "contentUrl": publication.address(file.path),
        "contentSize": f"{file.bytes} B",
        "encodingFormat": [file.kind.media_type, PARQUET],
        "sha256": file.sha256,
    }


def _record_set(table: Table) -> dict[str, Any]:
    told = {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": _both(table, "title"),
        "description": _both(table, "description"),
        "field": [_field(table, field) for field in table.fields.values()],
    }
    return told if table.is_view else {**told, "key": {"@id": f"{table.name}/{table.key}"}}


def _field(table: Table, field: Field) -> dict[str, Any]:
    return {
        "@type": "cr:Field",
        "@id": f"{table.name}/{field.name}",
        "name": _both(field, "title"),
        "description": _both(field, "description"),
        "dataType": TYPES[field.type],
        "source": {"fileObject": {"@id": data_path(table, "parquet")}, "extract": {"column": field.name}},
    }


def _both(told: About | Table | Field, key: str) -> dict[str, str]:
    return {lang: told.text(key, lang) for lang in LANGUAGES}

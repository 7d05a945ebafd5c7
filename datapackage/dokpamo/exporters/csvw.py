"""csv-metadata.json: the CSV files described as CSV on the Web: one group of tables, so that keys across them hold."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dokpamo.contract import Field, ForeignKey, Table
from dokpamo.exporters import Publication
from dokpamo.exporters.about import LANGUAGES, About, about, data_path
from dokpamo.exporters.texts import write_json

TYPES = {"string": "string", "integer": "integer", "number": "double", "boolean": "boolean", "date": "date"}
"""Types of Table Schema in the words of XML Schema that CSVW uses."""


def write(publication: Publication) -> Iterator[Path]:
    """Write and yield the description of all tables and views."""
    yield write_json(publication.folder / "csv-metadata.json", metadata(publication))


def metadata(publication: Publication) -> dict[str, Any]:
    """Return the group of tables."""
    told = about(publication)
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": _both(told, "title"),
        "dc:description": _both(told, "description"),
        "dc:license": {"@id": told.licence.url},
        "dc:publisher": told.publisher(),
        "dc:issued": {"@value": told.day, "@type": "xsd:date"},
        "dc:language": told.languages,
        "dcat:keyword": [_text(word, lang) for lang in told.languages for word in told.keywords(lang)],
        "schema:version": told.version,
        "tables": [_table(publication, table) for table in publication.contract.all.values()],
    }


def _table(publication: Publication, table: Table) -> dict[str, Any]:
    file = publication.of(table)[0]
    schema: dict[str, Any] = {"columns": list(map(_column, table.fields.values()))}
    if "primaryKey" in table.spec:
        schema |= {"primaryKey": table.grain, "rowTitles": table.grain[:1]}
    # strict readers refuse an empty cell in a foreign key, so only columns that are always filled are declared as one
    keys = [key for key in table.foreign_keys if table.fields[key.column].required]
    if keys:
        schema["foreignKeys"] = [_foreign_key(publication, key) for key in keys]
    return {
        "url": file.path,
        "dc:title": _both(table, "title"),
        "dc:description": _both(table, "description"),
        "dcat:byteSize": file.bytes,
        "schema:sha256": file.sha256,
        "tableSchema": schema,
    }


def _foreign_key(publication: Publication, key: ForeignKey) -> dict[str, Any]:
    place = data_path(publication.contract.tables[key.table], "csv")
    return {"columnReference": key.column, "reference": {"resource": place, "columnReference": key.key}}


def _column(field: Field) -> dict[str, Any]:
    """Return a column; its name stands among the titles, as a file's header must be one of them."""
    told: dict[str, Any] = {
        "name": field.name,
        "titles": {"und": field.name, "en": field.text("title"), "ko": field.text("title", "ko")},
        "dc:description": _both(field, "description"),
        "datatype": _datatype(field),
    }
    if field.required:
        told["required"] = True
    return told | ({"separator": field.reference["delimiter"]} if field.reference else {})


def _datatype(field: Field) -> dict[str, Any] | str:
    bounds: dict[str, Any] = {key: field.constraints[key] for key in ("minimum", "maximum") if key in field.constraints}
    pattern = field.constraints.get("pattern")
    if field.type == "string" and field.codes:
        pattern = "|".join(map(re.escape, field.codes))
    if pattern and not field.reference:
        bounds["format"] = f"^({pattern})$"
    return {"base": TYPES[field.type], **bounds} if bounds else TYPES[field.type]


def _both(told: About | Table | Field, key: str) -> list[dict[str, str]]:
    """Return a text in both languages."""
    return [_text(told.text(key, lang), lang) for lang in LANGUAGES]


def _text(text: str, lang: str) -> dict[str, str]:
    return {"@value": text, "@language": lang}

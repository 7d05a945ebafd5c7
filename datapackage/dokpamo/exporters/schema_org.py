"""schema_org.jsonld: the record as schema.org/Dataset, as search engines for data read it, a file a language.

All that Google's guide for data sets requires or recommends, but for `funder` and `sameAs`: there is none to name.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dokpamo.contract import Table
from dokpamo.exporters import Distribution, Publication
from dokpamo.exporters.about import About, about, data_path
from dokpamo.exporters.texts import write_json

CONTEXT = "https://schema.org/"

TECHNIQUE = {
    "en": "Curated by hand from public sources, each row with its sources; views computed from the tables",
    "ko": "공개 출처를 바탕으로 사람이 정리하고 행마다 출처를 표기. 뷰는 표에서 계산",
}
SOURCES = {
    "en": "The source of each fact, as the column source_ids and the table sources tell",
    "ko": "사실마다 붙인 출처(source_ids 열과 sources 표)",
}


def write(publication: Publication) -> Iterator[Path]:
    """Write and yield the description of the record with all its tables, in English and in Korean."""
    for lang, name in (("en", "schema_org.jsonld"), ("ko", "schema_org.ko.jsonld")):
        parts = [dataset(publication, table, lang) for table in publication.contract.all.values()]
        for part in parts:
            del part["@context"], part["isPartOf"]
        yield write_json(publication.folder / name, {**dataset(publication, lang=lang), "hasPart": parts})


def dataset(publication: Publication, table: Table | None = None, lang: str = "en") -> dict[str, Any]:
    """Return the record, or one table or view of it, as a page in a language carries it in its JSON-LD."""
    told = about(publication)
    team = {"@type": "Organization", "name": told.publisher(lang)}
    return {
        "@context": CONTEXT,
        "@type": "Dataset",
        **(_part(publication, told, table, lang) if table else _whole(publication, told, lang)),
        "inLanguage": told.languages,
        "keywords": told.keywords(lang),
        "license": told.licence.url,
        "isAccessibleForFree": True,
        "creator": team,
        "publisher": team,
        "version": told.version,
        "datePublished": told.day,
        "dateModified": told.day,
        "temporalCoverage": "/".join(told.temporal),
        "spatialCoverage": {"@type": "Place", "name": told.place(lang)},
        "measurementTechnique": TECHNIQUE[lang],
        "creditText": told.cited(lang),
        "citation": {
            "@type": "CreativeWork",
            "name": SOURCES[lang],
            "url": publication.address(data_path(publication.contract.tables["sources"], "csv")),
        },
        "includedInDataCatalog": {"@type": "DataCatalog", "name": told.name, "url": publication.home},
    }


def _whole(publication: Publication, told: About, lang: str) -> dict[str, Any]:
    other = "ko" if lang == "en" else "en"
    return {
        "name": told.text("title", lang),
        "alternateName": [told.text("title", other), told.name],
        "description": told.text("description", lang),
        "identifier": told.name,
        "url": publication.home,
        "variableMeasured": [table.text("title", lang) for table in publication.contract.all.values()],
        "distribution": [_download(publication, file, lang) for file in publication.whole()],
    }


def _part(publication: Publication, told: About, table: Table, lang: str) -> dict[str, Any]:
    """Return what is said of one table; its title alone would say little among others, and short texts are refused."""
    other = "ko" if lang == "en" else "en"
    return {
        "name": f"{table.text('title', lang)} ({told.text('title', lang)})",
        "alternateName": [table.text("title", other), table.name],
        "description": f"{table.text('description', lang)} {told.text('description', lang)}",
        "identifier": f"{told.name}/{table.name}",
        "url": _page(publication, table, lang),
        "variableMeasured": [
            {"@type": "PropertyValue", "name": field.name, "alternateName": field.text("title", lang)}
            for field in table.fields.values()
        ],
        "isPartOf": {"@type": "Dataset", "name": told.text("title", lang), "url": publication.home},
        "distribution": [_download(publication, file, lang) for file in publication.of(table)],
    }


def _download(publication: Publication, file: Distribution, lang: str) -> dict[str, Any]:
    told = {
        "@type": "DataDownload",
        "name": file.kind.ko if lang == "ko" else file.kind.en,
        "contentUrl": publication.address(file.path),
        "encodingFormat": file.kind.media_type,
    }
    if not file.is_reproducible:
        return told
    return {**told, "contentSize": f"{file.bytes} B", "sha256": file.sha256}


def _page(publication: Publication, table: Table, lang: str) -> str:
    """Return the portal's page of a table, the folder itself where there is no address for a page."""
    return f"{publication.base_url}{lang}/data/{table.name}/" if publication.base_url else publication.home

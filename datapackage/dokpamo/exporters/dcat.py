"""catalog.jsonld and catalog.ttl: the record for data portals, DCAT-AP 3: one data set as a whole and one a table.

What the vocabularies of the EU name is given by their addresses, each with its type, so that the catalogue can be
checked without a network.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dokpamo.contract import Table
from dokpamo.exporters import Distribution, Publication
from dokpamo.exporters.about import LANGUAGES, About, about
from dokpamo.exporters.rdf import Node, json_ld, literal, ref, text, turtle
from dokpamo.exporters.texts import write_json, write_text
from dokpamo.exporters.vocabularies import PUBLIC, SCHEME, SHA256, file_type, media_type, typed


def write(publication: Publication) -> Iterator[Path]:
    """Write and yield the catalogue as JSON-LD and as Turtle."""
    nodes = Catalogue(publication, about(publication)).nodes()
    yield write_json(publication.folder / "catalog.jsonld", json_ld(nodes))
    yield write_text(publication.folder / "catalog.ttl", turtle(nodes))


@dataclass(frozen=True)
class Catalogue:
    """The nodes of the catalogue; those of ours are named by fragments of the folder's address."""

    publication: Publication
    about: About

    def nodes(self) -> list[Node]:
        """Return every node: the catalogue, its data sets with their files, and what they point to."""
        tables = list(self.publication.contract.all.values())
        whole = self.publication.whole()
        nodes = [self._catalogue(tables), self._whole(tables, whole)]
        nodes += [self._part(table) for table in tables]
        nodes += [self._file(None, file) for file in whole]
        nodes += [self._file(table, file) for table in tables for file in self.publication.of(table)]
        kinds = [file.kind for file in self.publication.distributions]
        return nodes + self._ours() + typed(self.about, kinds)

    def _named(self, fragment: str) -> str:
        return f"{self.publication.home}#{fragment}"

    def _place(self, path: str) -> str:
        """Return the address of a file, below the folder's."""
        return self.publication.home + self.publication.address(path).removeprefix(self.publication.base_url)

    def _catalogue(self, tables: list[Table]) -> Node:
        return {
            "@id": self._named("catalogue"),
            "@type": "dcat:Catalog",
            **self._words(self.about),
            "dct:publisher": ref(self._named("publisher")),
            "foaf:homepage": ref(self.publication.home),
            "dct:license": ref(self.about.licence.eu),
            "dct:language": [ref(address) for address in self.about.language_addresses],
            "dct:spatial": ref(self.about.country),
            "dct:issued": self._day(),
            "dct:modified": self._day(),
            "dcat:themeTaxonomy": ref(SCHEME),
            "dcat:dataset": [ref(self._named(name)) for name in (self.about.name, *(table.name for table in tables))],
        }

    def _whole(self, tables: list[Table], files: list[Distribution]) -> Node:
        return {
            **self._dataset(self.about.name, self.about, files),
            "dct:identifier": self.about.name,
            "dct:hasPart": [ref(self._named(table.name)) for table in tables],
        }

    def _part(self, table: Table) -> Node:
        return {
            **self._dataset(table.name, table, self.publication.of(table)),
            "dct:identifier": f"{self.about.name}/{table.name}",
            "dct:isPartOf": ref(self._named(self.about.name)),
        }

    def _dataset(self, name: str, words: About | Table, files: list[Distribution]) -> Node:
        told = self.about
        return {
            "@id": self._named(name),
            "@type": "dcat:Dataset",
            **self._words(words),
            "dct:publisher": ref(self._named("publisher")),
            "dct:creator": ref(self._named("publisher")),
            "dcat:contactPoint": ref(self._named("contact")),
            "dcat:keyword": [text(word, lang) for lang in LANGUAGES for word in told.keywords(lang)],
            "dcat:theme": [ref(address) for address in told.themes],
            "dct:language": [ref(address) for address in told.language_addresses],
            "dct:spatial": ref(told.country),
            "dct:temporal": ref(self._named("period")),
            "dct:accrualPeriodicity": ref(told.frequency[0]),
            "dct:accessRights": ref(PUBLIC),
            "dct:issued": self._day(),
            "dct:modified": self._day(),
            "dcat:version": told.version,
            "dcat:landingPage": ref(self.publication.home),
            "dcat:distribution": [ref(self._named(file.path)) for file in files],
        }

    def _file(self, table: Table | None, file: Distribution) -> Node:
        words = table or self.about
        node: Node = {
            "@id": self._named(file.path),
            "@type": "dcat:Distribution",
            "dct:title": [
                text(f"{words.text('title', lang)} ({getattr(file.kind, lang)})", lang) for lang in LANGUAGES
            ],
            "dct:description": [text(_holds(file, lang), lang) for lang in LANGUAGES],
            "dcat:accessURL": ref(self._place(file.path)),
            "dcat:downloadURL": ref(self._place(file.path)),
            "dcat:mediaType": ref(media_type(file.kind)),
            "dct:license": ref(self.about.licence.eu),
            "dct:rights": ref(self._named("rights")),
            "dct:language": [ref(address) for address in self.about.language_addresses],
            "dct:issued": self._day(),
            "dct:modified": self._day(),
        }
        if address := file_type(file.kind):
            node["dct:format"] = ref(address)
        return node | (self._checksum(file) if file.is_reproducible else {})

    def _checksum(self, file: Distribution) -> Node:
        return {
            "dcat:byteSize": literal(file.bytes, "nonNegativeInteger"),
            "spdx:checksum": {
                "@type": "spdx:Checksum",
                "spdx:algorithm": ref(SHA256),
                "spdx:checksumValue": literal(file.sha256, "hexBinary"),
            },
        }

    def _ours(self) -> list[Node]:
        """Return who publishes, how to reach them, the period and the rights."""
        start, end = self.about.temporal
        names = [text(self.about.publisher(lang), lang) for lang in LANGUAGES]
        return [
            {"@id": self._named("publisher"), "@type": "foaf:Agent", "foaf:name": names},
            {"@id": self.publication.home, "@type": "foaf:Document"},
            {
                "@id": self._named("contact"),
                "@type": "vcard:Kind",
                "vcard:fn": names[0],
                "vcard:hasURL": ref(self.publication.home),
            },
            {
                "@id": self._named("period"),
                "@type": "dct:PeriodOfTime",
                "dcat:startDate": literal(start, "date"),
                "dcat:endDate": literal(end, "date"),
            },
            {
                "@id": self._named("rights"),
                "@type": "dct:RightsStatement",
                "rdfs:label": [text(self.about.licence.en, "en"), text(self.about.licence.ko, "ko")],
            },
        ]

    def _words(self, words: About | Table) -> Node:
        return {
            f"dct:{key}": [text(words.text(key, lang), lang) for lang in LANGUAGES] for key in ("title", "description")
        }

    def _day(self) -> Node:
        return literal(self.about.day, "date")


def _holds(file: Distribution, lang: str) -> str:
    """Return what a file holds, in a few words."""
    if file.rows is None:
        return "모든 표와 뷰" if lang == "ko" else "All tables and views"
    return f"{file.rows:,}행" if lang == "ko" else f"{file.rows:,} row{'s' if file.rows != 1 else ''}"

"""What each catalogue says of the release, read from its file and put under the same keys, so that it can be compared.

A reader returns a mapping from a key, as ("title",), ("sha256", "data/teams.csv"), ("rows", "teams") or
("type", "teams", "team_id"), to a value. What a format cannot say has no key.
"""

import csv
import hashlib
import json
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import rdflib
import yaml
from rdflib import DCAT, DCTERMS, FOAF, RDF

Told = dict[tuple[str, ...], Any]

LICENCES = {
    "https://creativecommons.org/licenses/by/4.0/": "CC-BY-4.0",
    "http://publications.europa.eu/resource/authority/licence/CC_BY_4_0": "CC-BY-4.0",
    "cc-by-4.0": "CC-BY-4.0",
    "CC-BY-4.0": "CC-BY-4.0",
}
DUCKDB_TYPES = {"VARCHAR": "string", "BIGINT": "integer", "DOUBLE": "number", "BOOLEAN": "boolean", "DATE": "date"}
KOREAN_TYPES = {
    "문자": "string",
    "정수": "integer",
    "실수": "number",
    "참·거짓": "boolean",
    "날짜(YYYY-MM-DD)": "date",
}
CROISSANT_TYPES = {
    "sc:Text": "string",
    "sc:Integer": "integer",
    "sc:Float": "number",
    "sc:Boolean": "boolean",
    "sc:Date": "date",
}
EU_LANGUAGES = {"ENG": "en", "KOR": "ko"}
SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")
HERE = "https://example.org/"
CSVW_TYPES = {"string": "string", "integer": "integer", "double": "number", "boolean": "boolean", "date": "date"}


def files(dist: Path) -> Told:
    """The truth: the bytes themselves, the rows of the CSV, the types of the Parquet."""
    told: Told = {}
    for file in sorted(dist.rglob("*.*")):
        if file.is_file() and "duckdb" not in file.name and not file.is_relative_to(dist / "site"):
            path = file.relative_to(dist).as_posix()
            told["bytes", path] = file.stat().st_size
            told["sha256", path] = hashlib.sha256(file.read_bytes()).hexdigest()
    for folder in ("data", "views"):
        for file in sorted((dist / folder).glob("*.parquet")):
            with file.with_suffix(".csv").open(encoding="utf-8", newline="") as lines:
                told["rows", file.stem] = sum(1 for _ in csv.reader(lines)) - 1
            for column, kind, *_ in duckdb.sql(f"DESCRIBE FROM '{file.as_posix()}'").fetchall():
                told["type", file.stem, column] = DUCKDB_TYPES[kind]
    return told


def datapackage(dist: Path) -> Told:
    spec = read(dist / "datapackage.json")
    told: Told = {
        ("title", "en"): spec["title"],
        ("title", "ko"): spec["title_ko"],
        ("description", "en"): spec["description"],
        ("description", "ko"): spec["description_ko"],
        ("keywords", "en"): sorted(spec["keywords"]),
        ("keywords", "ko"): sorted(spec["keywords_ko"]),
        ("all keywords",): sorted(spec["keywords"] + spec["keywords_ko"]),
        ("licence",): licence(spec["licenses"][0]["name"]),
        ("version",): spec["version"],
        ("day",): spec["created"][:10],
        ("publisher",): spec["contributors"][0]["title"],
        ("languages",): sorted(spec["languages"]),
        ("from",): spec["temporal"]["start"],
        ("until",): spec["temporal"]["end"],
    }
    for resource in spec["resources"]:
        name = resource["name"]
        told["title", "en", name], told["title", "ko", name] = resource["title"], resource["title_ko"]
        told["description", "en", name] = resource["description"]
        told["description", "ko", name] = resource["description_ko"]
        told["rows", name] = resource["rows"]
        for field in resource["schema"]["fields"]:
            told["type", name, field["name"]] = field["type"]
        for file in [resource, *resource["distributions"]]:
            told |= a_file(file["path"], file["bytes"], file["hash"].removeprefix("sha256:"), file["mediatype"])
    for file in spec["distributions"]:
        if "hash" in file:
            told |= a_file(file["path"], file["bytes"], file["hash"].removeprefix("sha256:"), file["mediatype"])
    return told


def csvw(dist: Path) -> Told:
    spec = read(dist / "csv-metadata.json")
    told: Told = {
        **{("title", lang): text for lang, text in by_language(spec["dc:title"]).items()},
        **{("description", lang): text for lang, text in by_language(spec["dc:description"]).items()},
        ("licence",): licence(spec["dc:license"]["@id"]),
        ("version",): spec["schema:version"],
        ("day",): spec["dc:issued"]["@value"],
        ("publisher",): spec["dc:publisher"],
        ("languages",): sorted(spec["dc:language"]),
    }
    for lang in ("en", "ko"):
        told["keywords", lang] = sorted(k["@value"] for k in spec["dcat:keyword"] if k["@language"] == lang)
    for table in spec["tables"]:
        name = Path(table["url"]).stem
        told |= {("title", lang, name): text for lang, text in by_language(table["dc:title"]).items()}
        told |= {("description", lang, name): text for lang, text in by_language(table["dc:description"]).items()}
        told["bytes", table["url"]], told["sha256", table["url"]] = table["dcat:byteSize"], table["schema:sha256"]
        for column in table["tableSchema"]["columns"]:
            kind = column["datatype"]
            told["type", name, column["name"]] = CSVW_TYPES[kind if isinstance(kind, str) else kind["base"]]
    return told


def citation(dist: Path) -> Told:
    spec = yaml.safe_load((dist / "CITATION.cff").read_text(encoding="utf-8"))
    return {
        ("title", "en"): spec["title"],
        ("description", "en"): spec["abstract"],
        ("licence",): licence(spec["license"]),
        ("version",): spec["version"],
        ("day",): spec["date-released"],
        ("publisher",): spec["authors"][0]["name"],
        ("all keywords",): sorted(spec["keywords"]),
    }


def huggingface(dist: Path) -> Told:
    _, front, _text = (dist / "README.md").read_text(encoding="utf-8").split("---\n", 2)
    spec = yaml.safe_load(front)
    return {
        ("title", "en"): spec["pretty_name"],
        ("licence",): licence(spec["license"]),
        ("version",): spec["version"],
        ("languages",): sorted(spec["language"]),
    }


def zenodo(dist: Path) -> Told:
    spec = read(dist / ".zenodo.json")
    return {
        ("title", "en"): spec["title"],
        ("licence",): licence(spec["license"]),
        ("version",): spec["version"],
        ("day",): spec["publication_date"],
        ("publisher",): spec["creators"][0]["name"],
        ("all keywords",): sorted(spec["keywords"]),
    }


def korean_portal(dist: Path) -> Told:
    book = openpyxl.load_workbook(dist / "korean-portal" / "field-sheet.xlsx", read_only=True)
    fields = dict(book["등록 항목"].iter_rows(min_row=2, values_only=True))
    start, end = fields["시간범위"].split(" ~ ")
    told: Told = {
        ("title", "ko"): fields["파일데이터명"],
        ("title", "en"): fields["영문명"],
        ("description", "ko"): fields["설명"],
        ("keywords", "ko"): sorted(fields["키워드"].split(", ")),
        ("version",): fields["버전"],
        ("day",): fields["기준일"],
        ("licence",): licence(fields["이용허락범위"].rsplit(" ", 1)[-1]),
        ("from",): start,
        ("until",): end,
    }
    names = {}
    for row in book["파일 목록"].iter_rows(min_row=2, values_only=True):
        name, _habit, path, text, _kind, rows, _columns, size, digest = row
        names[name] = table = Path(path).name.split(".")[0]
        told |= {("description", "ko", table): text, ("rows", table): rows}
        told |= {("bytes", path): size, ("sha256", path): digest}
    for name, _number, column, _title, _text, kind, *_ in book["컬럼 정의서"].iter_rows(min_row=2, values_only=True):
        told["type", names[name], column] = KOREAN_TYPES[kind]
    return told


def croissant(dist: Path) -> Told:
    spec = read(dist / "croissant.json")
    told: Told = {
        **{("title", lang): text for lang, text in spec["name"].items()},
        **{("description", lang): text for lang, text in spec["description"].items()},
        ("licence",): licence(spec["license"]),
        ("version",): spec["version"],
        ("day",): spec["datePublished"],
        ("publisher",): spec["publisher"]["name"],
        ("languages",): sorted(spec["inLanguage"]),
        ("all keywords",): sorted(spec["keywords"]),
    }
    for file in spec["distribution"]:
        size = int(file["contentSize"].removesuffix(" B"))
        told |= a_file(file["contentUrl"], size, file["sha256"], file["encodingFormat"][0])
    for record_set in spec["recordSet"]:
        name = record_set["@id"]
        told |= {("title", lang, name): text for lang, text in record_set["name"].items()}
        told |= {("description", lang, name): text for lang, text in record_set["description"].items()}
        for field in record_set["field"]:
            told["type", name, field["source"]["extract"]["column"]] = CROISSANT_TYPES[field["dataType"]]
    return told


def catalogue(file: Path) -> Told:
    """DCAT, read as a graph; its addresses are relative to the folder."""
    graph = rdflib.Graph().parse(file, publicID=HERE)
    (whole,) = graph.subjects(DCTERMS.identifier, rdflib.Literal("dokpamo"))
    period = graph.value(whole, DCTERMS.temporal)
    told: Told = {
        ("version",): str(graph.value(whole, rdflib.URIRef(f"{DCAT}version"))),
        ("day",): str(graph.value(whole, DCTERMS.issued)),
        ("publisher",): in_language(graph, graph.value(whole, DCTERMS.publisher), FOAF.name)["en"],
        ("languages",): sorted(
            EU_LANGUAGES[str(lang).rpartition("/")[2]] for lang in graph.objects(whole, DCTERMS.language)
        ),
        ("from",): str(graph.value(period, DCAT.startDate)),
        ("until",): str(graph.value(period, DCAT.endDate)),
    }
    for lang in ("en", "ko"):
        words = (str(word) for word in graph.objects(whole, DCAT.keyword) if word.language == lang)
        told["keywords", lang] = sorted(words)
    for dataset in graph.subjects(RDF.type, DCAT.Dataset):
        name = str(graph.value(dataset, DCTERMS.identifier)).removeprefix("dokpamo").removeprefix("/")
        for key, predicate in (("title", DCTERMS.title), ("description", DCTERMS.description)):
            for lang, text in in_language(graph, dataset, predicate).items():
                told[(key, lang, name) if name else (key, lang)] = text
        for distribution in graph.objects(dataset, DCAT.distribution):
            told |= distributed(graph, distribution, name)
    told["licence",] = ", ".join(sorted({licence(str(one)) for one in graph.objects(None, DCTERMS.license)}))
    return told


def distributed(graph: rdflib.Graph, node: Any, table: str) -> Told:
    """What a catalogue says of one file."""
    path = str(graph.value(node, DCAT.downloadURL)).removeprefix(HERE)
    told: Told = {("media type", path): str(graph.value(node, DCAT.mediaType)).partition("media-types/")[2]}
    checksum = graph.value(node, SPDX.checksum)
    if checksum:
        told["bytes", path] = int(graph.value(node, DCAT.byteSize))
        told["sha256", path] = str(graph.value(checksum, SPDX.checksumValue))
    if table:
        told["rows", table] = int(in_language(graph, node, DCTERMS.description)["ko"].rstrip("행").replace(",", ""))
    return told


def schema_org(dist: Path, lang: str = "en") -> Told:
    spec = read(dist / ("schema_org.jsonld" if lang == "en" else f"schema_org.{lang}.jsonld"))
    start, end = spec["temporalCoverage"].split("/")
    told: Told = {
        ("title", lang): spec["name"],
        ("title", "ko" if lang == "en" else "en"): spec["alternateName"][0],
        ("description", lang): spec["description"],
        ("keywords", lang): sorted(spec["keywords"]),
        ("licence",): licence(spec["license"]),
        ("version",): spec["version"],
        ("day",): spec["datePublished"],
        ("languages",): sorted(spec["inLanguage"]),
        ("from",): start,
        ("until",): end,
    }
    if lang == "en":
        told["publisher",] = spec["publisher"]["name"]
    for part in (spec, *spec["hasPart"]):
        if part is not spec:
            name = part["identifier"].removeprefix("dokpamo/")
            told["title", lang, name] = part["name"].removesuffix(f" ({spec['name']})")
            told["description", lang, name] = part["description"].removesuffix(f" {spec['description']}")
        for file in part["distribution"]:
            if "sha256" in file:
                size = int(file["contentSize"].removesuffix(" B"))
                told |= a_file(file["contentUrl"], size, file["sha256"], file["encodingFormat"])
    return told


def index(dist: Path) -> Told:
    spec = read(dist / "index.json")
    told: Told = {
        **{("title", lang): text for lang, text in spec["title"].items()},
        ("version",): spec["version"],
        ("day",): spec["record_day"],
    }
    for table in spec["tables"] + spec["views"]:
        told |= {("title", lang, table["name"]): text for lang, text in table["title"].items()}
        told["rows", table["name"]] = table["rows"]
    for file in spec["files"]:
        if "sha256" in file:
            told |= a_file(file["path"], file["bytes"], file["sha256"], file["media_type"])
    return told


def checksums(dist: Path) -> Told:
    lines = (dist / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    return {("sha256", path): digest for digest, path in (line.split("  ", 1) for line in lines)}


READERS: dict[str, Callable[[Path], Told]] = {
    "files": files,
    "datapackage.json": datapackage,
    "csv-metadata.json": csvw,
    "CITATION.cff": citation,
    "README.md": huggingface,
    ".zenodo.json": zenodo,
    "korean-portal/field-sheet.xlsx": korean_portal,
    "croissant.json": croissant,
    "catalog.jsonld": lambda dist: catalogue(dist / "catalog.jsonld"),
    "catalog.ttl": lambda dist: catalogue(dist / "catalog.ttl"),
    "schema_org.jsonld": schema_org,
    "schema_org.ko.jsonld": lambda dist: schema_org(dist, "ko"),
    "index.json": index,
    "SHA256SUMS": checksums,
}
"""Everything that says something of the release, by the name of its file."""


def disagreements(told: dict[str, Told]) -> list[str]:
    """Return, for every pair, where two say different things of the same."""
    return [
        f"{' '.join(key)}: {told[one][key]!r} in {one}, {told[other][key]!r} in {other}"
        for one, other in combinations(told, 2)
        for key in told[one].keys() & told[other].keys()
        if told[one][key] != told[other][key]
    ]


def licence(name: str) -> str:
    """Return a licence by its SPDX id, an unknown one as it stands."""
    return LICENCES.get(name, name)


def a_file(path: str, size: int, digest: str, media_type: str) -> Told:
    return {("bytes", path): size, ("sha256", path): digest, ("media type", path): media_type}


def in_language(graph: rdflib.Graph, node: Any, predicate: Any) -> dict[str, str]:
    return {text.language: str(text) for text in graph.objects(node, predicate)}


def by_language(texts: list[dict[str, str]]) -> dict[str, str]:
    return {text["@language"]: text["@value"] for text in texts}


def read(file: Path) -> Any:
    return json.loads(file.read_text(encoding="utf-8"))

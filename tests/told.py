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
import yaml

Told = dict[tuple[str, ...], Any]

LICENCES = {
    "https://creativecommons.org/licenses/by/4.0/": "CC-BY-4.0",
    "http://publications.europa.eu/resource/authority/licence/CC_BY_4_0": "CC-BY-4.0",
    "cc-by-4.0": "CC-BY-4.0",
    "CC-BY-4.0": "CC-BY-4.0",
}
DUCKDB_TYPES = {"VARCHAR": "string", "BIGINT": "integer", "DOUBLE": "number", "BOOLEAN": "boolean", "DATE": "date"}
CSVW_TYPES = {"string": "string", "integer": "integer", "double": "number", "boolean": "boolean", "date": "date"}


def files(dist: Path) -> Told:
    """The truth: the bytes themselves, the rows of the CSV, the types of the Parquet."""
    told: Told = {}
    for file in sorted(dist.rglob("*.*")):
        if file.is_file() and "duckdb" not in file.name:
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
            told["bytes", file["path"]] = file["bytes"]
            told["sha256", file["path"]] = file["hash"].removeprefix("sha256:")
            told["media type", file["path"]] = file["mediatype"]
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


READERS: dict[str, Callable[[Path], Told]] = {
    "files": files,
    "datapackage.json": datapackage,
    "csv-metadata.json": csvw,
    "CITATION.cff": citation,
    "README.md": huggingface,
}


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


def by_language(texts: list[dict[str, str]]) -> dict[str, str]:
    return {text["@language"]: text["@value"] for text in texts}


def read(file: Path) -> Any:
    return json.loads(file.read_text(encoding="utf-8"))

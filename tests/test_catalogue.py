"""The catalogue metadata of a release all say the same, and the comparison is known to see a fault."""

import hashlib
import re
from pathlib import Path

import pytest
from told import READERS, Told, disagreements

from dokpamo.contract import Table, package
from dokpamo.errors import ContractError
from dokpamo.exporters import wanted
from dokpamo.exporters.about import About, data_path

PACKAGE = package()
ABOUT = About({**PACKAGE.spec, "temporal": {"start": "2025-02-20", "end": PACKAGE.day}})


@pytest.fixture(scope="module")
def told(dist: Path) -> dict[str, Told]:
    return {name: reader(dist) for name, reader in READERS.items()}


def test_what_catalogues_share_stands_once_in_both_languages() -> None:
    assert ABOUT.text("title", "ko") == "독파모: 독자 AI 파운데이션 모델 프로젝트의 기록"
    assert ABOUT.publisher() == "dokpamo" and ABOUT.publisher("ko") == "독파모"
    assert "sovereign AI" in ABOUT.keywords() and "소버린 AI" in ABOUT.keywords("ko")
    assert ABOUT.place("ko") == "대한민국" and ABOUT.country.endswith("/country/KOR")
    assert ABOUT.frequency[0].endswith("/frequency/IRREG") and ABOUT.frequency[2] == "수시"
    assert (ABOUT.licence.spdx, ABOUT.licence.ckan) == ("CC-BY-4.0", "cc-by")
    assert ABOUT.licence.eu == "http://publications.europa.eu/resource/authority/licence/CC_BY_4_0"


def test_a_licence_without_ids_is_refused() -> None:
    with pytest.raises(ContractError, match="'KOGL-1' has no ids"):
        _ = About({**PACKAGE.spec, "licenses": [{"name": "KOGL-1"}]}).licence


def test_what_tells_of_files_comes_with_them() -> None:
    assert wanted(["csvw", "datapackage"]) == ["csv", "datapackage", "csvw"]
    assert wanted(["huggingface", "citation"]) == ["parquet", "citation", "huggingface"]


# --- they agree ------------------------------------------------------------------------------------------------------


def test_all_catalogues_say_the_same(told: dict[str, Told]) -> None:
    assert disagreements(told) == []
    assert told["datapackage.json"]["from",] == "2025-02-20"
    assert told["datapackage.json"]["rows", "teams"] == 16
    assert told["CITATION.cff"]["licence",] == "CC-BY-4.0"
    assert told["files"]["type", "results", "announced_on"] == "date"


TELLS = {
    "files": ("rows", "type"),
    "datapackage.json": ("title", "description", "rows", "type", "bytes", "sha256"),
    "csv-metadata.json": ("title", "description", "type", "bytes", "sha256"),
    "korean-portal/field-sheet.xlsx": ("description ko", "rows", "type"),
    "croissant.json": ("title", "description", "type", "bytes parquet", "sha256 parquet"),
    "catalog.jsonld": ("title", "description", "rows", "bytes", "sha256", "bytes parquet", "sha256 parquet"),
    "catalog.ttl": ("title", "description", "rows", "bytes", "sha256", "bytes parquet", "sha256 parquet"),
    "schema_org.jsonld": ("title en", "description en", "bytes", "sha256", "bytes parquet", "sha256 parquet"),
    "schema_org.ko.jsonld": ("title ko", "description ko", "bytes", "sha256", "bytes parquet", "sha256 parquet"),
    "index.json": ("title", "rows", "bytes", "sha256", "bytes parquet", "sha256 parquet"),
    "SHA256SUMS": ("sha256", "sha256 parquet"),
}
"""What a catalogue says of every table and view, so that agreeing by silence is no way out."""


@pytest.mark.parametrize("name", TELLS)
def test_no_table_is_passed_over(told: dict[str, Told], name: str) -> None:
    expected = [key for kind in TELLS[name] for table in PACKAGE.all.values() for key in keys(table, kind)]
    silent = [key for key in expected if key not in told[name]]
    assert silent == []


def keys(table: Table, kind: str) -> list[tuple[str, ...]]:
    """Under which keys something stands of a table: `title` in both languages, `bytes parquet` of one file."""
    word, _, which = kind.partition(" ")
    if word in ("title", "description"):
        return [(word, lang, table.name) for lang in ([which] if which else ["en", "ko"])]
    if word == "type":
        return [(word, table.name, column) for column in table.columns]
    return [(word, table.name if word == "rows" else data_path(table, which or "csv"))]


def test_every_file_of_the_whole_record_is_told_but_for_the_one_that_differs_each_time(told: dict[str, Told]) -> None:
    for name in ("catalog.jsonld", "schema_org.jsonld", "index.json"):
        named = {key[1] for key in told[name] if key[0] == "sha256" and "/" not in key[1]}
        assert {"all.zip", "dokpamo.sqlite", "dokpamo.xlsx", "dokpamo.postgres.sql"} <= named
        assert not any("duckdb" in path for path in named)


def test_nothing_repeats_the_hash_or_size_of_the_duckdb_file(dist: Path) -> None:
    content = (dist / "dokpamo.duckdb").read_bytes()
    digest, size = hashlib.sha256(content).hexdigest(), re.compile(rf"(?<!\d){len(content)}(?!\d)")
    texts = [file for file in dist.glob("*") if file.suffix in (".json", ".jsonld", ".ttl", ".md", ".cff", "")]
    for file in texts:
        if file.is_file():
            text = file.read_text(encoding="utf-8")
            assert digest not in text and not size.search(text), file.name
    assert "dokpamo.duckdb" in (dist / "catalog.ttl").read_text(encoding="utf-8")


FAULTS = {
    "hash": ("datapackage.json", '"hash": "sha256:', '"hash": "sha256:0', "sha256 data/organisations.csv"),
    "rows": ("datapackage.json", '"rows": 16', '"rows": 17', "rows teams: 16 in files, 17 in datapackage.json"),
    "licence": ("README.md", "license: cc-by-4.0", "license: cc-by-sa-4.0", "'cc-by-sa-4.0' in README.md"),
    "label": ("csv-metadata.json", '"@value": "Teams"', '"@value": "Team"', "title en teams: 'Teams'"),
    "type": ("csv-metadata.json", '"datatype": "date"', '"datatype": "string"', "'date' in files, 'string' in csv"),
    "version": ("CITATION.cff", "version: 2026.2.0", "version: 2026.2.1", "version: '2026.2.0' in datapackage.json"),
    "day": ("CITATION.cff", "'2026-11-23'", "'2026-11-24'", "day: '2026-11-23' in datapackage.json"),
    "licence of one file": ("catalog.ttl", "licence/CC_BY_4_0", "licence/CC0", "licence: 'CC-BY-4.0' in"),
    "period": ("catalog.ttl", '"2025-02-20"', '"2025-02-21"', "from: '2025-02-20' in datapackage.json"),
    "size": ("croissant.json", ' B"', '1 B"', "bytes data/organisations.parquet"),
    "type in Croissant": ("croissant.json", '"sc:Date"', '"sc:Text"', "'date' in files, 'string' in croissant.json"),
    "keyword": ("schema_org.ko.jsonld", '"소버린 AI"', '"소버린AI"', "keywords ko:"),
    "publisher": (".zenodo.json", '"name": "dokpamo"', '"name": "someone"', "publisher: 'dokpamo' in datapackage.json"),
    "media type": ("schema_org.jsonld", "/vnd.apache.parquet", "/parquet", "media type data/organisations.parquet"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_the_comparison_sees_a_fault(dist: Path, tmp_path: Path, told: dict[str, Told], fault: str) -> None:
    name, right, wrong, message = FAULTS[fault]
    text = (dist / name).read_text(encoding="utf-8")
    assert right in text
    (tmp_path / name).write_text(text.replace(right, wrong, 1), encoding="utf-8", newline="\n")
    found = disagreements({**told, name: READERS[name](tmp_path)})
    assert any(message in line for line in found), found[:5]

"""The catalogue metadata of a release: each proven by its readers' tool, and all of them saying the same."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from told import READERS, Told, disagreements, read

from dokpamo.checking.descriptor import PROFILES
from dokpamo.contract import package
from dokpamo.errors import ContractError
from dokpamo.exporters import wanted
from dokpamo.exporters.about import About
from dokpamo.exporters.citation import citation
from dokpamo.exporters.texts import yaml_text

ROOT = Path(__file__).resolve().parents[1]
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
}
"""What a catalogue says of every table and view, so that agreeing by silence is no way out."""


@pytest.mark.parametrize("name", TELLS)
def test_no_table_is_passed_over(told: dict[str, Told], name: str) -> None:
    for table in PACKAGE.all.values():
        folder = "views" if table.is_view else "data"
        keys = {
            "title": [("title", "en", table.name), ("title", "ko", table.name)],
            "description": [("description", "en", table.name), ("description", "ko", table.name)],
            "rows": [("rows", table.name)],
            "type": [("type", table.name, column) for column in table.columns],
            "bytes": [("bytes", f"{folder}/{table.name}.{FILES.get(name, 'csv')}")],
            "sha256": [("sha256", f"{folder}/{table.name}.{FILES.get(name, 'csv')}")],
        }
        assert [key for kind in TELLS[name] for key in keys[kind] if key not in told[name]] == []


FILES: dict[str, str] = {}
"""The file by which a catalogue knows a table, where it isn't the CSV."""

FAULTS = {
    "hash": ("datapackage.json", '"hash": "sha256:', '"hash": "sha256:0', "sha256 data/organisations.csv"),
    "rows": ("datapackage.json", '"rows": 16', '"rows": 17', "rows teams: 16 in files, 17 in datapackage.json"),
    "licence": ("README.md", "license: cc-by-4.0", "license: cc-by-sa-4.0", "'cc-by-sa-4.0' in README.md"),
    "label": ("csv-metadata.json", '"@value": "Teams"', '"@value": "Team"', "title en teams: 'Teams'"),
    "type": ("csv-metadata.json", '"datatype": "date"', '"datatype": "string"', "'date' in files, 'string' in csv"),
    "version": ("CITATION.cff", "version: 2026.2.0", "version: 2026.2.1", "version: '2026.2.0' in datapackage.json"),
    "day": ("CITATION.cff", "'2026-11-23'", "'2026-11-24'", "day: '2026-11-23' in datapackage.json"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_the_comparison_sees_a_fault(dist: Path, tmp_path: Path, told: dict[str, Told], fault: str) -> None:
    name, right, wrong, message = FAULTS[fault]
    text = (dist / name).read_text(encoding="utf-8")
    assert right in text
    (tmp_path / name).write_text(text.replace(right, wrong, 1), encoding="utf-8", newline="\n")
    found = disagreements({**told, name: READERS[name](tmp_path)})
    assert any(message in line for line in found), found


# --- each is proven by its readers' tool -----------------------------------------------------------------------------


def against_the_profile(spec: Any) -> list[str]:
    from jsonschema.validators import validator_for

    profile = read(PROFILES / "datapackage.json")
    return [error.message for error in validator_for(profile)(profile).iter_errors(spec)]


def test_the_descriptor_names_every_table_with_its_codes(dist: Path) -> None:
    spec = read(dist / "datapackage.json")
    assert [resource["name"] for resource in spec["resources"]] == list(PACKAGE.all)
    (outcome,) = [f for f in spec["resources"][7]["schema"]["fields"] if f["name"] == "outcome"]
    assert {"value": "advanced", "label": "Advanced"} in outcome["categories"]
    assert outcome["labels"]["advanced"]["ko"] == "통과"
    few = [{**resource, "schema": {"fields": resource["schema"]["fields"][:1]}} for resource in spec["resources"]]
    assert against_the_profile({**spec, "resources": few}) == []


@pytest.mark.integration
def test_the_whole_descriptor_is_valid_data_package_v2(dist: Path) -> None:
    assert against_the_profile(read(dist / "datapackage.json")) == []


@pytest.mark.integration
def test_frictionless_finds_descriptor_and_data_valid(dist: Path) -> None:
    from frictionless import Package

    report = Package.from_descriptor(str(dist / "datapackage.json")).validate()
    assert report.valid and len(report.tasks) == len(PACKAGE.all), report.flatten(["name", "note", "message"])


@pytest.mark.integration
def test_csvw_finds_the_tables_valid(dist: Path, tmp_path: Path) -> None:
    from csvw import CSVW

    assert CSVW(str(dist / "csv-metadata.json"), validate=True).is_valid
    copy = shutil.copytree(dist, tmp_path / "dist")
    results = copy / "data" / "results.csv"
    text = results.read_text(encoding="utf-8")
    results.write_text(text.replace(",selected,", ",elected,", 1), encoding="utf-8", newline="\n")
    with pytest.raises(ValueError, match="outcome: invalid lexical value for string: elected"):
        _ = CSVW(str(copy / "csv-metadata.json"), validate=True).is_valid


def test_the_citation_file_at_the_root_is_the_descriptors() -> None:
    """If this fails: write what `dokpamo.exporters.citation` makes of the descriptor into CITATION.cff."""
    assert (ROOT / "CITATION.cff").read_text(encoding="utf-8") == yaml_text(citation(About(PACKAGE.spec)))

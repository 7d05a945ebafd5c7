"""Each piece of catalogue metadata, proven by the tool that its readers use; the long runs are marked integration."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest
import rdflib
import yaml
from told import read

from dokpamo.checking.descriptor import PROFILES
from dokpamo.contract import package
from dokpamo.errors import BadInput
from dokpamo.exporters import Publication, export, written
from dokpamo.exporters.about import About, data_path
from dokpamo.exporters.citation import citation
from dokpamo.exporters.texts import yaml_text

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = package()
BASE = "https://example.org/독파모/"
UTF8 = {**os.environ, "PYTHONUTF8": "1"}
"""Not every tool names the encoding of what it reads."""

CONFORMANCE = Path(os.environ.get("DOKPAMO_CONFORMANCE") or ROOT.parent / "shared" / "conformance")


# --- Data Package ----------------------------------------------------------------------------------------------------


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
    few = [{**resource, "schema": {"fields": resource["schema"]["fields"][:1]}} for resource in spec["resources"][:3]]
    assert against_the_profile({**spec, "resources": few}) == []


@pytest.mark.integration
def test_the_whole_descriptor_is_valid_data_package_v2(dist: Path) -> None:
    assert against_the_profile(read(dist / "datapackage.json")) == []


@pytest.mark.integration
def test_frictionless_finds_descriptor_and_data_valid(dist: Path) -> None:
    from frictionless import Package

    report = Package.from_descriptor(str(dist / "datapackage.json")).validate()
    assert report.valid and len(report.tasks) == len(PACKAGE.all), report.flatten(["name", "note", "message"])


# --- CSV on the Web --------------------------------------------------------------------------------------------------


@pytest.mark.integration
def test_csvw_finds_the_tables_valid(dist: Path) -> None:
    from csvw import CSVW

    described = CSVW(str(dist / "csv-metadata.json"), validate=True)
    assert described.is_valid, described.warnings
    assert len(described.tables) == len(PACKAGE.all)


def test_csvw_sees_a_wrong_code(dist: Path, tmp_path: Path) -> None:
    from csvw import CSVW

    spec = read(dist / "csv-metadata.json")
    spec["tables"] = [table for table in spec["tables"] if table["url"] == "data/teams.csv"]
    (tmp_path / "csv-metadata.json").write_text(json.dumps(spec), encoding="utf-8")
    text = (dist / "data" / "teams.csv").read_text(encoding="utf-8")
    (tmp_path / "data").mkdir()
    file = tmp_path / "data" / "teams.csv"
    file.write_text(text, encoding="utf-8", newline="\n")
    assert all(row["team_id"] for row in CSVW(str(tmp_path / "csv-metadata.json")).tables[0])
    file.write_text(text.replace(",high,", ",certain,", 1), encoding="utf-8", newline="\n")
    with pytest.raises(ValueError, match="confidence: invalid lexical value for string: certain"):
        list(CSVW(str(tmp_path / "csv-metadata.json")).tables[0])


# --- citation, Zenodo ------------------------------------------------------------------------------------------------


def test_the_citation_file_at_the_root_is_the_descriptors() -> None:
    """If this fails: write what `dokpamo.exporters.citation` makes of the descriptor into CITATION.cff."""
    assert (ROOT / "CITATION.cff").read_text(encoding="utf-8") == yaml_text(citation(About(PACKAGE.spec)))


def test_the_readme_cites_as_the_descriptor_does() -> None:
    assert f"> {About(PACKAGE.spec).cited()}" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def cffconvert(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The converter in an environment of its own: it wants an older jsonschema than ours."""
    folder = tmp_path_factory.mktemp("cffconvert")
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    subprocess.run(
        [
            folder / "bin" / "python",
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "cffconvert==2.0.0",
        ],
        check=True,
    )
    return folder / "bin" / "cffconvert"


@pytest.mark.integration
def test_cffconvert_reads_the_citation_as_zenodo_gets_it(dist: Path, cffconvert: Path) -> None:
    def run(*options: str) -> str:
        words = [cffconvert, "-i", dist / "CITATION.cff", *options]
        return subprocess.run(words, check=True, capture_output=True, encoding="utf-8", env=UTF8).stdout

    assert "valid according to schema version 1.2.0" in run("--validate")
    converted, own = json.loads(run("-f", "zenodo")), read(dist / ".zenodo.json")
    assert converted["license"]["id"].lower() == own["license"]
    for key in ("title", "creators", "keywords", "publication_date", "version"):
        assert converted[key] == own[key], key


ZENODO = {
    "title": str,
    "upload_type": str,
    "description": str,
    "creators": list,
    "access_right": str,
    "license": str,
    "version": str,
    "publication_date": str,
    "language": str,
    "keywords": list,
    "notes": str,
}
"""The properties that Zenodo documents for a deposit, as far as they are used."""


def test_zenodo_gets_what_it_documents(dist: Path) -> None:
    deposit = read(dist / ".zenodo.json")
    assert {key: type(value) for key, value in deposit.items()} == ZENODO
    assert (deposit["upload_type"], deposit["access_right"], deposit["language"]) == ("dataset", "open", "eng")
    assert deposit["creators"] == [{"name": "dokpamo"}]


# --- Hugging Face ----------------------------------------------------------------------------------------------------


def test_the_card_has_a_configuration_for_every_table_with_rows(dist: Path) -> None:
    _, front, text = (dist / "README.md").read_text(encoding="utf-8").split("---\n", 2)
    card = yaml.safe_load(front)
    assert [config["config_name"] for config in card["configs"] if config.get("default")] == ["team_status"]
    for config in card["configs"]:
        (rows,) = duckdb.sql(f"SELECT count(*) FROM '{dist / config['data_files']}'").fetchall()[0]
        assert rows > 0
    named = {config["config_name"] for config in card["configs"]}
    empty = {name for name in PACKAGE.all if name not in named}
    assert empty == {"responses"}
    assert card["size_categories"] == ["1K<n<10K"]
    for link in re.findall(r"\]\((data/[^)]*|views/[^)]*)\)", text):
        assert (dist / link).is_file(), link
    assert "All in one file: `dokpamo.sqlite` (SQLite database)" in text and "`dokpamo.xlsx` (엑셀 파일)" in text
    assert "dokpamo.duckdb" not in text  # the archive, whose README this is, goes without it
    assert "\n# 한국어\n" in text and "| 기관 | 기관별 1행 |" in text


OFFLINE = {**UTF8, "HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1", "HF_DATASETS_DISABLE_PROGRESS_BARS": "1"}


@pytest.mark.integration
def test_datasets_loads_every_configuration_without_a_network(dist: Path, tmp_path: Path) -> None:
    code = """
import json, sys
from datasets import get_dataset_config_names, load_dataset
folder = sys.argv[1]
told = {}
for name in get_dataset_config_names(folder):
    loaded = load_dataset(folder, name, split="train")
    told[name] = [loaded.num_rows, {column: feature.dtype for column, feature in loaded.features.items()}]
print(json.dumps(told))
"""
    done = subprocess.run(
        [sys.executable, "-c", code, dist], check=True, capture_output=True, encoding="utf-8",
        env={**OFFLINE, "HF_HOME": str(tmp_path)},
    )  # fmt: skip
    types = {"string": "string", "integer": "int64", "number": "float64", "boolean": "bool", "date": "date32"}
    told = json.loads(done.stdout.splitlines()[-1])
    for resource in read(dist / "datapackage.json")["resources"]:
        fields = {field["name"]: types[field["type"]] for field in resource["schema"]["fields"]}
        if resource["rows"]:
            assert told[resource["name"]] == [resource["rows"], fields]
    assert set(PACKAGE.all) - set(told) == {"responses"}


@pytest.mark.integration
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_cards_examples_run(dist: Path, tmp_path: Path, lang: str) -> None:
    text = (ROOT / "datapackage" / "dokpamo" / "exporters" / f"card.{lang}.md").read_text(encoding="utf-8")
    examples = re.findall(r"```python\n(.*?)```", text, flags=re.DOTALL)
    assert len(examples) == 3
    code = "\n".join(examples) + "\nassert len(status) == 16 and results.num_rows == 60\n"
    env = {**OFFLINE, "HF_HOME": str(tmp_path)}
    subprocess.run([sys.executable, "-c", code], check=True, cwd=dist, env=env, capture_output=True)


# --- Croissant -------------------------------------------------------------------------------------------------------


@pytest.mark.integration
def test_mlcroissant_loads_every_record_of_every_record_set(dist: Path, caplog: pytest.LogCaptureFixture) -> None:
    import mlcroissant

    loaded = mlcroissant.Dataset(str(dist / "croissant.json"))
    assert not loaded.metadata.ctx.issues.errors and not loaded.metadata.ctx.issues.warnings
    assert [record.message for record in caplog.records if record.levelname in ("WARNING", "ERROR")] == []
    assert {record_set.uuid for record_set in loaded.metadata.record_sets} == set(PACKAGE.all)
    for name, table in PACKAGE.all.items():
        records = [tuple(map(plain, record.values())) for record in loaded.records(name)]
        assert records == duckdb.sql(f"FROM '{dist / data_path(table, 'parquet')}'").fetchall(), name


def plain(value: Any) -> Any:
    """Return a value of mlcroissant as DuckDB gives it."""
    import pandas as pd

    if isinstance(value, bytes):
        return value.decode("utf-8")
    if value is None or (isinstance(value, float) and value != value) or value is pd.NaT:
        return None
    return value.date() if isinstance(value, pd.Timestamp) else value


# --- DCAT-AP ---------------------------------------------------------------------------------------------------------


@pytest.mark.integration
@pytest.mark.parametrize("name", ["catalog.jsonld", "catalog.ttl"])
def test_the_catalogue_keeps_the_official_shapes_and_scores_high(dist: Path, name: str) -> None:
    check = CONFORMANCE / "dcat" / "check.py"
    if not check.is_file():
        pytest.skip(f"no shapes of DCAT-AP at {CONFORMANCE}; say with DOKPAMO_CONFORMANCE where the tools are")
    words = [sys.executable, check, dist / name, "--site", dist, "--min-score", "404"]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=False, env=UTF8)
    assert done.returncode == 0 and "SHACL total 0 violations" in done.stdout, done.stdout + done.stderr


@pytest.mark.integration
def test_both_catalogues_are_one_graph(dist: Path) -> None:
    from rdflib.compare import isomorphic

    one, other = (rdflib.Graph().parse(dist / f"catalog.{kind}", publicID=BASE) for kind in ("jsonld", "ttl"))
    assert len(one) > 5000 and isomorphic(one, other)


# --- schema.org, by Google's guide for data sets ---------------------------------------------------------------------

REQUIRED = {"name", "description"}
RECOMMENDED = {
    "alternateName", "creator", "citation", "identifier", "isAccessibleForFree", "keywords", "license",
    "measurementTechnique", "spatialCoverage", "temporalCoverage", "variableMeasured", "version", "url",
    "includedInDataCatalog", "distribution",
}  # fmt: skip
"""Without `funder` and `sameAs`: nobody is known to fund the record, and it stands nowhere else."""


def missed(dataset: dict[str, Any], above: bool = False) -> Iterator[str]:
    """Yield where a data set does not keep the guide."""
    yield from sorted((REQUIRED | RECOMMENDED) - dataset.keys())
    if not 50 <= len(dataset.get("description", "")) <= 5000:
        yield "description: 50 to 5000 characters"
    if not re.fullmatch(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d", dataset.get("temporalCoverage", "")):
        yield "temporalCoverage: two days"
    if not ("hasPart" in dataset or "isPartOf" in dataset or above):
        yield "hasPart or isPartOf"
    for download in dataset.get("distribution", []):
        yield from sorted({"contentUrl", "encodingFormat"} - download.keys())
    if not dataset.get("distribution"):
        yield "distribution: empty"
    for part in dataset.get("hasPart", []):
        yield from (f"{part['identifier']}: {what}" for what in missed(part, above=True))


@pytest.mark.parametrize("name", ["schema_org.jsonld", "schema_org.ko.jsonld"])
def test_search_engines_get_what_googles_guide_asks_for(dist: Path, name: str) -> None:
    spec = read(dist / name)
    assert list(missed(spec)) == []
    assert len(spec["hasPart"]) == len(PACKAGE.all)
    for download in [d for part in (spec, *spec["hasPart"]) for d in part["distribution"]]:
        assert (dist / download["contentUrl"]).is_file()


def test_the_check_of_googles_rules_sees_a_fault(dist: Path) -> None:
    spec = read(dist / "schema_org.jsonld")
    del spec["license"], spec["hasPart"][3]["distribution"][0]["contentUrl"]
    spec["hasPart"][4]["description"] = "too short"
    assert list(missed(spec)) == [
        "license", "dokpamo/teams: contentUrl", "dokpamo/partners: description: 50 to 5000 characters",
    ]  # fmt: skip


# --- a national portal -----------------------------------------------------------------------------------------------


def test_the_field_sheet_reads_as_a_korean_portal_wants_it(dist: Path) -> None:
    book = openpyxl.load_workbook(dist / "korean-portal" / "field-sheet.xlsx")
    assert book.sheetnames == ["안내", "등록 항목", "파일 목록", "컬럼 정의서"]
    assert "공공기관만 데이터를 등록할 수 있습니다" in str(book["안내"]["A2"].value)
    fields = dict(book["등록 항목"].iter_rows(min_row=2, values_only=True))
    assert (fields["업데이트 주기"], fields["비용부과유무"], fields["공간범위"]) == ("수시", "무료", "대한민국")
    files = list(book["파일 목록"].iter_rows(min_row=2, values_only=True))
    names = [row[1] for row in files]
    assert "독파모_독자 AI 파운데이션 모델 프로젝트 팀별 현황_20261123.csv" in names
    assert len(set(names)) == len(PACKAGE.all) and not any(re.search(r'[\\/:*?"<>|]', name) for name in names)
    assert all((dist / row[2]).is_file() and row[2].endswith(".excel.csv") for row in files)
    columns = list(book["컬럼 정의서"].iter_rows(min_row=2, values_only=True))
    assert len(columns) == sum(len(table.columns) for table in PACKAGE.all.values())
    (outcome,) = [row for row in columns if row[0].endswith("프로젝트 결과") and row[2] == "outcome"]
    assert outcome[3] == "결과" and "eliminated=탈락" in outcome[8]
    (team,) = [row for row in columns if row[0].endswith("프로젝트 결과") and row[2] == "team_id"]
    assert team[7] == "외래키 → 독자 AI 파운데이션 모델 프로젝트 팀"


# --- with an address -------------------------------------------------------------------------------------------------

DESCRIBING = ("datapackage", "csvw", "citation", "zenodo", "huggingface", "croissant", "dcat", "schema_org")


def test_with_a_base_url_every_address_is_absolute_and_the_bytes_are_the_same_each_time(
    dist: Path, published: Publication, tmp_path: Path
) -> None:
    def write(folder: Path) -> dict[str, bytes]:
        for part in ("data", "views"):
            shutil.copytree(dist / part, folder / part, copy_function=os.link)
        publication = replace(published, folder=folder, base_url=BASE, distributions=[])
        for table in PACKAGE.all.values():
            for suffix in ("csv", "parquet"):
                publication.note(folder / data_path(table, suffix))
        files = list(written(publication, DESCRIBING))
        return {file.name: file.read_bytes() for file in files}

    one, other = write(tmp_path / "one"), write(tmp_path / "other")
    assert one == other
    dataset = json.loads(one["schema_org.jsonld"])
    assert dataset["url"] == BASE and dataset["hasPart"][3]["url"] == f"{BASE}en/data/teams/"
    assert dataset["hasPart"][3]["distribution"][0]["contentUrl"] == f"{BASE}data/teams.csv"
    assert json.loads(one["datapackage.json"])["homepage"] == BASE
    assert json.loads(one["croissant.json"])["distribution"][0]["contentUrl"] == f"{BASE}data/organisations.parquet"
    assert yaml.safe_load(one["CITATION.cff"])["url"] == BASE
    catalogue = one["catalog.ttl"].decode("utf-8")
    assert f"dcat:downloadURL <{BASE}data/teams.csv>" in catalogue and "<./" not in catalogue


@pytest.mark.parametrize(
    "url", ["example.org", "/data/", "https://", "https://example.org/a b", "https://example.org/?a"]
)
def test_what_is_no_address_is_refused_before_anything_is_written(tmp_path: Path, url: str) -> None:
    with pytest.raises(BadInput, match="is no address for a folder; write it in full"):
        export(tmp_path / "dist", ["csv"], base_url=url)
    assert not (tmp_path / "dist").exists()

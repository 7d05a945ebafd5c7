"""A finished release as it lies in dist/: its descriptor, and the files that a portal shows."""

import csv
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dokpamo.contract import Table, read_json
from dokpamo.errors import BadInput
from dokpamo.exporters.about import About
from dokpamo.exporters.kinds import Kind, kind_of
from dokpamo.verifying import verify

LANGUAGES = ("ko", "en")
"""The languages of what a portal shows; where it has room for one text alone, they stand in this order."""

WHOLE = {
    "dokpamo.xlsx": ("Every table and view in one workbook", "모든 표와 뷰를 담은 엑셀 파일"),
    "all.zip": ("The whole release in one archive", "배포본 전체를 담은 압축 파일"),
    "dokpamo.sqlite": ("Every table and view in one database", "모든 표와 뷰를 담은 데이터베이스"),
    "datapackage.json": (
        "What every file holds: columns, types, keys, sizes and hashes (Data Package v2)",
        "파일별 열, 자료형, 키, 크기, 해시를 적은 명세(Data Package v2)",
    ),
}
"""The files of the whole record that a portal shows beside the tables. Not dokpamo.duckdb: its bytes differ with every
build, so that an unchanged record would be uploaded anew; and no Parquet, which is in the archive."""


@dataclass(frozen=True)
class File:
    """A file to show, what it is called and what it holds, by language; `table` where it is the rows of one."""

    path: str
    place: Path
    kind: Kind
    title: dict[str, str]
    description: dict[str, str]
    table: Table | None = None

    @property
    def name(self) -> str:
        return self.place.name

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.place.read_bytes()).hexdigest()

    def is_known_by(self, digest: str | None) -> bool:
        """Is this the hash of the file? CKAN's XLoader puts an MD5 where we put the SHA-256."""
        return digest in (self.sha256, hashlib.md5(self.place.read_bytes(), usedforsecurity=False).hexdigest())

    @property
    def bytes(self) -> int:
        return self.place.stat().st_size

    @property
    def rows(self) -> int:
        return sum(1 for _ in self.records())

    def records(self) -> Iterator[dict[str, str | None]]:
        """Yield the rows of a CSV; an empty cell is None."""
        with self.place.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                yield {column: cell or None for column, cell in row.items()}


@dataclass(frozen=True)
class Release:
    """The facts about the release, and its files in the order in which a portal shows them."""

    about: About
    files: list[File]


def read(dist: Path) -> Release:
    """Return the release that lies in `dist`; raise `BadInput` if a file is missing or not as published."""
    if not (dist / "datapackage.json").exists():
        raise BadInput(
            f"{dist}: no release here (no datapackage.json); run python scripts/build.py first",
            f"{dist}: 배포본이 없습니다(datapackage.json 없음). 먼저 python scripts/build.py를 실행하세요",
        )
    for found in verify(dist).deviations:
        if found.kind != "added":
            raise BadInput(f"{dist / found.path}: {found.en}", f"{dist / found.path}: {found.ko}")
    spec = read_json(dist / "datapackage.json")
    whole = [_whole(dist, path) for path in WHOLE]
    tables = [_table(dist, resource) for resource in spec["resources"]]
    return Release(About(spec), [*whole[:-1], *tables, whole[-1]])


def _whole(dist: Path, path: str) -> File:
    kind = kind_of(Path(path))
    en, ko = WHOLE[path]
    return File(path, _there(dist / path), kind, {"ko": kind.ko, "en": kind.en}, {"ko": ko, "en": en})


def _table(dist: Path, resource: dict[str, Any]) -> File:
    path = resource["path"]
    place = _there(dist / path)
    table = Table(resource["name"], path, resource["schema"])
    title, description = ({lang: table.text(key, lang) for lang in LANGUAGES} for key in ("title", "description"))
    return File(path, place, kind_of(place), title, description, table)


def _there(place: Path) -> Path:
    if not place.exists():
        raise BadInput(
            f"{place}: missing from the release; run python scripts/build.py again",
            f"{place}: 배포본에 이 파일이 없습니다. python scripts/build.py를 다시 실행하세요",
        )
    return place

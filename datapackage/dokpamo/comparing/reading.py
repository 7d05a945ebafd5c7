"""Editions of the record as they are compared: its tables by primary key, whatever shape it had at the time."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from dokpamo.contract import Table
from dokpamo.copies import Copy, Folder, git, opened, revision
from dokpamo.errors import BadInput
from dokpamo.folders import root

DESCRIPTOR = "datapackage.json"
Row = dict[str, str]


@dataclass(frozen=True)
class Sheet:
    """One table of an edition: its description, the columns that its file has, and its rows by primary key."""

    table: Table
    columns: list[str]
    rows: dict[str, Row]


@dataclass(frozen=True)
class Edition:
    """The record as one copy has it; `name` is how the reader named the copy."""

    name: str
    spec: dict[str, Any]
    tables: dict[str, Sheet]
    views: dict[str, Table]

    @property
    def version(self) -> str:
        return str(self.spec.get("version", ""))

    @property
    def schema_version(self) -> str:
        return str(self.spec.get("schemaVersion", ""))

    @property
    def day(self) -> str:
        return str(self.spec.get("created", ""))[:10]

    @property
    def described(self) -> dict[str, Table]:
        """Every table and view by name."""
        return {**{name: sheet.table for name, sheet in self.tables.items()}, **self.views}


def edition(name: "str | Path", folder: Path | None = None) -> Edition:
    """Return the record in a folder or zip file, at a git revision of `folder`'s checkout, or of a released version.

    Raises `BadInput` where `name` is none of these, or what is there is no record.
    """
    return read(_copy(str(name), folder or Path()))


def _copy(name: str, folder: Path) -> Copy:
    if (folder / name).exists():
        return opened(folder / name)
    found = revision(f"v{name}", folder) or _installed(name) or revision(name, folder)
    if found:
        return found
    is_checkout = git(folder, "rev-parse", "HEAD") is not None
    looked_ko = "그런 리비전이나 배포 버전도 없습니다" if is_checkout else "이곳은 git 저장소도 아닙니다"
    raise BadInput(
        f"{name}: there is no such folder or zip file, "
        + ("and no such revision or released version" if is_checkout else "and here is no git checkout to look it up"),
        f"{name}: 그런 폴더나 ZIP 파일이 없고, {looked_ko}",
    )


def _installed(name: str) -> Copy | None:
    from dokpamo import __version__

    return Folder(name, root()) if name.removeprefix("v") == __version__ else None


def read(copy: Copy) -> Edition:
    """Return the record in a copy; raise `BadInput` if there is none, or one that can't be read."""
    try:
        copy.read(DESCRIPTOR)
    except OSError:
        raise BadInput(
            f"{copy.name}: there is no {DESCRIPTOR}; name a folder or zip file that holds the record",
            f"{copy.name}: {DESCRIPTOR}이 없습니다. 기록이 있는 폴더나 ZIP 파일을 지정하세요",
        ) from None
    spec = _json(copy, DESCRIPTOR)
    parts = [*_parts(spec, "resources"), *_parts(spec, "views")]
    tables, views = {}, {}
    for part in parts:
        name, path = part["name"], _path(part)
        if path is None or path.startswith("views/"):
            views[name] = Table(name, None, _schema(copy, part))
        elif PurePosixPath(path).name == f"{name}.csv":
            tables[name] = _sheet(copy, Table(name, path, _schema(copy, part)))
    return Edition(copy.name, spec, tables, views)


def _parts(spec: dict[str, Any], key: str) -> Iterator[dict[str, Any]]:
    """Yield the resources or views that have a name and a schema; other files are no tables of the record."""
    parts = spec.get(key)
    for part in parts if isinstance(parts, list) else []:
        if isinstance(part, dict) and isinstance(part.get("name"), str) and part.get("schema"):
            yield part


def _path(part: dict[str, Any]) -> str | None:
    path = part.get("path")
    path = path[0] if isinstance(path, list) and path else path
    return None if path is None else str(path)


def _schema(copy: Copy, part: dict[str, Any]) -> dict[str, Any]:
    schema = part["schema"]
    return dict(schema) if isinstance(schema, dict) else _json(copy, str(schema))


def _json(copy: Copy, path: str) -> dict[str, Any]:
    try:
        content = json.loads(_content(copy, path).decode())
    except ValueError as error:
        raise _unread(copy, path, f"not JSON in UTF-8: {error}", f"UTF-8 JSON이 아닙니다: {error}") from None
    if not isinstance(content, dict):
        raise _unread(copy, path, "not a JSON object", "JSON 객체가 아닙니다")
    return content


def _sheet(copy: Copy, table: Table) -> Sheet:
    """Return a table by its primary key, every cell as text."""
    path = str(table.path)
    try:
        lines = csv.reader(io.StringIO(_content(copy, path).decode("utf-8-sig"), newline=""))
        header, *records = [cells for cells in lines if cells] or [[]]
    except (UnicodeDecodeError, csv.Error) as error:
        raise _unread(copy, path, f"not CSV in UTF-8: {error}", f"UTF-8 CSV가 아닙니다: {error}") from None
    if not table.grain or table.key not in header:
        raise _unread(copy, path, "its primary key is no column of it", "기본키 열이 없습니다")
    at, rows = header.index(table.key), {}
    for number, cells in enumerate(records, 2):
        if len(cells) != len(header):
            en, ko = f"row {number} has {len(cells)} cells", f"{number}번째 행은 {len(cells)}칸인데"
            raise _unread(copy, path, f"{en}, the header {len(header)}", f"{ko} 머리글은 {len(header)}칸입니다")
        if cells[at] in rows:
            raise _unread(copy, path, f"{cells[at]} stands twice", f"{cells[at]} 행이 두 번 나옵니다")
        rows[cells[at]] = dict(zip(header, cells, strict=True))
    return Sheet(table, header, rows)


def _content(copy: Copy, path: str) -> bytes:
    try:
        return copy.read(path)
    except OSError:
        raise _unread(copy, path, "the file is missing or damaged", "파일이 없거나 손상되었습니다") from None


def _unread(copy: Copy, path: str, en: str, ko: str) -> BadInput:
    return BadInput(f"{copy.name}, {path}: {en}", f"{copy.name}, {path}: {ko}")

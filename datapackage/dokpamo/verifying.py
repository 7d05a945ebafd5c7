"""A copy of a release against its hashes: what is missing, changed or added."""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dokpamo.copies import Copy, is_inside, opened
from dokpamo.errors import BadInput
from dokpamo.exporters.checksums import NAME as SUMS
from dokpamo.exporters.checksums import SIDECAR, SITE

SIDECARS = (SIDECAR, SITE + SIDECAR)
"""Where the hash of the DuckDB file stands, which differs from build to build."""

LINE = re.compile(r"(?P<sha256>[0-9a-f]{64})(?:  | \*)(?P<path>.+)")

KINDS = {
    "missing": (
        "missing: copy it again from the release",
        "없습니다: 배포본에서 다시 복사하세요",
    ),
    "changed": (
        "changed: its hash is {found}, the release's is {wanted}; copy it again from the release",
        "바뀌었습니다: 해시가 {found}이고 배포본은 {wanted}입니다. 배포본에서 다시 복사하세요",
    ),
    "unreadable": (
        "cannot be read ({problem}): copy it again from the release",
        "읽을 수 없습니다({problem}): 배포본에서 다시 복사하세요",
    ),
    "added": (
        "not part of the release: take it out of this copy, or don't pass it on as the release's",
        "배포본에 없는 파일입니다: 이 사본에서 빼거나, 배포본의 파일로 전달하지 마세요",
    ),
}


@dataclass(frozen=True)
class Deviation:
    """One file that is not as the release has it; `kind` is missing, changed, unreadable or added."""

    path: str
    kind: str
    en: str
    ko: str

    def text(self, lang: str = "en") -> str:
        """Return it in one line, with what to do."""
        return f"{self.path}: {self.ko if lang == 'ko' else self.en}"


@dataclass(frozen=True)
class Verification:
    """What a copy was found to be; `fingerprint` is the hash of its list of hashes, one for the whole release.

    >>> Verification("dist", 3, "5f", ()).ok
    True
    """

    name: str
    files: int
    fingerprint: str
    deviations: tuple[Deviation, ...]

    @property
    def ok(self) -> bool:
        return not self.deviations

    def to_text(self, lang: str = "en") -> str:
        """Return one line a deviation and a closing line."""
        return "\n".join([*(one.text(lang) for one in self.deviations), *self._closing(lang)])

    def to_json(self) -> str:
        """Return a JSON object with an array of deviations."""
        body: dict[str, Any] = {"ok": self.ok, "files": self.files, "fingerprint": self.fingerprint}
        body["deviations"] = [
            {"path": d.path, "kind": d.kind, "sentence": {"en": d.en, "ko": d.ko}} for d in self.deviations
        ]
        return json.dumps(body, ensure_ascii=False, indent=2)

    def _closing(self, lang: str) -> Iterator[str]:
        count = len(self.deviations)
        if lang == "ko":
            yield f"{self.name}: 파일 {self.files}개 확인, " + (f"{count}개가 다릅니다" if count else "모두 같습니다")
            yield f"{SUMS} 자체의 해시(배포처가 알린 값과 견줘 보세요): {self.fingerprint}"
        else:
            told = f"{count} not as released" if count else "all as released"
            yield f"{self.name}: {self.files} files looked at, {told}"
            yield f"{SUMS} itself, to be compared with what the publisher tells: {self.fingerprint}"

    def __str__(self) -> str:
        return self.to_text()


def verify(path: "str | Path" = ".") -> Verification:
    """Check a copy of a release (a published folder, all.zip, or what was unpacked from it) against its hashes.

    Every file is looked at; nothing stops at the first that differs. Raises `BadInput` where there is no copy, or
    none with a list of hashes that can be read.

    >>> import dokpamo, tempfile
    >>> place = tempfile.TemporaryDirectory()
    >>> _ = (Path(place.name) / "SHA256SUMS").write_text("0" * 64 + "  data/teams.csv", encoding="utf-8")
    >>> [(one.path, one.kind) for one in dokpamo.verify(place.name).deviations]
    [('data/teams.csv', 'missing')]
    >>> place.cleanup()
    """
    copy = opened(path)
    there = set(copy.names())
    if SUMS not in there:
        raise BadInput(
            f"{path}: there is no {SUMS} here; name a published folder or all.zip (a checkout: dokpamo check)",
            f"{path}: {SUMS}가 없습니다. 배포 폴더나 all.zip을 지정하세요(저장소는 dokpamo check)",
        )
    content = copy.read(SUMS)
    wanted = _listed(SUMS, content)
    sidecars = there & set(SIDECARS)
    for sidecar in sidecars:
        folder = sidecar.removesuffix(SIDECAR)
        wanted |= {folder + path: sha256 for path, sha256 in _listed(sidecar, copy.read(sidecar)).items()}
    found = [_deviation(copy, name, sha256, there) for name, sha256 in wanted.items()]
    found += [_told(name, "added") for name in there - set(wanted) - {SUMS, *sidecars}]
    deviations = sorted((one for one in found if one), key=lambda one: one.path)
    return Verification(copy.name, len(there), hashlib.sha256(content).hexdigest(), tuple(deviations))


def _listed(name: str, content: bytes) -> dict[str, str]:
    """Return the hashes in a list, by path."""
    wanted = {}
    for number, line in enumerate(content.decode(errors="replace").splitlines(), 1):
        match = LINE.fullmatch(line)
        if match is None or not is_inside(match["path"]):
            raise BadInput(
                f"{name}:{number}: this is no hash and path within the copy; get the list again from the release",
                f"{name}:{number}: 해시와 사본 안의 경로가 아닙니다. 배포본에서 목록을 다시 받으세요",
            )
        wanted[match["path"]] = match["sha256"]
    if not wanted:
        raise BadInput(
            f"{name}: the list is empty; get it again from the release",
            f"{name}: 목록이 비어 있습니다. 배포본에서 다시 받으세요",
        )
    return wanted


def _deviation(copy: Copy, path: str, wanted: str, there: set[str]) -> Deviation | None:
    if path not in there:
        return _told(path, "missing")
    try:
        found = hashlib.sha256(copy.read(path)).hexdigest()
    except OSError as error:
        return _told(path, "unreadable", problem=error.strerror or str(error))
    return None if found == wanted else _told(path, "changed", found=found[:12], wanted=wanted[:12])


def _told(path: str, kind: str, **values: str) -> Deviation:
    en, ko = KINDS[kind]
    return Deviation(path, kind, en.format(**values), ko.format(**values))

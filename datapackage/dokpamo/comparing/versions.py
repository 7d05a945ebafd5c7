"""What a version may be: `YYYY.R.MICRO` for the record, and a version of its schema beside it.

YYYY is the year of the record's day, R counts the stage evaluations that the contest has finished, MICRO the releases
since. The schema's version rises as the Data Package Version recipe says, see `schema`. Within one YYYY.R nothing goes
that readers know by name: no table, column or code is removed or renamed, and no type or key changes.
"""

from collections.abc import Iterator

from dokpamo.comparing import Diff, compared, telling
from dokpamo.comparing.reading import Edition
from dokpamo.comparing.schema import ORDER

Sentence = tuple[str, str]
"""In English and Korean."""

PREVIOUS = "previousVersion"
"""Where the descriptor names the release before; the first has none."""


def numbers(version: str) -> tuple[int, int, int] | None:
    """Return the three numbers of a version, or None if it is none.

    >>> numbers("2026.2.0"), numbers("2026.2"), numbers("2026.02.0")
    ((2026, 2, 0), None, None)
    """
    parts = version.split(".")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() and part == str(int(part)) for part in parts):
        return None
    return int(parts[0]), int(parts[1]), int(parts[2])


def season(edition: Edition) -> tuple[int, int]:
    """Return the year and the finished stage evaluations that an edition's version must begin with."""
    rounds = edition.tables["rounds"].rows.values()
    finished = sum(row["kind"] == "stage-evaluation" and bool(row["announced_on"]) for row in rounds)
    return int(edition.day[:4]), finished


def faults(new: Edition, old: Edition | None = None) -> list[Sentence]:
    """Return why an edition can't be released under its versions, after the release before it if there is one."""
    version, schema = numbers(new.version), numbers(new.schema_version)
    if version is None or schema is None:
        told = f"datapackage.json: version {new.version!r}, schemaVersion {new.schema_version!r}"
        return [(f"{told}: write three numbers, as 2026.2.0", f"{told}: 2026.2.0처럼 숫자 세 개로 쓰세요")]
    found = list(_season_faults(new, version))
    if old is not None:
        found += [*_order_faults(old, new), *_schema_faults(compared(old, new))]
    return found


def _season_faults(new: Edition, version: tuple[int, int, int]) -> Iterator[Sentence]:
    year, finished = season(new)
    if version[:2] != (year, finished):
        begin = f"{year}.{finished}."
        yield (
            f"version {new.version}: the record is of {year}, with {finished} stage evaluations done: write {begin}…",
            f"버전 {new.version}: 기록은 {year}년 것이고 단계평가는 {finished}번 끝났습니다. {begin}…로 쓰세요",
        )


def _order_faults(old: Edition, new: Edition) -> Iterator[Sentence]:
    if (numbers(new.version) or ()) <= (numbers(old.version) or ()):
        yield (
            f"version {new.version} does not come after {old.version}, the release before",
            f"버전 {new.version}은(는) 직전 배포본 {old.version}보다 나중이 아닙니다",
        )
    if new.spec.get(PREVIOUS) != old.version:
        yield (
            f'datapackage.json: write "{PREVIOUS}": "{old.version}", the release before',
            f'datapackage.json: 직전 배포본을 "{PREVIOUS}": "{old.version}"(으)로 적으세요',
        )


def _schema_faults(diff: Diff) -> Iterator[Sentence]:
    old, new = diff.old, diff.new
    if (numbers(old.version) or ())[:2] == (numbers(new.version) or ())[:2]:
        for change in (change for change in diff.schema if change.is_breaking):
            (en,), (ko,) = (telling.schema_lines([change], lang) for lang in ("en", "ko"))
            yield (
                f"{en}: this breaks readers and can't be released as a patch, only with the next stage or year",
                f"{ko}: 이용자의 코드가 깨지므로 패치로 낼 수 없습니다. 다음 단계나 해에 내세요",
            )
    wanted = risen(old.schema_version, diff.bump)
    if wanted and (numbers(new.schema_version) or ()) < (numbers(wanted) or ()):
        told = f"schemaVersion {new.schema_version}"
        yield (
            f"{told}: the schema changed since {old.version} ({diff.bump}): write {wanted}",
            f"{told}: {old.version} 이후 스키마가 바뀌었습니다({diff.bump}). {wanted}(으)로 쓰세요",
        )


def risen(version: str, level: str | None) -> str | None:
    """Return a version risen by a level, or None if it is none.

    >>> risen("1.2.3", "minor"), risen("1.2.3", "major"), risen("1.2.3", None)
    ('1.3.0', '2.0.0', '1.2.3')
    """
    known = numbers(version)
    if known is None or level is None:
        return version if known else None
    at = 2 - ORDER.index(level)
    return ".".join(map(str, [*known[:at], known[at] + 1, *[0] * (2 - at)]))

"""Every sentence of a check that no rule file brings itself, in English and Korean, in one place.

Placeholders are filled from the finding; a curator should learn what is wrong and what to write instead.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dokpamo.checking.findings import Report

SENTENCES: dict[str, tuple[str, str]] = {
    # the file
    "missing-file": ("the descriptor names this file, but it is missing", "datapackage.json에 적힌 파일이 없습니다"),
    "empty-file": (
        "the file is empty: write at least its header, {wanted}",
        "파일이 비어 있습니다. 적어도 머리글은 쓰세요: {wanted}",
    ),
    "byte-order-mark": (
        "the file starts with a byte-order mark: save it as UTF-8 without one",
        "파일이 바이트 순서 표시(BOM)로 시작합니다. BOM 없는 UTF-8로 저장하세요",
    ),
    "utf-16": ("the file is UTF-16: save it as UTF-8", "파일이 UTF-16으로 저장되어 있습니다. UTF-8로 저장하세요"),
    "cp949": (
        "the file is not UTF-8, it seems to be CP949: save it as UTF-8",
        "파일이 UTF-8이 아니라 CP949(EUC-KR)로 저장된 듯합니다. UTF-8로 저장하세요",
    ),
    "encoding": (
        "the line is neither UTF-8 nor CP949: save the file as UTF-8 and look for broken characters",
        "UTF-8로도 CP949로도 읽을 수 없는 행입니다. UTF-8로 저장하고 깨진 글자가 없는지 살펴보세요",
    ),
    "nul": ("the line holds a NUL byte: delete it", "행에 NUL 바이트가 있습니다. 지우세요"),
    "line-ending": ("lines end in CRLF or CR: save the file with LF", "줄 끝이 CRLF 또는 CR입니다. LF로 저장하세요"),
    "blank-line": ("the line is blank: delete it", "빈 줄입니다. 지우세요"),
    "line-break": (
        "a cell holds a line break, so the row runs on to line {last}: write the row in one line",
        "칸 안에서 줄이 바뀌어 행이 {last}번째 줄까지 이어집니다. 한 행은 한 줄에 쓰세요",
    ),
    "broken-quote": (
        'the quotes don\'t match: write a cell with a comma or a quote as "cell, with a ""quote"" in it"',
        '따옴표가 맞지 않습니다. 쉼표나 따옴표가 든 칸은 "쉼표, 그리고 ""따옴표"""처럼 쓰세요',
    ),
    "ragged-row": (
        "the row has {count} cells, the header {wanted}: add or delete commas, and quote cells that hold one",
        "이 행은 {count}칸인데 머리글은 {wanted}칸입니다. 쉼표 수를 맞추고, 쉼표가 든 칸은 따옴표로 감싸세요",
    ),
    # the header
    "missing-column": (
        'the column "{column}" is missing: the header must be {wanted}',
        '"{column}" 열이 없습니다. 머리글은 다음과 같아야 합니다: {wanted}',
    ),
    "extra-column": (
        'the column "{column}" is not in the schema: delete it, or add it to {schema}',
        '"{column}" 열은 스키마에 없습니다. 지우거나 {schema}에 추가하세요',
    ),
    "renamed-column": (
        'the column "{column}" should be called "{wanted}"',
        '"{column}" 열의 이름을 "{wanted}"(으)로 고치세요',
    ),
    "duplicate-column": (
        'the column "{column}" stands {count} times in the header: keep one',
        '머리글에 "{column}" 열이 {count}번 나옵니다. 하나만 남기세요',
    ),
    "column-order": (
        "the columns stand in another order: the header must be {wanted}",
        "열의 순서가 다릅니다. 머리글은 다음과 같아야 합니다: {wanted}",
    ),
    # the cell
    "required": (
        "the cell is empty, but {column} must be filled",
        "칸이 비어 있습니다. {column} 값은 반드시 있어야 합니다",
    ),
    "type-date": (
        '"{value}" is no day: write it as 2026-01-14',
        '"{value}" 값은 날짜가 아닙니다. 2026-01-14처럼 쓰세요',
    ),
    "type-integer": (
        '"{value}" is no whole number: write digits only, as 102000000000',
        '"{value}" 값은 정수가 아닙니다. 102000000000처럼 숫자만 쓰세요',
    ),
    "type-number": (
        '"{value}" is no number in its shortest form: write it as 33.6, 29 or 2.5e24',
        '"{value}" 값은 가장 짧게 적은 숫자가 아닙니다. 33.6, 29, 2.5e24처럼 쓰세요',
    ),
    "type-boolean": ('"{value}" is neither true nor false', '"{value}" 값은 true도 false도 아닙니다'),
    "enum": ('"{value}" is not one of {wanted}', '"{value}" 값은 쓸 수 없습니다. 허용 값: {wanted}'),
    "pattern": ('"{value}" does not have the form {wanted}', '"{value}" 값이 형식에 맞지 않습니다. 형식: {wanted}'),
    "minimum": ("{value} is less than {wanted}", "{value} 값이 최솟값 {wanted}보다 작습니다"),
    "maximum": ("{value} is more than {wanted}", "{value} 값이 최댓값 {wanted}보다 큽니다"),
    "exclusiveMinimum": ("{value} must be more than {wanted}", "{value} 값은 {wanted}보다 커야 합니다"),
    "exclusiveMaximum": ("{value} must be less than {wanted}", "{value} 값은 {wanted}보다 작아야 합니다"),
    "minLength": ('"{value}" has fewer than {wanted} characters', '"{value}" 값이 {wanted}자보다 짧습니다'),
    "maxLength": ('"{value}" has more than {wanted} characters', '"{value}" 값이 {wanted}자보다 깁니다'),
    "unique": ('"{value}" stands already in line {first}', '"{value}" 값이 이미 {first}번째 줄에 있습니다'),
    "unique-key": (
        "the combination {value} stands already in line {first}",
        "{value} 조합이 이미 {first}번째 줄에 있습니다",
    ),
    "foreign-key": ('"{value}" is not in {wanted}', '"{value}" 값이 {wanted}에 없습니다'),
    # the descriptor and the schemas
    "not-utf-8": ("the file is not UTF-8: save it as UTF-8", "파일이 UTF-8이 아닙니다. UTF-8로 저장하세요"),
    "not-json": ("not JSON: {problem} (character {at})", "JSON이 아닙니다: {problem}({at}번째 글자)"),
    "not-object": ("must be a JSON object", "JSON 객체여야 합니다"),
    "descriptor": ("{at}: {problem}", "{at} 부분이 Data Package 표준에 맞지 않습니다: {problem}"),
    "no-place": ("{at} must name a file", "{at}에 파일 이름이 있어야 합니다"),
    "outside": (
        '"{value}" points outside the folder of the record: write a relative path inside it',
        '"{value}" 경로는 기록 폴더 밖을 가리킵니다. 폴더 안의 상대 경로를 쓰세요',
    ),
    "twice": ('the name "{value}" is given twice', '"{value}" 이름이 두 번 쓰였습니다'),
    "one-key": ("{at} must name one column", "{at}에는 열 하나만 쓸 수 있습니다"),
    "unknown-type": ('"{value}" is no type of the record', '"{value}" 형은 이 기록에서 쓰지 않습니다'),
    "unknown-constraint": (
        'columns of type {type} have no constraint "{value}"',
        '{type} 형의 열에는 "{value}" 제약이 없습니다',
    ),
    "bad-constraint": ('{name} can\'t be "{value}"', '{name} 값으로 "{value}" 값을 쓸 수 없습니다'),
    "unknown-table": ('there is no table "{value}"', '"{value}" 표가 없습니다'),
    "unknown-column": (
        '{at}: {table} has no column "{value}"',
        '{at}: {table} 표에 "{value}" 열이 없습니다',
    ),
    # the validators themselves
    "frictionless": ("Frictionless: {problem}", "Frictionless: {problem}"),
    "rule-header": (
        "the header needs a line `-- {line}: …`",
        "머리말에 `-- {line}: …` 줄이 있어야 합니다",
    ),
    "not-run": ("could not be run: {problem}", "규칙을 실행하지 못했습니다: {problem}"),
}

CLOSING = {
    "en": {
        "sample": "{file}: Frictionless read the first {read:,} of {rows:,} rows; Pandera and the rules read all",
        "scope": "{tables} tables, {rows:,} rows, {rules} rules",
        "unread": "the descriptor or a schema is broken, so no table was read",
        "none": "no findings",
        "one": "1 finding",
        "some": "{count:,} findings",
    },
    "ko": {
        "sample": "{file}: Frictionless는 {rows:,}행 가운데 처음 {read:,}행만 읽었고, Pandera와 규칙은 모두 읽었습니다",
        "scope": "표 {tables}개, 행 {rows:,}개, 규칙 {rules}개",
        "unread": "기술서나 스키마가 잘못되어 표를 읽지 못했습니다",
        "none": "문제 없음",
        "one": "문제 1건",
        "some": "문제 {count:,}건",
    },
}

HINTS = {"meant": ('did you mean "{meant}"?', '비슷한 값: "{meant}"')}


def sentence(kind: str, **values: Any) -> tuple[str, str]:
    """Return the English and the Korean sentence of a kind, filled."""
    en, ko = SENTENCES[kind]
    return en.format(**values), ko.format(**values)


def meant(suggestions: list[str]) -> tuple[str, str]:
    """Return the hint that names the nearest value, or two empty texts."""
    if not suggestions:
        return "", ""
    en, ko = HINTS["meant"]
    return en.format(meant=suggestions[0]), ko.format(meant=suggestions[0])


def closing(report: "Report", lang: str) -> list[str]:
    """Return the closing lines of a report: what was read in part, how much was checked, how much found."""
    lines = CLOSING[lang if lang in CLOSING else "en"]
    count = len(report.findings)
    scope = lines["scope"].format(tables=report.tables, rows=report.rows, rules=report.rules)
    found = lines["one" if count == 1 else "some" if count else "none"].format(count=count)
    parts = [lines["sample"].format(**vars(sample)) for sample in report.samples]
    return [*parts, f"{scope if report.tables else lines['unread']}: {found}"]

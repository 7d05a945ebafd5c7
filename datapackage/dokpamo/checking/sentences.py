"""Every sentence of a check that no rule file brings itself, in English and Korean, in one place.

Placeholders are filled from the finding; a curator should learn what is wrong and what to write instead.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dokpamo.checking.findings import Report

SENTENCES: dict[str, tuple[str, str]] = {
    # the file
    "missing-file": ("the file is missing", "파일이 없습니다"),
    "empty-file": ("the file is empty: it needs at least its header", "파일이 비어 있습니다. 적어도 머리글 행은 있어야 합니다"),
    "byte-order-mark": (
        "the file starts with a byte-order mark: save it as UTF-8 without one",
        "파일이 바이트 순서 표시(BOM)로 시작합니다. BOM 없는 UTF-8로 저장하세요",
    ),
    "encoding": (
        "the file is {encoding}, not UTF-8: save it as UTF-8",
        "파일이 UTF-8이 아니라 {encoding}입니다. UTF-8로 저장하세요",
    ),
    "nul": ("the line holds a NUL byte: delete it", "행에 NUL 바이트가 있습니다. 지우세요"),
    "line-ending": ("lines end in CRLF or CR: save the file with LF", "줄 끝이 CRLF 또는 CR입니다. LF로 저장하세요"),
    "blank-line": ("the line is blank: delete it", "빈 줄입니다. 지우세요"),
    "broken-quote": (
        "the quotes don't match: a cell with a comma or a quote stands in quotes, a quote inside it is doubled, "
        "and no cell holds a line break",
        "따옴표가 맞지 않습니다. 쉼표나 따옴표가 든 칸은 따옴표로 감싸고, 안쪽 따옴표는 두 번 쓰며, 칸 안에서 줄을 바꾸지 마세요",
    ),
    "ragged-row": ("the row has {count} cells, the header {wanted}", "이 행은 {count}칸인데 머리글은 {wanted}칸입니다"),
    # the header
    "missing-column": ('the column "{column}" is missing', '"{column}" 열이 없습니다'),
    "extra-column": (
        'the column "{column}" is not in the schema: delete it, or add it to {schema}',
        '"{column}" 열은 스키마에 없습니다. 지우거나 {schema}에 추가하세요',
    ),
    "renamed-column": ('the column "{column}" should be called "{wanted}"', '"{column}" 열의 이름은 "{wanted}"이어야 합니다'),
    "duplicate-column": ('the column "{column}" stands {count} times in the header', '머리글에 "{column}" 열이 {count}번 나옵니다'),
    "column-order": ("the columns must stand in this order: {wanted}", "열의 순서는 다음과 같아야 합니다: {wanted}"),
    # the cell
    "required": ("the cell is empty, but {column} must be filled", "칸이 비어 있지만 {column} 값은 반드시 있어야 합니다"),
    "type-date": ('"{value}" is no day: write it as 2026-01-14', '"{value}"은(는) 날짜가 아닙니다. 2026-01-14처럼 쓰세요'),
    "type-integer": (
        '"{value}" is no whole number: write digits only, as 102000000000',
        '"{value}"은(는) 정수가 아닙니다. 102000000000처럼 숫자만 쓰세요',
    ),
    "type-number": ('"{value}" is no number: write it as 33.6', '"{value}"은(는) 숫자가 아닙니다. 33.6처럼 쓰세요'),
    "type-boolean": ('"{value}" is neither true nor false', '"{value}"은(는) true도 false도 아닙니다'),
    "enum": ('"{value}" is not one of {wanted}', '"{value}"은(는) 허용 값이 아닙니다. 허용 값: {wanted}'),
    "pattern": ('"{value}" does not have the form {wanted}', '"{value}"은(는) 형식에 맞지 않습니다. 형식: {wanted}'),
    "minimum": ("{value} is less than {wanted}", "{value}은(는) {wanted}보다 작습니다"),
    "maximum": ("{value} is more than {wanted}", "{value}은(는) {wanted}보다 큽니다"),
    "exclusiveMinimum": ("{value} must be more than {wanted}", "{value}은(는) {wanted}보다 커야 합니다"),
    "exclusiveMaximum": ("{value} must be less than {wanted}", "{value}은(는) {wanted}보다 작아야 합니다"),
    "minLength": ('"{value}" has fewer than {wanted} characters', '"{value}"은(는) {wanted}자보다 짧습니다'),
    "maxLength": ('"{value}" has more than {wanted} characters', '"{value}"은(는) {wanted}자보다 깁니다'),
    "unique": ('"{value}" stands already in line {first}', '"{value}"은(는) 이미 {first}행에 있습니다'),
    "unique-key": (
        "the combination {value} stands already in line {first}",
        "{value} 조합은 이미 {first}행에 있습니다",
    ),
    "foreign-key": ('"{value}" is not in {wanted}', '"{value}"은(는) {wanted}에 없습니다'),
    # the descriptor and the schemas
    "descriptor": ("{problem}", "{problem}"),
    "outside": (
        '"{value}" points outside the folder of the record: write a relative path inside it',
        '"{value}"은(는) 기록 폴더 밖을 가리킵니다. 폴더 안의 상대 경로를 쓰세요',
    ),
    "not-run": ("the rule could not run: {problem}", "규칙을 실행하지 못했습니다: {problem}"),
}

HINTS = {"meant": ('did you mean "{meant}"?', '"{meant}"을(를) 쓰려던 것입니까?')}


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


def summary(report: "Report", lang: str) -> str:
    """Return the closing line of a report."""
    count = len(report.findings)
    if lang == "ko":
        scope = f"표 {report.tables}개, 행 {report.rows:,}개, 규칙 {report.rules}개"
        return f"{scope}: " + (f"문제 {count:,}건" if count else "문제 없음")
    scope = f"{report.tables} tables, {report.rows:,} rows, {report.rules} rules"
    return f"{scope}: " + (f"{count:,} finding{'s' if count > 1 else ''}" if count else "no findings")

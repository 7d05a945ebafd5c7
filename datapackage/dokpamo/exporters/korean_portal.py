"""korean-portal/field-sheet.xlsx: what a national data portal asks for, in Korean, for an institution to adopt.

Only public institutions can register data at data.go.kr, so the sheet leaves to them what only they can say.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dokpamo.contract import Field, Table
from dokpamo.exporters import Publication
from dokpamo.exporters.about import About, about

if TYPE_CHECKING:
    import xlsxwriter

TYPES = {"string": "문자", "integer": "정수", "number": "실수", "boolean": "참·거짓", "date": "날짜(YYYY-MM-DD)"}
THEIRS = "(등록 기관이 기재)"

NOTICE = (
    "공공데이터포털에는 공공기관만 데이터를 등록할 수 있습니다. 독파모는 공공기관이 아니므로 직접 등록하지 않습니다.",
    "이 파일은 데이터를 등록하려는 공공기관과 다른 포털을 위한 자료입니다.",
    f"‘{THEIRS}’로 적은 칸은 등록 기관이 채우고, 파일명의 ‘독파모’는 등록 기관의 이름으로 바꿉니다.",
    "등록용 파일은 UTF-8(BOM 포함) CSV를 권합니다. ‘파일 목록’에 파일명과 원본 파일의 위치를 적었습니다.",
)

LIMITS = (
    "모델과 벤치마크에 관한 내용은 대부분 개발사가 밝힌 것입니다. 열별 출처 현황은 ‘출처 충족도’, 출처 간 엇갈림은 "
    "‘이견이 있는 칸’에 있습니다."
)

FILE_HEADS = (
    ("파일데이터명", 44),
    ("등록용 파일명", 58),
    ("원본 파일", 34),
    ("설명", 70),
    ("확장자", 8),
    ("전체 행", 9),
    ("열 수", 7),
    ("크기(바이트)", 12),
    ("SHA-256", 66),
)
COLUMN_HEADS = (
    ("파일데이터명", 44),
    ("순번", 6),
    ("컬럼명", 28),
    ("한글 컬럼명", 24),
    ("설명", 70),
    ("데이터 타입", 18),
    ("필수", 6),
    ("키", 34),
    ("허용값", 60),
)


def write(publication: Publication) -> Iterator[Path]:
    """Write and yield the workbook: notice, fields of the data set, its files, and its columns."""
    import xlsxwriter

    file = publication.folder / "korean-portal" / "field-sheet.xlsx"
    file.parent.mkdir(parents=True, exist_ok=True)
    told = about(publication)
    with xlsxwriter.Workbook(file, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": told.text("title", "ko"), "created": datetime.fromisoformat(told.day)})
        _sheet(book, "안내", [("안내", 110)], [(line,) for line in NOTICE])
        _sheet(book, "등록 항목", [("항목", 22), ("내용", 110)], fields(told))
        _sheet(book, "파일 목록", FILE_HEADS, files(publication, told))
        _sheet(book, "컬럼 정의서", COLUMN_HEADS, columns(publication, told))
    yield file


def _sheet(
    book: "xlsxwriter.Workbook", name: str, heads: Sequence[tuple[str, int]], rows: Iterable[Sequence[Any]]
) -> None:
    """Write a sheet with a frozen header; every text stays text."""
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    for column, (title, width) in enumerate(heads):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title, head)
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            sheet.write(number, column, value, body)
    sheet.freeze_panes(1, 0)


def fields(told: About) -> list[tuple[str, str]]:
    """Return the fields of a file data set, as data.go.kr names them."""
    return [
        ("파일데이터명", told.text("title", "ko")),
        ("영문명", told.text("title")),
        ("분류체계", "과학기술"),
        ("제공기관", f"{THEIRS} 원자료: {told.publisher('ko')}"),
        ("관리부서명", THEIRS),
        ("관리부서 전화번호", THEIRS),
        ("보유근거", THEIRS),
        ("수집방법", "공개 출처를 바탕으로 사람이 정리하고 행마다 출처를 표기"),
        ("업데이트 주기", told.frequency[2]),
        ("차기 등록 예정일", "미정"),
        ("매체유형", "텍스트"),
        ("확장자", "CSV"),
        ("키워드", ", ".join(told.keywords("ko"))),
        ("기준일", told.day),
        ("버전", told.version),
        ("등록일", THEIRS),
        ("수정일", told.day),
        ("제공형태", "파일 내려받기"),
        ("설명", told.text("description", "ko")),
        ("데이터 한계", LIMITS),
        ("기타 유의사항", f"인용: {told.cited('ko')} 인용한 사실의 출처도 함께 밝힙니다."),
        ("언어", "한국어, 영어"),
        ("공간범위", told.place("ko")),
        ("시간범위", " ~ ".join(told.temporal)),
        ("비용부과유무", "무료"),
        ("이용허락범위", f"{told.licence.ko} ({told.licence.spdx}) {told.licence.url}"),
    ]


def data_name(told: About, table: Table) -> str:
    """Return what a table is called among the data sets of a portal, fit for the name of a file."""
    subject = told.text("title", "ko").removeprefix(f"{told.publisher('ko')}: ").removesuffix("의 기록")
    return f"{subject} {table.text('title', 'ko').replace(':', '')}"


def files(publication: Publication, told: About) -> Iterator[tuple[Any, ...]]:
    """Yield a row a table and view: names by the national habit (provider, data, day), and where the file stands."""
    for table in publication.contract.all.values():
        own = publication.of(table)
        file = next((one for one in own if one.kind.suffix == "excel.csv"), own[0])
        name = data_name(told, table)
        habit = f"{told.publisher('ko')}_{name}_{told.day.replace('-', '')}.csv"
        text = table.text("description", "ko")
        yield name, habit, file.path, text, "CSV", file.rows, len(table.columns), file.bytes, file.sha256


def columns(publication: Publication, told: About) -> Iterator[tuple[Any, ...]]:
    """Yield a row a column."""
    for table in publication.contract.all.values():
        for number, field in enumerate(table.fields.values(), start=1):
            yield (
                data_name(told, table),
                number,
                field.name,
                field.text("title", "ko"),
                field.text("description", "ko"),
                TYPES[field.type],
                "필수" if field.required else "",
                _key(told, publication, table, field),
                ", ".join(f"{code}={field.label(code, 'ko')}" for code in field.codes or ()),
            )


def _key(told: About, publication: Publication, table: Table, field: Field) -> str:
    if not table.is_view and field.name == table.key:
        return "기본키"
    found = [key for key in table.foreign_keys if key.column == field.name]
    return f"외래키 → {data_name(told, publication.contract.tables[found[0].table])}" if found else ""

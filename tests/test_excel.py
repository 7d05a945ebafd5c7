"""What Excel opens: a CSV of its own that keeps hangul and runs nothing, and one workbook to read, filter and link."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest
import xlsxwriter
from openpyxl.workbook import Workbook
from readers import place

from dokpamo.contract import Package, Table, package
from dokpamo.errors import BadInput
from dokpamo.exporters import Publication, excel_csv, jsonl, sheets
from dokpamo.exporters import csv as machine_csv
from dokpamo.exporters import json as json_records
from dokpamo.exporters.filling import HEADS, LARGEST, LOOKS, fill
from dokpamo.exporters.sheets import Column, Sheet
from dokpamo.exporters.spreadsheet import MOST
from dokpamo.glance import SIGNS, glance

PACKAGE = package()
MARK = b"\xef\xbb\xbf"

# -- the CSV for Excel


def in_korean_excel(raw: bytes) -> list[list[str]]:
    """The cells of a CSV as a Korean Excel takes it: UTF-8 if it has the mark, CP949 if not; here without the types."""
    text = raw.removeprefix(MARK).decode("utf-8") if raw.startswith(MARK) else raw.decode("cp949", errors="replace")
    return list(csv.reader(io.StringIO(text, newline="")))


def test_a_korean_excel_reads_every_letter(dist: Path) -> None:
    machine = place(dist, "teams", "csv").read_bytes()
    _, *rows = in_korean_excel(place(dist, "teams", "excel.csv").read_bytes())
    assert next(row for row in rows if row[0] == "naver-cloud")[3] == "네이버클라우드 정예팀"
    assert not any("네이버클라우드 정예팀" in row for row in in_korean_excel(machine)), (
        "or the mark would not be needed"
    )


def test_text_beyond_cp949_survives(dist: Path) -> None:
    raw = b"".join(place(dist, name, "excel.csv").read_bytes() for name in PACKAGE.all)
    with pytest.raises(UnicodeEncodeError):
        raw.decode("utf-8").replace("\ufeff", "").encode("cp949")
    for name in PACKAGE.all:
        with place(dist, name, "csv").open(encoding="utf-8", newline="") as lines:
            assert in_korean_excel(place(dist, name, "excel.csv").read_bytes()) == list(csv.reader(lines)), name


def test_it_has_the_mark_and_the_line_ends_of_windows(dist: Path) -> None:
    for name in PACKAGE.all:
        raw = place(dist, name, "excel.csv").read_bytes()
        assert raw.startswith(MARK) and raw.count(MARK) == 1 and raw.endswith(b"\r\n"), name
        assert raw.count(b"\n") == raw.count(b"\r\n") and not raw[3:].startswith(b"sep="), name
        machine = place(dist, name, "csv").read_bytes()
        assert raw[3:].partition(b"\r\n")[0] == machine.partition(b"\n")[0], name


# -- cells that a spreadsheet would run, cut or change

GUARDED = {
    "=1+1": "'=1+1", "=cmd|' /C calc'!A0": "'=cmd|' /C calc'!A0", "+82-2-1234": "'+82-2-1234", "-": "'-",
    "-1+1": "'-1+1", "-5 points": "'-5 points", "@SUM(A1:A9)": "'@SUM(A1:A9)", "\t=1": "'\t=1", "\ttab": "'\ttab",
    " =1+1": "' =1+1", "＝1+1": "'＝1+1", "＋1": "'＋1", "－1+1": "'－1+1", "＠A1": "'＠A1", "\n=1": "'\n=1",
}  # fmt: skip
"""A text and what stands for it in the CSV for Excel."""
HARMLESS = [
    "-5", "-5.25", "5", "5-3", "a=b", "00123", "2025-08", "1e5", "똠방각하 – é 🇰🇷", 'a "quoted", b', "line\nline",
    "'=1+1", "_x0041_", "http://example.org/a b", "{=1}", "", "true", "NA", "NULL", "#N/A", "#REF!",
]  # fmt: skip
"""Texts that stay as they are everywhere; an empty text is an empty cell."""


@dataclass(frozen=True)
class Things:
    """A record of one table with the texts that are given."""

    publication: Publication
    table: Table


@pytest.fixture
def things(tmp_path: Path) -> Iterator[Any]:
    """A function that makes a record of one table, `things`, of texts; a row's number is its key."""
    with duckdb.connect() as con:

        def made(*texts: str) -> Things:
            con.execute("CREATE SCHEMA published; CREATE TABLE published.things (thing_id BIGINT, text VARCHAR)")
            con.executemany("INSERT INTO published.things VALUES (?, ?)", [[at, text] for at, text in enumerate(texts)])
            fields = [{"name": "thing_id", "type": "integer", "title": "Thing"}, {"name": "text", "title": "Text"}]
            table = Table("things", "seeds/things.csv", {"primaryKey": "thing_id", "fields": fields})
            contract = Package(tmp_path, {}, {"things": table}, {})
            return Things(Publication(contract, con, tmp_path), table)

        yield made


def test_formulas_are_guarded_for_excel_and_nowhere_else(things: Any) -> None:
    texts = [*GUARDED, *HARMLESS]
    publication = things(*texts).publication
    (for_excel,) = excel_csv.write(publication)
    assert [row[1] for row in in_korean_excel(for_excel.read_bytes())[1:]] == [*GUARDED.values(), *HARMLESS]
    (machine,) = machine_csv.write(publication)
    with machine.open(encoding="utf-8", newline="") as lines:
        assert [row["text"] for row in csv.DictReader(lines)] == texts
    (records,) = json_records.write(publication)
    assert [row["text"] for row in json.loads(records.read_text(encoding="utf-8"))] == texts
    (lines_file,) = jsonl.write(publication)
    with lines_file.open(encoding="utf-8") as lines:
        assert [json.loads(line)["text"] for line in lines] == texts


def test_no_text_becomes_a_formula_a_number_or_a_link_in_the_workbook(things: Any, tmp_path: Path) -> None:
    texts = [*GUARDED, *HARMLESS]
    made = things(*texts)
    cells = [row[1] for row in reopened(tmp_path, sheets.rows(made.publication, made.table))]
    assert [cell.value or "" for cell in cells] == texts
    assert {cell.data_type for cell in cells if cell.value} == {"s"} and not any(cell.hyperlink for cell in cells)


@pytest.mark.parametrize(
    ("text", "en", "ko"),
    [
        ("가" * (MOST + 1), "the text has 32,768 characters, and a cell of Excel holds 32,767: shorten it", "32,768자"),
        ("🇰🇷" * 10_000, "the text has 40,000 characters, and a cell of Excel holds 32,767: shorten it", "40,000자"),
        ("a\x07b", "the text holds the control character U+0007, which Excel can't hold: delete it", "U+0007"),
        ("a\rb", "the text holds the control character U+000D, which Excel can't hold: delete it", "U+000D"),
    ],
)
def test_what_excel_would_cut_or_change_is_refused(things: Any, tmp_path: Path, text: str, en: str, ko: str) -> None:
    made = things("fine", text)
    for write in (lambda: list(excel_csv.write(made.publication)), lambda: sheets.rows(made.publication, made.table)):
        with pytest.raises(BadInput) as refused:
            write()
        assert str(refused.value) == f"things 1: text: {en}"
        assert refused.value.ko.startswith("things 1: text: 글") and ko in refused.value.ko
    assert not list(tmp_path.rglob("*.excel.csv")), "nothing half-written"
    (machine,) = machine_csv.write(made.publication)
    assert text in machine.read_bytes().decode("utf-8"), "the machine's CSV holds it"


def test_the_check_knows_the_same_bound() -> None:
    rule = (PACKAGE.folder / "schemas" / "rules" / "fits-a-cell.sql").read_text(encoding="utf-8")
    assert f"length(value) > {MOST}\n" in rule


def test_the_longest_text_is_held_whole(things: Any, tmp_path: Path) -> None:
    made = things("나" * MOST)
    (row,) = reopened(tmp_path, sheets.rows(made.publication, made.table))
    assert row[1].value == "나" * MOST


def test_numbers_that_excel_would_round_stand_as_text(tmp_path: Path) -> None:
    columns = [Column("수", "Number", "number", "integer")]
    cells = reopened(tmp_path, Sheet("numbers", columns, [(LARGEST - 1,), (LARGEST + 1,), (-LARGEST,), (0,)]))
    assert [row[0].value for row in cells] == [LARGEST - 1, str(LARGEST + 1), str(-LARGEST), 0]


def test_an_address_too_long_for_a_link_stays_a_text(tmp_path: Path) -> None:
    short, long = "https://example.org/?q=1&b=%20가", "https://example.org/" + "a" * 3000
    cells = reopened(tmp_path, Sheet("links", [Column("주소", "Address", "url", "link")], [(short,), (long,)]))
    assert [row[0].value for row in cells] == [short, long]
    assert [bool(row[0].hyperlink) for row in cells] == [True, False]


def reopened(folder: Path, sheet: Sheet) -> list[Any]:
    """The rows of a sheet that was written and read again, without its header."""
    file = folder / "sheet.xlsx"
    with xlsxwriter.Workbook(str(file)) as workbook:
        fill(workbook, sheet, {name: workbook.add_format(look) for name, look in LOOKS.items()})
    return list(openpyxl.load_workbook(file)[sheet.name].iter_rows(min_row=HEADS + 1))


# -- the workbook


@pytest.fixture(scope="module")
def workbook(dist: Path) -> Workbook:
    return openpyxl.load_workbook(dist / "dokpamo.xlsx", read_only=True)


@pytest.fixture(scope="module")
def small(published: Publication, tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    """A workbook of a few sheets, opened with all that openpyxl tells of them."""
    file = tmp_path_factory.mktemp("small") / "small.xlsx"
    with xlsxwriter.Workbook(str(file)) as workbook:
        looks = {name: workbook.add_format(look) for name, look in LOOKS.items()}
        for name in ("rounds", "sources", "responses", "models"):
            fill(workbook, sheets.rows(published, PACKAGE.tables[name]), looks)
        fill(workbook, sheets.overview(published), looks)
    return openpyxl.load_workbook(file)


def test_the_dictionary_comes_first_then_the_field_then_all_tables_and_views(workbook: Workbook) -> None:
    assert workbook.sheetnames == ["dictionary", "field", *PACKAGE.all]
    assert all(len(name) <= 31 for name in workbook.sheetnames)


def test_the_dictionary_describes_every_table_and_column(workbook: Workbook) -> None:
    korean, english, names, *rows = workbook["dictionary"].iter_rows(values_only=True)
    assert (korean[0], english[0], names[0]) == ("표·뷰", "Table or view", "table_name")
    assert len(korean) == len(english) == len(names) == 12 and all(korean) and all(english)
    assert [(row[0], row[1]) for row in rows] == [
        (table.name, column) for table in PACKAGE.all.values() for column in (None, *table.columns)
    ]
    by_column = {row[:2]: dict(zip(names, row, strict=True)) for row in rows}
    outcome = by_column["results", "outcome"]
    assert (outcome["title_ko"], outcome["title_en"], outcome["type"]) == ("결과", "Outcome", "string")
    assert (outcome["is_required"], outcome["is_key"], outcome["points_to"]) == (True, False, None)
    assert "eliminated: 탈락" in outcome["codes_ko"].split("\n")
    assert "eliminated: Eliminated" in outcome["codes_en"].split("\n")
    assert by_column["results", "team_id"]["points_to"] == "teams.team_id"
    assert by_column["team_status", "team_id"]["is_key"] is True
    view = by_column["team_status", None]
    assert (view["type"], view["title_ko"], view["is_required"]) == ("view", "팀별 현황", None)
    assert view["description_ko"].startswith("팀별 1행")
    assert all(row[2] and row[3] and row[10] and row[11] for row in rows), "titles and descriptions in both languages"


def test_the_field_tells_each_teams_way_in_words(workbook: Workbook) -> None:
    korean, english, names, *rows = workbook["field"].iter_rows(values_only=True)
    assert names == (
        "team_id", "team_name", "r0-application", "r0-document", "r0-presentation", "r1", "r1-additional", "r2", "r3"
    )  # fmt: skip
    assert (korean[5], english[5]) == ("1차 단계평가", "First stage evaluation")
    ways = {row[0]: row[1:] for row in rows}
    assert len(ways) == 16
    assert ways["motif-technologies"] == (
        "모티프테크놀로지스 정예팀\nMotif Technologies team", "접수\nApplication accepted", "통과\nAdvanced",
        "미선정\nNot selected", None, "선정\nSelected", "탈락\nEliminated", None,
    )  # fmt: skip
    assert ways["naver-cloud"][4:6] == ("탈락\nEliminated", "미신청\nDid not apply")


def test_every_outcome_has_a_sign_and_every_sign_a_look(published: Publication) -> None:
    assert set(SIGNS) == set(PACKAGE.tables["results"].fields["outcome"].codes or [])
    assert set(SIGNS.values()) <= set(LOOKS)
    seen = glance(published.con)
    assert {seen.sign(team, of) for team in seen.teams for of in seen.rounds} == {*SIGNS.values(), ""}


def test_outcomes_look_apart_without_red_or_green(small: Workbook) -> None:
    fills = {cell.value: cell.fill.fgColor.rgb[-6:] for row in small["field"].iter_rows(min_row=4) for cell in row[2:]}
    lightness = {}
    for words, colour in fills.items():
        red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
        lightness[words] = 0.3 * red + 0.59 * green + 0.11 * blue
        assert not (red > 1.3 * green or green > 1.3 * red), words
    assert abs(lightness["선정\nSelected"] - lightness["탈락\nEliminated"]) > 20


def test_headers_stay_in_sight_and_every_row_can_be_filtered(small: Workbook) -> None:
    for name, count in (("rounds", 7), ("sources", 523), ("responses", 0)):
        sheet = small[name]
        last = openpyxl.utils.get_column_letter(len(PACKAGE.tables[name].columns))
        assert sheet.freeze_panes == "B4"
        assert sheet.auto_filter.ref == f"A3:{last}{3 + count}"
        assert sheet.print_title_rows == "$1:$3"


def test_days_are_days_addresses_links_and_long_texts_wrapped(small: Workbook) -> None:
    rounds = {cell.value: cell.column for cell in small["rounds"][3]}
    day = small["rounds"].cell(4, rounds["announced_on"])
    assert day.is_date and day.number_format == "yyyy-mm-dd" and str(day.value) == "2025-07-21 00:00:00"
    sources = {cell.value: cell.column for cell in small["sources"][3]}
    linked = [row for row in small["sources"].iter_rows(min_row=4) if row[sources["url"] - 1].value]
    assert all(row[sources["url"] - 1].hyperlink.target == row[sources["url"] - 1].value for row in linked)
    title = small["sources"].cell(4, sources["note"])
    assert title.alignment.wrap_text and not small["sources"].cell(4, sources["source_id"]).alignment.wrap_text
    heights = {row: size.height for row, size in small["sources"].row_dimensions.items() if size.height}
    assert len(heights) > 100 and max(heights.values()) <= 409


def test_columns_are_as_wide_as_their_cells_within_bounds(small: Workbook) -> None:
    for sheet in small.worksheets:
        widths = [size.width for size in sheet.column_dimensions.values()]
        assert min(widths) >= 9 and max(widths) <= 50, sheet.title
    models = small["models"]
    at = {cell.value: cell.column_letter for cell in models[3]}
    longest = max(len(str(cell.value)) for cell in models[at["model_id"]][3:])
    assert models.column_dimensions[at["model_id"]].width > longest


def test_it_is_dated_by_the_record_and_says_what_it_is(dist: Path) -> None:
    with zipfile.ZipFile(dist / "dokpamo.xlsx") as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        about = openpyxl.load_workbook(dist / "dokpamo.xlsx", read_only=True).properties
        formulas = [name for name in parts.namelist() if "worksheets/sheet" in name and b"<f>" in parts.read(name)]
    assert formulas == []
    assert (about.creator, str(about.created)[:10]) == ("dokpamo", PACKAGE.day)
    assert about.title == PACKAGE.spec["title"] and about.subject == PACKAGE.spec["title_ko"]
    assert about.description == f"dokpamo {PACKAGE.version}, {PACKAGE.day}, CC-BY-4.0"

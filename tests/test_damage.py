"""Damage in the bytes of a seed: each kind is told where it stands, and the rest of the file is read on."""

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from dokpamo.checking.reading import Seed, read_seed
from dokpamo.contract import Table

COLUMNS = ["team_id", "name_ko", "note"]
TABLE = Table("teams", "teams.csv", {"primaryKey": "team_id", "fields": [{"name": name} for name in COLUMNS]})
SOUND = 'team_id,name_ko,note\nalpha,알파,\nbeta,베타,"one, two"\ngamma,감마,\n'
CELLS = [("alpha", "알파", None), ("beta", "베타", "one, two"), ("gamma", "감마", None)]


def read(folder: Path, raw: bytes) -> Seed:
    (folder / "teams.csv").write_bytes(raw)
    return read_seed(TABLE, folder)


def told(seed: Seed) -> list[str]:
    return [f"{finding.line or ''} {finding.kind}".strip() for finding in seed.findings]


def test_a_sound_seed_is_read_as_it_is_typed(tmp_path: Path) -> None:
    seed = read(tmp_path, SOUND.encode())
    assert told(seed) == []
    assert seed.frame.rows() == CELLS
    assert [seed.line(row) for row in range(3)] == [2, 3, 4]


@pytest.mark.parametrize(
    ("damage", "findings"),
    [
        (lambda text: text.encode("cp949"), ["2 cp949"]),
        (lambda text: text.encode("utf-16"), ["utf-16"]),
        (lambda text: text.encode("utf-8-sig"), ["1 byte-order-mark"]),
        (lambda text: text.encode().replace(b"\n", b"\r\n"), ["line-ending"]),
        (lambda text: text.encode().replace(b"\n", b"\r"), ["line-ending"]),
        (lambda text: text.encode().replace(b"beta", b"be\0ta").replace(b"gamma", b"\0gamma"), ["3 nul", "4 nul"]),
        (lambda text: text.encode("utf-8-sig").replace(b"\n", b"\r\n"), ["1 byte-order-mark", "line-ending"]),
        (lambda text: text.encode().rstrip(b"\n"), []),
        (lambda text: text.encode().replace(b"alpha", b'"alpha"').replace(b"\ngamma,", b'\n"gamma",'), []),
    ],
    ids=["cp949", "utf-16", "mark", "crlf", "cr", "nul", "mark and crlf", "no last line end", "needless quotes"],
)
def test_the_cells_are_read_through_the_damage(
    tmp_path: Path, damage: Callable[[str], bytes], findings: list[str]
) -> None:
    seed = read(tmp_path, damage(SOUND))
    assert told(seed) == findings
    assert seed.frame.rows() == CELLS


def test_bytes_of_no_known_encoding_are_placed(tmp_path: Path) -> None:
    seed = read(tmp_path, SOUND.encode().replace("감마".encode(), b"\xff\xff"))
    assert told(seed) == ["4 encoding"]
    assert seed.frame["team_id"].to_list() == ["alpha", "beta", "gamma"]


@pytest.mark.parametrize("raw", [b"", b"\n", b"\n\nalpha,1,2\n", b"\xef\xbb\xbf"])
def test_a_file_without_a_header_is_empty(tmp_path: Path, raw: bytes) -> None:
    seed = read(tmp_path, raw)
    assert told(seed)[-1] == "empty-file"
    assert seed.frame.shape == (0, 0)


def test_a_header_alone_is_a_table_without_rows(tmp_path: Path) -> None:
    for raw in (b"team_id,name_ko,note\n", b"team_id,name_ko,note"):
        seed = read(tmp_path, raw)
        assert told(seed) == []
        assert seed.frame.shape == (0, 3)


@pytest.mark.parametrize("place", ["nowhere", "."])
def test_a_missing_file_is_told(tmp_path: Path, place: str) -> None:
    seed = read_seed(Table("teams", place, TABLE.spec), tmp_path)
    assert told(seed) == ["missing-file"]


@pytest.mark.parametrize(
    ("rows", "findings", "lines"),
    [
        ("alpha,1\nbeta,1,2\n", ["2 ragged-row"], [2, 3]),
        ("alpha,1,2,3\nbeta,1,2\n", ["2 ragged-row"], [2, 3]),
        ("alpha\nbeta,1,2\n", ["2 ragged-row"], [2, 3]),
        ("alpha,1,2\n\n\nbeta,1,2\n", ["3 blank-line", "4 blank-line"], [2, 5]),
        ('alpha,"1,2\nbeta,1,2\n', ["2 broken-quote"], [3]),
        ('alpha,1"1,2\nbeta,1,2\n', ["2 broken-quote"], [3]),
        ('alpha,"1"1,2\nbeta,1,2\n', ["2 broken-quote"], [3]),
        ('alpha,"1\n2\n3",2\nbeta,1,2\n', ["2 line-break"], [2, 5]),
        ('alpha,"1\n\n3",2\nbeta,1,2\n', ["2 line-break"], [2, 5]),
        ('alpha,"1\nbeta,1,2\ngamma,1",2\n', ["2 broken-quote", "4 broken-quote"], [3]),
        ('alpha,"1\n2",2,3\nbeta,1,2\n', ["2 line-break", "2 ragged-row"], [2, 4]),
        (",,\nbeta,1,2\n", [], [2, 3]),
        ('"","",""\nbeta,1,2\n', [], [2, 3]),
    ],
)
def test_damaged_lines_are_told_and_the_others_keep_their_place(
    tmp_path: Path, rows: str, findings: list[str], lines: list[int]
) -> None:
    seed = read(tmp_path, f"team_id,name_ko,note\n{rows}".encode())
    assert told(seed) == findings
    assert [seed.line(row) for row in range(seed.frame.height)] == lines
    assert [seed.row(line) for line in lines] == list(range(len(lines)))
    if "beta" in seed.frame["team_id"].to_list():
        assert seed.frame.filter(pl.col("team_id") == "beta").rows() == [("beta", "1", "2")]


def test_no_row_stands_in_a_line_without_one(tmp_path: Path) -> None:
    seed = read(tmp_path, b"team_id,name_ko,note\nalpha,1,2\n\nbeta,1,2\n")
    assert [seed.row(line) for line in range(6)] == [None, None, 0, None, 1, None]


@pytest.mark.parametrize(
    ("header", "findings", "read_as"),
    [
        ("team_id,note", ["1 missing-column name_ko"], ["team_id", "note"]),
        ("team_id,name_ko,note,size", ["1 extra-column size"], COLUMNS),
        ("team_id,name_kr,note", ["1 renamed-column name_kr"], COLUMNS),
        (" team_id,name_ko,note", ["1 renamed-column  team_id"], COLUMNS),
        ("team_id,Note,name_ko", ["1 renamed-column Note", "1 column-order None"], COLUMNS),
        ("note,name_ko,team_id", ["1 column-order None"], COLUMNS),
        ("team_id,team_id,note", ["1 duplicate-column team_id", "1 missing-column name_ko"], ["team_id", "note"]),
        ("a,b,c", ["1 extra-column a", "1 extra-column b", "1 extra-column c"]
         + [f"1 missing-column {name}" for name in COLUMNS], []),
        ('"team_id","name_ko","note"', [], COLUMNS),
    ],
)  # fmt: skip
def test_a_wrong_header_is_told_column_by_column(
    tmp_path: Path, header: str, findings: list[str], read_as: list[str]
) -> None:
    row = ",".join(f"{number}" for number in range(header.count(",") + 1))
    seed = read(tmp_path, f"{header}\n{row}\n".encode())
    assert [f"{finding.line} {finding.kind} {finding.column}" for finding in seed.findings] == findings
    assert seed.frame.columns == read_as

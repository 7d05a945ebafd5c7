"""The charts of the release: drawn from the views alone, in two languages, for every eye and in grey print."""

import colorsys
import re
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import duckdb
import pytest

from dokpamo import exporters, figures
from dokpamo.contract import package
from dokpamo.errors import MissingExtra
from dokpamo.exporters import Publication
from dokpamo.figures import FIGURES, LANGUAGES, Figure, cells, figure, intervals, over_time, sheet, style, svg
from dokpamo.figures.setting import width
from dokpamo.figures.words import PHRASES
from dokpamo.rendering.csv import render
from dokpamo.why.words import say as told

PAIRS = [(name, lang) for name in FIGURES for lang in LANGUAGES]
Chart = dict[str, Any]
Drawn = dict[str, Figure]
Charts = dict[tuple[str, str], Chart]
Pictures = dict[tuple[str, str], str]
SVG = "{http://www.w3.org/2000/svg}"
EDITORS = "scheme_id = 'editors' AND aggregation = 'arithmetic'"


@pytest.fixture(scope="module")
def con(published: Publication) -> duckdb.DuckDBPyConnection:
    return published.con


@pytest.fixture(scope="module")
def drawn(con: duckdb.DuckDBPyConnection) -> Drawn:
    return {name: figure(con, name) for name in FIGURES}


@pytest.fixture(scope="module")
def sheets(drawn: Drawn) -> dict[tuple[str, str], sheet.Sheet]:
    return {(name, lang): drawn[name].sheet(lang) for name, lang in PAIRS}


@pytest.fixture(scope="module")
def pictures(dist: Path) -> Pictures:
    return {(name, lang): (dist / f"figures/{name}.{lang}.svg").read_text(encoding="utf-8") for name, lang in PAIRS}


@pytest.fixture(scope="module")
def charts(sheets: dict[tuple[str, str], sheet.Sheet]) -> Charts:
    return {key: one.chart() for key, one in sheets.items()}


def layers(chart: Chart, name: str) -> list[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """The layers of a name in the Vega-Lite chart, each with the rows that it holds."""
    found = [layer for layer in chart["layer"] if re.fullmatch(rf"{name}-\d+", layer["name"])]
    return [(layer, layer["data"]["values"]) for layer in found]


def marks(chart: Chart, name: str) -> list[dict[str, Any]]:
    return [row for _, rows in layers(chart, name) for row in rows]


def texts(picture: str) -> list[str]:
    return [text.text or "" for text in ElementTree.fromstring(picture).iter(f"{SVG}text")]


def shapes(picture: str, name: str) -> list[ElementTree.Element]:
    groups = ElementTree.fromstring(picture).iter(f"{SVG}g")
    return [shape for group in groups if group.get("class") == name for shape in group]


# what is drawn is what the views tell


def test_intervals_are_those_of_the_view(con: duckdb.DuckDBPyConnection, charts: Charts) -> None:
    columns = ("round_id", "model_id", "axis", "lower", "observed_low", "observed_high", "upper")
    rows = con.execute(f"SELECT {', '.join(columns)} FROM independence_scores WHERE {EDITORS}").fetchall()
    assert len(rows) == 18
    chart = charts["independence-intervals", "en"]
    assert {tuple(row[c] for c in columns) for row in marks(chart, "interval")} == set(rows)
    shown = {row for row in rows if row[4] is not None}
    assert {tuple(row[c] for c in columns) for row in marks(chart, "observed")} == shown and 0 < len(shown) < len(rows)


def test_bars_stand_where_the_figures_are(drawn: Drawn, pictures: Pictures) -> None:
    expected = []
    for row in drawn["independence-intervals"].table.records():
        left, right = intervals.HALVES[row["axis"]]
        expected.append([left + row[bound] * (right - left) for bound in ("lower", "upper")])
    for lang in LANGUAGES:
        found = []
        for bar in shapes(pictures["independence-intervals", lang], "interval"):
            x, length = re.match(r"M([\d.]+),[\d.]+h([\d.]+)v", bar.attrib["d"]).groups()  # type: ignore[union-attr]
            found.append([float(x), float(x) + float(length)])
        assert sorted(found) == [pytest.approx(ends, abs=0.01) for ends in sorted(expected)]


def test_thin_lines_span_all_schemes(con: duckdb.DuckDBPyConnection, drawn: Drawn, charts: Charts) -> None:
    query = "SELECT round_id, model_id, axis, min(lower), max(upper) FROM independence_scores GROUP BY ALL"
    widest = {row[:3]: row[3:] for row in con.execute(query).fetchall()}
    lines = [row for row in marks(charts["independence-intervals", "en"], "envelope") if row["x"] < row["x2"]]
    assert len(lines) == len(widest)
    for line in lines:
        left, right = intervals.HALVES[line["axis"]]
        ends = [left + value * (right - left) for value in widest[line["round_id"], line["model_id"], line["axis"]]]
        assert [line["x"], line["x2"]] == pytest.approx(ends, abs=0.01)
    assert any(row["lowest_over_schemes"] < row["lower"] for row in drawn["independence-intervals"].table.records())


def test_every_gate_stands_in_words_beside_its_model(con: duckdb.DuckDBPyConnection, pictures: Pictures) -> None:
    gates = con.execute("SELECT gate, sentence_en, sentence_ko FROM independence_gate").fetchall()
    for place, (lang, head) in enumerate((("en", "Minimum condition: "), ("ko", "독자성 최소요건: ")), start=1):
        lines = texts(pictures["independence-intervals", lang])
        for gate in gates:
            assert gate[place] in " ".join(lines)
        label = package().views["independence_gate"].field("gate").label
        values = sorted(line.removeprefix(head) for line in lines if line.startswith(head))
        assert values == sorted(label(gate, lang).lower() for gate, *_ in gates)


def test_cells_are_those_of_the_view(con: duckdb.DuckDBPyConnection, charts: Charts) -> None:
    query = """SELECT round_id, model_id, indicator_id, finding, is_known, lower_level, upper_level, top_level
        FROM independence_cells JOIN submissions USING (team_id, model_id) WHERE is_scored"""
    view = {row[:3]: row[3:] for row in con.execute(query).fetchall()}
    assert len(view) == 180
    found: dict[tuple[str, ...], set[str]] = {}
    levels: dict[tuple[str, ...], list[int]] = {}
    starts: dict[tuple[str, ...], float] = {}
    for kind in ("scale", "known", "open", "not-read", "not-found", "not-applicable"):
        for mark in marks(charts["independence-cells", "en"], kind):
            if "model_id" not in mark:  # the key
                continue
            cell = (mark["round_id"], mark["model_id"], mark["indicator_id"])
            if kind == "scale":
                starts[cell] = mark["x"]
                continue
            found.setdefault(cell, set()).add(kind)
            if "level" in mark:
                levels.setdefault(cell, []).append(mark["level"])
                place = starts[cell] + cells.STRIP * mark["level"] / (view[cell][4] + 1)
                assert mark["x"] == pytest.approx(place, abs=0.01)
    for cell, (finding, is_known, low, high, _) in view.items():
        assert found[cell] == {finding if finding != "stated" else "known" if is_known else "open"}
        assert sorted(levels.get(cell, [])) == (list(range(low, high + 1)) if finding == "stated" else [])


def test_indicators_stand_by_dimension_and_models_in_columns(drawn: Drawn, charts: Charts) -> None:
    places: dict[str, set[float]] = {}
    rows = drawn["independence-cells"].table.records()
    boxes = [m for kind in ("scale", "not-read", "not-found") for m in marks(charts["independence-cells", "en"], kind)]
    for mark in boxes:
        if "model_id" in mark:
            places.setdefault(mark["model_id"], set()).add(mark["x"])
    assert all(len(place) == 1 for place in places.values())
    heights = {(m["round_id"], m["indicator_id"]): m["y"] for m in boxes if "model_id" in m}
    for round_id in ("r1", "r2"):
        order = dict.fromkeys(row["indicator_id"] for row in rows if row["round_id"] == round_id)
        drawn_order = [heights[round_id, indicator] for indicator in order if (round_id, indicator) in heights]
        assert drawn_order == sorted(drawn_order)
    dimensions = list(dict.fromkeys(row["dimension_id"] for row in rows))
    assert dimensions == ["provenance", "design", "data", "infrastructure", "control", "verifiability"]


def test_bands_are_the_table(drawn: Drawn, charts: Charts) -> None:
    table = [row for row in drawn["independence-over-time"].table.records() if row["row_kind"] == "step"]
    found = {
        (r["round_id"], r["model_id"], r["axis"], r["day"], r["lower"], r["upper"])
        for r in marks(charts["independence-over-time", "en"], "band")
    }
    steps = {
        (r["round_id"], r["model_id"], r["axis"], (r["since_on"] - over_time.START).days, r["lower"], r["upper"])
        for r in table
    }
    ends = {
        (r["round_id"], r["model_id"], r["axis"], (r["until_on"] - over_time.START).days, r["lower"], r["upper"])
        for r in table
        if r["until_on"] == r["as_of_on"]
    }
    assert found == steps | ends and len(ends) == 18


@pytest.mark.parametrize(
    "day",
    ["2025-12-28", "2025-12-29", "2026-01-04", "2026-01-14", "2026-01-15", "2026-03-01", "2026-07-31", "2026-11-23"],
)
def test_each_day_lies_in_its_step(con: duckdb.DuckDBPyConnection, drawn: Drawn, day: str) -> None:
    """Days on which something became public and days between: no turn is missed, none is told too early."""
    steps = {
        (row["round_id"], row["model_id"], row["axis"], row["lower"], row["upper"], row["gate"], row["basis"])
        for row in drawn["independence-over-time"].table.records()
        if row["row_kind"] == "step" and row["since_on"] <= date.fromisoformat(day) <= row["until_on"]
    }
    with con.cursor() as cursor:
        cursor.execute(f"SET VARIABLE as_of = DATE '{day}'")
        query = f"SELECT round_id, model_id, axis, lower, upper, gate, basis FROM independence_scores WHERE {EDITORS}"
        assert steps == set(cursor.execute(query).fetchall())
    assert len(steps) == {"2025-12-28": 0, "2025-12-29": 2, "2026-03-01": 10, "2026-11-23": 18}.get(day, len(steps))


def test_steps_join_and_differ(drawn: Drawn) -> None:
    rows = [row for row in drawn["independence-over-time"].table.records() if row["row_kind"] == "step"]
    for before, after in pairwise(rows):
        if all(before[key] == after[key] for key in over_time.UNIT):
            assert after["since_on"] == before["until_on"] + timedelta(days=1)
            assert any(before[key] != after[key] for key in over_time.STATE)


def test_results_of_rounds_are_marked(drawn: Drawn, charts: Charts, pictures: Pictures) -> None:
    rows = drawn["independence-over-time"].table.records()
    events = {row["round_id"]: str(row["since_on"]) for row in rows if row["row_kind"] == "announcement"}
    assert events == {
        "r0-presentation": "2025-08-04", "r1": "2026-01-15", "r1-additional": "2026-02-20", "r2": "2026-08-18",
    }  # fmt: skip
    places = {round(mark["x"], 1) for mark in marks(charts["independence-over-time", "en"], "announcement")}
    time = over_time.Time(rows[0]["as_of_on"])
    assert places == {round(time.place(date.fromisoformat(day)), 1) for day in events.values()}
    assert "15 Jan 2026" in texts(pictures["independence-over-time", "en"])
    assert "2026년 1월 15일" in texts(pictures["independence-over-time", "ko"])


def test_other_users_of_the_database_stay_on_their_day(con: duckdb.DuckDBPyConnection, drawn: Drawn) -> None:
    assert con.execute("SELECT is_set FROM record.as_of").fetchall() == [(False,)]


# words


@pytest.mark.parametrize(("name", "lang"), PAIRS)
def test_each_figure_carries_title_day_caveat_and_limits(pictures: Pictures, name: str, lang: str) -> None:
    picture = pictures[name, lang]
    root, words = ElementTree.fromstring(picture), " ".join(texts(picture))
    title = PHRASES[FIGURES[name] + "_title"][LANGUAGES.index(lang)]
    assert title in words and root.findtext(f"{SVG}title") == title == root.get("aria-label")
    assert root.get("role") == "img" and root.get("lang") == lang
    description = root.find(f"{SVG}desc")
    assert description is not None and description.get("id") == root.get("aria-describedby")
    assert len(description.text or "") > 200
    for expected in (package().day, told("caveat", lang), told("limits", lang), f"{name}.csv", package().version):
        assert " ".join(expected.split()) in words
    assert {text.get("font-family") for text in root.iter(f"{SVG}text")} == {style.FONT}


@pytest.mark.parametrize("name", FIGURES)
def test_both_languages_tell_the_same(charts: Charts, name: str) -> None:
    for layer in ("interval", "observed", "band", "known", "open", "not-read", "not-applicable"):
        en, ko = (marks(charts[name, lang], layer) for lang in LANGUAGES)
        places = ("y", "y2")  # texts of another length move what stands below them
        assert [{k: v for k, v in m.items() if k not in places} for m in en] == [
            {k: v for k, v in m.items() if k not in places} for m in ko
        ]


def test_each_phrase_stands_in_both_languages_and_on_a_figure() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in Path(figures.__file__).parent.glob("*.py"))
    for key, (en, ko) in PHRASES.items():
        assert source.count(f'"{key}"') > 1, key
        assert set(re.findall(r"\{\w+", en)) == set(re.findall(r"\{\w+", ko)), key
        assert not re.search("[가-힣]", en), key


@pytest.mark.parametrize("name", FIGURES)
def test_the_korean_figure_holds_no_english_but_names(drawn: Drawn, pictures: Pictures, name: str) -> None:
    words = " ".join(ElementTree.fromstring(pictures[name, "ko"]).itertext())
    names = {str(row[key]) for row in drawn[name].table.records() for key in ("model_name", "team_name_ko") if row[key]}
    parts = {part for one in names for part in one.split()}
    for one in sorted({*names, *parts, f"{name}.csv", "dokpamo", "CC BY 4.0"}, key=len, reverse=True):
        words = words.replace(one, "")
    assert re.findall("[A-Za-z]{2,}", words) == []


@pytest.mark.parametrize("name", FIGURES)
def test_the_english_figure_holds_no_korean(pictures: Pictures, name: str) -> None:
    assert not re.search("[가-힣]", pictures[name, "en"])


@pytest.mark.parametrize(("name", "lang"), PAIRS)
def test_teams_stand_in_alphabetical_order(drawn: Drawn, pictures: Pictures, name: str, lang: str) -> None:
    rows = [row for row in drawn[name].table.records() if row["team_id"]]
    per_round = name != "independence-over-time"
    teams = dict.fromkeys((row["round_id"] if per_round else "", row["team_id"]) for row in rows)
    assert list(teams) == sorted(teams)
    assert not re.search(r"\brank(s|ed|ing)?\b(?<!no ranks)|순위(?!가 아)", " ".join(texts(pictures[name, lang])))


@pytest.mark.parametrize(("name", "lang"), PAIRS)
def test_texts_stay_on_the_sheet(charts: Charts, name: str, lang: str) -> None:
    for layer, rows in layers(charts[name, lang], "text"):
        look = layer["mark"]
        for row in rows:
            length = width(row["text"], look["fontSize"]) * (1.05 if look["fontWeight"] == "bold" else 1)
            left = row["x"] - {"left": 0, "center": length / 2, "right": length}[look["align"]]
            assert left >= -style.MARGIN and left + length <= style.WIDTH + style.MARGIN, row["text"]


@pytest.mark.parametrize(("name", "lang"), PAIRS)
def test_no_text_is_small(charts: Charts, name: str, lang: str) -> None:
    assert min(layer["mark"]["fontSize"] for layer, _ in layers(charts[name, lang], "text")) >= 11


# eyes and print


def test_gaps_are_hatched_each_in_its_way(drawn: Drawn, pictures: Pictures) -> None:
    picture = pictures["independence-cells", "en"]
    patterns = [ElementTree.tostring(p) for p in ElementTree.fromstring(picture).iter(f"{SVG}pattern")]
    assert len(set(patterns)) == 2
    keys = [shape.get("fill") for shape in shapes(picture, "key")]
    assert {"url(#hatch-not-read)", "url(#hatch-not-found)"} <= set(keys)
    findings = [row["finding"] for row in drawn["independence-cells"].table.records()]
    gaps = shapes(picture, "not-read")
    assert len(gaps) == findings.count("not-read") > 0
    assert {shape.get("fill") for shape in gaps} == {"url(#hatch-not-read)"}


def test_a_cell_not_found_is_dotted(drawn: Drawn) -> None:
    rows = drawn["independence-cells"].table.records()
    gap = next(row for row in rows if row["finding"] == "not-read")
    changed = [{**row, "finding": "not-found"} if row is gap else row for row in rows]
    before = [row["finding"] for row in rows].count("not-found")
    picture = svg.written(cells.draw(changed, "ko"), "independence-cells", "ko")
    dotted = shapes(picture, "not-found")
    assert len(dotted) == before + 1
    assert {shape.get("fill") for shape in dotted} == {"url(#hatch-not-found)"}


def channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def linear(colour: str) -> list[float]:
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels(colour)]


def luminance(rgb: list[float]) -> float:
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]


def lightness(rgb: list[float]) -> float:
    """L* from 0 to 100, which is what grey print keeps."""
    return 116 * luminance(rgb) ** (1 / 3) - 16


DEFICIENCIES = {  # Machado, Oliveira and Fernandes 2009, severity 1.0, on linear light
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
}


def seen(colour: str, deficiency: str) -> list[float]:
    rgb = linear(colour)
    return [min(1, max(0, sum(k * c for k, c in zip(row, rgb, strict=True)))) for row in DEFICIENCIES[deficiency]]


TOLD_APART = [
    (style.PALE_BLUE, style.BLUE), (style.PALE_BLUE, style.TRACK), (style.PALE_BLUE, style.PALE_ORANGE),
    (style.BLUE, style.INK), (style.shade(0), style.PAPER),
    *((style.shade(low / 3), style.shade((low + 1) / 3)) for low in range(3)),
]  # fmt: skip


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize("pair", TOLD_APART)
def test_what_must_be_told_apart_differs_in_lightness(pair: tuple[str, str], deficiency: str) -> None:
    """In grey print and with the common colour deficiencies alike."""
    one, other = pair
    assert abs(lightness(linear(one)) - lightness(linear(other))) >= 10
    assert abs(lightness(seen(one, deficiency)) - lightness(seen(other, deficiency))) >= 10


@pytest.mark.parametrize(("name", "lang"), PAIRS)
def test_no_red_and_no_green(pictures: Pictures, name: str, lang: str) -> None:
    colours = set(re.findall(r"#[0-9A-Fa-f]{6}\b", pictures[name, lang]))
    assert len(colours) > 4
    for colour in colours:
        hue, _, saturation = colorsys.rgb_to_hls(*channels(colour))
        is_grey = max(channels(colour)) - min(channels(colour)) < 0.05
        assert is_grey or 30 <= hue * 360 <= 60 or 180 <= hue * 360 <= 250, (colour, saturation)
    named = set(re.findall(r'(?:fill|stroke)="([a-z]+)"', pictures[name, lang]))
    assert named <= {"none"}


def test_texts_are_dark_enough() -> None:
    for colour in (style.INK, style.SOFT):
        assert (luminance(linear(style.PAPER)) + 0.05) / (luminance(linear(colour)) + 0.05) >= 4.5
        assert (luminance(linear(style.TRACK)) + 0.05) / (luminance(linear(colour)) + 0.05) >= 4.5


# files


def test_same_record_same_bytes(
    con: duckdb.DuckDBPyConnection, pictures: Pictures, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Read and drawn anew, by the exporter: the table is what is drawn, and lies beside the pictures."""
    from dokpamo.exporters import figures as exporter

    name = "independence-cells"
    monkeypatch.setattr(exporter, "FIGURES", {name: FIGURES[name]})
    files = list(exporter.write(exporters.Publication(package(), con, tmp_path)))
    assert [file.relative_to(tmp_path).as_posix() for file in files] == [
        f"figures/{name}.csv", f"figures/{name}.en.svg", f"figures/{name}.ko.svg",
    ]  # fmt: skip
    assert files[0].read_bytes() == render(figure(con, name).table)
    assert [file.read_text(encoding="utf-8") for file in files[1:]] == [pictures[name, lang] for lang in LANGUAGES]


def test_fonts_of_the_machine_move_nothing(drawn: Drawn, pictures: Pictures, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "FONT", "monospace")
    picture = drawn["independence-intervals"].svg("ko")
    assert picture == pictures["independence-intervals", "ko"].replace(style.FONT, "monospace")


@pytest.mark.parametrize(("name", "lang"), PAIRS)
def test_pictures_ask_for_nothing_from_outside(pictures: Pictures, name: str, lang: str) -> None:
    picture = pictures[name, lang]
    assert set(re.findall(r'https?://[^"]+', picture)) <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}
    assert not re.search(r"<(script|style|image|foreignObject|a)\b|href=", picture)
    ids = re.findall(r' id="([^"]+)"', picture)
    assert len(ids) == len(set(ids)) and not re.search(r"\d", "".join(ids))


def test_no_text_of_the_record_becomes_markup(drawn: Drawn) -> None:
    hostile = '</text><script>alert("1")</script> & more'
    rows = [{**row, "model_name": hostile} for row in drawn["independence-intervals"].table.records()]
    picture = svg.written(intervals.draw(rows, "en"), "independence-intervals", "en")
    assert hostile in texts(picture) and "<script" not in picture


@pytest.mark.parametrize("name", FIGURES)
def test_each_table_keeps_day_and_caveat(drawn: Drawn, name: str) -> None:
    """A row that is cut out says as of when it holds, and what to keep in mind."""
    for row in drawn[name].table.records():
        assert str(row["as_of_on"]) == package().day
        assert row["team_id"] is None or (row["caveat_en"] and row["caveat_ko"])


def test_a_format_whose_library_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked for, it is an error before anything is written; not asked for, it is left out."""
    assert exporters.wanted(None) == list(exporters.FORMATS)
    monkeypatch.setattr(exporters, "NEEDS", {"figures": ("no_such_library",)})
    assert exporters.wanted(None) == [name for name in exporters.FORMATS if name != "figures"]
    with pytest.raises(MissingExtra, match=r"no_such_library is needed here: pip install 'dokpamo\[publish\]'"):
        exporters.export(tmp_path / "asked", ["csv", "figures"])
    assert not (tmp_path / "asked").exists()


def test_figures_are_published() -> None:
    assert "figures" in exporters.FORMATS and set(exporters.NEEDS) <= set(exporters.FORMATS)

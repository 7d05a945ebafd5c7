"""What is known of each assessed model on each indicator: a strip of levels a cell, those left possible filled."""

from typing import TYPE_CHECKING

from dokpamo.figures import Row
from dokpamo.figures.common import footed, grouped, headed, label
from dokpamo.figures.setting import wrapped
from dokpamo.figures.sheet import Sheet
from dokpamo.figures.style import INK, LINE, PAPER, SOFT, WIDTH, shade
from dokpamo.figures.words import say
from dokpamo.rendering import Result, fetch

if TYPE_CHECKING:
    import duckdb

NAME = "independence-cells"
LABELS = 196.0
"""Where the columns begin, right of the names of the indicators."""
STRIP, HEIGHT, ROW = 69.0, 12.0, 18.0

ROWS = """
WITH places AS (SELECT dimension_id, row_number() OVER () AS place FROM dimensions)
SELECT s.round_id, r.name_en AS round_name_en, r.name_ko AS round_name_ko, c.team_id, c.team_name_en,
       c.team_name_ko, c.model_id, c.model_name, c.axis, c.dimension_id, d.name_en AS dimension_name_en,
       d.name_ko AS dimension_name_ko, c.indicator_id, c.indicator_name_en, c.indicator_name_ko, c.assessed_unit,
       c.is_gate, c.gate_level, c.finding, c.is_applicable, c.is_known, c.is_read, c.lower_level, c.upper_level,
       c.top_level, c.lower, c.upper, c.basis, c.as_of_on, c.caveat_en, c.caveat_ko
FROM independence_cells c
JOIN submissions s USING (team_id, model_id)
JOIN rounds r USING (round_id)
JOIN dimensions d USING (dimension_id)
JOIN places p USING (dimension_id)
WHERE s.is_scored
ORDER BY r.ordinal, c.team_id, c.model_id, c.axis DESC, p.place, c.indicator_id
"""


def read(con: "duckdb.DuckDBPyConnection") -> Result:
    """Return a row a round, team, model and indicator, as independence_cells tells it."""
    return fetch(con, ROWS)


def draw(rows: list[Row], lang: str) -> Sheet:
    """Return the figure in a language."""
    sheet = headed(say("cells_title", lang), say("cells_subtitle", lang), rows, lang)
    _keys(sheet, lang)
    for round_id in dict.fromkeys(row["round_id"] for row in rows):
        _round(sheet, [row for row in rows if row["round_id"] == round_id], lang)
    sheet.description = "; ".join(_counted(rows, lang)) + "."
    footed(sheet, NAME, lang)
    return sheet


def kind(row: Row) -> str:
    """Return how a cell is drawn: as its finding, and what was stated as known or as open."""
    if row["finding"] != "stated":
        return str(row["finding"])
    return "known" if row["is_known"] else "open"


def _counted(rows: list[Row], lang: str) -> list[str]:
    """Return in words how many cells of each model are of which finding."""
    told = []
    for mine in grouped(rows, "round_id", "model_id"):
        findings = [label("independence_cells", "finding", row["finding"], lang) for row in mine]
        counts = ", ".join(f"{finding} {findings.count(finding)}" for finding in dict.fromkeys(findings))
        told.append(f"{mine[0][f'team_name_{lang}']}, {mine[0]['model_name']}: {counts}")
    return told


def _keys(sheet: Sheet, lang: str) -> None:
    """Tell what the strips are: six cells as they could stand below, each with its meaning."""
    sheet.y += 8
    samples: list[tuple[str, str, tuple[int, int]]] = [
        ("exact_key", "known", (1, 1)),
        ("range_key", "known", (1, 2)),
        ("open_key", "open", (0, 2)),
        ("not_found_key", "not-found", (0, 2)),
        ("not_read_key", "not-read", (0, 2)),
        ("not_applicable_key", "not-applicable", (0, 2)),
    ]
    for phrase, finding, (low, high) in samples:
        cell = {"lower_level": low, "upper_level": high, "top_level": 2}
        _strip(sheet, "key", finding, cell, 0, sheet.y + 5)
        sheet.y += 2
        sheet.paragraph(say(phrase, lang), x=STRIP + 12, colour=INK)
    sheet.y += 4
    sheet.paragraph(say("gate_key", lang), colour=INK)
    sheet.paragraph(say("team_key", lang), colour=INK)


def _round(sheet: Sheet, rows: list[Row], lang: str) -> None:
    """Set one round: its models as columns, the indicators by axis and dimension as rows."""
    sheet.y += 16
    sheet.paragraph(say("round", lang, round=rows[0][f"round_name_{lang}"]), size=15, weight="bold", colour=INK)
    models = [mine[0] for mine in grouped(rows, "model_id")]
    column = (WIDTH - LABELS) / len(models)
    _heads(sheet, models, column, lang)
    for axis in grouped(rows, "axis"):
        sheet.y += 6
        sheet.rule(0, WIDTH, stroke=INK)
        sheet.y += 17
        sheet.text(0, sheet.y, label("independence_cells", "axis", axis[0]["axis"], lang), size=13, weight="bold")
        for dimension in grouped(axis, "dimension_id"):
            sheet.y += 19
            sheet.text(0, sheet.y, dimension[0][f"dimension_name_{lang}"], colour=SOFT, weight="bold")
            sheet.y += 5
            for indicator in grouped(dimension, "indicator_id"):
                sheet.text(0, sheet.y + 12, _named(indicator[0], lang))
                for row in indicator:
                    place = [model["model_id"] for model in models].index(row["model_id"])
                    _strip(sheet, kind(row), kind(row), row, LABELS + place * column, sheet.y + 2)
                sheet.y += ROW
        sheet.y += 4


def _heads(sheet: Sheet, models: list[Row], column: float, lang: str) -> None:
    """Set the names of teams and models above their columns, as many lines as the longest needs."""
    heads = []
    for model in models:
        team = wrapped(model[f"team_name_{lang}"], 11, column - 4)
        heads.append((team, wrapped(model["model_name"], 11, column - 4)))
    height = max(len(team) + len(name) for team, name in heads)
    sheet.y += 6
    for place, (team, name) in enumerate(heads):
        for line, text in enumerate([*team, *name], start=1 + height - len(team) - len(name)):
            is_team = line <= height - len(name)
            sheet.text(
                LABELS + place * column, sheet.y + 14 * line, text, size=11,
                weight="bold" if is_team else "normal", colour=INK if is_team else SOFT,
            )  # fmt: skip
    sheet.y += 14 * height + 4


def _named(row: Row, lang: str) -> str:
    """Return an indicator's name with the signs of the minimum condition and of the team's cells."""
    gate, team = "◆ " if row["is_gate"] else "", " †" if row["assessed_unit"] == "team" else ""
    return f"{gate}{row[f'indicator_name_{lang}']}{team}"


def _strip(sheet: Sheet, name: str, kind: str, row: Row, x: float, y: float) -> None:
    """Draw one cell: its scale with the levels left possible filled, or why there is none."""
    whose: Row = {key: row[key] for key in ("round_id", "model_id", "indicator_id") if key in row}
    box = {**whose, "x": x, "x2": x + STRIP, "y": y, "y2": y + HEIGHT}
    if kind == "not-applicable":
        middle = y + HEIGHT / 2
        sheet.rules(name, [{**box, "x": x + 29, "x2": x + 40, "y": middle, "y2": middle}], stroke=INK, strokeWidth=1.5)
    elif kind.startswith("not-"):
        sheet.boxes(name, [box], fill=f"url(#hatch-{kind})", stroke=SOFT, strokeWidth=0.75)
    else:
        sheet.boxes("scale", [box], fill=PAPER, stroke=LINE, strokeWidth=0.75)
        for level in range(row["lower_level"], row["upper_level"] + 1):
            left, right = (round(x + STRIP * edge / (row["top_level"] + 1), 3) for edge in (level, level + 1))
            step = {**box, "x": left, "x2": right, "level": level}
            sheet.boxes(name, [step], fill=shade(level / row["top_level"]), stroke=SOFT, strokeWidth=0.5)

"""The interval of each assessed model on both axes, with the gate in words at the end of its row."""

from functools import partial
from typing import TYPE_CHECKING, Any

from dokpamo.contract import package
from dokpamo.figures import Row
from dokpamo.figures.common import AGGREGATION, HALVES, SCHEME, footed, headed, interval, label, percent
from dokpamo.figures.sheet import Sheet
from dokpamo.figures.style import BLUE, INK, LINE, PALE_BLUE, PAPER, SOFT, TRACK, WIDTH
from dokpamo.figures.words import say
from dokpamo.rendering import Result, fetch

if TYPE_CHECKING:
    import duckdb

NAME = "independence-intervals"
TICKS = (0, 0.25, 0.5, 0.75, 1)
GATE = 190.0
"""Where the gate's sentence begins, beside its value."""

INTERVAL: dict[str, Any] = {"fill": PALE_BLUE, "stroke": BLUE, "strokeWidth": 0.75}
OBSERVED: dict[str, Any] = {"fill": BLUE, "stroke": PAPER, "strokeWidth": 0.75}

DRAWN = ("round_id", "team_id", "model_id", "axis", "lower", "observed_low", "observed_high", "upper", "y", "y2")
"""What a bar needs of its row."""

ROWS = f"""
WITH envelopes AS (  -- over every published scheme and both ways of adding up
    SELECT round_id, team_id, model_id, axis, min(lower) AS lowest_over_schemes, max(upper) AS highest_over_schemes
    FROM independence_scores
    GROUP BY ALL
)
SELECT s.round_id, r.name_en AS round_name_en, r.name_ko AS round_name_ko, s.team_id, s.team_name_en,
       s.team_name_ko, s.model_id, s.model_name, s.scheme_id, c.name_en AS scheme_name_en,
       c.name_ko AS scheme_name_ko, s.axis, s.aggregation, s.lower, s.observed_low, s.observed_high, s.upper,
       e.lowest_over_schemes,
       e.highest_over_schemes, s.known_share, s.read_share, s.gate, s.basis, g.sentence_en AS gate_sentence_en,
       g.sentence_ko AS gate_sentence_ko, s.as_of_on, s.caveat_en, s.caveat_ko
FROM independence_scores s
JOIN envelopes e USING (round_id, team_id, model_id, axis)
JOIN independence_gate g USING (round_id, team_id, model_id)
JOIN rounds r USING (round_id)
JOIN schemes c USING (scheme_id)
WHERE s.scheme_id = '{SCHEME}' AND s.aggregation = '{AGGREGATION}'
ORDER BY r.ordinal, s.team_id, s.model_id, s.axis DESC
"""


def read(con: "duckdb.DuckDBPyConnection") -> Result:
    """Return a row a round, team, model and axis: the editors' scheme, and the envelope of all schemes."""
    return fetch(con, ROWS)


def draw(rows: list[Row], lang: str) -> Sheet:
    """Return the figure in a language."""
    first = rows[0]
    subtitle = say(
        "intervals_subtitle", lang, scheme=first[f"scheme_name_{lang}"],
        aggregation=label("independence_scores", "aggregation", AGGREGATION, lang).lower(),
    )  # fmt: skip
    sheet = headed(say("intervals_title", lang), subtitle, rows, lang)
    sheet.description = _described(rows, lang)
    _keys(sheet, lang)
    placed: list[Row] = []
    models = [row for row in rows if row["axis"] == "independence"]
    for before, model in zip([None, *models], models, strict=False):
        if before is None or before["round_id"] != model["round_id"]:
            _round_head(sheet, model, lang)
        else:
            sheet.rule(0, WIDTH, stroke=LINE)
        placed += _card(sheet, [row for row in rows if _unit(row) == _unit(model)], lang)
    _bars(sheet, placed)
    shares = package().views["independence_scores"].fields
    told = [
        say("colon", lang, head=shares[name].text("title", lang), tail=shares[name].text("description", lang))
        for name in ("read_share", "known_share")
    ]
    footed(sheet, NAME, lang, " ".join(told), say("gate_note", lang))
    return sheet


def _unit(row: Row) -> tuple[str, str]:
    return row["round_id"], row["model_id"]


def _described(rows: list[Row], lang: str) -> str:
    told = (
        f"{row[f'round_name_{lang}']}, {row[f'team_name_{lang}']}, {row['model_name']}, "
        f"{label('independence_scores', 'axis', row['axis'], lang)} {interval(row['lower'], row['upper'], lang)}"
        for row in rows
    )
    return "; ".join(told) + "."


def _keys(sheet: Sheet, lang: str) -> None:
    """Tell what the two bars and the thin line are."""
    sheet.y += 8
    for phrase in ("interval_key", "observed_key", "envelope_key"):
        box = {"x": 0, "x2": 44, "y": sheet.y + 5, "y2": sheet.y + 17}
        if phrase == "interval_key":
            sheet.boxes("key", [box], **INTERVAL)
        elif phrase == "observed_key":
            sheet.boxes("key", [{**box, "y": box["y"] + 3, "y2": box["y2"] - 3}], **OBSERVED)
        else:
            _thin_lines(sheet, "key", [box])
        sheet.y += 2
        sheet.paragraph(say(phrase, lang), x=54, colour=INK)


def _thin_lines(sheet: Sheet, name: str, boxes: list[Row]) -> None:
    """Draw a thin line with an upright at either end through the middle of each box."""
    lines = []
    for box in boxes:
        middle = (box["y"] + box["y2"]) / 2
        lines.append({**box, "y": middle, "y2": middle})
        lines += [{**box, "x": end, "x2": end, "y": middle - 4, "y2": middle + 4} for end in (box["x"], box["x2"])]
    sheet.rules(name, lines, stroke=INK, strokeWidth=1)


def _round_head(sheet: Sheet, model: Row, lang: str) -> None:
    sheet.y += 16
    sheet.paragraph(say("round", lang, round=model[f"round_name_{lang}"]), size=15, weight="bold", colour=INK)
    sheet.y += 20
    for axis, (left, _) in HALVES.items():
        sheet.text(left, sheet.y, label("independence_scores", "axis", axis, lang), size=13, weight="bold")
        for tick in TICKS:
            align = "left" if tick == 0 else "right" if tick == 1 else "center"
            sheet.text(_place(axis, tick), sheet.y + 19, f"{tick:g}", size=11, align=align, colour=SOFT)
    sheet.y += 6
    for left, right in HALVES.values():
        sheet.rule(left, right, stroke=INK)
    sheet.y += 18


def _place(axis: str, value: float) -> float:
    """Return the pixel of a value from 0 to 1."""
    left, right = HALVES[axis]
    return round(left + value * (right - left), 3)


def _card(sheet: Sheet, rows: list[Row], lang: str) -> list[Row]:
    """Set one model's names, figures and gate; return its rows with the place of their bars."""
    model, top = rows[0], sheet.y
    sheet.text(0, top + 17, model[f"team_name_{lang}"], size=13, weight="bold")
    sheet.text(WIDTH, top + 17, model["model_name"], align="right", colour=SOFT)
    for row in rows:
        for line, text in enumerate(_figures(row, lang)):
            colour = SOFT if line else INK
            sheet.text(HALVES[row["axis"]][0], top + 55 + 14 * line, text, size=11, colour=colour)
    sheet.y = top + 75
    gate = label("independence_gate", "gate", model["gate"], lang)
    sheet.text(0, sheet.y + 13, say("gate", lang, gate=gate.lower()), weight="bold")
    sheet.paragraph(model[f"gate_sentence_{lang}"], x=GATE, colour=INK)
    sheet.y += 9
    return [{**row, "y": top + 24, "y2": top + 40} for row in rows]


def _figures(row: Row, lang: str) -> tuple[str, str]:
    """Return what stands under a bar: the interval, the observed pair or why there is none; the shares."""
    bounds = interval(row["lower"], row["upper"], lang)
    shares = (percent(row[share], lang) for share in ("read_share", "known_share"))
    if row["observed_low"] is None:
        return say("not_observed", lang, interval=bounds), say("shares", lang, shares=tuple(shares))
    observed = interval(row["observed_low"], row["observed_high"], lang)
    return say("observed", lang, interval=bounds, observed=observed), say("shares", lang, shares=tuple(shares))


def _bars(sheet: Sheet, placed: list[Row]) -> None:
    """Draw the bars of all models at once, a layer a kind."""
    for row in placed:
        axis, box = row["axis"], {"y": row["y"], "y2": row["y2"]}
        left, right = HALVES[axis]
        sheet.boxes("track", [{**box, "x": left, "x2": right}], fill=TRACK)
        for tick in map(partial(_place, axis), TICKS):
            sheet.rules("grid", [{**box, "x": tick, "x2": tick}], stroke=LINE, strokeWidth=0.75)
    for axis, span in HALVES.items():
        mine = [{column: row[column] for column in DRAWN} for row in placed if row["axis"] == axis]
        inner = [{**row, "y": row["y"] + 4, "y2": row["y2"] - 4} for row in mine if row["observed_low"] is not None]
        sheet.bars("interval", mine, span, **INTERVAL)
        sheet.bars("observed", inner, span, "observed_low", "observed_high", **OBSERVED)
    _thin_lines(sheet, "envelope", [_envelope(row) for row in placed])


def _envelope(row: Row) -> Row:
    """Return where the thin line of a row runs."""
    ends = {"x": row["lowest_over_schemes"], "x2": row["highest_over_schemes"]}
    kept = {key: row[key] for key in ("round_id", "model_id", "axis", "y", "y2")}
    return {**kept, **{end: _place(row["axis"], value) for end, value in ends.items()}}

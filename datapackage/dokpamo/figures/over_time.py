"""How the interval of each assessed model moved, day by day, on both axes: one panel a team."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from dokpamo.figures import Row
from dokpamo.figures.common import AGGREGATION, SCHEME, footed, grouped, headed, interval, label
from dokpamo.figures.setting import wrapped
from dokpamo.figures.sheet import Sheet, Span
from dokpamo.figures.style import BLUE, DARK_ORANGE, INK, LINE, PALE_BLUE, PALE_ORANGE, SOFT, TRACK, WIDTH
from dokpamo.figures.words import date_in, month, say
from dokpamo.known import period_end
from dokpamo.rendering import Result, fetch

if TYPE_CHECKING:
    import duckdb

NAME = "independence-over-time"
START = date(2025, 8, 1)
"""The month in which the first teams were chosen."""

LEFT, HEIGHT = 26.0, 46.0
"""Where time begins, right of the figures of the scale; and how high a panel is."""

EVENT = 104.0
"""How wide the label of an announcement may run."""

LOOKS: tuple[dict[str, Any], ...] = (
    {"fill": PALE_BLUE, "stroke": BLUE, "strokeWidth": 1.6},
    {"fill": PALE_ORANGE, "stroke": DARK_ORANGE, "strokeWidth": 1.6, "strokeDash": (5, 2)},
)
"""A team's first model and its next one: told apart by hue, by lightness and by the line along the bounds."""

DAYS = f"""
WITH scored AS (SELECT team_id, model_id, round_id FROM record.submissions WHERE is_scored),
begins AS (
    SELECT unnest([m.known_on, {period_end("m.released_on", "m.released_on_precision")},
                   {period_end("r.announced_on", "r.announced_on_precision")}]) AS day
    FROM scored JOIN record.models m USING (model_id) JOIN record.rounds r USING (round_id)
),
said AS (
    SELECT {period_end("e.public_on", "e.public_on_precision")} AS day
    FROM record.evidence e JOIN scored s ON e.team_id = s.team_id AND coalesce(e.model_id = s.model_id, true)
)
SELECT t.day FROM (FROM begins UNION FROM said) t CROSS JOIN record.as_of a
WHERE t.day BETWEEN greatest(DATE '{START}', (SELECT min(day) FROM begins)) AND a.day ORDER BY t.day
"""
"""The days on which an interval can begin or step."""

ROWS = f"""
SELECT s.round_id, r.name_en AS round_name_en, r.name_ko AS round_name_ko, s.team_id, s.team_name_en,
       s.team_name_ko, s.model_id, s.model_name, s.scheme_id, c.name_en AS scheme_name_en,
       c.name_ko AS scheme_name_ko, s.axis, s.aggregation, s.as_of_on AS since_on, s.lower, s.upper, s.gate, s.basis,
       s.caveat_en, s.caveat_ko, r.ordinal
FROM independence_scores s JOIN record.rounds r USING (round_id) JOIN record.schemes c USING (scheme_id)
WHERE s.scheme_id = '{SCHEME}' AND s.aggregation = '{AGGREGATION}'
ORDER BY s.team_id, r.ordinal, s.model_id, s.axis DESC
"""

ROUNDS = f"""
SELECT round_id, name_en AS round_name_en, name_ko AS round_name_ko, announced_on AS since_on FROM rounds
WHERE announced_on >= DATE '{START}' ORDER BY announced_on
"""


def read(con: "duckdb.DuckDBPyConnection") -> Result:
    """Return a row a step of an interval, and a row a day on which the result of a round was announced."""
    days = [day for (day,) in con.execute(DAYS).fetchall()]
    announced = fetch(con, ROUNDS).records()
    as_of_on = fetch(con, "SELECT day FROM record.as_of").rows[0][0]
    known = [row for day in days for row in _known(con, day)]
    steps = [step for unit in _units(known) for step in _steps(unit, as_of_on)]
    told = [{**dict.fromkeys(COLUMNS), **row, "row_kind": "announcement", "as_of_on": as_of_on} for row in announced]
    return Result(list(COLUMNS), [], [tuple(row[column] for column in COLUMNS) for row in (*told, *steps)])


def _known(con: "duckdb.DuckDBPyConnection", day: date) -> list[Row]:
    """Return what was known on a day, on a cursor that has its own."""
    with con.cursor() as cursor:
        cursor.execute(f"SET VARIABLE as_of = DATE '{day}'")
        return fetch(cursor, ROWS).records()


COLUMNS = (
    "row_kind", "round_id", "round_name_en", "round_name_ko", "team_id", "team_name_en", "team_name_ko", "model_id",
    "model_name", "scheme_id", "scheme_name_en", "scheme_name_ko", "axis", "aggregation", "since_on", "until_on",
    "lower", "upper", "gate", "basis", "as_of_on", "caveat_en", "caveat_ko",
)  # fmt: skip
STATE = ("lower", "upper", "gate", "basis", "caveat_en", "caveat_ko")
"""What a step is a change of."""


def _units(rows: list[Row]) -> list[list[Row]]:
    """Return what was known of each model on each axis, day after day: teams in alphabetical order."""
    return sorted(
        grouped(rows, *UNIT),
        key=lambda unit: (unit[0]["team_id"], unit[0]["ordinal"], unit[0]["axis"] != "independence"),
    )


UNIT = ("team_id", "model_id", "round_id", "axis")


def _steps(rows: list[Row], as_of_on: date) -> Iterator[Row]:
    """Yield the days on which a unit's state changed, each with the last day that it held."""
    turns = [rows[0], *(row for before, row in pairwise(rows) if any(row[key] != before[key] for key in STATE))]
    ends = [*(turn["since_on"] - timedelta(days=1) for turn in turns[1:]), as_of_on]
    for turn, until_on in zip(turns, ends, strict=True):
        yield {**turn, "row_kind": "step", "until_on": until_on, "as_of_on": as_of_on}


def draw(rows: list[Row], lang: str) -> Sheet:
    """Return the figure in a language."""
    steps = [row for row in rows if row["row_kind"] == "step"]
    rounds = {row["round_id"]: row[f"round_name_{lang}"] for row in steps}
    looks = {round_id: LOOKS[place % len(LOOKS)] for place, round_id in enumerate(sorted(rounds))}
    subtitle = say(
        "over_time_subtitle", lang, start=date_in(START, lang), scheme=steps[0][f"scheme_name_{lang}"],
        aggregation=label("independence_scores", "aggregation", AGGREGATION, lang).lower(),
    )  # fmt: skip
    sheet = headed(say("over_time_title", lang), subtitle, rows, lang)
    sheet.description = "; ".join(_ends(unit, lang) for unit in grouped(steps, *UNIT)) + "."
    sheet.y += 4
    for round_id, name in rounds.items():
        sheet.y += 5
        _swatch(sheet, looks[round_id], 0, sheet.y + 2)
        sheet.paragraph(say("round", lang, round=name), x=40, colour=INK)
    sheet.y += 5
    _event_line(sheet, "key", 14, sheet.y + 1, sheet.y + 16)
    sheet.paragraph(say("announced_key", lang), x=40, colour=INK)
    time = Time(rows[0]["as_of_on"])
    events = [row for row in rows if row["row_kind"] == "announcement"]
    _events(sheet, time, events, lang)
    _months(sheet, time, lang)
    tops = [top for team in grouped(steps, "team_id") for top in _team(sheet, time, team, looks, lang)]
    for top in tops:  # above all bands
        for event in events:
            _event_line(sheet, "announcement", time.place(event["since_on"]), top, top + HEIGHT)
    _months(sheet, time, lang)
    footed(sheet, NAME, lang, say("month_note", lang))
    return sheet


@dataclass(frozen=True)
class Time:
    """The axis of days, from START to the record's date."""

    end: date

    @property
    def days(self) -> int:
        return (self.end - START).days

    @property
    def span(self) -> Span:
        return LEFT, WIDTH

    def place(self, day: date) -> float:
        """Return the pixel of a day."""
        return round(LEFT + (day - START).days / self.days * (WIDTH - LEFT), 3)

    def months(self) -> Iterator[date]:
        """Yield first days of months, at most nine, in even steps."""
        count = (self.end.year - START.year) * 12 + self.end.month - START.month
        for since in range(0, count + 1, -(-count // 8)):
            years, months = divmod(START.month - 1 + since, 12)
            yield date(START.year + years, months + 1, 1)


def _ends(unit: list[Row], lang: str) -> str:
    """Return in words from where to where an interval moved."""
    first, last = (interval(row["lower"], row["upper"], lang) for row in (unit[0], unit[-1]))
    return say(
        "moved", lang, team=unit[0][f"team_name_{lang}"], model=unit[0]["model_name"],
        axis=label("independence_scores", "axis", unit[0]["axis"], lang),
        day=date_in(unit[0]["since_on"], lang), first=first, last=last,
    )  # fmt: skip


def _swatch(sheet: Sheet, look: dict[str, Any], x: float, y: float) -> None:
    sheet.boxes("key", [{"x": x, "x2": x + 28, "y": y, "y2": y + 12}], fill=look["fill"])
    sheet.rules("key", [{"x": x, "x2": x + 28, "y": y + side, "y2": y + side} for side in (0, 12)], **_edge(look))


def _edge(look: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in look.items() if key != "fill"}


def _events(sheet: Sheet, time: Time, events: list[Row], lang: str) -> None:
    """Set the announcements above their days, lower where they would touch."""
    sheet.y += 16
    lines: list[list[tuple[Row, list[str]]]] = []
    ends: list[float] = []  # of the last label in each line
    for event in events:
        x, label = time.place(event["since_on"]), wrapped(event[f"round_name_{lang}"], 11, EVENT)
        at = next((at for at, end in enumerate(ends) if end < x), len(ends))
        if at == len(ends):
            ends.append(0)
            lines.append([])
        ends[at] = x + EVENT + 8
        lines[at].append((event, [date_in(event["since_on"], lang), *label]))
    tops: list[tuple[Row, float]] = []
    for line in lines:
        for event, texts in line:
            tops.append((event, sheet.y))
            for number, text in enumerate(texts):
                x, y = time.place(event["since_on"]) + 5, sheet.y + 10 + 14 * number
                sheet.text(x, y, text, size=11, weight="normal" if number else "bold")
        sheet.y += 14 * max(len(texts) for _, texts in line) + 4
    for event, top in tops:
        _event_line(sheet, "key", time.place(event["since_on"]), top, sheet.y)


def _event_line(sheet: Sheet, name: str, x: float, top: float, foot: float) -> None:
    sheet.rules(name, [{"x": x, "x2": x, "y": top, "y2": foot}], stroke=INK, strokeDash=(2, 3))


def _months(sheet: Sheet, time: Time, lang: str) -> None:
    sheet.y += 14
    before = 0
    for day in time.months():
        text = month(day, lang, with_year=day.year != before)
        sheet.text(time.place(day), sheet.y, text, size=11, colour=SOFT)
        before = day.year
    sheet.y += 2


def _team(sheet: Sheet, time: Time, steps: list[Row], looks: dict[str, dict[str, Any]], lang: str) -> list[float]:
    """Set one team: its name, its models, and a panel an axis; return where the panels begin."""
    sheet.y += 24
    sheet.text(0, sheet.y, steps[0][f"team_name_{lang}"], size=13, weight="bold")
    for model in grouped(steps, "model_id"):
        round_id = model[0]["round_id"]
        x = 206 + 204 * list(looks).index(round_id)
        _swatch(sheet, looks[round_id], x, sheet.y - 11)
        sheet.text(x + 34, sheet.y, model[0]["model_name"], size=11, colour=SOFT)
    sheet.y += 6
    tops = []
    for axis in grouped(steps, "axis"):
        tops.append(sheet.y)
        _panel(sheet, time, axis, looks, lang)
        sheet.y += 7
    return tops


def _panel(sheet: Sheet, time: Time, steps: list[Row], looks: dict[str, dict[str, Any]], lang: str) -> None:
    """Draw the bands of a team's models on one axis."""
    top, foot = sheet.y, sheet.y + HEIGHT
    sheet.boxes("track", [{"x": LEFT, "x2": WIDTH, "y": top, "y2": foot}], fill=TRACK)
    for day in time.months():
        x = time.place(day)
        sheet.rules("grid", [{"x": x, "x2": x, "y": top, "y2": foot}], stroke=LINE, strokeWidth=0.75)
    middle = top + HEIGHT / 2
    sheet.rules("grid", [{"x": LEFT, "x2": WIDTH, "y": middle, "y2": middle}], stroke=LINE, strokeWidth=0.75)
    for text, y in (("1", top + 9), ("0.5", middle + 4), ("0", foot)):
        sheet.text(LEFT - 5, y, text, size=11, align="right", colour=SOFT)
    sheet.text(LEFT + 9, top + 15, label("independence_scores", "axis", steps[0]["axis"], lang), size=11, weight="bold")
    sheet.text(LEFT + 9, top + 38, say("before", lang), size=11, colour=SOFT)
    scales = (time.span, time.days, (foot, top))
    models = [(_turns(model), looks[model[0]["round_id"]]) for model in grouped(steps, "model_id")]
    for turns, look in models:
        sheet.bands("band", turns, *scales, fill=look["fill"])
    for turns, look in models:  # above all bands: a model's bounds show through the next one's
        sheet.edges("edge", turns, *scales, **_edge(look))
    sheet.y = foot


def _turns(steps: list[Row]) -> list[Row]:
    """Return the corners of a band: where each step begins, and where the last one ends."""
    turns = [{key: row[key] for key in (*UNIT, "lower", "upper")} for row in steps]
    days = [(row["since_on"] - START).days for row in steps]
    end = (steps[-1]["until_on"] - START).days
    return [{**turn, "day": day} for turn, day in zip([*turns, turns[-1]], [*days, end], strict=True)]

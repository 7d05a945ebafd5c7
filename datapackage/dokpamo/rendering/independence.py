"""The drawn index as tables: the intervals, then for each round and axis how often one model stands above another."""

from collections.abc import Iterator
from itertools import groupby

from dokpamo.contract import package
from dokpamo.draws import Independence, Interval
from dokpamo.rendering import Result, rendered

HEADS = {
    "en": ["round", "axis", "team", "model", "lower", "upper", "drawn low", "drawn high", "gate", "basis"],
    "ko": ["라운드", "축", "팀", "모델", "하한", "상한", "추출 하한", "추출 상한", "최소요건", "근거 주체"],
}
SHARES = {
    "en": "{round} · {axis}: share of draws, %, in which the model of the row stands above that of the column",
    "ko": "{round} · {axis}: 행의 모델이 열의 모델보다 위에 놓인 추출의 비율(%)",
}
MADE = {
    "en": "As of {day}, scheme {scheme}, {draws:,} draws, seed {seed}{without}.",
    "ko": "{day} 기준, 가중치 방식 {scheme}, 추출 {draws:,}회, 시드 {seed}{without}.",
}
WITHOUT = {"en": ", without {words}", "ko": ", 제외: {words}"}


def texts(result: Independence, form: str, lang: str, width: int) -> Iterator[str]:
    """Yield what was drawn and how, the tables, and the caveat."""
    without = WITHOUT[lang].format(words=", ".join(result.drop)) if result.drop else ""
    weights = ", ".join(f"{name}={ratio:g}" for name, ratio in (result.weights or {}).items())
    yield MADE[lang].format(
        day=result.as_of_on, scheme=weights or result.scheme_id, draws=result.draws, seed=result.seed, without=without
    )
    yield ""
    yield rendered(_intervals(result, lang), form, width).decode()
    for (round_id, axis), group in groupby(sorted(result.intervals, key=_place), key=_place):
        axis_name = package().views["independence_scores"].fields["axis"].label(axis, lang)
        yield SHARES[lang].format(round=round_id, axis=axis_name)
        yield ""
        yield rendered(_matrix(result, round_id, axis, list(group), lang), form, width).decode()
    yield result.caveat_ko if lang == "ko" else result.caveat_en
    yield ""


def _place(unit: Interval) -> tuple[str, str]:
    return unit.round_id, unit.axis


def _intervals(result: Independence, lang: str) -> Result:
    fields = package().views["independence_scores"].fields

    def label(column: str, code: str | None) -> str | None:
        return fields[column].label(code, lang) if lang == "ko" and code else code

    rows = [
        (
            *(unit.round_id, label("axis", unit.axis), unit.team_id, unit.model_id),
            *map(_two, (unit.lower, unit.upper, unit.drawn_low, unit.drawn_high)),
            *(label("gate", unit.gate), label("basis", unit.basis)),
        )
        for unit in result.intervals
    ]
    return Result(HEADS[lang], ["VARCHAR"] * len(HEADS[lang]), rows, lang=lang)


def _matrix(result: Independence, round_id: str, axis: str, units: list[Interval], lang: str) -> Result:
    """Return the shares of a round, teams down and across."""
    shares = result.matrix(round_id, axis)
    rows = [
        (one.team_id, *(f"{100 * shares[one.model_id][other.model_id]:.0f}" if other != one else "" for other in units))
        for one in units
    ]
    return Result(["", *(unit.team_id for unit in units)], ["VARCHAR"] + ["BIGINT"] * len(units), rows, lang=lang)


def _two(figure: float) -> str:
    return f"{figure:.2f}"

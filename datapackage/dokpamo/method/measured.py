"""Places filled from measured effects: schemes, what-ifs, removals, choices, what discriminates, outcomes."""

from dokpamo.method import effects as measuring
from dokpamo.method.index import Cell, Figures
from dokpamo.method.look import Look, Place
from dokpamo.method.outcomes import Outcome, kendall
from dokpamo.method.writing import move, number, percent, span, table


def schemes(look: Look, axis: str) -> str:
    """Print the intervals on an axis under every scheme and aggregation."""
    ways = look.index.rows(
        f"""SELECT DISTINCT scheme_id, s.name_{look.lang}, aggregation
        FROM published.independence_scores JOIN schemes s USING (scheme_id) ORDER BY scheme_id, aggregation"""
    )
    bounds = {
        (scheme, aggregation, round_id, model): (low, high)
        for scheme, aggregation, round_id, model, low, high in look.index.rows(
            """SELECT scheme_id, aggregation, round_id, model_id, lower, upper FROM published.independence_scores
            WHERE axis = ?""",
            axis,
        )
    }
    letters = {"arithmetic": look.say("a", "산"), "geometric": look.say("g", "기")}
    header = [look.say("Model", "모델"), *(f"{name} ({letters[how]})" for _, name, how in ways)]
    lines = [
        [model.name, *(span(*bounds[scheme, how, model.round_id, model.model_id]) for scheme, _, how in ways)]
        for model in look.index.models
    ]
    pairs = [
        (one, other)
        for place, one in enumerate(look.index.models)
        for other in look.index.models[:place]
        if one.round_id == other.round_id
    ]

    def apart(scheme: str, how: str) -> str:
        ends = [[bounds[scheme, how, each.round_id, each.model_id] for each in pair] for pair in pairs]
        count = sum(one[0] > other[1] or other[0] > one[1] for one, other in ends)
        return look.say(f"{count} of {len(pairs)}", f"{len(pairs)}쌍 중 {count}쌍")

    lines.append([look.say("Pairs apart", "겹치지 않는 쌍"), *(apart(scheme, how) for scheme, _, how in ways)])
    return table(header, lines)


def left_out(look: Look) -> str:
    """Print interval and gate of every model with all evidence, and without each kind of it."""
    heads = {
        "": look.say("All rows", "전체"),
        "basis:inferred": look.say("Without inferred", "해석 제외"),
        "relayed": look.say("Without relayed", "전언 제외"),
        "confidence:low": look.say("Without low confidence", "신뢰도 낮음 제외"),
        "speaker:team": look.say("Without team", "팀 진술 제외"),
        "speaker:government": look.say("Without government", "정부 진술 제외"),
    }
    runs = {word: look.effects.left_out(word) for word in heads}
    header = [look.say("Model", "모델"), *heads.values()]
    lines = []
    for model in look.index.models:
        line = [model.name]
        for word in heads:
            low, high, gate = runs[word][model.round_id, model.model_id]
            line.append(f"{span(low, high)}, {look.label('independence_gate', 'gate', gate).lower()}")
        lines.append(line)
    codes = look.index.contract.get("independence_gate").field("gate").codes or []
    counts = [
        " / ".join(str(sum(gate == code for *_, gate in runs[word].values())) for code in codes) for word in heads
    ]
    names = " / ".join(look.label("independence_gate", "gate", code).lower() for code in codes)
    lines.append([look.say(f"Gates {names}", f"최소요건 {names}"), *counts])
    return table(header, lines)


def extremes(look: Look) -> str:
    """Print for every model the one removal of each kind that moves a bound of independence the most."""
    rows = look.index.rows(
        """WITH moves AS (
            SELECT round_id, model_id, dropped_kind, dropped_id,
                   unnest([lower_change, upper_change]) AS change, unnest([0, 1]) AS side
            FROM published.independence_leave_one_out
            WHERE axis = 'independence' AND scheme_id = 'editors' AND aggregation = 'arithmetic'
        )
        SELECT round_id, model_id, dropped_kind, side, dropped_id, change FROM moves
        QUALIFY row_number() OVER (
            PARTITION BY round_id, model_id, dropped_kind, side ORDER BY abs(change) DESC, dropped_id) = 1"""
    )
    largest = {(r, m, kind, side): (name, change) for r, m, kind, side, name, change in rows}
    kinds = {
        "indicator": look.say("Indicator", "지표"),
        "dimension": look.say("Dimension", "영역"),
        "speaker": look.title("evidence", "stated_by"),
    }
    ends = [look.say("lower", "하한"), look.say("upper", "상한")]
    header = [look.say("Model", "모델"), *(f"{name}, {end}" for name in kinds.values() for end in ends)]

    def told(kind: str, side: int, round_id: str, model_id: str) -> str:
        name, change = largest.get((round_id, model_id, kind, side), ("", 0.0))
        if move(change) == "0.00":
            return "0.00"
        called = look.label("evidence", "stated_by", name) if kind == "speaker" else f"`{name}`"
        return f"{called} {move(change)}"

    lines = [
        [each.name, *(told(kind, side, each.round_id, each.model_id) for kind in kinds for side in (0, 1))]
        for each in look.index.models
    ]
    return table(header, lines, words=len(header))


def effect(look: Look, choice: str) -> str:
    """Say what undoing a choice does to the figures of today."""
    found = look.effects.of(choice)
    en, ko = [], []
    if found.cells:
        en.append(f"{found.cells} of {found.all_cells} cells change")
        ko.append(f"항목 {found.all_cells}개 중 {found.cells}개 변경")
    low, high = move(found.lower), move(found.upper)
    if low != "0.00":
        en.append(f"a lower bound moves by up to {low}")
        ko.append(f"하한 최대 {low}")
    if high != "0.00":
        en.append(f"an upper one by up to {high}" if low != "0.00" else f"an upper bound moves by up to {high}")
        ko.append(f"상한 최대 {high}")
    if not (en or found.gates):
        return look.say("no effect today", "현재 효과 없음")
    if len(en) == 1 and found.cells:
        en.append("no bound of a score moves")
        ko.append("점수 변화 없음")
    en.append(f"{found.gates} of {found.all_gates} gates turn" if found.gates else "no gate turns")
    ko.append(
        f"최소요건 판단 {found.all_gates}개 중 {found.gates}개 변경" if found.gates else "최소요건 판단 변화 없음"
    )
    return look.say(", ".join(en), ", ".join(ko))


def on_the_days(look: Look, choice: str) -> str:
    """Say how many cells differ on the days of the results."""
    changed, total = look.effects.on_the_days(choice)
    return look.say(f"{changed} of {total} cells", f"항목 {total}개 중 {changed}개")


def floor(look: Look, value: str) -> str:
    """Print the largest change of a bound under another floor of the geometric mean."""
    return move(measuring.floors(look.index, float(value)))


def observed(look: Look, read: str, known: str) -> str:
    """Print for how many models the observed pair would be shown on independence, under other thresholds."""
    count: int = look.index.one(
        """SELECT count(*) FROM published.independence_scores
        WHERE scheme_id = 'editors' AND aggregation = 'arithmetic' AND axis = 'independence'
          AND read_share >= CAST(? AS DOUBLE) AND known_share >= CAST(? AS DOUBLE) - 0.0001""",
        read,
        known,
    )
    return str(count)


def disagreeing_cells(look: Look) -> str:
    """Print in how many cells the bearing rows leave no level in common."""
    return str(measuring.disagreeing_cells(look.index))


def team_weight(look: Look) -> str:
    """Print the share of the editors' weight on independence that lies on indicators of the team."""
    of_team = {cell.indicator_id for cell in look.index.cells.values() if cell.assessed_unit == "team"}
    return percent(_weight_on(look, of_team), look.lang)


def _weight_on(look: Look, indicators: set[str]) -> float:
    weights = [weight for weight in look.index.weights("editors") if weight.axis == "independence"]
    return sum(w.dimension_share * w.indicator_share for w in weights if w.indicator_id in indicators)


DRAWN = {
    "wider-weights": ("Weights vary more: factor 5", "가중치 변동을 키움: 계수 5"),
    "narrower-weights": ("Weights vary less: factor 80", "가중치 변동을 줄임: 계수 80"),
    "around-equal-weights": ("Weights vary around equal ones", "균등 가중치를 중심으로 추출"),
    "arithmetic-only": ("Arithmetic aggregation only", "산술평균만 사용"),
    "geometric-only": ("Geometric aggregation only", "기하평균만 사용"),
    "ends-only": ("Open cells take one of their two ends", "열린 항목은 양 끝 수준만 추출"),
    "another-seed": ("Another seed, for the noise of drawing", "다른 시드(추출 오차 확인용)"),
}


def draw_choices(look: Look) -> str:
    """Print how far shares of draws move under other choices."""
    header = [look.say("Instead", "대안"), look.say("Largest change, points", "최대 변화(%p)")]
    changes = look.effects.draw_changes
    return table(header, ((look.say(*DRAWN[name]), number(change, 1)) for name, change in changes.items()))


STATES = {
    "open": ("open", "미확인"),
    "same": ("same", "동일"),
    "overlap": ("overlap", "겹침"),
    "apart": ("apart", "구별"),
    "one model": ("one model", "모델 1개"),
    "none": ("–", "–"),
}


def state(cells: list[Cell]) -> str:
    """Say whether an indicator tells the models of a round apart: one of `STATES`."""
    intervals = [(cell.lower, cell.upper) for cell in cells if cell.is_applicable]
    if len(intervals) < 2:
        return "one model" if intervals else "none"
    if not any(cell.is_known for cell in cells):
        return "open"
    if len(set(intervals)) == 1:
        return "same"
    return "overlap" if max(low for low, _ in intervals) <= min(high for _, high in intervals) else "apart"


def _states(look: Look, round_id: str) -> dict[str, str]:
    names = {model.model_id for model in look.index.of(round_id)}
    by_indicator: dict[str, list[Cell]] = {}
    for cell in look.index.cells.values():
        if cell.model_id in names:
            by_indicator.setdefault(cell.indicator_id, []).append(cell)
    return {indicator: state(cells) for indicator, cells in sorted(by_indicator.items())}


def discrimination(look: Look) -> str:
    """Print for every indicator and round whether it tells models apart, and how many cells are known."""
    names = dict(look.index.rows(f"SELECT indicator_id, name_{look.lang} FROM indicators ORDER BY indicator_id"))
    states = {each.round_id: _states(look, each.round_id) for each in look.index.rounds}
    header = [look.title("levels", "indicator_id")]
    for each in look.index.rounds:
        header += [each.name[look.lang], look.say("known", "확인")]

    def known(indicator: str, round_id: str) -> str:
        cells = [look.index.cells[model.model_id, indicator] for model in look.index.of(round_id)]
        applicable = sum(cell.is_applicable for cell in cells)
        return f"{sum(cell.is_known for cell in cells)}/{applicable}"

    lines = []
    for indicator, name in names.items():
        line = [f"`{indicator}` {name}"]
        for each in look.index.rounds:
            line += [look.say(*STATES[states[each.round_id][indicator]]), known(indicator, each.round_id)]
        lines.append(line)
    return table(header, lines)


def discrimination_share(look: Look) -> str:
    """Say how many indicators, with how much weight, tell at least two models apart."""
    parts = []
    for each in look.index.rounds:
        states = _states(look, each.round_id)
        apart = {indicator for indicator, found in states.items() if found == "apart"}
        alike = sum(found in ("open", "same") for found in states.values())
        share = percent(_weight_on(look, apart), look.lang)
        parts.append(
            look.say(
                f"- {each.name['en']}: {len(apart)} of {len(states)} indicators set at least two models apart; they "
                f"carry {share} of the editors' weight on independence. Open or the same for all models: {alike}.",
                f"- {each.name['ko']}: 적어도 두 모델을 구별하는 지표는 {len(states)}개 중 {len(apart)}개이며, "
                f"편집자 가중치 기준으로 독자성 축의 {share}를 차지합니다. 모든 모델이 미확인이거나 동일한 지표는 "
                f"{alike}개입니다.",
            )
        )
    return "\n".join(parts)


def heaviest(look: Look) -> str:
    """Name the indicator with the largest weight on independence for the scored models, and what it tells apart."""
    weights = {w.indicator_id: w for w in look.index.weights("editors") if w.axis == "independence"}

    def counted(model_id: str) -> dict[str, float]:
        cells = [look.index.cells[model_id, name] for name in weights]
        inside: dict[str, float] = {}
        for cell in (c for c in cells if c.is_applicable):
            inside[cell.dimension_id] = inside.get(cell.dimension_id, 0) + weights[cell.indicator_id].indicator_share
        found = {}
        for cell in (c for c in cells if c.is_applicable):
            weight = weights[cell.indicator_id]
            found[cell.indicator_id] = weight.dimension_share * weight.indicator_share / inside[cell.dimension_id]
        return found

    shares = {model.model_id: counted(model.model_id) for model in look.index.models}
    total = {name: sum(share.get(name, 0) for share in shares.values()) for name in weights}
    name = max(sorted(total), key=total.__getitem__)
    of_models = [share[name] for share in shares.values() if name in share]
    low, high = percent(min(of_models), look.lang), percent(max(of_models), look.lang)
    span_of = low if low == high else look.say(f"{low} to {high}", f"{low}–{high}")
    found = ", ".join(
        f"{each.name[look.lang].lower()}: {look.say(*STATES[_states(look, each.round_id)[name]])}"
        for each in look.index.rounds
    )
    return look.say(
        f"The indicator that weighs most, `{name}`, has {span_of} of a model's weight on independence ({found}).",
        f"비중이 가장 큰 지표는 `{name}`이며 모델에 따라 독자성 축 가중치의 {span_of}를 차지합니다({found}).",
    )


def pair(look: Look, one: str, other: str) -> str:
    """Print for how many models both of two cells are known, and for how many they have the same value."""
    cells = look.index.cells
    both = [
        (cells[model.model_id, one], cells[model.model_id, other])
        for model in look.index.models
        if cells[model.model_id, one].is_known and cells[model.model_id, other].is_known
    ]
    same = sum((a.lower / a.top, a.upper / a.top) == (b.lower / b.top, b.upper / b.top) for a, b in both)
    total = len(look.index.models)
    return look.say(
        f"{len(both)} of {total} models, {same} with the same interval",
        f"모델 {total}개 중 {len(both)}개(구간까지 같은 모델 {same}개)",
    )


def _called(look: Look, outcome: Outcome) -> str:
    if outcome.criterion_id is None:
        return look.say("went on (1) or out (0)", "통과(1)·탈락(0)")
    return f"`{outcome.criterion_id}` {outcome.name[look.lang]}"


def outcomes(look: Look) -> str:
    """Print Kendall's tau-b between bounds and official outcomes, with and without the government's rows."""
    runs = [look.effects.left_out(word) for word in ("", "speaker:government")]

    def tau(run: Figures, end: int, outcome: Outcome) -> str:
        round_id = outcome.round.round_id
        found = kendall([run[round_id, model.model_id][:2][end] for model in look.index.of(round_id)], outcome.values)
        return "–" if found is None else move(found)

    header = [
        look.title("independence_scores", "round_id"),
        look.say("Outcome", "결과"),
        "n",
        look.say("official", "공식 수치"),
        look.say("lower", "하한"),
        look.say("upper", "상한"),
        look.say("lower, without government", "하한(정부 진술 제외)"),
        look.say("upper, without government", "상한(정부 진술 제외)"),
        look.say("smallest p", "가능한 최소 p"),
    ]
    lines = [
        [
            one.round.name[look.lang],
            _called(look, one),
            str(one.n),
            str(one.official),
            *(tau(run, end, one) for run in runs for end in (0, 1)),
            number(one.smallest_p),
        ]
        for one in look.effects.outcomes
    ]
    return table(header, lines, words=2)


PLACES: dict[str, Place] = {
    "schemes": schemes,
    "left-out": left_out,
    "extremes": extremes,
    "effect": effect,
    "on-the-days": on_the_days,
    "floor": floor,
    "observed": observed,
    "disagreeing-cells": disagreeing_cells,
    "team-weight": team_weight,
    "draw-choices": draw_choices,
    "discrimination": discrimination,
    "discrimination-share": discrimination_share,
    "heaviest": heaviest,
    "pair": pair,
    "outcomes": outcomes,
}

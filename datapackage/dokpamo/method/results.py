"""Places filled from the views as they stand: results, gates, a worked example, order."""

from typing import Any

from dokpamo.method.index import Cell, Model
from dokpamo.method.look import Look, Place
from dokpamo.method.writing import levels, number, percent, span, table


def results(look: Look) -> str:
    """Print gate, shares and intervals of every scored model, one table a round and axis."""
    parts = []
    for each in look.index.rounds:
        for axis in ("independence", "disclosure"):
            rows = look.index.rows(
                """SELECT model_id, gate, basis, read_share, known_share, lower, observed_low, observed_high, upper
                FROM published.independence_scores
                WHERE round_id = ? AND axis = ? AND scheme_id = 'editors' AND aggregation = 'arithmetic'
                ORDER BY team_id, model_id""",
                each.round_id,
                axis,
            )
            models = {model.model_id: model for model in look.index.of(each.round_id)}
            name = look.label("dimensions", "axis", axis)
            parts.append(look.say(f"**{each.name['en']}, {name.lower()}**", f"**{each.name['ko']}, {name}**"))
            parts.append(_scores(look, axis, [(models[model], *rest) for model, *rest in rows]))
    return "\n\n".join(parts)


def _scores(look: Look, axis: str, rows: list[tuple[Any, ...]]) -> str:
    is_gated = axis == "independence"
    header = [look.say("Team", "팀"), look.say("Model", "모델")]
    header += [look.title("independence_scores", "gate"), look.title("independence_scores", "basis")] * is_gated
    header += [look.title("independence_scores", column) for column in ("read_share", "known_share")]
    header += [look.say("Lower–upper", "하한–상한"), look.say("Observed", "관측값")]
    hidden = look.say("not shown", "미표시")
    lines = []
    for model, gate, basis, read, known, lower, observed_low, observed_high, upper in rows:
        line = [model.team[look.lang], model.name]
        if is_gated:
            line.append(look.label("independence_scores", "gate", gate))
            line.append(look.label("independence_scores", "basis", basis) if basis else "–")
        line += [percent(read, look.lang), percent(known, look.lang), span(lower, upper)]
        line.append(hidden if observed_low is None else span(observed_low, observed_high))
        lines.append(line)
    return table(header, lines, words=4 if is_gated else 2)


def gates(look: Look) -> str:
    """Print the sentence of each gate, disputes and answers included; models of a round with the same one together."""
    rows = look.index.rows(
        f"""SELECT r.name_{look.lang}, string_agg(g.model_name, ', ' ORDER BY g.team_id, g.model_id),
               g.sentence_{look.lang}
        FROM published.independence_gate g JOIN rounds r USING (round_id)
        GROUP BY r.ordinal, 1, 3 ORDER BY r.ordinal, min(g.team_id)"""
    )
    return "\n".join(f"- {name}, {models}: {sentence}" for name, models, sentence in rows)


def dominance(look: Look) -> str:
    """Print how many ordered pairs stand in the relation of dominance, and which."""
    pairs = look.index.one("SELECT count(*) FROM published.independence_dominance")
    held = look.index.rows(
        """SELECT axis, model_name, other_model_name FROM published.independence_dominance
        WHERE is_above ORDER BY axis DESC, round_id, team_id, other_team_id"""
    )
    text = look.say(
        f"{len(held)} of {pairs} ordered pairs, both axes together",
        f"두 축을 합한 순서쌍 {pairs}개 중 {len(held)}개",
    )
    told = [f"{look.label('dimensions', 'axis', axis)}: {one} > {other}" for axis, one, other in held]
    return text + (f" ({'; '.join(told)})" if told else "")


def draws(look: Look) -> str:
    """Print the shares of draws on independence: in how many of a hundred the row stands above the column."""
    parts = []
    for each in look.index.rounds:
        models = look.index.of(each.round_id)
        matrix = look.index.draws.matrix(each.round_id)
        title = look.say("row above column", "행이 열보다 높은 비율")
        header = [f"{each.name[look.lang]}: {title}", *(model.name for model in models)]
        rows = [
            (
                one.name,
                *(percent(matrix[one.model_id][other.model_id], look.lang) if one != other else "" for other in models),
            )
            for one in models
        ]
        parts.append(table(header, rows))
    return "\n\n".join(parts)


def _example(look: Look) -> Model:
    """Return the model of the worked example: the first of the first round."""
    return look.index.models[0]


def example_model(look: Look) -> str:
    """Print the name of the example's model with its round."""
    model = _example(look)
    name = next(each.name for each in look.index.rounds if each.round_id == model.round_id)[look.lang]
    return look.say(f"{model.name} ({name.lower()})", f"{model.name}({name})")


def example_team(look: Look) -> str:
    """Print the team of the example."""
    return _example(look).team_id


def example(look: Look) -> str:
    """Print the dimensions of the example's model with their weights, and their sum beside the view's score."""
    model = _example(look)
    rows = look.index.rows(
        f"""SELECT d.name_{look.lang}, weight_share, applicable_cells, known_cells, lower, upper
        FROM published.independence_dimensions v JOIN dimensions d USING (dimension_id)
        WHERE model_id = ? AND team_id = ? AND scheme_id = 'editors' AND v.axis = 'independence'
        ORDER BY v.dimension_id""",
        model.model_id,
        model.team_id,
    )
    low, high = look.index.rows(
        """SELECT lower, upper FROM published.independence_scores
        WHERE model_id = ? AND round_id = ? AND scheme_id = 'editors' AND axis = 'independence'
          AND aggregation = 'arithmetic'""",
        model.model_id,
        model.round_id,
    )[0]
    header = [
        look.title("independence_cells", "dimension_id"),
        look.say("Applicable cells", "해당 항목"),
        look.say("Known cells", "확인된 항목"),
        look.say("Weight w", "가중치 w"),
        look.say("Lower x", "하한 x"),
        look.say("Upper x", "상한 x"),
        look.say("w · lower", "w · 하한"),
        look.say("w · upper", "w · 상한"),
    ]
    lines = [
        [name, str(cells), str(known), *(number(x, 4) for x in (w, lower, upper, w * lower, w * upper))]
        for name, w, cells, known, lower, upper in rows
    ]
    sums = (str(sum(row[2] for row in rows)), str(sum(row[3] for row in rows)), number(sum(row[1] for row in rows), 4))
    lines.append([look.say("Score", "점수"), *sums, "", "", number(low, 4), number(high, 4)])
    return table(header, lines)


def _example_cell(look: Look) -> Cell:
    """Return the cell of the example with the most rows that nobody disputes; disputes are told with their answers."""
    disputed = {
        evidence_id
        for (evidence_id,) in look.index.rows(
            "SELECT evidence_id FROM evidence WHERE stated_by IN ('press', 'critic', 'rival') OR is_interested_party"
        )
    }

    def rows(cell: Cell) -> list[str]:
        return (cell.evidence_ids or "").split(";")

    cells = [c for c in look.index.cells.values() if c.model_id == _example(look).model_id and c.axis == "independence"]
    return max((c for c in cells if c.is_known and not disputed & set(rows(c))), key=lambda c: len(rows(c)))


def example_indicator(look: Look) -> str:
    """Print the id of the example's indicator."""
    return _example_cell(look).indicator_id


def example_cell(look: Look) -> str:
    """Print the rows behind one cell, and the bounds that follow from them."""
    cell = _example_cell(look)
    rows = look.index.rows(
        """SELECT evidence_id, left(CAST(public_on AS VARCHAR), CASE public_on_precision
                   WHEN 'month' THEN 7 WHEN 'year' THEN 4 ELSE 10 END), stated_by, basis, level_low, level_high, finding
        FROM evidence WHERE evidence_id IN (SELECT unnest(string_split(?, ';'))) ORDER BY public_on, evidence_id""",
        cell.evidence_ids,
    )
    header = [
        look.title("evidence", "evidence_id"),
        look.title("evidence", "public_on"),
        look.title("evidence", "stated_by"),
        look.title("evidence", "basis"),
        look.title("levels", "level"),
    ]
    lines = [
        (
            f"`{evidence_id}`",
            day,
            look.label("evidence", "stated_by", speaker),
            look.label("evidence", "basis", basis) if basis else look.label("evidence", "finding", finding),
            levels(low, high),
        )
        for evidence_id, day, speaker, basis, low, high, finding in rows
    ]
    result = levels(cell.lower, cell.upper)
    ends = [number(level / cell.top) for level in sorted({cell.lower, cell.upper})]
    value = "–".join(ends)
    conclusion = look.say(
        f"By the rules of section 7: level {result} on a scale from 0 to {cell.top}, value {value}.",
        f"7절의 규칙에 따라 0부터 {cell.top}까지의 척도에서 수준 {result}, 값 {value}입니다.",
    )
    return f"{table(header, lines, words=4)}\n\n{conclusion}"


PLACES: dict[str, Place] = {
    "results": results,
    "gates": gates,
    "dominance": dominance,
    "draws": draws,
    "example-model": example_model,
    "example-team": example_team,
    "example": example,
    "example-indicator": example_indicator,
    "example-cell": example_cell,
}

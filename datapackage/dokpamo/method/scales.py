"""Places filled from the scales: indicators with their levels, and the weights of every scheme."""

from dokpamo.method.look import Look, Place
from dokpamo.method.writing import number, percent, ratio, table


def indicators(look: Look) -> str:
    """Print every dimension with its indicators and their levels."""
    lang, index = look.lang, look.index
    parts = []
    for dimension, axis, name in index.rows(f"SELECT dimension_id, axis, name_{lang} FROM dimensions"):
        parts.append(f"### {name} (`{dimension}`, {look.label('dimensions', 'axis', axis)})")
        for row in index.rows(
            f"""SELECT indicator_id, name_{lang}, {index.prose("indicators", "question", lang)}, assessed_unit,
                gate_level, is_mirroring_ministry FROM indicators WHERE dimension_id = ? ORDER BY indicator_id""",
            dimension,
        ):
            parts.append(_indicator(look, *row))
    return "\n\n".join(parts)


def _indicator(
    look: Look, indicator: str, name: str, question: str, unit: str, gate_level: int | None, is_mirroring: bool
) -> str:
    marks = [look.label("indicators", "assessed_unit", unit)]
    if gate_level is not None:
        marks.append(look.say(f"minimum condition: level {gate_level} or above", f"최소요건: 수준 {gate_level} 이상"))
    if is_mirroring:
        marks.append(look.say("takes up a criterion of the ministry", "과기정통부 기준 반영"))
    levels = look.index.rows(
        f"""SELECT level, {look.index.prose("levels", "meaning", look.lang)}, max(level) OVER ()
        FROM levels WHERE indicator_id = ? ORDER BY level NULLS LAST""",
        indicator,
    )
    out = look.say("does not apply", "해당 없음")
    lines = [
        f"- {out}: {meaning}" if level is None else f"- {level} ({number(level / top)}): {meaning}"
        for level, meaning, top in levels
    ]
    return f"**`{indicator}` {name}.** {question} ({'; '.join(marks)})\n\n" + "\n".join(lines)


def english_note(look: Look) -> str:
    """Say on the Korean page that questions and levels are English, as long as they have no Korean twins."""
    fields = look.index.contract.tables
    if look.lang == "en" or ("question_ko" in fields["indicators"].fields and "meaning_ko" in fields["levels"].fields):
        return ""
    return "질문과 수준의 원문은 아직 영어로만 기록되어 있어 그대로 싣습니다."


def ratios(look: Look) -> str:
    """Print the ratios as they stand in the table, with the share of the axis that follows."""
    rows = look.index.rows(
        f"""WITH shares AS (
            SELECT scheme_id, dimension_id, indicator_id, dimension_share, dimension_share * indicator_share AS share
            FROM published.independence_weights
        )
        SELECT s.name_{look.lang}, coalesce(w.dimension_id, w.indicator_id), d.axis, w.weight,
               coalesce((SELECT max(h.dimension_share) FROM shares h
                         WHERE h.scheme_id = w.scheme_id AND h.dimension_id = w.dimension_id),
                        (SELECT h.share FROM shares h
                         WHERE h.scheme_id = w.scheme_id AND h.indicator_id = w.indicator_id), 0)
        FROM scheme_weights w
        JOIN schemes s USING (scheme_id)
        LEFT JOIN indicators i ON i.indicator_id = w.indicator_id
        JOIN dimensions d ON d.dimension_id = coalesce(w.dimension_id, i.dimension_id)
        ORDER BY w.scheme_id, d.axis DESC, d.dimension_id, w.indicator_id"""
    )
    header = [
        look.say("Scheme", "가중치 방식"),
        look.say("Dimension or indicator", "영역 또는 지표"),
        look.title("dimensions", "axis"),
        look.say("Ratio", "상대 비율"),
        look.say("Share of the axis", "축 안의 비중"),
    ]
    return table(
        header,
        (
            (scheme, f"`{name}`", look.label("dimensions", "axis", axis), ratio(weight), percent(share, look.lang))
            for scheme, name, axis, weight, share in rows
        ),
        words=3,
    )


def shares(look: Look) -> str:
    """Print what each indicator counts in every scheme, in per cent of its axis."""
    schemes = look.index.rows(f"SELECT scheme_id, name_{look.lang} FROM schemes ORDER BY scheme_id")
    weights = {
        (scheme, indicator): share
        for scheme, indicator, share in look.index.rows(
            "SELECT scheme_id, indicator_id, dimension_share * indicator_share FROM published.independence_weights"
        )
    }
    rows = look.index.rows(
        f"""SELECT indicator_id, i.name_{look.lang}, axis FROM indicators i JOIN dimensions USING (dimension_id)
        ORDER BY axis DESC, indicator_id"""
    )
    header = [
        look.title("levels", "indicator_id"),
        look.title("dimensions", "axis"),
        *(name for _, name in schemes),
    ]

    def counted(scheme: str, indicator: str) -> str:
        share = weights.get((scheme, indicator))
        return "–" if share is None else number(100 * share, 1)

    return table(
        header,
        (
            (
                f"`{indicator}` {name}",
                look.label("dimensions", "axis", axis),
                *(counted(scheme, indicator) for scheme, _ in schemes),
            )
            for indicator, name, axis in rows
        ),
        words=2,
    )


PLACES: dict[str, Place] = {
    "indicators": indicators,
    "english-note": english_note,
    "ratios": ratios,
    "shares": shares,
}

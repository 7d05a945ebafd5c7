"""What stands on the figures, English and Korean side by side; codes and names come from the contract and the views."""

from datetime import date

from dokpamo.figures import LANGUAGES

PHRASES = {
    "as_of": ("As of {day}, the record's date", "{day} 기준(이 데이터의 기준일)"),
    "round": ("{round}: the models assessed", "{round}: 평가 대상 모델"),
    "order": (
        "Teams stand in alphabetical order; the place says nothing about a team.",
        "팀은 영문 이름의 알파벳순으로 놓았으며, 놓인 자리는 순위가 아님.",
    ),
    "credit": (
        "dokpamo {version}, CC BY 4.0. The same as a table: {table}.csv",
        "dokpamo {version}, CC BY 4.0. 같은 내용의 표: {table}.csv",
    ),
    "colon": ("{head}: {tail}", "{head}: {tail}"),
    # intervals by team
    "intervals_title": (
        "Independence and disclosure: the interval of each model",
        "독자성과 공개성: 모델별 구간",
    ),
    "intervals_subtitle": (
        "From the lowest to the highest figure that the evidence of the day leaves possible, from 0 to 1. "
        "{scheme}, {aggregation}. The two axes are never added up.",
        "해당 날짜의 근거가 허용하는 최저~최고 값(0~1). {scheme}, {aggregation}. 두 축은 합산하지 않음.",
    ),
    "interval_key": ("what the evidence leaves possible", "근거가 허용하는 범위"),
    "observed_key": (
        "the same over the known items alone (observed), where enough is read",
        "확인된 항목만으로 구한 범위(관측값). 자료를 충분히 확인한 경우에만 표시",
    ),
    "envelope_key": (
        "from lowest to highest over all weights and both ways of adding up",
        "모든 가중치와 두 집계 방식에 걸친 최저~최고",
    ),
    "observed": ("{interval}, observed {observed}", "{interval}, 관측값 {observed}"),
    "not_observed": ("{interval}, observed not shown", "{interval}, 관측값 미표시"),
    "shares": (
        "reading share {shares[0]}, known share {shares[1]}",
        "자료 확인 비율 {shares[0]}, 확인 비율 {shares[1]}",
    ),
    "gate": ("Minimum condition: {gate}", "독자성 최소요건: {gate}"),
    "gate_note": (
        "The minimum condition is the ministry's. It stands beside the figures and changes none of them.",
        "독자성 최소요건은 과기정통부의 기준이며, 수치와 나란히 표시할 뿐 수치에 반영하지 않음.",
    ),
    # cells
    "cells_title": (
        "Independence and disclosure: what is known, item by item",
        "독자성과 공개성: 항목별로 확인된 수준",
    ),
    "cells_subtitle": (
        "Each strip is a scale of levels, from least on the left to most on the right. The filled steps are those "
        "that the evidence of the day leaves possible; the fewer are filled, the more is known.",
        "각 띠는 수준의 척도로, 왼쪽이 가장 낮고 오른쪽이 가장 높음. 채워진 칸은 해당 날짜의 근거로 가능한 "
        "수준이며, 채워진 칸이 적을수록 더 많이 확인된 것임.",
    ),
    "exact_key": ("one level is left", "한 수준만 가능"),
    "range_key": ("several levels are left", "여러 수준이 가능"),
    "open_key": ("something was stated, but every level is left", "진술은 있으나 모든 수준이 가능"),
    "not_found_key": ("not found, though the places named were read whole", "명시된 자료를 모두 읽었으나 없음"),
    "not_read_key": (
        "not read: says something about the record, not about the team",
        "자료 미확인: 기록의 상태일 뿐 팀에 대한 판단이 아님",
    ),
    "not_applicable_key": ("does not apply to this model", "이 모델에는 해당하지 않음"),
    "gate_key": (
        "◆ part of the minimum condition that the ministry sets",
        "◆ 과기정통부가 정한 독자성 최소요건에 속하는 지표",
    ),
    "team_key": (
        "† belongs to the team, so it is the same on each of its models",
        "† 팀 단위 지표로, 팀의 모든 모델에 같은 값이 들어감",
    ),
    # over time
    "over_time_title": (
        "Independence and disclosure: how the interval of each model moved",
        "독자성과 공개성: 모델별 구간의 변화",
    ),
    "over_time_subtitle": (
        "From the lowest to the highest figure, from 0 to 1, that could be known on each day from {start} on. "
        "It steps on the day on which something became public. {scheme}, {aggregation}.",
        "{start}부터 날짜별로 알 수 있었던 최저~최고 값(0~1). 새로운 내용이 공개된 날에 구간이 바뀜. "
        "{scheme}, {aggregation}.",
    ),
    "announced_key": ("day on which the result of a round was announced", "단계별 결과 발표일"),
    "month_note": (
        "What is known only by its month counts from the last day of it. Which model stood in which round is what "
        "the record's date knows.",
        "월만 알려진 내용은 그 달 말일부터 반영함. 어느 모델이 어느 단계의 평가 대상이었는지는 기준일 현재 "
        "알려진 대로임.",
    ),
    "moved": (
        "{team}, {model}, {axis}: {first} on {day}, now {last}",
        "{team}, {model}, {axis}: {day} {first}, 기준일 {last}",
    ),
    "before": ("no model on record yet", "기록된 모델 없음"),
}

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def say(phrase: str, lang: str, **values: object) -> str:
    """Return a phrase in a language.

    >>> say("gate", "ko", gate="충족")
    '독자성 최소요건: 충족'
    """
    return PHRASES[phrase][LANGUAGES.index(lang)].format(**values)


def month(day: date, lang: str, *, with_year: bool) -> str:
    """Return what a month is called on an axis.

    >>> month(date(2025, 8, 1), "en", with_year=True), month(date(2025, 10, 1), "ko", with_year=False)
    ('Aug 2025', '10월')
    """
    if lang == "ko":
        return f"{day.year}년 {day.month}월" if with_year else f"{day.month}월"
    return f"{MONTHS[day.month - 1]} {day.year}" if with_year else MONTHS[day.month - 1]


def date_in(day: date, lang: str) -> str:
    """Return a day in words.

    >>> date_in(date(2026, 1, 15), "en"), date_in(date(2026, 1, 15), "ko")
    ('15 Jan 2026', '2026년 1월 15일')
    """
    named = month(day, lang, with_year=True)
    return f"{named} {day.day}일" if lang == "ko" else f"{day.day} {named}"

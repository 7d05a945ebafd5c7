"""The fixed phrases of a page, English and Korean side by side; what a code is called comes from the contract."""

from dokpamo.contract import package

PHRASES = {
    "kinds": ("team, model, dimension or indicator", "팀·모델·영역·지표는"),
    "title": ("{name}: what stands behind the figures", "{name}: 수치의 근거"),
    "as_of": ("As of {day}, the record's date.", "{day} 기준(이 데이터의 기준일)."),
    "as_of_past": ("As it could be known on {day}.", "{day} 당시 알 수 있었던 내용 기준."),
    "caveat": (
        "Intervals, no ranks: from the lowest to the highest that the evidence of the day leaves possible. "
        "“Open” and “not read” say something about the record, not about a team. "
        "Every statement stands on the word of whoever is named with it.",
        "순위가 아닌 구간으로, 해당 날짜의 근거가 허용하는 최저~최고 범위를 보임. ‘미정’과 ‘자료 미확인’은 "
        "기록의 상태일 뿐 팀에 대한 판단이 아님. 각 진술은 함께 적은 진술 주체의 말임.",
    ),
    "limits": (
        "Limits: most of the evidence is the teams' own word; many pages were read in part; one coder, who knew the "
        "outcome; cells of a team repeat on each of its models; equal steps between levels are a convention; "
        "“met” by a word of the ministry rests on an evaluation that raised no objection.",
        "한계: 근거 대부분이 회사 설명임. 자료 상당수는 일부만 읽음. 평가 결과를 아는 한 사람이 수준을 매김. "
        "팀 단위 항목은 그 팀의 모든 모델에 같은 값이 들어감. 수준 사이의 간격을 같게 본 것은 관례임. "
        "과기정통부 발표에 따른 ‘충족’은 이의를 밝히지 않은 평가를 해석한 것임.",
    ),
    # what was not scored
    "nothing_scored_team": (
        "Nothing was scored: by this day no model of this team is on record as assessed in a stage evaluation, "
        "so there are no figures and there is no gate. That says nothing about the team.",
        "평가 대상 없음: 이 날짜까지 단계평가의 평가 대상으로 기록된 이 팀의 모델이 없어 점수와 최소요건 판단을 "
        "싣지 않음. 팀에 대한 판단이 아님.",
    ),
    "nothing_scored_model": (
        "Not scored: by this day this model is not on record as the one assessed in a stage evaluation, "
        "so there are no figures and there is no gate. That says nothing about the model.",
        "평가 대상 아님: 이 날짜까지 단계평가의 평가 대상으로 기록되지 않은 모델이어서 점수와 최소요건 판단을 "
        "싣지 않음. 모델에 대한 판단이 아님.",
    ),
    "nothing_scored": (
        "Nothing was scored: by this day no model is on record as assessed in a stage evaluation.",
        "평가 대상 없음: 이 날짜까지 단계평가의 평가 대상으로 기록된 모델이 없음.",
    ),
    "nothing_said": ("No statement is on record by this day.", "이 날짜까지 기록된 진술 없음."),
    "unspoken": (
        "What is on record follows; indicators without a statement are left out.",
        "기록된 진술은 아래와 같음. 기록이 없는 지표는 싣지 않음.",
    ),
    "others": (
        "Other models of the team with evidence on record, not scored",
        "평가 대상이 아니나 근거가 기록된 팀의 다른 모델",
    ),
    # figures
    "scores": ("Scores", "점수"),
    "axis": ("Axis", "축"),
    "interval": ("Lowest–highest", "최저~최고"),
    "observed": ("Observed", "관측값"),
    "not_shown": ("not shown: too little read", "미표시: 확인한 자료 부족"),
    "own_word": ("On the team's word alone", "회사 설명에만 근거"),
    "of": ("{part} of {whole}", "{whole}개 중 {part}개"),
    "percent": ("{value} %", "{value}%"),
    "other_schemes": ("Other weights and ways of adding up:", "다른 가중치와 집계 방식:"),
    "scheme": ("Weights", "가중치"),
    "range": ("{low}–{high}", "{low}~{high}"),
    "gate": ("Minimum condition of independence: {gate}", "독자성 최소요건: {gate}"),
    "basis": ("Basis: {basis}.", "근거 주체: {basis}."),
    "mixed": ("several voices ({voices})", "복수의 주체({voices})"),
    "no_basis": (
        "Basis: none; neither the government nor an independent outsider nor the team has given a level.",
        "근거 주체: 없음. 정부, 독립적 제3자, 회사 가운데 수준을 밝힌 곳이 없음.",
    ),
    "carried_by": ("Carried by {ids}.", "근거: {ids}."),
    "disputed_by": ("Disputed by {ids}; disputes move no gate.", "이의: {ids}. 이의는 판단에 반영하지 않음."),
    "part": (
        "{interval}, {weight} of the axis; {read} cells read, {known} known.",
        "{interval}, 축 가중치의 {weight}. 자료 확인 항목 {read}, 확인된 항목 {known}.",
    ),
    "team": ("Team", "팀"),
    "model": ("Model", "모델"),
    "equal_inside": (
        "Inside the dimension every indicator that applies counts the same.",
        "영역 안에서는 해당하는 지표의 가중치가 모두 같음.",
    ),
    # cells
    "level_of": ("level {levels} on a scale of 0–{top}", "수준 {levels}(척도 0~{top})"),
    "open": ("open (scale 0–{top})", "미정(척도 0~{top})"),
    "out": ("not applicable, text-only model", "텍스트 전용 모델, 해당 없음"),
    "question": ("Question: {question}", "질문: {question}"),
    "gate_level": (
        "Part of the minimum condition: level {level} or above.",
        "독자성 최소요건 지표: 수준 {level} 이상.",
    ),
    "legend": ("● left possible by the evidence of the day, ○ not", "● 해당 날짜의 근거로 가능한 수준, ○ 그 밖의 수준"),
    "finding": ("Finding: {finding}.", "확인 결과: {finding}."),
    "lower_free": (
        "No statement sets the lower bound: it is the bottom of the scale.",
        "하한을 정하는 진술이 없어 척도의 최저 수준을 하한으로 둠.",
    ),
    "upper_free": (
        "No statement sets the upper bound: it is the top of the scale.",
        "상한을 정하는 진술이 없어 척도의 최고 수준을 상한으로 둠.",
    ),
    "both_free": (
        "No statement sets a bound: the whole scale is open.",
        "상한이나 하한을 정하는 진술이 없어 척도 전체가 열려 있음.",
    ),
    "of_team": (
        "Belongs to the team: the same on each of its models.",
        "팀 단위 항목: 팀의 모든 모델에 같은 값이 들어감.",
    ),
    "told_above": ("Belongs to the team; told under {model} above.", "팀 단위 항목: 위 {model} 부분에 실음."),
    "lower_by": ("Lower bound carried by {ids}.", "하한의 근거: {ids}."),
    "upper_by": ("Upper bound carried by {ids}.", "상한의 근거: {ids}."),
    "see_indicator": (
        "The statements behind each level stand on the indicators' own pages.",
        "수준별 근거는 각 지표 페이지에 실음.",
    ),
    # statements
    "no_longer": ("no longer counted", "반영하지 않음"),
    "level": ("level {levels}", "수준 {levels}"),
    "no_level": ("no level can be read from it", "수준을 읽을 수 없음"),
    "relayed": ("relayed by others", "언론 등이 전함"),
    "confidence": ("confidence {confidence}", "신뢰도 {confidence}"),
    "carries_both": ("Carries both bounds.", "하한과 상한의 근거."),
    "carries_lower": ("Carries the lower bound.", "하한의 근거."),
    "carries_upper": ("Carries the upper bound.", "상한의 근거."),
    "interested": (
        "Interested party: shown, moves no bound.",
        "이해관계자의 주장: 싣되 범위에 반영하지 않음.",
    ),
    "answers": ("In answer to {id}.", "{id}에 대한 답변."),
    "answers_elsewhere": (
        "In answer to {speaker} ({day}): {claim} ({id})",
        "{day} {speaker} 주장에 대한 답변: {claim} ({id})",
    ),
    "answer": ("Answer of {speaker} ({day}): {claim} ({id})", "{speaker} 답변({day}): {claim} ({id})"),
    "no_answer": ("No answer on record.", "확인된 답변 없음."),
    "withdrawn": ("Withdrawn on {day} ({ids}).", "{day} 철회({ids})."),
    "replaced": ("Replaced on {day} by a later statement ({ids}).", "{day} 나중 진술로 대체({ids})."),
    "note": ("Editors' note: {note}", "편집자 주: {note}"),
    "no_source_yet": (
        "The sources that report this are later than the day asked for.",
        "이를 보도한 출처는 조회한 날짜 이후에 공개됨.",
    ),
    "response": (
        "Answer of {organisation} to this record, received on {day}: {text}",
        "{organisation}의 답변({day} 접수): {text}",
    ),
    # the end
    "sources": ("Sources", "출처"),
    "no_address": ("no address known", "주소 미상"),
    "undated": ("undated", "날짜 미상"),
}

SPEAKERS = {
    "government": ("the government", "정부"),
    "independent": ("an independent outsider", "독립적 제3자"),
    "team": ("the team", "회사"),
    "press": ("the press", "언론"),
    "critic": ("a critic", "이의 제기자"),
    "rival": ("a rival bidder", "경쟁 신청 기관"),
    "interested": ("an interested party", "이해관계자"),
    "curator": ("the editors", "편집자"),
}
"""Whose statement it is; METHOD keeps press, critics and rivals apart by these names."""

BASES = {
    "stated": ("stated", "명시"),
    "inferred": ("inferred by the editors", "편집자 해석"),
    "rule": ("by a coding rule", "분류 규칙"),
}
"""How the level follows from the words."""

CONFIDENCE = {"high": ("high", "높음"), "medium": ("medium", "중간"), "low": ("low", "낮음")}

LANGUAGES = ("en", "ko")


def say(phrase: str, lang: str, **values: object) -> str:
    """Return a phrase in a language.

    >>> say("range", "ko", low=0, high=2)
    '0~2'
    """
    return PHRASES[phrase][LANGUAGES.index(lang)].format(**values)


def called(words: dict[str, tuple[str, str]], code: str, lang: str) -> str:
    """Return what a code is called inside a sentence."""
    return words[code][LANGUAGES.index(lang)]


def described(view: str, column: str, lang: str) -> tuple[str, str]:
    """Return what a view calls a column, and what it says of it."""
    field = package().views[f"independence_{view}"].field(column)
    return field.text("title", lang), field.text("description", lang)


def label(view: str, column: str, code: str, lang: str) -> str:
    """Return what a view calls a code, as its schema says."""
    return package().views[f"independence_{view}"].field(column).label(code, lang)

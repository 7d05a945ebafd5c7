"""What the command line says of itself, in English and Korean: one line each, and examples that run."""

TEXTS: dict[str, tuple[str, str]] = {
    "dokpamo": (
        "The record of South Korea's Sovereign AI Foundation Model project: who applied, who went out, "
        "on what ground, and how independent each model is, every fact with its source.",
        "독자 AI 파운데이션 모델 프로젝트(독파모)의 기록. 누가 신청했고, 누가 어떤 사유로 탈락했으며, "
        "각 모델이 얼마나 독자적인지를 사실마다 출처를 붙여 보여 줍니다.",
    ),
    "list": ("list tables and views", "표와 뷰의 목록을 봅니다"),
    "describe": ("tell what a table or view holds, column by column", "표나 뷰의 열이 무엇을 뜻하는지 봅니다"),
    "search": (
        "find ids by any name, Korean or English",
        "한글이나 영문 이름으로 ID를 찾습니다",
    ),
    "show": ("print a table or view", "표나 뷰를 출력합니다"),
    "sql": ("run a query over all tables and views", "모든 표와 뷰에 SQL 질의를 실행합니다"),
    "cite": ("print the sources of a row or of one cell", "행이나 칸의 출처를 출력합니다"),
    "independence": (
        "draw the independence index: intervals, and how often one model stands above another",
        "독자성 지수의 구간과, 가중치를 바꿔 가며 추출했을 때 한 모델이 다른 모델보다 위에 놓이는 비율을 봅니다",
    ),
    "why": (
        "walk from a score to the words behind it: a team, model, dimension or indicator",
        "팀·모델·영역·지표의 점수가 어떤 근거에서 나왔는지 출처까지 따라가 봅니다",
    ),
    "check": ("validate a record: structure, contracts, rules", "기록의 구조, 계약, 규칙을 검사합니다"),
    "verify": (
        "check a copy of a release against its hashes: what is missing, changed or added",
        "배포본의 사본을 해시와 견주어 빠지거나 바뀌거나 더해진 파일을 찾습니다",
    ),
    "diff": (
        "tell what changed between two editions of the record, cell by cell with the sources",
        "기록의 두 판을 견주어 무엇이 바뀌었는지 칸마다 출처와 함께 봅니다",
    ),
    "old edition": (
        "a folder, a zip file, a git revision of this checkout, or a released version",
        "폴더, ZIP 파일, 현재 저장소의 git 리비전 또는 배포 버전",
    ),
    "new edition": ("likewise", "위와 같음"),
    "new": ("print a curator's row with a well-formed id", "새로 적을 행을 규칙에 맞는 ID와 함께 출력합니다"),
    "export": ("write every table and view as files", "모든 표와 뷰를 파일로 저장합니다"),
    "name": ("a table or view; see dokpamo list", "표나 뷰의 이름(dokpamo list 참조)"),
    "text": ("a name or a part of it", "이름 또는 이름의 일부"),
    "query": ("a DuckDB query; - reads it from standard input", "DuckDB 질의. -를 쓰면 표준 입력에서 읽습니다"),
    "table": ("a table of the record", "기록의 표"),
    "row": ("the key of a row", "행의 기본키"),
    "column": ("a column, for the sources and claims of one cell", "열 이름. 한 칸의 출처와 주장을 봅니다"),
    "path": ("a checkout or any copy of the record (default: here)", "기록이 있는 폴더(기본값: 현재 폴더)"),
    "copy": (
        "a published folder, all.zip, or what was unpacked from it (default: here)",
        "배포 폴더, all.zip 또는 이를 푼 폴더(기본값: 현재 폴더)",
    ),
    "cells": ("cells as COLUMN=VALUE", "열=값 꼴로 적은 칸"),
    "folder": ("where to write", "저장할 폴더"),
    "--as-of": ("show what was known on this day", "이 날짜까지 알려진 내용만 봅니다"),
    "--format": ("how to print", "출력 형식"),
    "--scheme": ("a weight scheme of the record", "기록에 있는 가중치 방식"),
    "--scheme-file": (
        "weights of your own: a CSV with dimension_id or indicator_id, and weight",
        "직접 만든 가중치 CSV(dimension_id 또는 indicator_id, weight 열)",
    ),
    "--weight": (
        "the weight of a dimension or indicator, as ID=NUMBER; repeat it",
        "영역이나 지표의 가중치(ID=숫자). 여러 번 쓸 수 있습니다",
    ),
    "--drop": (
        "leave out relayed, interested-party, confidence:low, basis:inferred or evidence:ID; repeat it",
        "relayed, interested-party, confidence:low, basis:inferred, evidence:ID를 뺍니다. 여러 번 쓸 수 있습니다",
    ),
    "--drop-speaker": ("leave out all statements of a speaker", "해당 진술 주체의 진술을 모두 뺍니다"),
    "--drop-dimension": ("leave out a dimension", "영역 하나를 뺍니다"),
    "--drop-indicator": ("leave out an indicator", "지표 하나를 뺍니다"),
    "--draws": ("how many draws", "추출 횟수"),
    "--seed": (
        "the seed of the draws: the same seed gives the same figures",
        "추출 시드. 같은 시드는 같은 결과를 냅니다",
    ),
    "unit": ("a team, model, dimension or indicator", "팀, 모델, 영역 또는 지표의 ID"),
    "--limit": ("at most so many rows", "최대 행 수"),
    "--lang": ("en or ko; by default as the environment says", "en 또는 ko. 기본값은 환경 설정을 따릅니다"),
    "--version": ("print the version", "버전을 출력합니다"),
    "examples": ("examples", "예"),
    "view": ("view", "뷰"),
    "base table": ("table", "표"),
    "header name": ("name", "이름"),
    "header kind": ("kind", "종류"),
    "header columns": ("columns", "열 수"),
    "header title": ("title", "내용"),
    "header table_name": ("table", "표 이름"),
    "header row_id": ("row", "행 ID"),
    "header name_en": ("name in English", "이름(영문)"),
    "header name_ko": ("name in Korean", "이름(국문)"),
    "header matched": ("matched", "일치한 이름"),
    "nothing": ("nothing found", "찾은 것이 없습니다"),
    "written": ("{count} files in {folder}", "{folder}에 파일 {count}개를 저장했습니다"),
}

EXAMPLES: dict[str, tuple[str, ...]] = {
    "dokpamo": (
        "dokpamo show team_status",
        "dokpamo show survivors --as-of 2026-01-14",
        "dokpamo cite results r1/naver-cloud",
    ),
    "list": ("dokpamo list", "dokpamo list --format json"),
    "describe": ("dokpamo describe team_status", "dokpamo describe evidence --lang ko"),
    "search": ("dokpamo search 업스테이지", "dokpamo search exaone --format json"),
    "show": (
        "dokpamo show elimination_history --lang ko",
        "dokpamo show survivors --as-of 2026-01-14 --format csv",
        "dokpamo show models --format parquet > models.parquet",
    ),
    "sql": (
        "dokpamo sql \"FROM scoreboard WHERE team_id = 'upstage'\"",
        'dokpamo sql "SELECT team_id, count(*) FROM consortium GROUP BY ALL ORDER BY 2 DESC" --format json',
    ),
    "cite": ("dokpamo cite results r1/naver-cloud", "dokpamo cite rounds r0-application reported_entrants"),
    "independence": (
        "dokpamo independence --as-of 2026-01-15",
        "dokpamo independence --weight provenance=0.5 --weight control=0.5 --drop-speaker government",
    ),
    "why": ("dokpamo why naver-cloud", "dokpamo why w2-module-weights --lang ko --format md"),
    "check": ("dokpamo check", "dokpamo check ../dokpamo --format github"),
    "verify": ("dokpamo verify dist", "dokpamo verify all.zip --format json"),
    "diff": ("dokpamo diff HEAD~5 HEAD --format markdown", "dokpamo diff 2026.2.0 . --format csv"),
    "new": ("dokpamo new claims table_name=rounds row_id=r1 column_name=reported_passed",),
    "export": ("dokpamo export files", "dokpamo export files --format csv --format parquet"),
}


ARGPARSE = {
    "usage: ": "사용법: ",
    "positional arguments": "인자",
    "options": "옵션",
    "show this help message and exit": "이 도움말을 보여 줍니다",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\n",
    "the following arguments are required: %s": "다음 인자가 필요합니다: %s",
    "unrecognized arguments: %s": "알 수 없는 인자입니다: %s",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r 값은 쓸 수 없습니다. 선택: %(choices)s",
    "invalid %(type)s value: %(value)r": "%(value)r 값은 %(type)s 형식이 아닙니다",
    "expected one argument": "값이 하나 필요합니다",
    "expected at least one argument": "값이 하나 이상 필요합니다",
}
"""What the standard parser says itself; a sentence that is not here stays English."""


def say(key: str, lang: str, **values: object) -> str:
    """Return a text in a language, filled."""
    en, ko = TEXTS[key]
    return (ko if lang == "ko" else en).format(**values)

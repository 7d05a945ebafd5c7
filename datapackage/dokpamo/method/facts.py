"""Places filled from the record at large: counts, sources, evidence by speaker, what was read, and answers."""

from dokpamo.method.effects import NO_OBJECTION
from dokpamo.method.look import Look, Place
from dokpamo.method.writing import number, percent, table

SCORED = "(SELECT DISTINCT round_id, model_id FROM published.independence_scores)"
COUNTS = {
    "models": f"FROM {SCORED}",
    "rounds": f"FROM (SELECT DISTINCT round_id FROM {SCORED})",
    "dimensions": "FROM dimensions",
    "indicators": "FROM indicators",
    "team-indicators": "FROM indicators WHERE assessed_unit = 'team'",
    "mirroring": "FROM indicators WHERE is_mirroring_ministry",
    "evidence": "FROM evidence",
    "with-level": "FROM evidence WHERE level_low IS NOT NULL",
    "ranges": "FROM evidence WHERE level_low < level_high",
    "relayed": "FROM evidence WHERE is_relayed",
    "interested": "FROM evidence WHERE is_interested_party",
    "inferred": "FROM evidence WHERE basis = 'inferred'",
    "no-objection": NO_OBJECTION,
    "not-applicable": "FROM evidence WHERE finding = 'not-applicable'",
    "not-found": "FROM evidence WHERE finding = 'not-found'",
    "not-read": "FROM evidence WHERE finding = 'not-read'",
    "month": "FROM evidence WHERE public_on_precision = 'month'",
    "superseding": "FROM evidence WHERE supersedes_evidence_id IS NOT NULL",
    "answering": "FROM evidence WHERE answers_evidence_id IS NOT NULL",
}


def day(look: Look) -> str:
    """Print the record's date."""
    return look.index.contract.day


def version(look: Look) -> str:
    """Print the record's version."""
    return look.index.contract.version


def count(look: Look, name: str) -> str:
    """Print one of `COUNTS`."""
    return str(look.index.one(f"SELECT count(*) {COUNTS[name]}"))


def source(look: Look, source_id: str) -> str:
    """Print a source as a link to its page, with its id."""
    url = look.index.one("SELECT coalesce(url, archived_url) FROM sources WHERE source_id = ?", source_id)
    return f"[`{source_id}`]({url})"


def evidence_by_speaker(look: Look) -> str:
    """Print how many rows each speaker has, and what they are like."""
    columns = {
        look.say("Rows", "행"): "count(*)",
        look.say("With a level", "수준 있음"): "count(level_low)",
        look.label("evidence", "basis", "stated"): "count(*) FILTER (level_low IS NOT NULL AND basis = 'stated')",
        look.label("evidence", "basis", "inferred"): "count(*) FILTER (basis = 'inferred')",
        look.say("Relayed", "전언"): "count(*) FILTER (is_relayed)",
        look.say("About scored models and their teams", "평가 대상 모델·팀 관련"): """count(*) FILTER (
            coalesce(model_id IN (SELECT model_id FROM published.independence_scores),
                     team_id IN (SELECT team_id FROM published.independence_scores)))""",
    }
    rows = look.index.rows(f"SELECT stated_by, {', '.join(columns.values())} FROM evidence GROUP BY 1")
    order = look.index.contract.get("evidence").field("stated_by").codes or []
    return table(
        [look.title("evidence", "stated_by"), *columns],
        (
            (look.label("evidence", "stated_by", speaker), *map(str, counts))
            for speaker, *counts in sorted(rows, key=lambda row: order.index(row[0]))
        ),
    )


def coded_on(look: Look) -> str:
    """Print the day or days on which the rows were coded."""
    first, last = look.index.rows("SELECT min(coded_on), max(coded_on) FROM evidence")[0]
    return str(first) if first == last else look.say(f"days from {first} to {last}", f"{first}–{last}")


def extents(look: Look) -> str:
    """Print how many of the sources behind the evidence were read to which extent."""
    field = look.index.contract.get("sources").field("extent_read")
    rows = look.index.rows(
        """SELECT extent_read, count(DISTINCT source_id) FROM sources JOIN record.row_sources USING (source_id)
        WHERE table_name = 'evidence' GROUP BY 1"""
    )
    known = dict(rows)
    told = [(field.label(code, look.lang).lower(), known.get(code, 0)) for code in field.codes or []]
    return ", ".join(look.say(f"{extent} {count}", f"{extent} {count}건") for extent, count in told)


def reports(look: Look) -> str:
    """Print how far the paper of each scored model was read, and how it is known else."""
    rows = look.index.rows(
        """SELECT m.round_id, m.team_id, m.model_id, m.model_name,
               string_agg(DISTINCT s.extent_read, ';' ORDER BY s.extent_read) FILTER (s.kind = 'paper'),
               count(DISTINCT a.artefact_id)
        FROM (SELECT DISTINCT round_id, team_id, model_id, model_name FROM published.independence_scores) m
        LEFT JOIN artefacts a ON a.model_id = m.model_id AND a.kind = 'technical-report'
        LEFT JOIN record.row_sources r ON r.table_name = 'artefacts' AND r.row_id = a.artefact_id
        LEFT JOIN sources s USING (source_id)
        GROUP BY ALL ORDER BY 1, 2, 3"""
    )
    none = look.say("no report on record", "기록된 보고서 없음")
    others = look.say("not read itself; known through others", "직접 읽지 못함(다른 자료로 확인)")

    def told(extent: str | None, reports: int) -> str:
        if extent:
            return ", ".join(look.label("sources", "extent_read", code) for code in extent.split(";"))
        return others if reports else none

    header = [look.say("Model", "모델"), look.say("Technical report", "기술보고서")]
    return table(header, ((name, told(extent, n)) for _, _, _, name, extent, n in rows), words=2)


def rows_by_round(look: Look) -> str:
    """Print how many rows of evidence with a level stand on the models of each evaluation."""
    rows = dict(
        look.index.rows(
            f"""SELECT s.round_id, count(*) FROM {SCORED} s JOIN evidence USING (model_id)
            WHERE level_low IS NOT NULL GROUP BY 1"""
        )
    )
    return ", ".join(
        look.say(
            f"{each.name['en'].lower()} {rows.get(each.round_id, 0)} rows with a level on "
            f"{len(look.index.of(each.round_id))} models",
            f"{each.name['ko']} 모델 {len(look.index.of(each.round_id))}개에 수준 있는 행 "
            f"{rows.get(each.round_id, 0)}건",
        )
        for each in look.index.rounds
    )


def responses(look: Look) -> str:
    """Print how many answers there are."""
    received, published = look.index.rows(
        "SELECT count(*), count(*) FILTER (status = 'published') FROM responses WHERE status <> 'withdrawn'"
    )[0]
    if not received:
        return look.say("No answer has been received so far.", "아직 받은 답변은 없습니다.")
    return look.say(
        f"Answers received so far: {received}, of which printed: {published}.",
        f"지금까지 받은 답변은 {received}건이며 {published}건을 실었습니다.",
    )


def own_word(look: Look) -> str:
    """Print how many known cells of the scored models rest on the team's word alone."""
    known = [cell for cell in look.index.cells.values() if cell.is_known]
    own = sum(cell.basis == "own-statement" for cell in known)
    return look.say(f"{own} of {len(known)}", f"{len(known)}개 중 {own}개")


def words(look: Look) -> str:
    """Print the known cells of the scored models by who bears them, by evaluation."""
    bases = look.index.contract.get("independence_cells").field("basis").codes or []
    rows = []
    for each in look.index.rounds:
        names = {model.model_id for model in look.index.of(each.round_id)}
        known = [c.basis for c in look.index.cells.values() if c.model_id in names and c.is_known]
        rows.append((each.name[look.lang], *(str(known.count(basis)) for basis in bases), str(len(known))))
    known = [c.basis for c in look.index.cells.values() if c.is_known]
    share = [percent(known.count(basis) / len(known), look.lang) for basis in bases]
    rows.append((look.say("Share of all", "전체 대비 비율"), *share, str(len(known))))
    header = [
        look.title("independence_scores", "round_id"),
        *(look.label("independence_cells", "basis", basis) for basis in bases),
        look.say("Known cells", "확인된 항목"),
    ]
    return table(header, rows)


def gate_indicators(look: Look) -> str:
    """Print the gate indicators with the level that each asks for."""
    rows = look.index.rows("SELECT indicator_id, gate_level FROM indicators WHERE is_gate ORDER BY indicator_id")
    return ", ".join(look.say(f"`{name}` from level {level}", f"`{name}`(수준 {level} 이상)") for name, level in rows)


def cell_width(look: Look) -> str:
    """Print which part of their scales the applicable cells leave open, on average."""
    cells = [cell for cell in look.index.cells.values() if cell.is_applicable]
    return percent(sum((cell.upper - cell.lower) / cell.top for cell in cells) / len(cells), look.lang)


def score_width(look: Look) -> str:
    """Print how wide the scored models' intervals on independence are, on average."""
    ends = [ends for (_, axis), ends in look.effects.published.items() if axis == "independence"]
    return number(sum(high - low for low, high in ends) / len(ends))


PLACES: dict[str, Place] = {
    "day": day,
    "version": version,
    "count": count,
    "source": source,
    "evidence-by-speaker": evidence_by_speaker,
    "coded-on": coded_on,
    "extents": extents,
    "reports": reports,
    "rows-by-round": rows_by_round,
    "responses": responses,
    "own-word": own_word,
    "words": words,
    "gate-indicators": gate_indicators,
    "cell-width": cell_width,
    "score-width": score_width,
}

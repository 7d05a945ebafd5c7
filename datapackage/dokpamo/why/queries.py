"""What a page asks of the database: one query for each kind of fact, its columns named as the fact's fields."""

from dokpamo.contract import package

NAMES = (
    *("independence_cells", "independence_dimensions", "independence_scores", "independence_gate"),
    *("dimensions", "indicators", "levels", "schemes", "evidence", "sources", "rounds", "organisations", "responses"),
)
"""The tables and views that the queries read."""

ONCE = "".join(
    f"CREATE TABLE record.{view}_once AS FROM main.{view}; "
    f"CREATE OR REPLACE VIEW main.{view} AS FROM record.{view}_once; "
    for view in ("independence_cells", "independence_dimensions", "independence_gate")
)
"""What other views read again is worked out once for the day of the connection: a page takes half the time."""

FIRST_SCHEME, FIRST_AGGREGATION = "editors", "arithmetic"
"""What is shown first; the rest follows in a small table."""


def units(lang: str, kind: str) -> str:
    """Every model of which there is a cell, with the round in which it was scored, if it was."""
    return f"""SELECT DISTINCT c.team_id, c.team_name_{lang} AS team, c.model_id, c.model_name AS model,
            s.round_id, r.name_{lang} AS round, r.ordinal AS round_ordinal
        FROM independence_cells c
        LEFT JOIN record.submissions s ON s.team_id = c.team_id AND s.model_id = c.model_id AND s.is_scored
        LEFT JOIN record.rounds r USING (round_id)
        WHERE c.{kind}_id = ?"""


def cells(lang: str, kind: str) -> str:
    """The levels left possible, by team, model and dimension, in the record's own order of indicators."""
    return f"""SELECT c.team_id, c.model_id, c.dimension_id, c.indicator_id, c.is_applicable, c.lower_level,
            c.upper_level, c.lower, c.upper, c.is_known, c.is_read, c.finding, c.basis,
            c.lower_evidence_ids, c.upper_evidence_ids, c.evidence_ids, c.caveat_{lang} AS caveat
        FROM independence_cells c JOIN record.indicators i USING (indicator_id)
        WHERE c.{kind}_id = ? ORDER BY i.rowid"""


def figures(kind: str) -> str:
    """The figures of each dimension of scored models, by team, model and dimension."""
    return f"""SELECT d.team_id, d.model_id, d.dimension_id, weight_share, lower, upper,
            applicable_cells, known_cells, read_cells, own_word_cells
        FROM independence_dimensions d
        WHERE d.{kind}_id = ? AND scheme_id = '{FIRST_SCHEME}'
          AND (d.team_id, d.model_id) IN (SELECT (team_id, model_id) FROM record.submissions WHERE is_scored)"""


def scores(lang: str, kind: str) -> str:
    """Every figure by round, team and model."""
    return f"""SELECT s.round_id, s.team_id, s.model_id, s.scheme_id, w.name_{lang} AS scheme, s.axis, s.aggregation,
            s.lower, s.observed_low, s.observed_high, s.upper, s.known_share, s.read_share, s.caveat_{lang} AS caveat
        FROM independence_scores s JOIN record.schemes w USING (scheme_id)
        WHERE s.{kind}_id = ? ORDER BY s.axis DESC, w.rowid, s.aggregation"""


def gates(lang: str, kind: str) -> str:
    """Every gate by round, team and model."""
    return f"""SELECT round_id, team_id, model_id, gate, basis, sentence_{lang} AS sentence,
            evidence_ids, dispute_evidence_ids, caveat_{lang} AS caveat
        FROM independence_gate g WHERE g.{kind}_id = ?"""


def dimensions(lang: str) -> str:
    """The dimensions in the record's own order."""
    description = _text("dimensions", "description", lang)
    return f"""SELECT dimension_id, name_{lang} AS name, {description}, axis
        FROM record.dimensions t ORDER BY axis DESC, rowid"""


def indicators(lang: str) -> str:
    """The questions in the record's own order."""
    question = _text("indicators", "question", lang)
    return f"""SELECT indicator_id, dimension_id, name_{lang} AS name, {question}, assessed_unit, gate_level
        FROM record.indicators t ORDER BY rowid"""


def levels(lang: str) -> str:
    """The scale of each indicator, what it means not to apply last."""
    return f"""SELECT indicator_id, level, {_text("levels", "meaning", lang)}
        FROM record.levels t ORDER BY level NULLS LAST"""


def said(lang: str) -> str:
    """Every statement that the public could read by the day, as independence_cells counts them, withdrawn ones too.

    What the editors think today (confidence, locator, note) stands empty on a past day, as in every table.
    """
    return f"""WITH said AS (
            SELECT e.*, a.day AS as_of_on, a.is_set,
                CASE e.public_on_precision WHEN 'month' THEN last_day(e.public_on)
                    WHEN 'year' THEN make_date(year(e.public_on), 12, 31) ELSE e.public_on END AS public_by
            FROM record.evidence e CROSS JOIN record.as_of a
            WHERE a.day >= least(e.known_on, public_by)
        ),
        successors AS (
            SELECT supersedes_evidence_id AS evidence_id,
                string_agg(evidence_id, ';' ORDER BY public_by, evidence_id) AS superseded_by_ids
            FROM said GROUP BY ALL
        ),
        answers AS (
            SELECT answers_evidence_id AS evidence_id,
                string_agg(evidence_id, ';' ORDER BY public_by, evidence_id) AS answer_ids
            FROM said WHERE evidence_id NOT IN (SELECT evidence_id FROM successors WHERE evidence_id IS NOT NULL)
            GROUP BY ALL
        )
        SELECT evidence_id, indicator_id, team_id, model_id, {_day("public_on")}, stated_by, is_interested_party,
            is_relayed, finding, basis, level_low, level_high, {_text("evidence", "claim", lang)},
            answers_evidence_id, answer_ids, superseded_by_ids,
            (SELECT string_agg(source_id, ';' ORDER BY position)
             FROM record.row_sources r JOIN record.sources s USING (source_id)
             WHERE r.table_name = 'evidence' AND r.row_id = t.evidence_id AND s.known_on <= t.as_of_on) AS source_ids,
            CASE WHEN NOT is_set THEN confidence END AS confidence,
            CASE WHEN NOT is_set THEN locator END AS locator,
            CASE WHEN NOT is_set THEN note END AS note
        FROM said t
        LEFT JOIN successors USING (evidence_id)
        LEFT JOIN answers USING (evidence_id)
        ORDER BY public_by, public_on, evidence_id"""


def sources() -> str:
    """Every source, whatever its day: statements name only those public by the day asked for."""
    return f"SELECT source_id, title, publisher, {_day('published_on')}, url FROM record.sources"


def responses(lang: str) -> str:
    """The published answers of organisations, in the reader's language where they stand in it."""
    other = "en" if lang == "ko" else "ko"
    return f"""SELECT response_id, table_name, row_id, name_{lang} AS organisation,
            CAST(received_on AS VARCHAR) AS day, coalesce(text_{lang}, text_{other}) AS text
        FROM responses JOIN record.organisations USING (organisation_id)
        WHERE status = 'published' ORDER BY received_on, response_id"""


def name(kind: str, lang: str) -> str:
    """The name of a team, model, dimension or indicator."""
    column = "name" if kind == "model" else f"name_{lang}"
    return f"SELECT {column} FROM record.{kind}s WHERE {kind}_id = ?"


def _text(table: str, stem: str, lang: str) -> str:
    """Return a text column in a language; in English as long as the record has no Korean twin of it."""
    has_twin = f"{stem}_{lang}" in package().tables[table].fields
    return f"coalesce(t.{stem}_{lang}, t.{stem}_en) AS {stem}" if has_twin else f"t.{stem}_en AS {stem}"


def _day(column: str) -> str:
    """Return a day as ISO text, as exact as it is known."""
    places = f"CASE {column}_precision WHEN 'month' THEN 7 WHEN 'year' THEN 4 ELSE 10 END"
    return f"left(CAST({column} AS VARCHAR), {places}) AS day"

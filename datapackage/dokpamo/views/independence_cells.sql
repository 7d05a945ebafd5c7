-- What is known of each model on each indicator: the lowest and the highest level that the evidence of
-- the day leaves possible, whose word that is, and the rows that carry each bound.
--
-- Voices. Government, independent examiners and the team bear a cell; press and critics can only dispute
-- it; interested parties (rivals, unions) are listed and move nothing. A dispute lowers only the lower
-- bound. The upper bound falls by stated words of a bearing voice alone, in the order government,
-- independent, team, and never below what a voice before it stated. Nothing is interpolated.
--
-- The day. A row counts from the day it was public (a month from its last day), whatever else the record
-- knew by then: so evidence is read from schema `record` by public_on alone. A row that another one
-- supersedes is off from the day the other is public, and stays off. A model is there from its release,
-- at the latest from the day on which the result of its round was announced. Which model stood in which
-- round is what the editors know today; it picks the rows and moves no figure.
--
-- What if. Every independence view reads the evidence through this one, which leaves out what the
-- variable `without` names. Nothing is copied or written; shell and browser set it like `as_of`:
--     SET VARIABLE without = ['speaker:government', 'indicator:w2-module-weights'];
-- Words: indicator:<id>, dimension:<id> (the cell is gone); speaker:<stated_by>, evidence:<id>,
-- confidence:low, basis:inferred, relayed, interested-party (the cell stays and may open). What was taken
-- back stays taken back, also where the row that took it back is left out. `RESET VARIABLE without` ends it.
--
-- Grain: one row a team, model and indicator. Team-level indicators repeat on each model of the team.
WITH dropped AS (
    SELECT unnest(CAST(getvariable('without') AS VARCHAR[])) AS word
),
candidates AS (  -- models in a round, and models that anybody spoke about
    SELECT s.team_id, s.model_id, r.announced_on, r.announced_on_precision
    FROM record.submissions s JOIN record.rounds r USING (round_id)
    UNION ALL
    SELECT DISTINCT team_id, model_id, CAST(NULL AS DATE), NULL
    FROM record.evidence WHERE model_id IS NOT NULL
),
units AS (
    SELECT DISTINCT c.team_id, t.name_en AS team_name_en, t.name_ko AS team_name_ko,
           c.model_id, m.name AS model_name, a.day AS as_of_on
    FROM candidates c
    JOIN record.teams t USING (team_id)
    JOIN record.models m USING (model_id)
    CROSS JOIN record.as_of a
    WHERE t.known_on <= a.day
      AND a.day >= least(
            CASE c.announced_on_precision WHEN 'month' THEN last_day(c.announced_on)
                WHEN 'year' THEN make_date(year(c.announced_on), 12, 31) ELSE c.announced_on END,
            CASE m.released_on_precision WHEN 'month' THEN last_day(m.released_on)
                WHEN 'year' THEN make_date(year(m.released_on), 12, 31) ELSE m.released_on END,
            m.known_on)
),
questions AS (
    SELECT i.indicator_id, i.name_en AS indicator_name_en, i.name_ko AS indicator_name_ko,
           i.assessed_unit, i.is_gate, i.gate_level, d.dimension_id, d.axis,
           (SELECT max(l.level) FROM levels l WHERE l.indicator_id = i.indicator_id) AS top_level
    FROM indicators i JOIN dimensions d USING (dimension_id)
    WHERE 'indicator:' || i.indicator_id NOT IN (SELECT word FROM dropped)
      AND 'dimension:' || i.dimension_id NOT IN (SELECT word FROM dropped)
),
said AS (  -- all that the public could read by the day; known_on cuts a running month at the record's date
    SELECT e.*
    FROM record.evidence e CROSS JOIN record.as_of a
    WHERE a.day >= least(e.known_on,
        CASE e.public_on_precision WHEN 'month' THEN last_day(e.public_on)
            WHEN 'year' THEN make_date(year(e.public_on), 12, 31) ELSE e.public_on END)
),
active AS (
    SELECT evidence_id, indicator_id, team_id, model_id, level_low, level_high, finding, basis,
           stated_by, is_interested_party,
           level_low IS NOT NULL AND NOT is_interested_party
               AND stated_by IN ('government', 'independent', 'team') AS is_bearing,
           level_low IS NOT NULL AND NOT is_interested_party
               AND stated_by IN ('press', 'critic') AS is_challenging
    FROM said
    WHERE evidence_id NOT IN (SELECT supersedes_evidence_id FROM said WHERE supersedes_evidence_id IS NOT NULL)
      AND NOT EXISTS (
            SELECT 1 FROM dropped WHERE word IN (
                'speaker:' || stated_by, 'evidence:' || evidence_id, 'basis:' || basis,
                -- the editors' own notes of gaps are no statements that could be more or less sure
                CASE WHEN stated_by <> 'curator' THEN 'confidence:' || confidence END,
                CASE WHEN is_relayed THEN 'relayed' END,
                CASE WHEN is_interested_party THEN 'interested-party' END))
),
heard AS (  -- each cell with the rows that speak to it, if any
    SELECT u.team_id, u.model_id, q.indicator_id, q.top_level,
           e.evidence_id, e.level_low, e.level_high, e.finding, e.basis, e.stated_by,
           e.is_interested_party, e.is_bearing, e.is_challenging
    FROM units u
    CROSS JOIN questions q
    LEFT JOIN active e
        ON e.indicator_id = q.indicator_id AND e.team_id = u.team_id
        AND (e.model_id = u.model_id OR (q.assessed_unit = 'team' AND e.model_id IS NULL))
),
voices AS (
    SELECT team_id, model_id, indicator_id, top_level,
           coalesce(bool_or(finding = 'not-applicable'), false)
               AND count(*) FILTER (is_bearing) = 0 AS is_out,
           coalesce(bool_or(finding <> 'not-read') FILTER (NOT is_interested_party), false) AS is_read,
           coalesce(bool_or(finding = 'stated') FILTER (NOT is_interested_party), false) AS is_stated,
           coalesce(bool_or(finding = 'not-found'), false) AS is_not_found,
           max(level_low) FILTER (is_bearing) AS highest_low,
           min(level_low) FILTER (is_bearing) AS lowest_low,
           min(level_high) FILTER (is_bearing) AS lowest_high,
           min(level_low) FILTER (is_challenging) AS disputed_low,
           -- the cap of a voice: its smallest level_high, but not below its largest level_low
           greatest(min(level_high) FILTER (is_bearing AND basis = 'stated' AND stated_by = 'government'),
                    max(level_low) FILTER (is_bearing AND basis = 'stated' AND stated_by = 'government'))
               AS government_cap,
           greatest(min(level_high) FILTER (is_bearing AND basis = 'stated' AND stated_by = 'independent'),
                    max(level_low) FILTER (is_bearing AND basis = 'stated' AND stated_by = 'independent'))
               AS independent_cap,
           greatest(min(level_high) FILTER (is_bearing AND basis = 'stated' AND stated_by = 'team'),
                    max(level_low) FILTER (is_bearing AND basis = 'stated' AND stated_by = 'team'))
               AS team_cap,
           max(level_low) FILTER (is_bearing AND basis = 'stated' AND stated_by = 'government')
               AS government_low,
           max(level_low) FILTER (is_bearing AND basis = 'stated' AND stated_by = 'independent')
               AS independent_low,
           count(DISTINCT stated_by) FILTER (is_bearing) AS bearing_voices,
           min(stated_by) FILTER (is_bearing) AS bearing_voice,
           string_agg(evidence_id, ';' ORDER BY evidence_id) AS evidence_ids
    FROM heard
    GROUP BY team_id, model_id, indicator_id, top_level
),
bounds AS (
    SELECT *,
           CASE WHEN NOT is_out THEN
               coalesce(least(CASE WHEN highest_low <= lowest_high THEN highest_low ELSE lowest_low END,
                              CASE WHEN bearing_voices > 0 THEN disputed_low END), 0)
           END AS lower_level,
           CASE WHEN NOT is_out THEN
               least(top_level, government_cap,
                     CASE WHEN independent_cap IS NOT NULL THEN greatest(independent_cap, government_low) END,
                     CASE WHEN team_cap IS NOT NULL
                          THEN greatest(team_cap, government_low, independent_low) END)
           END AS upper_level
    FROM voices
),
carriers AS (
    SELECT b.team_id, b.model_id, b.indicator_id,
           coalesce(
               string_agg(h.evidence_id, ';' ORDER BY h.evidence_id)
                   FILTER (h.is_bearing AND h.level_low = b.lower_level),
               string_agg(h.evidence_id, ';' ORDER BY h.evidence_id)
                   FILTER (h.is_challenging AND h.level_low = b.lower_level AND b.bearing_voices > 0)
           ) AS lower_evidence_ids,
           coalesce(
               string_agg(h.evidence_id, ';' ORDER BY h.evidence_id)
                   FILTER (h.is_bearing AND h.basis = 'stated' AND h.level_high = b.upper_level),
               string_agg(h.evidence_id, ';' ORDER BY h.evidence_id)
                   FILTER (h.is_bearing AND h.basis = 'stated' AND h.level_low = b.upper_level)
           ) AS upper_evidence_ids
    FROM bounds b JOIN heard h USING (team_id, model_id, indicator_id)
    GROUP BY ALL
)
SELECT u.team_id, u.team_name_en, u.team_name_ko, u.model_id, u.model_name,
       q.axis, q.dimension_id, q.indicator_id, q.indicator_name_en, q.indicator_name_ko,
       q.assessed_unit,                                  -- team: the cell is the same on all its models
       NOT b.is_out AS is_applicable,
       b.lower_level, b.upper_level, b.top_level,
       b.lower_level / b.top_level AS lower,             -- 0 to 1, equal steps between levels
       b.upper_level / b.top_level AS upper,
       NOT b.is_out AND (b.lower_level > 0 OR b.upper_level < b.top_level) AS is_known,
       b.is_read,
       CASE WHEN b.is_out THEN 'not-applicable' WHEN b.is_stated THEN 'stated'
            WHEN b.is_not_found THEN 'not-found' ELSE 'not-read' END AS finding,
       CASE WHEN b.bearing_voices > 1 THEN 'mixed'
            ELSE CASE b.bearing_voice WHEN 'government' THEN 'ruling' WHEN 'independent' THEN 'independent'
                                      WHEN 'team' THEN 'own-statement' END END AS basis,
       c.lower_evidence_ids,                             -- the rows that carry the lower bound
       c.upper_evidence_ids,
       b.evidence_ids,                                   -- every row active on the day
       q.is_gate, q.gate_level,
       u.as_of_on,
       CASE WHEN b.is_out THEN 'Does not apply to this model; the rest of the dimension keeps its weight.'
            WHEN b.is_stated THEN 'The bounds of what was said by this day, and by whom; not a measurement.'
            WHEN b.is_not_found THEN 'Not found in the places named, which were read whole.'
            ELSE 'Not read: this says something about the record, not about the team.' END AS caveat_en,
       CASE WHEN b.is_out THEN '이 모델에는 해당하지 않음. 영역의 가중치는 나머지 지표가 그대로 가짐.'
            WHEN b.is_stated THEN '이 날짜까지 누가 무엇을 밝혔는지에 따른 범위이며 측정값이 아님.'
            WHEN b.is_not_found THEN '명시된 자료를 모두 읽었으나 확인되지 않음.'
            ELSE '자료 미확인: 기록의 상태일 뿐 팀에 대한 판단이 아님.' END AS caveat_ko
FROM bounds b
JOIN units u USING (team_id, model_id)
JOIN questions q USING (indicator_id)
JOIN carriers c USING (team_id, model_id, indicator_id)
ORDER BY u.team_id, u.model_id, q.axis DESC, q.dimension_id, q.indicator_id

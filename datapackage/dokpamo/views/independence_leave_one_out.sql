-- How much each figure rests on one indicator, one dimension or one speaker: the same interval without it.
--
-- Exact for every scored model, scheme, axis and aggregation. An indicator or dimension is taken out of
-- the index, the rest keep their ratios; only its own axis can change. A speaker's rows are taken out of
-- every cell, and the bounds drawn anew by the rules of independence_cells: 'government' tells what is left
-- without the ministry, 'team' what is left without the teams' own word. Each row equals independence_scores
-- under `SET VARIABLE without = ['<dropped_kind>:<dropped_id>']`; what `without` already leaves out stays out.
--
-- Grain: one row a round, team, model, scheme, axis, aggregation and thing left out.
WITH scored AS (  -- which model stood in which round is what the editors know today
    SELECT DISTINCT team_id, model_id FROM record.submissions WHERE is_scored
),
base AS MATERIALIZED (  -- read often, so worked out once
    SELECT c.* FROM independence_cells c JOIN scored USING (team_id, model_id)
),
active AS (
    SELECT c.team_id, c.model_id, c.indicator_id, c.top_level,
           e.level_low, e.level_high, e.finding, e.basis, e.stated_by, e.is_interested_party,
           e.level_low IS NOT NULL AND NOT e.is_interested_party
               AND e.stated_by IN ('government', 'independent', 'team') AS is_bearing,
           e.level_low IS NOT NULL AND NOT e.is_interested_party
               AND e.stated_by IN ('press', 'critic') AS is_challenging
    FROM (SELECT *, unnest(string_split(evidence_ids, ';')) AS evidence_id FROM base) c
    JOIN record.evidence e USING (evidence_id)
),
speakers AS (
    SELECT DISTINCT stated_by AS speaker FROM active WHERE is_bearing OR is_challenging
),
voices AS (  -- as in independence_cells, once a speaker left out
    SELECT speaker, team_id, model_id, indicator_id, top_level,
           bool_or(finding = 'not-applicable') AND count(*) FILTER (is_bearing) = 0 AS is_out,
           coalesce(bool_or(finding <> 'not-read') FILTER (NOT is_interested_party), false) AS is_read,
           max(level_low) FILTER (is_bearing) AS highest_low,
           min(level_low) FILTER (is_bearing) AS lowest_low,
           min(level_high) FILTER (is_bearing) AS lowest_high,
           min(level_low) FILTER (is_challenging) AS disputed_low,
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
           count(*) FILTER (is_bearing) AS bearing_rows
    FROM speakers JOIN active ON stated_by <> speaker
    GROUP BY ALL
),
heard AS (
    SELECT 'speaker' AS dropped_kind, s.speaker AS dropped_id,
           c.team_id, c.model_id, c.axis, c.dimension_id, c.indicator_id, c.is_gate, c.gate_level, c.top_level,
           NOT coalesce(v.is_out, false) AS is_applicable,
           coalesce(v.is_read, false) AS is_read,
           coalesce(least(CASE WHEN highest_low <= lowest_high THEN highest_low ELSE lowest_low END,
                          CASE WHEN bearing_rows > 0 THEN disputed_low END), 0) AS lower_level,
           least(c.top_level, government_cap,
                 CASE WHEN independent_cap IS NOT NULL THEN greatest(independent_cap, government_low) END,
                 CASE WHEN team_cap IS NOT NULL THEN greatest(team_cap, government_low, independent_low) END
           ) AS upper_level
    FROM base c
    CROSS JOIN speakers s
    LEFT JOIN voices v
        ON v.speaker = s.speaker AND v.team_id = c.team_id AND v.model_id = c.model_id
        AND v.indicator_id = c.indicator_id
),
things AS (
    SELECT DISTINCT 'indicator' AS dropped_kind, indicator_id AS dropped_id, axis FROM base
    UNION ALL
    SELECT DISTINCT 'dimension', dimension_id, axis FROM base
),
remaining AS (
    SELECT t.dropped_kind, t.dropped_id, c.team_id, c.model_id, c.axis, c.dimension_id, c.indicator_id,
           c.is_gate, c.gate_level, c.top_level, c.is_applicable, c.is_read, c.lower_level, c.upper_level
    FROM base c
    JOIN things t
        ON t.dropped_id <> CASE t.dropped_kind WHEN 'indicator' THEN c.indicator_id ELSE c.dimension_id END
    UNION ALL
    FROM heard
),
gates AS (
    SELECT dropped_kind, dropped_id, team_id, model_id,
           CASE WHEN bool_or(upper_level < gate_level) THEN 'not-met'
                WHEN bool_and(lower_level >= gate_level) THEN 'met'
                ELSE 'open' END AS gate
    FROM remaining
    WHERE is_gate AND gate_level IS NOT NULL AND is_applicable
    GROUP BY ALL
),
means AS (  -- as in independence_dimensions
    SELECT dropped_kind, dropped_id, team_id, model_id, scheme_id, r.axis, r.dimension_id,
           dimension_share * CASE WHEN is_by_indicator THEN sum(indicator_share) ELSE 1 END AS weight,
           round(sum(indicator_share * lower_level / top_level) / sum(indicator_share), 9) AS lower,
           round(sum(indicator_share * upper_level / top_level) / sum(indicator_share), 9) AS upper,
           coalesce(sum(indicator_share) FILTER (lower_level > 0 OR upper_level < top_level), 0)
               / sum(indicator_share) AS known_share,
           count(*) AS applicable_cells,
           count(*) FILTER (is_read) AS read_cells
    FROM remaining r JOIN independence_weights w USING (indicator_id)
    WHERE is_applicable
    GROUP BY dropped_kind, dropped_id, team_id, model_id, scheme_id, r.axis, r.dimension_id,
             dimension_share, is_by_indicator
),
figures AS (  -- as in independence_scores
    SELECT dropped_kind, dropped_id, team_id, model_id, scheme_id, axis,
           round(sum(weight * lower) / sum(weight), 6) AS lower_arithmetic,
           round(sum(weight * upper) / sum(weight), 6) AS upper_arithmetic,
           round(exp(sum(weight * ln(greatest(lower, 0.05))) / sum(weight)), 6) AS lower_geometric,
           round(exp(sum(weight * ln(greatest(upper, 0.05))) / sum(weight)), 6) AS upper_geometric,
           round(sum(weight * known_share) / sum(weight), 6) AS known_share,
           round(sum(read_cells) / sum(applicable_cells), 6) AS read_share
    FROM means
    GROUP BY ALL
),
compared AS (
    SELECT s.*, f.dropped_kind, f.dropped_id, f.known_share AS known_without, f.read_share AS read_without,
           g.gate AS gate_without,
           CASE s.aggregation WHEN 'arithmetic' THEN lower_arithmetic ELSE lower_geometric END AS lower_without,
           CASE s.aggregation WHEN 'arithmetic' THEN upper_arithmetic ELSE upper_geometric END AS upper_without
    FROM figures f
    JOIN independence_scores s USING (team_id, model_id, scheme_id, axis)
    LEFT JOIN gates g USING (dropped_kind, dropped_id, team_id, model_id)
    WHERE f.dropped_kind = 'speaker'
       OR EXISTS (SELECT 1 FROM things t WHERE t.dropped_kind = f.dropped_kind
                  AND t.dropped_id = f.dropped_id AND t.axis = f.axis)
)
SELECT round_id, team_id, team_name_en, team_name_ko, model_id, model_name, scheme_id, axis, aggregation,
       dropped_kind, dropped_id,
       lower_without AS lower,                         -- the interval that is left
       upper_without AS upper,
       round(lower_without - compared.lower, 6) AS lower_change,  -- against independence_scores
       round(upper_without - compared.upper, 6) AS upper_change,
       known_without AS known_share,
       read_without AS read_share,
       gate_without AS gate,                           -- what the gate would be
       as_of_on,
       'What is left without one part of the index or one speaker; a test of how much rests on it, no finding.'
           AS caveat_en,
       '지표·영역·진술 주체 하나를 제외했을 때 남는 구간. 의존도를 보는 점검일 뿐 판정이 아님.' AS caveat_ko
FROM compared
ORDER BY round_id, team_id, model_id, scheme_id, axis DESC, aggregation, dropped_kind, dropped_id

-- The figures: how independent, and how disclosed, each scored model is at least and at most.
--
-- One row a weight scheme and way of adding up: arithmetic, a weighted mean of the dimensions; geometric,
-- in which a weak dimension can't be made up for (a dimension never counts less than 0.05). `lower` and
-- `upper` take every open cell at 0 and at 1. The observed pair takes the known cells alone and is empty
-- unless three quarters of the cells are read and two thirds of the weight is known. The axes are never
-- added up, and there are no ranks: see independence_dominance and the shares of draws.
-- What-if variables: see independence_cells (`without`) and independence_weights (`weights`).
--
-- Grain: one row a round, team, model, scheme, axis and aggregation.
WITH scored AS (  -- which model stood in which round is what the editors know today
    SELECT round_id, team_id, model_id FROM record.submissions WHERE is_scored
),
sides AS MATERIALIZED (  -- read three times, so worked out once
    FROM independence_dimensions
),
arithmetic AS (
    SELECT team_id, model_id, scheme_id, axis, 'arithmetic' AS aggregation,
           sum(weight_share * lower) / sum(weight_share) AS lower,
           sum(weight_share * observed_low) / sum(weight_share) FILTER (known_cells > 0) AS observed_low,
           sum(weight_share * observed_high) / sum(weight_share) FILTER (known_cells > 0) AS observed_high,
           sum(weight_share * upper) / sum(weight_share) AS upper
    FROM sides
    GROUP BY ALL
),
logarithms AS (
    SELECT team_id, model_id, scheme_id, axis, weight_share, known_cells,
           ln(greatest(lower, 0.05)) AS lower, ln(greatest(upper, 0.05)) AS upper,
           -- greatest() passes over an empty value: a dimension of which nothing is known must stay empty
           CASE WHEN known_cells > 0 THEN ln(greatest(observed_low, 0.05)) END AS observed_low,
           CASE WHEN known_cells > 0 THEN ln(greatest(observed_high, 0.05)) END AS observed_high
    FROM sides
),
geometric AS (
    SELECT team_id, model_id, scheme_id, axis, 'geometric' AS aggregation,
           exp(sum(weight_share * lower) / sum(weight_share)) AS lower,
           exp(sum(weight_share * observed_low) / sum(weight_share) FILTER (known_cells > 0)) AS observed_low,
           exp(sum(weight_share * observed_high) / sum(weight_share) FILTER (known_cells > 0)) AS observed_high,
           exp(sum(weight_share * upper) / sum(weight_share)) AS upper
    FROM logarithms
    GROUP BY ALL
),
figures AS (FROM arithmetic UNION ALL FROM geometric),
shares AS (
    SELECT team_id, team_name_en, team_name_ko, model_id, model_name, scheme_id, axis, as_of_on,
           round(sum(weight_share * known_share) / sum(weight_share), 6) AS known_share,
           round(sum(read_cells) / sum(applicable_cells), 6) AS read_share,
           sum(known_cells) AS known_cells,
           sum(own_word_cells) AS own_word_cells
    FROM sides
    GROUP BY ALL
),
printed AS (
    SELECT *, read_share >= 0.75 AND known_share >= round(2.0 / 3, 6) AS is_observed_shown FROM shares
)
SELECT s.round_id, p.team_id, p.team_name_en, p.team_name_ko, p.model_id, p.model_name,
       p.scheme_id, p.axis, f.aggregation,
       round(f.lower, 6) AS lower,                                                  -- 0 to 1
       CASE WHEN is_observed_shown THEN round(f.observed_low, 6) END AS observed_low,
       CASE WHEN is_observed_shown THEN round(f.observed_high, 6) END AS observed_high,
       round(f.upper, 6) AS upper,
       p.known_share,                                                               -- weight of known cells
       p.read_share,                                                                -- cells read, counted
       g.gate,                                                                      -- beside the score,
       g.basis,                                                                     -- never part of it
       p.as_of_on,
       'An interval, not a rank: from the lowest to the highest that the evidence of the day leaves possible. '
           || CAST(own_word_cells AS BIGINT) || ' of ' || CAST(known_cells AS BIGINT)
           || ' known items rest on the team''s word alone.'
           || CASE WHEN is_observed_shown THEN '' ELSE ' Observed values not shown: too little read.' END
           AS caveat_en,
       '순위가 아닌 구간: 해당 날짜의 근거가 허용하는 최저~최고 범위. 확인된 항목 '
           || CAST(known_cells AS BIGINT) || '개 중 ' || CAST(own_word_cells AS BIGINT)
           || '개는 회사 설명에만 근거함.'
           || CASE WHEN is_observed_shown THEN '' ELSE ' 관측값 미표시: 확인한 자료 부족.' END AS caveat_ko
FROM printed p
JOIN figures f USING (team_id, model_id, scheme_id, axis)
JOIN scored s USING (team_id, model_id)
LEFT JOIN independence_gate g USING (round_id, team_id, model_id)
ORDER BY s.round_id, p.team_id, p.model_id, p.scheme_id, p.axis DESC, f.aggregation

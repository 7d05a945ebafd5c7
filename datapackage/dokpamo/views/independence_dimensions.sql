-- Each dimension of each model: the mean of its cells at their lower and at their upper bound, by scheme.
--
-- An open cell counts 0 in `lower` and 1 in `upper`: nothing is imputed. A cell that doesn't apply leaves
-- its dimension, whose other cells keep the whole weight (but see independence_weights). The observed pair is the same mean over the
-- known cells alone, and so a hidden imputation: independence_scores decides whether it may be printed.
-- What-if variables: see independence_cells (`without`) and independence_weights (`weights`).
--
-- Grain: one row a team, model, scheme and dimension.
WITH weighed AS (
    SELECT c.*, w.scheme_id, w.dimension_share, w.is_by_indicator, w.indicator_share AS share
    FROM independence_cells c JOIN independence_weights w USING (indicator_id)
    WHERE c.is_applicable
),
means AS (
    SELECT team_id, team_name_en, team_name_ko, model_id, model_name, scheme_id,
           weighed.axis, weighed.dimension_id,
           dimension_share * CASE WHEN is_by_indicator THEN sum(share) ELSE 1 END AS weight,
           sum(share * lower) / sum(share) AS lower,
           sum(share * lower) FILTER (is_known) / sum(share) FILTER (is_known) AS observed_low,
           sum(share * upper) FILTER (is_known) / sum(share) FILTER (is_known) AS observed_high,
           sum(share * upper) / sum(share) AS upper,
           coalesce(sum(share) FILTER (is_known), 0) / sum(share) AS known_share,
           count(*) AS applicable_cells,
           count(*) FILTER (is_known) AS known_cells,
           count(*) FILTER (is_read) AS read_cells,
           count(*) FILTER (is_known AND basis = 'own-statement') AS own_word_cells,
           as_of_on
    FROM weighed
    GROUP BY team_id, team_name_en, team_name_ko, model_id, model_name, scheme_id, weighed.axis,
             weighed.dimension_id, dimension_share, is_by_indicator, as_of_on
)
SELECT team_id, team_name_en, team_name_ko, model_id, model_name, scheme_id, axis, dimension_id,
       -- of the axis; where nothing of a dimension applies, the others share its weight
       round(weight / sum(weight) OVER (PARTITION BY team_id, model_id, scheme_id, axis), 9)
           AS weight_share,
       round(lower, 9) AS lower,
       round(observed_low, 9) AS observed_low,
       round(observed_high, 9) AS observed_high,
       round(upper, 9) AS upper,
       round(known_share, 9) AS known_share,             -- weight of the known cells
       applicable_cells, known_cells, read_cells,
       own_word_cells,                                   -- known cells that rest on the team's word alone
       as_of_on,
       'From the lowest to the highest that the evidence of the day leaves possible; '
           || own_word_cells || ' of ' || known_cells || ' known items rest on the team''s word alone.'
           AS caveat_en,
       '해당 날짜의 근거가 허용하는 최저~최고 범위. 확인된 항목 ' || known_cells || '개 중 '
           || own_word_cells || '개는 회사 설명에만 근거함.' AS caveat_ko
FROM means
ORDER BY team_id, model_id, scheme_id, axis DESC, dimension_id

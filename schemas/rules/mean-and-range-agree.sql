-- Where every entrant has a published score, mean and range follow from them, within 0.05 for rounding.
-- en: the {statistic} of {criterion_id} is {points}, but the scores of its {entrants} teams give {computed}
-- ko: {criterion_id}의 {statistic} 값은 {points}인데 {entrants}개 팀의 점수로 계산하면 {computed}입니다
WITH fields AS (
    SELECT round_id, count(*) AS entrants
    FROM record.results
    WHERE outcome <> 'did-not-apply'
    GROUP BY round_id
), teams AS (
    SELECT criterion_id, count(DISTINCT team_id) AS scored, avg(points) AS mean, max(points) - min(points) AS "range"
    FROM record.scores
    WHERE statistic = 'team'
    GROUP BY criterion_id
), computed AS (
    SELECT s.score_id, s.criterion_id, s.statistic, s.points, f.entrants,
           CASE s.statistic WHEN 'mean' THEN t.mean ELSE t."range" END AS computed
    FROM record.scores s
    JOIN record.criteria c USING (criterion_id)
    JOIN fields f USING (round_id)
    JOIN teams t ON t.criterion_id = s.criterion_id AND t.scored = f.entrants
    WHERE s.statistic IN ('mean', 'range')
)
SELECT 'scores' AS table_name, score_id AS row_id, 'points' AS column_name,
       criterion_id, statistic, points, entrants, round(computed, 2) AS computed
FROM computed
WHERE abs(points - computed) > 0.0501
ORDER BY row_id

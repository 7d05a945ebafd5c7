-- The scores of the parts are the score of the whole within 0.05, for a team and for means alike; where only some parts
-- are published, they are no more than the whole. Sources round, hence the 0.05.
-- en: {criterion_id} of {who} is {points}, but its parts make {sum_of_parts} ({parts})
-- ko: {who}의 {criterion_id} 점수는 {points}점인데 하위 항목의 합은 {sum_of_parts}점입니다({parts})
WITH parts AS (
    SELECT parent_criterion_id AS criterion_id, criterion_id AS part_id,
           count(*) OVER (PARTITION BY parent_criterion_id) AS parts_there_are
    FROM record.criteria
    WHERE parent_criterion_id IS NOT NULL AND max_points IS NOT NULL
), sums AS (
    SELECT p.criterion_id, s.statistic, s.team_id, sum(s.points) AS sum_of_parts,
           count(*) >= any_value(p.parts_there_are) AS is_whole,
           string_agg(s.criterion_id || ' ' || s.points, ', ' ORDER BY s.criterion_id) AS parts
    FROM parts p
    JOIN record.scores s ON s.criterion_id = p.part_id
    WHERE s.statistic IN ('team', 'mean')
    GROUP BY p.criterion_id, s.statistic, s.team_id
)
SELECT 'scores' AS table_name, s.score_id AS row_id, 'points' AS column_name, s.criterion_id,
       coalesce(s.team_id, s.statistic) AS who, s.points, round(x.sum_of_parts, 2) AS sum_of_parts, x.parts
FROM record.scores s
JOIN sums x
  ON x.criterion_id = s.criterion_id AND x.statistic = s.statistic AND x.team_id IS NOT DISTINCT FROM s.team_id
WHERE x.sum_of_parts > s.points + 0.0501 OR (x.is_whole AND x.sum_of_parts < s.points - 0.0501)
ORDER BY row_id

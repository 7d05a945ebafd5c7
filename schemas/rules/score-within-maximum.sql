-- Nobody gets more points than there are, or fewer than none; a mean and a range lie within them too.
-- en: {points} points are {fault_en} in {criterion_id}
-- ko: {criterion_id}의 {points}점은 {fault_ko}
SELECT 'scores' AS table_name, s.score_id AS row_id, 'points' AS column_name, s.points, s.criterion_id,
       CASE WHEN s.points < 0 THEN 'fewer than none' ELSE 'more than the maximum of ' || c.max_points END AS fault_en,
       CASE WHEN s.points < 0 THEN '0점보다 작습니다' ELSE '최고점 ' || c.max_points || '점보다 큽니다' END AS fault_ko
FROM record.scores s
JOIN record.criteria c USING (criterion_id)
WHERE s.points < 0 OR s.points > c.max_points
ORDER BY row_id

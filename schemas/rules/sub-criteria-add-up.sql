-- The points of the parts are the points of the whole, where every part has points.
-- en: {criterion_id} has {max_points} points, but its parts have {sum_of_parts} together ({parts})
-- ko: {criterion_id}의 배점은 {max_points}점인데 하위 항목의 합은 {sum_of_parts}점입니다({parts})
WITH sums AS (
    SELECT parent_criterion_id AS criterion_id, sum(max_points) AS sum_of_parts,
           string_agg(criterion_id, ', ' ORDER BY criterion_id) AS parts
    FROM record.criteria
    WHERE parent_criterion_id IS NOT NULL
    GROUP BY parent_criterion_id
    HAVING count(*) = count(max_points)
)
SELECT 'criteria' AS table_name, criterion_id AS row_id, 'max_points' AS column_name,
       criterion_id, c.max_points, CAST(s.sum_of_parts AS BIGINT) AS sum_of_parts, s.parts
FROM record.criteria c
JOIN sums s USING (criterion_id)
WHERE c.max_points <> s.sum_of_parts
ORDER BY row_id

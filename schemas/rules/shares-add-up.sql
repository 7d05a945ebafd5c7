-- Shares of a whole are between 0 and 1 and never more than the whole together; where every part has one, they are the whole.
-- en: the parts of {criterion_id} have shares of {sum_of_shares} together: {wanted_en}
-- ko: {criterion_id} 하위 항목의 비중 합은 {sum_of_shares}입니다. {wanted_ko}
WITH sums AS (
    SELECT parent_criterion_id AS criterion_id, min(criterion_id) FILTER (share_of_parent IS NOT NULL) AS first_part,
           round(sum(share_of_parent), 4) AS sum_of_shares,
           count(*) = count(share_of_parent) AS is_whole,
           bool_or(share_of_parent < 0 OR share_of_parent > 1) AS is_out_of_bounds
    FROM record.criteria
    WHERE parent_criterion_id IS NOT NULL
    GROUP BY parent_criterion_id
    HAVING count(share_of_parent) > 0
)
SELECT 'criteria' AS table_name, first_part AS row_id, 'share_of_parent' AS column_name, criterion_id, sum_of_shares,
       CASE WHEN is_whole THEN 'it must be 1, with every share between 0 and 1' ELSE 'it must not exceed 1' END AS wanted_en,
       CASE WHEN is_whole THEN '각 비중은 0과 1 사이이고 합은 1이어야 합니다' ELSE '1을 넘을 수 없습니다' END AS wanted_ko
FROM sums
WHERE is_out_of_bounds OR sum_of_shares > 1.0005 OR (is_whole AND sum_of_shares < 0.9995)
ORDER BY row_id

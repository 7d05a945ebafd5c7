-- The axes are never added up, so a scheme weighs something on each of them.
-- en: {scheme_id} weighs nothing on the axis {axis}
-- ko: {scheme_id}에는 {axis} 축의 가중치가 없습니다
WITH weighed AS (
    SELECT w.scheme_id, d.axis
    FROM record.scheme_weights w
    LEFT JOIN record.indicators i ON i.indicator_id = w.indicator_id
    JOIN record.dimensions d ON d.dimension_id = coalesce(w.dimension_id, i.dimension_id)
), axes AS (
    SELECT DISTINCT axis FROM record.dimensions WHERE axis IS NOT NULL
)
SELECT 'schemes' AS table_name, s.scheme_id AS row_id, 'scheme_id' AS column_name, s.scheme_id, a.axis
FROM record.schemes s
CROSS JOIN axes a
WHERE NOT EXISTS (SELECT 1 FROM weighed w WHERE w.scheme_id = s.scheme_id AND w.axis = a.axis)
ORDER BY row_id, a.axis

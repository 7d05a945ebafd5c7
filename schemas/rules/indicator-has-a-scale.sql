-- An indicator has at least two levels: a value is a level's share of the way from the lowest to the highest.
-- en: {indicator_id} has {number} levels: a scale needs at least two
-- ko: {indicator_id}의 수준은 {number}개입니다. 두 개 이상이어야 합니다
SELECT 'indicators' AS table_name, i.indicator_id AS row_id, 'indicator_id' AS column_name,
       i.indicator_id, count(l.level) AS number
FROM record.indicators i
LEFT JOIN record.levels l USING (indicator_id)
GROUP BY i.indicator_id
HAVING count(l.level) < 2
ORDER BY row_id

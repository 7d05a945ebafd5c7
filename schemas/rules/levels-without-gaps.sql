-- The levels of an indicator are counted from 0, one by one.
-- en: {indicator_id} has level {level}, but no level {missing}
-- ko: {indicator_id}에는 {level} 수준이 있는데 {missing} 수준이 없습니다
SELECT 'levels' AS table_name, l.level_id AS row_id, 'level' AS column_name, l.indicator_id, l.level, l.level - 1 AS missing
FROM record.levels l
LEFT JOIN record.levels lower ON lower.indicator_id = l.indicator_id AND lower.level = l.level - 1
WHERE l.level > 0 AND lower.level_id IS NULL
ORDER BY row_id

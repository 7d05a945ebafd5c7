-- A dimension without a question measures nothing.
-- en: no indicator belongs to {dimension_id}
-- ko: {dimension_id}에 속한 지표가 없습니다
SELECT 'dimensions' AS table_name, d.dimension_id AS row_id, 'dimension_id' AS column_name, d.dimension_id
FROM record.dimensions d
LEFT JOIN record.indicators i USING (dimension_id)
WHERE i.indicator_id IS NULL
ORDER BY row_id

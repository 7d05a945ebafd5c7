-- A source stands in the record because a row rests on it.
-- en: no row rests on {source_id}
-- ko: {source_id}을(를) 출처로 삼은 행이 없습니다
-- hint-en: name it in the row that it supports, or delete it
-- hint-ko: 뒷받침하는 행의 source_ids에 적거나 지우세요
SELECT 'sources' AS table_name, s.source_id AS row_id, CAST(NULL AS VARCHAR) AS column_name, s.source_id
FROM record.sources s
LEFT JOIN (SELECT DISTINCT source_id FROM record.row_sources) rs USING (source_id)
WHERE s.source_id IS NOT NULL AND rs.source_id IS NULL
ORDER BY row_id

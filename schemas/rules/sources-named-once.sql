-- A row names a source once: naming it twice is no second support.
-- en: {source_id} is named {number} times
-- ko: {source_id}이(가) {number}번 적혀 있습니다
SELECT table_name, row_id, 'source_ids' AS column_name, source_id, count(*) AS number
FROM record.row_sources
WHERE source_id IS NOT NULL
GROUP BY table_name, row_id, source_id
HAVING count(*) > 1
ORDER BY table_name, row_id, source_id

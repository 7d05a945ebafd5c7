-- A response answers a row that exists.
-- en: {answered_table} has no row {answered_row}
-- ko: {answered_table}에 {answered_row} 행이 없습니다
SELECT 'responses' AS table_name, p.response_id AS row_id, 'row_id' AS column_name,
       p.table_name AS answered_table, p.row_id AS answered_row
FROM record.responses p
LEFT JOIN record."rows" r ON r.table_name = p.table_name AND r.row_id = p.row_id
WHERE r.row_id IS NULL
ORDER BY p.response_id

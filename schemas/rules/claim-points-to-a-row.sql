-- A claim is about a row that exists.
-- en: {table_name_claimed} has no row {claimed_row_id}
-- ko: {table_name_claimed}에 {claimed_row_id} 행이 없습니다
SELECT 'claims' AS table_name, c.claim_id AS row_id, 'row_id' AS column_name,
       c.table_name AS table_name_claimed, c.row_id AS claimed_row_id
FROM record.claims c
LEFT JOIN record."rows" r ON r.table_name = c.table_name AND r.row_id = c.row_id
WHERE r.row_id IS NULL
ORDER BY c.claim_id

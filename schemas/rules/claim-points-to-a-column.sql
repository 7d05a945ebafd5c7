-- A claim is about what a row says: a column that exists, not its key, its precision or its closing columns.
-- en: {table_name_claimed} {fault_en}
-- ko: {table_name_claimed}{fault_ko}
SELECT 'claims' AS table_name, c.claim_id AS row_id, 'column_name' AS column_name, c.table_name AS table_name_claimed,
       CASE WHEN k.column_name IS NULL THEN 'has no column ' || c.column_name
            ELSE 'has ' || c.column_name || ', but that column states no fact: claims are about the others' END AS fault_en,
       CASE WHEN k.column_name IS NULL THEN '에 ' || c.column_name || ' 열이 없습니다'
            ELSE '의 ' || c.column_name || ' 열은 사실을 적는 열이 아니므로 주장의 대상이 될 수 없습니다' END AS fault_ko
FROM record.claims c
LEFT JOIN duckdb_columns() k
       ON k.schema_name = 'record' AND k.table_name = c.table_name
      AND k.column_name = c.column_name AND k.column_name <> 'known_on'
WHERE k.column_name IS NULL
   OR k.column_index = 1
   OR ends_with(c.column_name, '_precision')
   OR c.column_name IN ('source_ids', 'locator', 'confidence', 'note')
ORDER BY c.claim_id

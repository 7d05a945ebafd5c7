-- The same page is one source, however many rows name it.
-- en: {url} is already the address of {first_source_id}
-- ko: {url}은(는) 이미 {first_source_id}의 주소입니다
WITH pages AS (
    SELECT source_id, url, first_value(source_id) OVER (PARTITION BY url ORDER BY source_id) AS first_source_id
    FROM record.sources
    WHERE url IS NOT NULL
)
SELECT 'sources' AS table_name, source_id AS row_id, 'url' AS column_name, url, first_source_id
FROM pages
WHERE source_id <> first_source_id
ORDER BY row_id

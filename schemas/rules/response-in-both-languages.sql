-- A response is printed in both languages, so it waits as received until its translation is there; empty it is none.
-- en: status is {status}, but {column_name} is empty
-- ko: status 값은 {status}인데 {column_name} 칸이 비어 있습니다
SELECT 'responses' AS table_name, response_id AS row_id,
       CASE WHEN text_ko IS NULL THEN 'text_ko' ELSE 'text_en' END AS column_name, status
FROM record.responses
WHERE (status = 'published' AND (text_ko IS NULL OR text_en IS NULL)) OR (text_ko IS NULL AND text_en IS NULL)
ORDER BY row_id

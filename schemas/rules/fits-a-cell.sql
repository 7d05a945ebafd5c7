-- A spreadsheet cell holds 32767 characters; what is longer would be cut where most readers open the record.
-- en: the text has {size} characters, and a spreadsheet cell holds 32767: shorten it, or write a row for each fact
-- ko: 글이 {size}자로, 표 계산 프로그램의 한 칸에 들어가는 32767자를 넘습니다. 줄이거나 사실마다 행을 나누세요
WITH cells AS (  -- of the rows whose texts together are so long
    SELECT table_name, row_id, unnest(column_names) AS column_name, unnest(texts) AS value
    FROM record.texts
    WHERE length(line) > 32767
)
SELECT table_name, row_id, column_name, length(value) AS size
FROM cells
WHERE length(value) > 32767
ORDER BY table_name, row_id, column_name

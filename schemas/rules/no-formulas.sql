-- A spreadsheet runs a text cell that starts with = + - @, a tab or a carriage return as a formula.
-- en: the text starts with {sign}, which a spreadsheet runs as a formula: begin with a word
-- ko: {sign}(으)로 시작하는 글은 표 계산 프로그램이 수식으로 실행합니다. 낱말로 시작하세요
WITH cells AS (  -- of the rows with a text that seems to start so
    SELECT table_name, row_id, unnest(column_names) AS column_name, unnest(texts) AS value
    FROM record.texts
    WHERE regexp_matches(line, '\|[-=+@\t\r]')
)
SELECT table_name, row_id, column_name,
       CASE left(value, 1) WHEN chr(9) THEN 'a tab' WHEN chr(13) THEN 'a carriage return' ELSE left(value, 1) END AS sign
FROM cells
WHERE left(value, 1) IN ('=', '+', '-', '@', chr(9), chr(13))
ORDER BY table_name, row_id, column_name

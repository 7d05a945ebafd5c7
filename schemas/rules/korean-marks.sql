-- A full stop parts the sentences of a Korean text and closes none: most cells are names and phrases, and all end alike.
-- Semicolons are no Korean mark, and brackets follow a word without a blank. Responses are their writers' own words.
-- en: {fault_en}
-- ko: {fault_ko}
WITH faults AS (
    SELECT table_name, row_id, ko_column AS column_name, ko,
           CASE WHEN contains(ko, ';') THEN 1 WHEN ends_with(ko, '.') THEN 2 ELSE 3 END AS fault
    FROM record.pairs
    WHERE (contains(ko, ';') OR ends_with(ko, '.') OR regexp_matches(ko, '[가-힣] \(')) AND table_name <> 'responses'
)
SELECT table_name, row_id, column_name,
       CASE fault WHEN 1 THEN 'the text holds a semicolon: write a full stop or a comma'
                  WHEN 2 THEN 'the text ends in a full stop: delete it'
                  ELSE 'there is a blank before the bracket: delete it' END AS fault_en,
       CASE fault WHEN 1 THEN '쌍반점(;)이 들어 있습니다. 마침표나 쉼표를 쓰세요'
                  WHEN 2 THEN '글이 마침표로 끝납니다. 지우세요'
                  ELSE '괄호 앞에 빈칸이 있습니다. 붙여 쓰세요' END AS fault_ko
FROM faults
ORDER BY table_name, row_id, column_name

-- A full stop parts the sentences of a Korean text and closes none: most cells are names and phrases, and all end alike.
-- Semicolons are no Korean mark. Responses are their writers' own words.
-- en: the text {fault_en}
-- ko: {fault_ko}
SELECT table_name, row_id, ko_column AS column_name,
       CASE WHEN contains(ko, ';') THEN 'holds a semicolon: write a full stop or a comma'
            ELSE 'ends in a full stop: delete it' END AS fault_en,
       CASE WHEN contains(ko, ';') THEN '쌍반점(;)이 들어 있습니다. 마침표나 쉼표를 쓰세요'
            ELSE '글이 마침표로 끝납니다. 지우세요' END AS fault_ko
FROM record.pairs
WHERE (contains(ko, ';') OR ends_with(ko, '.')) AND table_name <> 'responses'
ORDER BY table_name, row_id, column_name

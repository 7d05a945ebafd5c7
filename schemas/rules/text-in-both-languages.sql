-- A text that may be empty is so in both languages or in neither. Required columns are the contract's: where it asks for
-- the English alone, as for what claims say, the Korean may stay away.
-- Responses wait for their translation: response-in-both-languages looks after them.
-- en: {filled} is filled, but {column_name} is empty: write the same text here in {language_en}
-- ko: {filled} 칸은 채워졌는데 {column_name} 칸이 비어 있습니다. 같은 내용을 {language_ko}로 적으세요
SELECT table_name, row_id,
       CASE WHEN ko IS NULL THEN ko_column ELSE en_column END AS column_name,
       CASE WHEN ko IS NULL THEN en_column ELSE ko_column END AS filled,
       CASE WHEN ko IS NULL THEN 'Korean' ELSE 'English' END AS language_en,
       CASE WHEN ko IS NULL THEN '한국어' ELSE '영어' END AS language_ko
FROM record.pairs
WHERE (en IS NULL) <> (ko IS NULL) AND is_open AND table_name <> 'responses'
ORDER BY table_name, row_id, column_name

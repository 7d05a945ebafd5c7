-- Text is what it looks like: no blanks at the ends or doubled, no control or invisible characters, and in the composed
-- form (NFC), so that the same name is the same bytes.
-- en: the text {fault_en}
-- ko: {fault_ko}
WITH cells AS (  -- of the rows in which more than plain letters, signs and single blanks between them stands
    SELECT table_name, row_id, unnest(column_names) AS column_name, unnest(texts) AS value
    FROM record.texts
    WHERE regexp_matches(line, '[^ -~\x{a1}-\x{ac}\x{ae}-\x{2ff}\x{2010}-\x{2027}\x{3001}-\x{3029}\x{4e00}-\x{9fff}\x{ac00}-\x{d7a3}]|  |\| | \|| $')
), faults AS (
    SELECT table_name, row_id, column_name, value,
           CASE WHEN regexp_matches(value, '[\x{00}-\x{1f}\x{7f}-\x{9f}]') THEN 1
                WHEN regexp_matches(value, '[\x{a0}\x{ad}\x{200b}-\x{200f}\x{2028}-\x{202f}\x{2060}-\x{2064}\x{3164}\x{feff}]') THEN 2
                WHEN value <> trim(value) THEN 3
                WHEN contains(value, '  ') THEN 4
                WHEN nfc_normalize(value) <> value THEN 5 END AS fault
    FROM cells
)
SELECT table_name, row_id, column_name,
       CASE fault WHEN 1 THEN 'holds a control character: delete it'
                  WHEN 2 THEN 'holds an invisible or non-breaking character: delete it or write a blank'
                  WHEN 3 THEN 'begins or ends with a blank: delete it'
                  WHEN 4 THEN 'holds two blanks in a row: leave one'
                  ELSE 'is not in composed form (NFC): write it as "' || nfc_normalize(value) || '"' END AS fault_en,
       CASE fault WHEN 1 THEN '제어 문자가 들어 있습니다. 지우세요'
                  WHEN 2 THEN '보이지 않는 문자나 줄바꿈 없는 공백이 들어 있습니다. 지우거나 빈칸으로 바꾸세요'
                  WHEN 3 THEN '글의 앞이나 뒤에 빈칸이 있습니다. 지우세요'
                  WHEN 4 THEN '빈칸이 이어서 두 번 들어 있습니다. 하나만 남기세요'
                  ELSE '완성형(NFC)이 아닌 글자가 있습니다. "' || nfc_normalize(value) || '"(으)로 적으세요' END AS fault_ko
FROM faults
WHERE fault IS NOT NULL
ORDER BY table_name, row_id, column_name

-- A Korean text is written in hangul and holds no English sentence. It may do without hangul where it is a name or a
-- figure that stands in English just so, as names without a settled hangul form do; four lower-case English words in a
-- row are taken for a sentence.
-- en: {fault_en}
-- ko: {fault_ko}
SELECT table_name, row_id, ko_column AS column_name,
       CASE WHEN is_korean THEN 'the Korean text holds an English sentence: write it in Korean'
            ELSE 'the text is not in Korean: write it in hangul' END AS fault_en,
       CASE WHEN is_korean THEN '한국어 글에 영어 문장이 들어 있습니다. 한국어로 옮겨 적으세요'
            ELSE '한국어로 쓴 글이 아닙니다. 한글로 적으세요' END AS fault_ko
FROM (
    SELECT table_name, row_id, ko_column, ko,
           regexp_matches(ko, '[가-힣]')
               OR (ko = en AND NOT regexp_matches(ko, '(^| )[a-z]{2,}( |$)')) AS is_korean
    FROM record.pairs
    WHERE ko IS NOT NULL
)
WHERE NOT is_korean OR regexp_matches(ko, '\b[a-z]{2,}( [a-z]+){3}')
ORDER BY table_name, row_id, column_name

-- An id that closes with a number or a word of its own begins with the cells of its row (idForm of the table's schema).
-- en: the id must begin with {stem}{then_en}
-- ko: ID는 {stem}(으)로 시작해야 합니다{then_ko}
SELECT table_name, row_id, column_name, stem,
       CASE WHEN contains(ending, '#') THEN ' and end with a number' ELSE '' END AS then_en,
       CASE WHEN contains(ending, '#') THEN '. 끝은 번호입니다' ELSE '' END AS then_ko
FROM record.ids
WHERE ending <> ''
  AND (NOT starts_with(row_id, stem)
       OR length(row_id) = length(stem)
       OR contains(ending, '#') AND NOT regexp_matches(row_id, '[/-][0-9]+$'))
ORDER BY table_name, row_id

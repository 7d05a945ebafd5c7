-- Where an id is made of the cells of its row (idForm of the table's schema), it says what they say.
-- en: the id must be {wanted}, as its parts say
-- ko: 구성 요소에 따르면 ID는 {wanted}이어야 합니다
SELECT table_name, row_id, column_name, stem AS wanted
FROM record.ids
WHERE ending = '' AND row_id <> stem
ORDER BY table_name, row_id

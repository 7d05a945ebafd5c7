-- Every fact rests on sources, and every source it names is there.
-- en: "{source_id}" is not in seeds/sources.csv (source_id)
-- ko: "{source_id}"은(는) seeds/sources.csv의 source_id에 없습니다
SELECT rs.table_name, rs.row_id, 'source_ids' AS column_name, rs.source_id
FROM record.row_sources rs
LEFT JOIN record.sources s USING (source_id)
WHERE rs.source_id IS NOT NULL AND s.source_id IS NULL
ORDER BY rs.table_name, rs.row_id, rs.position

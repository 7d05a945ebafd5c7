-- Confidence says how sure the editors are that this was said or published by whom the row says. One thing follows from
-- the sources alone: a row that rests only on sources without a known address is low.
-- en: confidence is {confidence}, but none of its sources has an address: {sources}
-- ko: confidence 값은 {confidence}인데 주소가 알려진 출처가 없습니다: {sources}
-- hint-en: write low, or add a source with an address
-- hint-ko: low로 적거나 주소가 있는 출처를 추가하세요
WITH pages AS (
    SELECT source_id, url IS NOT NULL OR archived_url IS NOT NULL AS has_address FROM record.sources
), unseen AS (
    SELECT rs.table_name, rs.row_id, string_agg(rs.source_id, ', ' ORDER BY rs.position) AS sources
    FROM record.row_sources rs
    JOIN pages p USING (source_id)
    WHERE NOT p.has_address
    GROUP BY rs.table_name, rs.row_id
), seen AS (
    SELECT rs.table_name, rs.row_id FROM record.row_sources rs JOIN pages p USING (source_id) WHERE p.has_address
)
SELECT u.table_name, u.row_id, 'confidence' AS column_name, k.confidence, u.sources
FROM unseen u
JOIN record.confidences k USING (table_name, row_id)
ANTI JOIN seen s USING (table_name, row_id)
WHERE k.confidence IN ('high', 'medium')
ORDER BY u.table_name, u.row_id

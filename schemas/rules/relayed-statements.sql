-- What team or government said is relayed unless one of the sources is a text of their own. The editors are relayed by nobody.
-- en: {found_en}
-- ko: {found_ko}
-- hint-en: write {wanted} in is_relayed{or_en}
-- hint-ko: is_relayed에 {wanted}(을)를 적으세요{or_ko}
WITH texts AS (
    SELECT e.evidence_id, string_agg(s.source_id || ' ' || s.kind, ', ' ORDER BY rs.position) AS sources,
           bool_or(CASE e.stated_by WHEN 'government' THEN s.kind = 'official'
                       ELSE s.kind IN ('company', 'paper', 'model-card', 'code-repository') END) AS is_own
    FROM record.evidence e
    JOIN record.row_sources rs ON rs.table_name = 'evidence' AND rs.row_id = e.evidence_id
    JOIN record.sources s USING (source_id)
    WHERE e.stated_by IN ('government', 'team') AND NOT e.is_relayed
    GROUP BY e.evidence_id
)
SELECT 'evidence' AS table_name, e.evidence_id AS row_id, 'is_relayed' AS column_name,
       CASE WHEN e.is_relayed THEN 'is_relayed is true, but stated_by is curator'
            ELSE 'is_relayed is false, but no source is a text of the ' || e.stated_by || ' itself: ' || t.sources END AS found_en,
       CASE WHEN e.is_relayed THEN 'is_relayed 값은 true인데 stated_by 값은 curator입니다'
            ELSE 'is_relayed 값은 false인데 ' || e.stated_by || ' 쪽이 직접 낸 출처가 없습니다: ' || t.sources END AS found_ko,
       CASE WHEN e.is_relayed THEN 'false' ELSE 'true' END AS wanted,
       CASE WHEN e.is_relayed THEN '' ELSE ', or add the text itself' END AS or_en,
       CASE WHEN e.is_relayed THEN '' ELSE '. 원문이 있으면 출처로 추가하세요' END AS or_ko
FROM record.evidence e
LEFT JOIN texts t USING (evidence_id)
WHERE (e.is_relayed AND e.stated_by = 'curator') OR NOT t.is_own
ORDER BY row_id

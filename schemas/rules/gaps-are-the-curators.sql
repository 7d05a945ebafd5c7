-- That something was not found, not read or does not apply is the editors' own word; what was stated is somebody else's.
-- en: finding is {finding}, so stated_by {wanted_en}
-- ko: finding 값이 {finding}이므로 stated_by 값은 {wanted_ko}
SELECT 'evidence' AS table_name, evidence_id AS row_id, 'stated_by' AS column_name, finding,
       CASE WHEN finding = 'stated' THEN 'names whoever stated it, not the curator'
            ELSE 'must be curator, not ' || stated_by END AS wanted_en,
       CASE WHEN finding = 'stated' THEN 'curator가 아니라 실제로 말한 쪽이어야 합니다'
            ELSE stated_by || '이(가) 아니라 curator여야 합니다' END AS wanted_ko
FROM record.evidence
WHERE (finding = 'stated') = (stated_by = 'curator')
ORDER BY row_id

-- Not applicable is an answer only where the indicator's scale has it.
-- en: finding is not-applicable, but {indicator_id} has no such level
-- ko: finding 값은 not-applicable인데 {indicator_id}에는 해당 없음 수준이 없습니다
SELECT 'evidence' AS table_name, e.evidence_id AS row_id, 'finding' AS column_name, e.indicator_id
FROM record.evidence e
LEFT JOIN record.levels l ON l.indicator_id = e.indicator_id AND l.is_not_applicable
WHERE e.finding = 'not-applicable' AND l.level_id IS NULL
ORDER BY row_id

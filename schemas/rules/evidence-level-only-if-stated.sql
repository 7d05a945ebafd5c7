-- Silence gives no level: only what somebody stated has one.
-- en: finding is {finding}, but {column_name} is {level}: only what was stated has a level
-- ko: finding 값은 {finding}인데 {column_name}에 {level}이(가) 적혀 있습니다. 수준은 stated일 때만 적습니다
SELECT 'evidence' AS table_name, evidence_id AS row_id,
       CASE WHEN level_low IS NOT NULL THEN 'level_low' ELSE 'level_high' END AS column_name,
       finding, coalesce(level_low, level_high) AS level
FROM record.evidence
WHERE finding <> 'stated' AND (level_low IS NOT NULL OR level_high IS NOT NULL)
ORDER BY row_id

-- A level is one of its indicator's scale.
-- en: {column_name} is {level}, but the scale of {indicator_id} goes from {bottom} to {top}
-- ko: {column_name} 값은 {level}인데 {indicator_id}의 수준은 {bottom}부터 {top}까지입니다
WITH scales AS (
    SELECT indicator_id, min(level) AS bottom, max(level) AS top
    FROM record.levels
    GROUP BY indicator_id
), bounds AS (
    SELECT evidence_id, indicator_id, 'level_low' AS column_name, level_low AS level FROM record.evidence
    UNION ALL
    SELECT evidence_id, indicator_id, 'level_high', level_high FROM record.evidence
)
SELECT 'evidence' AS table_name, b.evidence_id AS row_id, b.column_name, b.level, b.indicator_id, s.bottom, s.top
FROM bounds b
JOIN scales s USING (indicator_id)
LEFT JOIN record.levels l ON l.indicator_id = b.indicator_id AND l.level = b.level
WHERE b.level IS NOT NULL AND l.level_id IS NULL
ORDER BY row_id, b.column_name

-- A level is a step of the scale or says that the indicator does not apply, never both or neither.
-- en: is_not_applicable is {is_not_applicable}, but level is {found_en}
-- ko: is_not_applicable 값은 {is_not_applicable}인데 level {found_ko}
SELECT 'levels' AS table_name, level_id AS row_id, 'level' AS column_name,
       CASE WHEN is_not_applicable THEN 'true' ELSE 'false' END AS is_not_applicable,
       coalesce(CAST(level AS VARCHAR), 'empty') AS found_en,
       coalesce('값은 ' || level || '입니다', '칸이 비어 있습니다') AS found_ko
FROM record.levels
WHERE is_not_applicable = (level IS NOT NULL)
ORDER BY row_id

-- A plan that is no longer open tells what came, and when; what came and its day stand together.
-- en: outcome is {outcome}, but {column_name} is empty
-- ko: outcome 값은 {outcome}인데 {column_name} 칸이 비어 있습니다
SELECT 'plans' AS table_name, plan_id AS row_id,
       CASE WHEN actual_en IS NULL THEN 'actual_en' ELSE 'actual_on' END AS column_name, outcome
FROM record.plans
WHERE (outcome <> 'open' AND (actual_en IS NULL OR actual_on IS NULL))
   OR (actual_en IS NULL) <> (actual_on IS NULL)
ORDER BY row_id

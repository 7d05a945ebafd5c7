-- A plan looks ahead: it is stated before its time is over, and what came of it comes after it was stated.
-- en: {column_name} is {day}, before the plan was stated ({stated_on})
-- ko: {column_name} 값 {day}이(가) 계획을 밝힌 날 {stated_on}보다 앞섭니다
WITH days AS (
    SELECT plan_id, stated_on, 'planned_for_on' AS column_name, planned_for_on AS day, planned_for_on_precision AS "precision"
    FROM record.plans
    UNION ALL
    SELECT plan_id, stated_on, 'actual_on', actual_on, actual_on_precision
    FROM record.plans
)
SELECT 'plans' AS table_name, plan_id AS row_id, column_name, day, stated_on
FROM days
WHERE CASE "precision" WHEN 'month' THEN last_day(day) WHEN 'year' THEN make_date(year(day), 12, 31) ELSE day END < stated_on
ORDER BY row_id, column_name

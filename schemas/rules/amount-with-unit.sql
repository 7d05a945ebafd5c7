-- An amount has a unit, and a unit an amount; an amount that is not known leaves both empty.
-- en: {column_name} is empty, but {other}
-- ko: {column_name} 칸이 비어 있는데 {other_ko}
SELECT 'support' AS table_name, support_id AS row_id, CASE WHEN unit IS NULL THEN 'unit' ELSE 'amount' END AS column_name,
       CASE WHEN unit IS NULL THEN 'amount is ' || amount ELSE 'unit is ' || unit END AS other,
       CASE WHEN unit IS NULL THEN 'amount 값은 ' || amount || '입니다' ELSE 'unit 값은 ' || unit || '입니다' END AS other_ko
FROM record.support
WHERE (amount IS NULL) <> (unit IS NULL)
ORDER BY row_id

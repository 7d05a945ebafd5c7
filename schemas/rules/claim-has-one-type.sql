-- A reading is a number or a day, not both; a text or a range is neither.
-- en: a reading cannot be {both_en}
-- ko: {both_ko}
SELECT 'claims' AS table_name, claim_id AS row_id, 'qualifier' AS column_name,
       CASE WHEN qualifier IN ('range', 'text') THEN 'a ' || qualifier || ' and have a typed value as well'
            ELSE 'a number and a day at once' END AS both_en,
       CASE WHEN qualifier IN ('range', 'text') THEN qualifier || ' 주장에는 수치나 날짜를 따로 적지 않습니다'
            ELSE '한 주장에 수치와 날짜를 함께 적을 수 없습니다' END AS both_ko
FROM record.claims
WHERE (value_number IS NOT NULL AND value_on IS NOT NULL)
   OR (qualifier IN ('range', 'text') AND (value_number IS NOT NULL OR value_on IS NOT NULL))
ORDER BY row_id

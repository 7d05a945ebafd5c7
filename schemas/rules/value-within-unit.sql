-- A result lies where its unit allows: per cent and points from none to all, a rank from 1.
-- en: {value} {fault_en}
-- ko: {value}{fault_ko}
WITH bounds ("unit", lowest, highest) AS (
    VALUES ('percent', 0, 100), ('points-of-10', 0, 10), ('points-of-42', 0, 42), ('points-of-100', 0, 100), ('rank', 1, NULL)
)
SELECT 'benchmark_results' AS table_name, r.benchmark_result_id AS row_id, 'value' AS column_name, r."value",
       'is ' || CASE WHEN r."value" < b.lowest THEN 'less than ' || b.lowest ELSE 'more than ' || b.highest END
           || ', but ' || k.benchmark_id || ' counts in ' || b."unit" AS fault_en,
       CASE WHEN r."value" < b.lowest THEN '은(는) ' || b.lowest || '보다 작습니다' ELSE '은(는) ' || b.highest || '보다 큽니다' END
           || '. ' || k.benchmark_id || '의 단위는 ' || b."unit" || '입니다' AS fault_ko
FROM record.benchmark_results r
JOIN record.benchmarks k USING (benchmark_id)
JOIN bounds b ON b."unit" = k."unit"
WHERE r."value" < b.lowest OR r."value" > b.highest
ORDER BY row_id

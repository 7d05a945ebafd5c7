-- The same value of the same measurement is one row, however many sources print it. Another value is another result.
-- en: {result_id} repeats {first_id}: {value}
-- ko: {result_id}은(는) {first_id}과(와) 같은 결과입니다: {value}
-- hint-en: add its sources to {first_id} and delete this row
-- hint-ko: 이 행의 출처를 {first_id}에 옮기고 이 행을 지우세요
WITH results AS (
    SELECT benchmark_result_id AS result_id, "value",
           first_value(benchmark_result_id) OVER (
               PARTITION BY model_id, benchmark_id, metric, "value", mode, setting_en, reported_by, snapshot_on, index_version
               ORDER BY benchmark_result_id
           ) AS first_id
    FROM record.benchmark_results
)
SELECT 'benchmark_results' AS table_name, result_id AS row_id, 'value' AS column_name, result_id, first_id, "value"
FROM results
WHERE result_id <> first_id
ORDER BY row_id

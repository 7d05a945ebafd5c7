-- A benchmark stands in the record because a result was measured on it.
-- en: no result was measured on {benchmark_id}
-- ko: {benchmark_id}의 결과가 없습니다
SELECT 'benchmarks' AS table_name, b.benchmark_id AS row_id, 'benchmark_id' AS column_name, b.benchmark_id
FROM record.benchmarks b
LEFT JOIN record.benchmark_results r USING (benchmark_id)
WHERE r.benchmark_result_id IS NULL
ORDER BY row_id

-- An index changes: a value of it holds for a day and, where the index has versions, for the version of its benchmark.
-- en: {column_name} is {found_en}, but {benchmark_id} {wanted_en}
-- ko: {column_name} {found_ko} {benchmark_id}{wanted_ko}
WITH faults AS (
    SELECT r.benchmark_result_id, 'index_version' AS column_name, r.index_version AS found, k.benchmark_id,
           coalesce('is version ' || k.version, 'has no version') AS wanted_en,
           coalesce('의 버전은 ' || k.version || '입니다', '에는 버전이 없습니다') AS wanted_ko
    FROM record.benchmark_results r
    JOIN record.benchmarks k USING (benchmark_id)
    WHERE r.index_version IS DISTINCT FROM k.version AND (k."unit" = 'index-points' OR r.index_version IS NOT NULL)
    UNION ALL
    SELECT r.benchmark_result_id, 'snapshot_on', NULL, k.benchmark_id, 'is an index, whose values hold for a day',
           '은(는) 날짜마다 값이 바뀌는 지수입니다'
    FROM record.benchmark_results r
    JOIN record.benchmarks k USING (benchmark_id)
    WHERE k."unit" = 'index-points' AND r.snapshot_on IS NULL
)
SELECT 'benchmark_results' AS table_name, benchmark_result_id AS row_id, column_name,
       coalesce(found, 'empty') AS found_en, coalesce('값은 ' || found || '인데', '칸이 비어 있는데') AS found_ko,
       benchmark_id, wanted_en, wanted_ko
FROM faults
ORDER BY row_id, column_name

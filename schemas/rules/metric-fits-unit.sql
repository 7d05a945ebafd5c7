-- A rank counts as a rank, an Elo in Elo points and an index in index points, and these in nothing else. Less is better
-- for a rank and a rate of hallucination, more for everything else.
-- en: metric is {metric}, so {column_name} must be {wanted_en}, not {found}
-- ko: metric 값이 {metric}이므로 {column_name} 값은 {found}이(가) 아니라 {wanted_ko}이어야 합니다
WITH own_units (metric, "unit") AS (
    VALUES ('rank', 'rank'), ('elo', 'elo-points'), ('index', 'index-points')
), faults AS (
    SELECT b.benchmark_id, b.metric, 'unit' AS column_name,
           coalesce(o."unit", 'percent or points') AS wanted_en, coalesce(o."unit", '백분율이나 점수') AS wanted_ko, b."unit" AS found
    FROM record.benchmarks b
    LEFT JOIN own_units o USING (metric)
    WHERE b."unit" <> o."unit" OR (o."unit" IS NULL AND b."unit" IN (SELECT "unit" FROM own_units))
    UNION ALL
    SELECT benchmark_id, metric, 'is_higher_better',
           CASE WHEN is_higher_better THEN 'false' ELSE 'true' END, CASE WHEN is_higher_better THEN 'false' ELSE 'true' END,
           CASE WHEN is_higher_better THEN 'true' ELSE 'false' END
    FROM record.benchmarks
    WHERE is_higher_better = (metric IN ('hallucination-rate', 'rank'))
)
SELECT 'benchmarks' AS table_name, benchmark_id AS row_id, column_name, metric, wanted_en, wanted_ko, found
FROM faults
ORDER BY row_id, column_name

-- Benchmarks are told apart by name and version.
-- en: "{name}" is already the name of {first_id}{same_en}
-- ko: "{name}"은(는) 이미 {first_id}의 이름입니다{same_ko}
-- hint-en: if they differ, tell them apart in name_en or version
-- hint-ko: 서로 다른 벤치마크라면 name_en이나 version으로 구분하세요
WITH names AS (
    SELECT benchmark_id, name_en, version,
           first_value(benchmark_id) OVER (PARTITION BY lower(name_en), lower(version) ORDER BY benchmark_id) AS first_id
    FROM record.benchmarks
)
SELECT 'benchmarks' AS table_name, benchmark_id AS row_id, 'name_en' AS column_name, name_en AS name, first_id,
       coalesce(', and both are version ' || version, ', and neither has a version') AS same_en,
       coalesce('. 버전도 ' || version || '(으)로 같습니다', '. 둘 다 버전이 없습니다') AS same_ko
FROM names
WHERE benchmark_id <> first_id
ORDER BY row_id

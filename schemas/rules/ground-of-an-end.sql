-- A ground says why a run ended: every end has one (not-stated where none was published), nothing else has.
-- en: {outcome} {wanted_en}
-- ko: {outcome} {wanted_ko}
SELECT 'results' AS table_name, result_id AS row_id, 'ground' AS column_name, outcome,
       CASE WHEN ground IS NULL THEN 'needs a ground: not-stated where none was published'
            ELSE 'ends no run, but a ground is given: ' || ground END AS wanted_en,
       CASE WHEN ground IS NULL THEN '결과에는 ground가 있어야 합니다. 공개된 사유가 없으면 not-stated로 적으세요'
            ELSE '결과는 탈락이 아닌데 ground에 ' || ground || '이(가) 적혀 있습니다' END AS wanted_ko
FROM record.results
WHERE (outcome IN ('eliminated', 'not-selected')) <> (ground IS NOT NULL)
ORDER BY row_id

-- What is taken from somewhere says from where, as its source calls it; what starts from random values has no base model.
-- Where the origin is undisclosed, a base that is known by name may stand: then how it was used is what nobody told.
-- en: relation is {relation}, but {found_en}
-- ko: relation 값은 {relation}인데 {found_ko}
SELECT 'lineage' AS table_name, lineage_id AS row_id,
       CASE WHEN relation = 'trained-from-random' THEN 'base_model_id' ELSE 'origin_name_en' END AS column_name, relation,
       CASE WHEN relation = 'trained-from-random' THEN 'base_model_id is ' || base_model_id
            ELSE 'origin_name_en is empty' END AS found_en,
       CASE WHEN relation = 'trained-from-random' THEN 'base_model_id 값은 ' || base_model_id || '입니다'
            ELSE 'origin_name_en 칸이 비어 있습니다' END AS found_ko
FROM record.lineage
WHERE (relation = 'trained-from-random' AND base_model_id IS NOT NULL)
   OR (origin_name_en IS NULL AND (relation NOT IN ('trained-from-random', 'undisclosed') OR base_model_id IS NOT NULL))
ORDER BY row_id

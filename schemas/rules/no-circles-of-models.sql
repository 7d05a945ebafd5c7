-- No model descends from itself, nor from one that descends from it.
-- en: {model_id} takes from {base_model_id}, which descends from {model_id}
-- ko: {model_id}은(는) {base_model_id}에서 가져왔는데 {base_model_id}도 {model_id}에서 나왔습니다
WITH RECURSIVE walks AS (
    SELECT model_id, base_model_id AS reached FROM record.lineage WHERE base_model_id IS NOT NULL
    UNION
    SELECT w.model_id, l.base_model_id
    FROM walks w
    JOIN record.lineage l ON l.model_id = w.reached
    WHERE l.base_model_id IS NOT NULL
)
SELECT 'lineage' AS table_name, l.lineage_id AS row_id, 'base_model_id' AS column_name, l.model_id, l.base_model_id
FROM record.lineage l
JOIN walks w ON w.model_id = l.base_model_id AND w.reached = l.model_id
ORDER BY row_id

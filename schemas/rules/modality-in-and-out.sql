-- A model takes something in and gives something out.
-- en: {model_id} has only modalities of the direction {direction}
-- ko: {model_id}에는 {direction} 방향의 모달리티만 있습니다
SELECT 'modalities' AS table_name, min(modality_id) AS row_id, 'direction' AS column_name,
       model_id, min(direction) AS direction
FROM record.modalities
GROUP BY model_id
HAVING min(direction) = max(direction)
ORDER BY row_id

-- A model is released when its weights are first to be had, so no repository of finished weights is older. Code, previews
-- and checkpoints on the way may be.
-- en: {repository_id} was released on {day}, before its model {model_id} ({model_day})
-- ko: {repository_id}의 공개일 {day}이(가) 모델 {model_id}의 공개일 {model_day}보다 앞섭니다
SELECT 'repositories' AS table_name, r.repository_id AS row_id, 'released_on' AS column_name,
       r.repository_id, r.released_on AS day, r.model_id, m.released_on AS model_day
FROM record.repositories r
JOIN record.models m USING (model_id)
WHERE r.variant NOT IN ('checkpoints', 'code', 'mid-training', 'preview')
  AND CASE r.released_on_precision WHEN 'month' THEN last_day(r.released_on)
          WHEN 'year' THEN make_date(year(r.released_on), 12, 31) ELSE r.released_on END < m.released_on
ORDER BY row_id

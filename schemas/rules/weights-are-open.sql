-- A repository of weights shows that the weights are open; one of code alone shows nothing of the kind.
-- en: open_weights is {found}, but {repository_id} holds weights of {model_id}
-- ko: open_weights 값은 {found}인데 {repository_id}에 {model_id}의 가중치가 있습니다
SELECT 'models' AS table_name, m.model_id AS row_id, 'open_weights' AS column_name, m.model_id,
       coalesce(m.open_weights, '–') AS found, min(r.repository_id) AS repository_id
FROM record.models m
JOIN record.repositories r USING (model_id)
WHERE r.variant <> 'code' AND m.open_weights IS DISTINCT FROM 'yes'
GROUP BY m.model_id, m.open_weights
ORDER BY row_id

-- A number of training tokens says of what it is the number, and where there is none nothing is said.
-- en: {column_name} is empty, but {other_column} is {other}
-- ko: {column_name} 칸이 비어 있는데 {other_column} 값은 {other}입니다
-- hint-en: write both, or neither
-- hint-ko: 둘 다 적거나 둘 다 비워 두세요
SELECT 'models' AS table_name, model_id AS row_id,
       CASE WHEN training_tokens IS NULL THEN 'training_tokens' ELSE 'training_tokens_scope' END AS column_name,
       CASE WHEN training_tokens IS NULL THEN 'training_tokens_scope' ELSE 'training_tokens' END AS other_column,
       coalesce(training_tokens_scope, CAST(training_tokens AS VARCHAR)) AS other
FROM record.models
WHERE (training_tokens IS NULL) <> (training_tokens_scope IS NULL)
ORDER BY row_id

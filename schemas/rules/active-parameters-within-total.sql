-- A dense model uses all its parameters for each token, a mixture of experts (moe) only some of them.
-- en: parameters_active is {active}, but parameters_total is {total}{wanted_en}
-- ko: parameters_active 값은 {active}인데 parameters_total 값은 {total}입니다{wanted_ko}
SELECT 'models' AS table_name, model_id AS row_id, 'parameters_active' AS column_name,
       parameters_active AS active, parameters_total AS total,
       CASE WHEN parameters_active > parameters_total THEN ''
            WHEN sparsity = 'dense' THEN ': in a dense model they are equal'
            ELSE ': in a mixture of experts fewer are active' END AS wanted_en,
       CASE WHEN parameters_active > parameters_total THEN ''
            WHEN sparsity = 'dense' THEN '. 밀집(dense) 모델에서는 둘이 같습니다'
            ELSE '. 전문가 혼합(moe) 모델에서는 활성 파라미터가 더 적습니다' END AS wanted_ko
FROM record.models
WHERE parameters_active > parameters_total
   OR (sparsity = 'dense' AND parameters_active <> parameters_total)
   OR (sparsity = 'moe' AND parameters_active = parameters_total)
ORDER BY row_id

-- The same licence says the same of commercial use wherever its text was read.
-- en: commercial_use is {commercial_use}, but {licence_spdx} says {first_use} at {first_model_id}
-- ko: commercial_use 값은 {commercial_use}인데 같은 라이선스 {licence_spdx}이(가) {first_model_id}에서는 {first_use}입니다
WITH readings AS (
    SELECT model_id, licence_spdx, commercial_use,
           first_value(commercial_use) OVER runs AS first_use, first_value(model_id) OVER runs AS first_model_id
    FROM record.models
    WHERE licence_spdx IS NOT NULL AND commercial_use <> 'unknown'
    WINDOW runs AS (PARTITION BY licence_spdx ORDER BY model_id)
)
SELECT 'models' AS table_name, model_id AS row_id, 'commercial_use' AS column_name,
       commercial_use, licence_spdx, first_use, first_model_id
FROM readings
WHERE commercial_use <> first_use
ORDER BY row_id

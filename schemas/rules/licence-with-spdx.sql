-- A licence has its short identifier, always the same one: one of the SPDX list, or LicenseRef- for a licence of its own.
-- en: {found_en}
-- ko: {found_ko}
WITH pairs AS (
    SELECT model_id, licence, licence_spdx,
           first_value(licence_spdx) OVER (PARTITION BY licence ORDER BY model_id) AS first_spdx,
           first_value(licence) OVER (PARTITION BY licence_spdx ORDER BY model_id) AS first_licence,
           first_value(model_id) OVER (PARTITION BY licence ORDER BY model_id) AS spdx_from,
           first_value(model_id) OVER (PARTITION BY licence_spdx ORDER BY model_id) AS licence_from
    FROM record.models
    WHERE licence IS NOT NULL OR licence_spdx IS NOT NULL
)
SELECT 'models' AS table_name, model_id AS row_id,
       CASE WHEN licence IS NULL OR licence_spdx = first_spdx THEN 'licence' ELSE 'licence_spdx' END AS column_name,
       CASE WHEN licence IS NULL THEN 'licence is empty, but licence_spdx is ' || licence_spdx
            WHEN licence_spdx IS NULL THEN 'licence_spdx is empty, but licence is "' || licence || '"'
            WHEN licence_spdx <> first_spdx
                THEN 'the licence "' || licence || '" is ' || first_spdx || ' at ' || spdx_from || ', not ' || licence_spdx
            ELSE licence_spdx || ' is the licence "' || first_licence || '" at ' || licence_from || ', not "' || licence || '"'
       END AS found_en,
       CASE WHEN licence IS NULL THEN 'licence 칸이 비어 있는데 licence_spdx 값은 ' || licence_spdx || '입니다'
            WHEN licence_spdx IS NULL THEN 'licence_spdx 칸이 비어 있는데 licence 값은 "' || licence || '"입니다'
            WHEN licence_spdx <> first_spdx
                THEN spdx_from || '에서는 "' || licence || '" 라이선스가 ' || licence_spdx || '이(가) 아니라 ' || first_spdx || '입니다'
            ELSE licence_from || '에서는 ' || licence_spdx || '이(가) "' || licence || '"이(가) 아니라 "' || first_licence || '" 라이선스입니다'
       END AS found_ko
FROM pairs
WHERE (licence IS NULL) <> (licence_spdx IS NULL) OR licence_spdx <> first_spdx OR licence <> first_licence
ORDER BY row_id

-- Only GPUs are devices, and only GPUs are counted as such.
-- en: {column_name} is {found}, but the item is of the kind {kind}
-- ko: {column_name} 값은 {found}인데 이 항목의 종류는 {kind}입니다
SELECT 'support' AS table_name, support_id AS row_id,
       CASE WHEN device IS NOT NULL THEN 'device' ELSE 'unit' END AS column_name, coalesce(device, unit) AS found, kind
FROM record.support
WHERE kind <> 'gpu' AND (device IS NOT NULL OR unit = 'GPU')
ORDER BY row_id

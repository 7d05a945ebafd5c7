-- A reading that is a number or a day, alone or at the head of its words, stands as such in the typed column; where the
-- words do not begin with it, the typed column is the reading of the editors.
-- en: the reading "{value}" is {wanted}, but {column_name} is {found}
-- ko: 주장 값 "{value}"은(는) {wanted}인데 {column_name} 칸은 {found}입니다
WITH parsed AS (
    SELECT claim_id, value, value_number, value_on, qualifier,
           TRY_CAST(value AS DOUBLE) AS number,
           TRY_CAST(regexp_extract(value, '^([0-9]{4}-[0-9]{2}-[0-9]{2})([, ].*)?$', 1) AS DATE) AS day,
           TRY_CAST(regexp_extract(value, '^([0-9]+([.][0-9]+)?)( [A-Za-z].*)?$', 1) AS DOUBLE) AS leading_number
    FROM record.claims
    WHERE qualifier NOT IN ('range', 'text')
), faults AS (
    SELECT claim_id, 'value_on' AS column_name, value, CAST(day AS VARCHAR) AS wanted,
           CAST(value_on AS VARCHAR) AS found
    FROM parsed WHERE day IS NOT NULL AND day IS DISTINCT FROM value_on
    UNION ALL
    SELECT claim_id, 'value_number', value, regexp_replace(CAST(number AS VARCHAR), '[.]0$', ''),
           regexp_replace(CAST(value_number AS VARCHAR), '[.]0$', '')
    FROM parsed WHERE number IS NOT NULL AND number IS DISTINCT FROM value_number
    UNION ALL
    SELECT claim_id, 'value_number', value, regexp_replace(CAST(leading_number AS VARCHAR), '[.]0$', ''),
           regexp_replace(CAST(value_number AS VARCHAR), '[.]0$', '')
    FROM parsed WHERE number IS NULL AND day IS NULL AND leading_number <> value_number
)
SELECT 'claims' AS table_name, claim_id AS row_id, column_name, value, wanted, coalesce(found, '–') AS found
FROM faults
ORDER BY row_id, column_name

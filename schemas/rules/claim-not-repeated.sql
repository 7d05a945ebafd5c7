-- Two sources that say the same of one cell are one claim with two sources.
-- en: {claim_id} repeats {first_claim_id}: "{value}"
-- ko: {claim_id}은(는) {first_claim_id}과(와) 같은 주장입니다: "{value}"
-- hint-en: add its sources to {first_claim_id} and delete this row
-- hint-ko: 이 행의 출처를 {first_claim_id}에 옮기고 이 행을 지우세요
WITH readings AS (
    SELECT claim_id, value,
           first_value(claim_id) OVER (
               PARTITION BY table_name, row_id, column_name, qualifier,
                            coalesce(CAST(value_number AS VARCHAR), CAST(value_on AS VARCHAR), lower(value))
               ORDER BY claim_id
           ) AS first_claim_id
    FROM record.claims
)
SELECT 'claims' AS table_name, claim_id AS row_id, 'value' AS column_name, claim_id, first_claim_id, value
FROM readings
WHERE claim_id <> first_claim_id
ORDER BY claim_id

-- A claim with another reading says something else than the cell; what agrees with it supports it.
-- A figure of another scope may be the same by chance.
-- en: "{value}" is what the cell says already, so it is no other reading
-- ko: "{value}"은(는) 칸의 값과 같으므로 다른 값(other-reading)이 아닙니다
-- hint-en: write supports, if it is a second support
-- hint-ko: 같은 내용을 뒷받침하는 주장이면 supports로 적으세요
WITH cells AS (
    SELECT *, TRY_CAST(cell AS DOUBLE) AS cell_number, TRY_CAST(cell AS DATE) AS cell_day
    FROM record.claimed
)
SELECT 'claims' AS table_name, claim_id AS row_id, 'stance' AS column_name, value
FROM cells
WHERE stance = 'other-reading'
  AND qualifier IN ('exact', 'text')
  AND (value = cell OR value_number = cell_number OR value_on = cell_day)
ORDER BY row_id

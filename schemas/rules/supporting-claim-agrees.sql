-- A claim that supports agrees with the cell: the same day, a number within one per cent (sources round), a bound that holds.
-- en: "{value}" is {qualifier}, but the cell says {cell}: that is no support
-- ko: "{value}"({qualifier})은(는) 칸의 값 {cell}과(와) 맞지 않으므로 뒷받침(supports)이 아닙니다
-- hint-en: write other-reading
-- hint-ko: other-reading으로 적으세요
WITH cells AS (
    SELECT *, TRY_CAST(cell AS DOUBLE) AS cell_number, TRY_CAST(cell AS DATE) AS cell_day
    FROM record.claimed
)
SELECT 'claims' AS table_name, claim_id AS row_id, 'stance' AS column_name, value, qualifier, cell
FROM cells
WHERE stance = 'supports'
  AND ((qualifier IN ('exact', 'about') AND abs(value_number - cell_number) > 0.01 * abs(cell_number))
       OR (qualifier = 'at-least' AND value_number > cell_number)
       OR (qualifier = 'at-most' AND value_number < cell_number)
       OR (qualifier = 'exact' AND value_on <> cell_day)
       OR (value_number IS NOT NULL AND cell_number IS NULL)
       OR (value_on IS NOT NULL AND cell_day IS NULL))
ORDER BY row_id

-- Where only month or year is known, the first day of the period stands in the cell.
-- en: only the {precision} is known, so it must be {wanted}, not {day}
-- ko: {precision} 단위로만 알려진 날짜이므로 {day}이(가) 아니라 {wanted}(으)로 적어야 합니다
SELECT table_name, row_id, column_name, day, "precision",
       CAST(date_trunc("precision", day) AS DATE) AS wanted
FROM record.days
WHERE "precision" IN ('month', 'year') AND day <> CAST(date_trunc("precision", day) AS DATE)
ORDER BY table_name, row_id, column_name

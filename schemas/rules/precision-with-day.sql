-- A day says how exactly it is known, and where there is no day there is nothing to be exact about.
-- en: the cell is empty, but {other_column} is {other}
-- ko: 칸이 비어 있는데 {other_column} 값은 {other}입니다
-- hint-en: write both, or neither
-- hint-ko: 둘 다 적거나 둘 다 비워 두세요
SELECT table_name, row_id,
       CASE WHEN day IS NULL THEN column_name ELSE column_name || '_precision' END AS column_name,
       CASE WHEN day IS NULL THEN column_name || '_precision' ELSE column_name END AS other_column,
       coalesce("precision", CAST(day AS VARCHAR)) AS other
FROM record.days
WHERE has_precision AND (day IS NULL) <> ("precision" IS NULL)
ORDER BY table_name, row_id, column_name

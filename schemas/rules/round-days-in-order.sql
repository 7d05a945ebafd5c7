-- A round opens, closes and is announced, in this order.
-- en: {column_name} is {day}, before {earlier_column} ({earlier_day})
-- ko: {column_name} 값 {day}이(가) {earlier_column} 값 {earlier_day}보다 앞섭니다
WITH days AS (
    SELECT round_id, opened_on, closed_on, announced_on,
           CASE closed_on_precision WHEN 'month' THEN last_day(closed_on)
               WHEN 'year' THEN make_date(year(closed_on), 12, 31) ELSE closed_on END AS closed_by,
           CASE announced_on_precision WHEN 'month' THEN last_day(announced_on)
               WHEN 'year' THEN make_date(year(announced_on), 12, 31) ELSE announced_on END AS announced_by
    FROM record.rounds
), pairs AS (
    SELECT round_id, 'closed_on' AS column_name, closed_on AS day, 'opened_on' AS earlier_column, opened_on AS earlier_day
    FROM days WHERE closed_by < opened_on
    UNION ALL
    SELECT round_id, 'announced_on', announced_on, 'closed_on', closed_on
    FROM days WHERE announced_by < closed_on
    UNION ALL
    SELECT round_id, 'announced_on', announced_on, 'opened_on', opened_on
    FROM days WHERE announced_by < opened_on AND closed_on IS NULL
)
SELECT 'rounds' AS table_name, round_id AS row_id, column_name, day, earlier_column, earlier_day
FROM pairs
ORDER BY row_id, column_name

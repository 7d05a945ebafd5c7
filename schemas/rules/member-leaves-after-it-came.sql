-- Nobody leaves before having come.
-- en: until_on is {until_on}, before since_on ({since_on})
-- ko: until_on 값 {until_on}이(가) since_on 값 {since_on}보다 앞섭니다
SELECT 'partners' AS table_name, partner_id AS row_id, 'until_on' AS column_name, since_on, until_on
FROM record.partners
WHERE CASE until_on_precision WHEN 'month' THEN last_day(until_on) WHEN 'year' THEN make_date(year(until_on), 12, 31)
          ELSE until_on END < since_on
ORDER BY row_id

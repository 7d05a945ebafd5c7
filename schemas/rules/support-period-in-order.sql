-- A period has two ends, the first not after the last.
-- en: {found_en}
-- ko: {found_ko}
SELECT 'support' AS table_name, support_id AS row_id, 'period_until_on' AS column_name,
       CASE WHEN period_from_on IS NULL THEN 'the period has an end, but no beginning'
            WHEN period_until_on IS NULL THEN 'the period has a beginning, but no end'
            ELSE 'the period ends on ' || period_until_on || ', before it begins (' || period_from_on || ')' END AS found_en,
       CASE WHEN period_from_on IS NULL THEN '기간의 끝만 있고 시작이 없습니다'
            WHEN period_until_on IS NULL THEN '기간의 시작만 있고 끝이 없습니다'
            ELSE '기간의 끝 ' || period_until_on || '이(가) 시작 ' || period_from_on || '보다 앞섭니다' END AS found_ko
FROM record.support
WHERE (period_from_on IS NULL) <> (period_until_on IS NULL) OR period_until_on < period_from_on
ORDER BY row_id

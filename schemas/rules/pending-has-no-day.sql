-- What is pending has not been announced; what a team says for itself, that it does not apply, has a day.
-- en: {outcome} {wanted_en}
-- ko: {outcome} {wanted_ko}
SELECT 'results' AS table_name, result_id AS row_id, 'announced_on' AS column_name, outcome,
       CASE WHEN outcome = 'pending' THEN 'has no day, but announced_on is ' || announced_on
            ELSE 'needs a day in announced_on' END AS wanted_en,
       CASE WHEN outcome = 'pending' THEN '상태에는 날짜가 없어야 하는데 announced_on에 ' || announced_on || '이(가) 적혀 있습니다'
            ELSE '상태에는 announced_on 날짜가 있어야 합니다' END AS wanted_ko
FROM record.results
WHERE (outcome = 'pending' AND announced_on IS NOT NULL)
   OR (outcome = 'did-not-apply' AND announced_on IS NULL)
ORDER BY row_id

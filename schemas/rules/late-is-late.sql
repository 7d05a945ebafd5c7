-- Late means that it came after the time planned.
-- en: outcome is late, but {actual_on} {fault_en}
-- ko: outcome 값은 late인데 {actual_on}은(는) {fault_ko}
SELECT 'plans' AS table_name, plan_id AS row_id, 'outcome' AS column_name, actual_on,
       CASE WHEN planned_for_on IS NULL THEN 'cannot be late: no time was planned'
            ELSE 'is not after the time planned (' || planned_for_on || ', ' || planned_for_on_precision || ')' END AS fault_en,
       CASE WHEN planned_for_on IS NULL THEN '계획한 시기가 없어 늦었다고 할 수 없습니다'
            ELSE '계획한 시기(' || planned_for_on || ', ' || planned_for_on_precision || ')를 넘기지 않았습니다' END AS fault_ko
FROM record.plans
WHERE outcome = 'late' AND actual_on IS NOT NULL
  AND (planned_for_on IS NULL
       OR actual_on <= CASE planned_for_on_precision WHEN 'month' THEN last_day(planned_for_on)
                           WHEN 'year' THEN make_date(year(planned_for_on), 12, 31) ELSE planned_for_on END)
ORDER BY row_id

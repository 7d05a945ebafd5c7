-- What was announced and what came.
--
-- A plan stays open until its outcome is known. The delay counts the days from the last day planned (the end of a
-- month or year where only that was said) to the day on which it came, for what came late and is known to the day.
-- What was kept has no delay: its day is the one on which that could be seen. What came otherwise than planned
-- cannot be late, and what is open has not come.
--
-- Grain: one row a plan.
SELECT plan_id,
       stated_on,
       stated_on_precision,
       plan_en,
       plan_ko,
       planned_for_on,          -- empty: no time was named
       planned_for_on_precision,
       outcome,
       actual_en,               -- for an open plan: how far it has come
       actual_ko,
       actual_on,
       actual_on_precision,
       CASE WHEN outcome = 'kept' THEN 0
            WHEN outcome = 'late' AND actual_on_precision = 'day'
            THEN date_diff('day', CASE planned_for_on_precision
                     WHEN 'month' THEN last_day(planned_for_on)
                     WHEN 'year' THEN make_date(year(planned_for_on), 12, 31)
                     ELSE planned_for_on END, actual_on)
       END AS delay_days,
       source_ids
FROM plans
ORDER BY stated_on, plan_id

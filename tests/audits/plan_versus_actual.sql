-- The first evaluation was announced for the end of 2025 and came on 15 January 2026, fifteen days late.
SELECT outcome = 'late' AND planned_for_on = DATE '2025-12-01' AND planned_for_on_precision = 'month'
    AND actual_on = DATE '2026-01-15' AND delay_days = 15
FROM plan_versus_actual WHERE plan_id = 'r1-by-end-of-2025';

-- The second result was expected about 12 August 2026 and came on the 18th.
SELECT outcome = 'late' AND delay_days = 6 FROM plan_versus_actual WHERE plan_id = 'r2-result-12-august';

-- Mid-2026, told in July 2025, became 18 August: 49 days after the end of June.
SELECT outcome = 'late' AND delay_days = 49 FROM plan_versus_actual WHERE plan_id = 'r2-mid-2026';

-- Five were to become four and became three: not late but otherwise.
SELECT outcome = 'changed' AND delay_days IS NULL AND actual_en LIKE 'Five to three%'
FROM plan_versus_actual WHERE plan_id = 'r1-five-to-four';

-- The additional call was open to all, as announced, and only two applied.
SELECT outcome = 'kept' AND delay_days = 0 AND actual_en LIKE '%wo applied, both start-ups%'
FROM plan_versus_actual WHERE plan_id = 'additional-call-open-to-all';

-- The final two by the end of 2026 are still open.
SELECT outcome = 'open' AND actual_on IS NULL AND delay_days IS NULL
FROM plan_versus_actual WHERE plan_id = 'final-two-by-end-of-2026';

-- Plans and what came of them are told in Korean as well.
SELECT bool_and(regexp_matches(plan_ko, '[가-힣]') AND (actual_ko IS NULL) = (actual_en IS NULL)) FROM plan_versus_actual;

-- as of 2026-01-14: the day before the result, the first evaluation is still open and so is the cut to four.
SELECT count(*) = 2 AND bool_and(outcome = 'open' AND actual_en IS NULL AND delay_days IS NULL)
FROM plan_versus_actual WHERE plan_id IN ('r1-by-end-of-2025', 'r1-five-to-four');

-- as of 2025-08-03: nobody had told of one team going out every half-year.
SELECT count(*) = 0 FROM plan_versus_actual WHERE plan_id = 'one-team-out-each-half-year';

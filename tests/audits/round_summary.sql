-- The contest has seven rounds on record, and all but the third evaluation are finished.
SELECT count(*) = 7 AND count(*) FILTER (NOT is_finished) = 1 AND bool_or(round_id = 'r3' AND NOT is_finished)
FROM round_summary;

-- First evaluation: four were to go on, three did; two of five went out.
SELECT entered = 5 AND passed = 3 AND went_out = 2 AND planned_passed = 4 AND passed_minus_planned = -1
FROM round_summary WHERE round_id = 'r1';

-- Document review: ten of fifteen, as planned.
SELECT entered = 15 AND passed = 10 AND went_out = 5 AND passed_minus_planned = 0
FROM round_summary WHERE round_id = 'r0-document';

-- Selection: five of ten, as planned.
SELECT entered = 10 AND passed = 5 AND remaining = 5 AND passed_minus_planned = 0
FROM round_summary WHERE round_id = 'r0-presentation';

-- Additional call: two applied, one was chosen, six said no; they are no entrants. Four teams were in afterwards.
SELECT entered = 2 AND passed = 1 AND went_out = 1 AND declined = 6 AND remaining = 4
FROM round_summary WHERE round_id = 'r1-additional';

-- The additional call ran from 23 January to 12 February 2026, with the choice on 20 February.
SELECT opened_on = DATE '2026-01-23' AND closed_on = DATE '2026-02-12' AND announced_on = DATE '2026-02-20'
FROM round_summary WHERE round_id = 'r1-additional';

-- Second evaluation: three of four went on.
SELECT entered = 4 AND passed = 3 AND went_out = 1 AND remaining = 3 AND announced_on = DATE '2026-08-18'
FROM round_summary WHERE round_id = 'r2';

-- Third evaluation: three teams wait for it, two are to be left by the plan, nothing is decided.
SELECT entered = 3 AND planned_passed = 2 AND passed IS NULL AND remaining IS NULL AND announced_on IS NULL
FROM round_summary WHERE round_id = 'r3';

-- Every count of the record is the one that the sources report.
SELECT bool_and(is_as_reported) FROM round_summary;

-- as of 2026-02-19: two applicants are known since the deadline, nobody is chosen.
SELECT entered = 2 AND NOT is_finished AND passed IS NULL AND reported_entrants IS NULL
FROM round_summary WHERE round_id = 'r1-additional';

-- as of 2026-01-14: the first evaluation is under way since 5 January, without a result.
SELECT opened_on = DATE '2026-01-05' AND NOT is_finished AND passed IS NULL AND planned_passed = 4
FROM round_summary WHERE round_id = 'r1';

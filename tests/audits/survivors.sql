-- Fifteen applied, ten came through the document review.
SELECT count(*) FILTER (round_id = 'r0-application') = 15 AND count(*) FILTER (round_id = 'r0-document') = 10
FROM survivors;

-- Five survivors after the selection of August 2025.
SELECT string_agg(team_id, ' ' ORDER BY team_id) = 'lg-ai-research naver-cloud nc-ai sk-telecom upstage'
    AND bool_and(finished_on = DATE '2025-08-04')
FROM survivors WHERE round_id = 'r0-presentation';

-- Three after the first stage evaluation of January 2026: LG AI Research, SK Telecom and Upstage.
SELECT string_agg(team_id, ' ' ORDER BY team_id) = 'lg-ai-research sk-telecom upstage' AND bool_and(outcome = 'advanced')
FROM survivors WHERE round_id = 'r1';

-- Four after the additional call: Motif Technologies joins the three, which had no part in it.
SELECT list((team_id, result_round_id) ORDER BY team_id) = [('lg-ai-research', 'r1'),
    ('motif-technologies', 'r1-additional'), ('sk-telecom', 'r1'), ('upstage', 'r1')]
FROM survivors WHERE round_id = 'r1-additional';

-- Three after the second stage evaluation of August 2026: the same as after the first.
SELECT string_agg(team_id, ' ' ORDER BY team_id) = 'lg-ai-research sk-telecom upstage'
    AND bool_and(finished_on = DATE '2026-08-18')
FROM survivors WHERE round_id = 'r2';

-- The third evaluation is not finished, so nobody has survived it.
SELECT count(*) = 0 FROM survivors WHERE round_id = 'r3';

-- as of 2026-01-14: the latest field is that of the selection, with five teams.
SELECT max(round_ordinal) = 3 AND count(*) FILTER (round_ordinal = 3) = 5 FROM survivors;

-- as of 2026-02-19: nobody has been chosen in the additional call.
SELECT count(*) = 0 FROM survivors WHERE round_id = 'r1-additional' OR (round_ordinal > 3 AND team_id = 'motif-technologies');

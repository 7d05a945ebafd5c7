-- Fourteen runs ended: five at the document review, five at the selection, two in r1, one in the call, one in r2.
SELECT list((round_id, ends) ORDER BY round_id) = [('r0-document', 5), ('r0-presentation', 5), ('r1', 2),
    ('r1-additional', 1), ('r2', 1)]
FROM (SELECT round_id, count(*) AS ends FROM elimination_history GROUP BY round_id);

-- Motif Technologies is in the history twice: not selected in August 2025, eliminated in August 2026.
SELECT list((run, outcome, out_on) ORDER BY run) =
    [(1, 'not-selected', DATE '2025-08-04'), (2, 'eliminated', DATE '2026-08-18')]
FROM elimination_history WHERE team_id = 'motif-technologies';

-- Motif Technologies alone came back, by the additional call.
SELECT string_agg(team_id || ' ' || round_id || ' ' || return_round_id, ', ')
    = 'motif-technologies r0-presentation r1-additional'
FROM elimination_history WHERE return_round_id IS NOT NULL;

-- Naver Cloud went out on the independence requirement although its total was among the top four of five.
SELECT outcome = 'eliminated' AND ground = 'independence' AND out_on = DATE '2026-01-15' AND entered = 5
    AND reason_en LIKE '%independence requirement not met%among the top four%'
FROM elimination_history WHERE team_id = 'naver-cloud';

-- It is the only run that ended on independence.
SELECT string_agg(team_id, ' ') = 'naver-cloud' FROM elimination_history WHERE ground = 'independence';

-- NC AI had the lowest total of the five.
SELECT ground = 'score' AND reason_en LIKE '%lowest total score of the five%' AND remaining = 3
FROM elimination_history WHERE team_id = 'nc-ai';

-- Only stage evaluations eliminate: Naver Cloud and NC AI in r1, Motif Technologies in r2.
SELECT string_agg(team_id || ' ' || round_id, ', ' ORDER BY round_id, team_id)
    = 'naver-cloud r1, nc-ai r1, motif-technologies r2'
FROM elimination_history WHERE outcome = 'eliminated';

-- Trillion Labs lost narrowly to Motif Technologies on 20 February 2026, and four teams went on.
SELECT outcome = 'not-selected' AND ground = 'score' AND out_on = DATE '2026-02-20' AND entered = 2 AND remaining = 4
FROM elimination_history WHERE team_id = 'trillion-labs';

-- Ten were left after the document review and five after the selection.
SELECT bool_and(remaining = CASE round_id WHEN 'r0-document' THEN 10 ELSE 5 END AND ground = 'not-stated')
FROM elimination_history WHERE round_id LIKE 'r0-%';

-- as of 2025-07-22: nobody is out before the document review.
SELECT count(*) = 0 FROM elimination_history;

-- as of 2026-01-14: nobody is eliminated the day before the first result; ten were not selected in 2025.
SELECT count(*) = 10 AND bool_and(outcome = 'not-selected') FROM elimination_history;

-- as of 2026-02-19: no return of Motif Technologies is known before it is chosen.
SELECT count(*) = 1 AND bool_and(return_round_id IS NULL) FROM elimination_history WHERE team_id = 'motif-technologies';

-- as of 2026-08-17: Motif Technologies, chosen in February, has one ended run behind it.
SELECT count(*) = 1 AND bool_and(return_round_id = 'r1-additional')
FROM elimination_history WHERE team_id = 'motif-technologies';

-- What the ministry said of Naver Cloud stands in Korean beside the English.
SELECT reason_ko LIKE '%독자성 기준 미충족' AND reason_en LIKE 'independence requirement not met%'
FROM elimination_history WHERE team_id = 'naver-cloud' AND round_id = 'r1';

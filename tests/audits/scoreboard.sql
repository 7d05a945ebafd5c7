-- LG AI Research had 33.6 of 40 points in the benchmark part of the first evaluation, an official figure.
SELECT points = 33.6 AND max_points = 40 AND share_of_maximum = 0.84 AND is_official
FROM scoreboard WHERE criterion_id = 'r1/benchmark' AND team_id = 'lg-ai-research';

-- The mean of the five in that part was 30.4.
SELECT points = 30.4 AND team_id IS NULL AND is_official
FROM scoreboard WHERE criterion_id = 'r1/benchmark' AND statistic = 'mean';

-- LG AI Research had 31.6 of 35 from the experts and, set to the full mark by rule, 25 of 25 from the users.
SELECT list((criterion_id, points, max_points) ORDER BY criterion_id) = [('r1/expert', 31.6, 35), ('r1/user', 25.0, 25)]
FROM scoreboard WHERE criterion_id IN ('r1/expert', 'r1/user') AND team_id = 'lg-ai-research';

-- Its total of 90.2 and the mean of 79.7 were said at the briefing and stand in no release of the ministry.
SELECT bool_and(NOT is_official) AND min(points) = 79.7 AND max(points) = 90.2
FROM scoreboard WHERE criterion_id = 'r1/total';

-- SK Telecom shared the first place in the NIA benchmark of the first evaluation with 9.2 of 10.
SELECT string_agg(team_id, ' ' ORDER BY team_id) = 'lg-ai-research sk-telecom' AND bool_and(points = 9.2 AND max_points = 10)
FROM scoreboard WHERE criterion_id = 'r1/nia' AND statistic = 'team';

-- No score of Naver Cloud or NC AI was ever published.
SELECT count(*) = 0 FROM scoreboard WHERE team_id IN ('naver-cloud', 'nc-ai');

-- The ministry named LG AI Research first with the experts of the second evaluation, at 29.5 of 35.
SELECT points = 29.5 AND max_points = 35 AND is_official AND published_on = DATE '2026-08-20'
FROM scoreboard WHERE criterion_id = 'r2/expert' AND team_id = 'lg-ai-research';

-- Motif Technologies led the part on the Artificial Analysis index with 11.9 of 25 (47 of 100 on the index itself).
SELECT list((criterion_id, points, max_points, is_official) ORDER BY criterion_id) =
    [('r2/aaii', 11.9, 25, true), ('r2/aaii-raw', 47.0, 100, true)]
FROM scoreboard WHERE criterion_id LIKE 'r2/aaii%' AND team_id = 'motif-technologies';

-- SK Telecom led with professional users, 11.6 of 15, LG AI Research with the citizens, 7.6 of 10.
SELECT list((team_id, points, max_points) ORDER BY points) = [('lg-ai-research', 7.6, 10), ('sk-telecom', 11.6, 15)]
FROM scoreboard WHERE criterion_id IN ('r2/user-professional', 'r2/user-citizen') AND statistic = 'team';

-- The totals of the second evaluation are press figures: 70.6, 69.9, 69.0 and 65.8.
SELECT list(points ORDER BY points DESC) = [70.6, 69.9, 69.0, 65.8] AND NOT bool_or(is_official)
FROM scoreboard WHERE criterion_id = 'r2/total';

-- First and fourth were 4.0 points apart in the benchmarks, 2.4 with the experts, 5.0 with the users.
SELECT list((criterion_id, points) ORDER BY criterion_id) = [('r2/benchmark', 4.0), ('r2/expert', 2.4), ('r2/user', 5.0)]
    AND bool_and(share_of_maximum IS NULL AND team_id IS NULL)
FROM scoreboard WHERE statistic = 'range';

-- as of 2026-01-14: no score is out the day before the first result.
SELECT count(*) = 0 FROM scoreboard;

-- as of 2026-08-19: the ministry has kept the winners back: of its own figures of r2 only means and ranges are out, and the index of Motif 3.
SELECT string_agg(DISTINCT criterion_id || ' ' || team_id, ', ') = 'r2/aaii-raw motif-technologies'
FROM scoreboard WHERE round_id = 'r2' AND is_official AND statistic = 'team';

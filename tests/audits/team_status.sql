-- as of 2025-07-22: fifteen consortia had applied by the deadline of 21 July, and nothing was decided.
SELECT count(*) = 15 AND bool_and(status = 'applied' AND since_on = DATE '2025-07-21' AND ground IS NULL)
FROM team_status;

-- as of 2025-08-03: ten of the fifteen had come through the document review of 25 July; nobody was selected yet.
SELECT count(*) = 15 AND count(*) FILTER (status = 'shortlisted') = 10 AND count(*) FILTER (status = 'not-selected') = 5
    AND bool_and(since_on = DATE '2025-07-25' AND round_id = 'r0-document')
FROM team_status;

-- as of 2025-08-03: Lunit, BioNexus, Sionic AI, JunctionMed and Pion Corporation were not among the ten, without a ground.
SELECT string_agg(team_id, ' ' ORDER BY team_id) = 'bionexus junction-med lunit pion-corporation sionic-ai'
    AND bool_and(ground = 'not-stated')
FROM team_status WHERE status = 'not-selected';

-- as of 2025-08-05: Naver Cloud, Upstage, SK Telecom, NC AI and LG AI Research were selected on 4 August.
SELECT string_agg(team_id, ' ' ORDER BY team_id) = 'lg-ai-research naver-cloud nc-ai sk-telecom upstage'
    AND bool_and(since_on = DATE '2025-08-04')
FROM team_status WHERE status = 'active';

-- as of 2026-01-14: the day before the result all five are in, nobody is eliminated and nobody has declined anything.
SELECT count(*) FILTER (status = 'active') = 5 AND count(*) FILTER (status = 'eliminated') = 0
    AND NOT bool_or(declined_additional_call)
FROM team_status;

-- as of 2026-01-14: Naver Cloud is in.
SELECT status = 'active' AND ground IS NULL FROM team_status WHERE team_id = 'naver-cloud';

-- as of 2026-01-16: Naver Cloud went out on 15 January on the independence requirement.
SELECT status = 'eliminated' AND ground = 'independence' AND since_on = DATE '2026-01-15' AND round_id = 'r1'
FROM team_status WHERE team_id = 'naver-cloud';

-- as of 2026-01-16: NC AI went out on its score.
SELECT status = 'eliminated' AND ground = 'score' FROM team_status WHERE team_id = 'nc-ai';

-- as of 2026-01-16: Naver Cloud (15 January), Kakao (15) and NC AI (16) had said no to the additional call; KT not yet.
SELECT string_agg(team_id, ' ' ORDER BY team_id) = 'kakao naver-cloud nc-ai'
FROM team_status WHERE declined_additional_call;

-- as of 2026-02-19: Trillion Labs, which had never led a team before, is an applicant since the deadline of 12 February.
SELECT status = 'applied' AND since_on = DATE '2026-02-12' AND round_id = 'r1-additional'
FROM team_status WHERE team_id = 'trillion-labs';

-- as of 2026-02-19: Motif Technologies, not selected in August 2025, has applied again.
SELECT status = 'applied' AND round_id = 'r1-additional' FROM team_status WHERE team_id = 'motif-technologies';

-- as of 2026-02-19: sixteen consortia have applied by now, and three are in.
SELECT count(*) = 16 AND count(*) FILTER (status = 'active') = 3 FROM team_status;

-- as of 2026-02-21: Motif Technologies was chosen as the fourth team on 20 February, narrowly ahead of Trillion Labs.
SELECT bool_and(since_on = DATE '2026-02-20' AND round_id = 'r1-additional')
    AND string_agg(team_id || ' ' || status, ', ' ORDER BY team_id) = 'motif-technologies active, trillion-labs not-selected'
FROM team_status WHERE team_id IN ('motif-technologies', 'trillion-labs');

-- as of 2026-08-17: four teams are in on the eve of the second result.
SELECT string_agg(team_id, ' ' ORDER BY team_id) = 'lg-ai-research motif-technologies sk-telecom upstage'
FROM team_status WHERE status = 'active';

-- as of 2026-08-19: Motif Technologies went out on 18 August on the combined score.
SELECT status = 'eliminated' AND since_on = DATE '2026-08-18' AND ground = 'score' AND round_id = 'r2'
FROM team_status WHERE team_id = 'motif-technologies';

-- LG AI Research, SK Telecom and Upstage are in without a break since the selection of August 2025.
SELECT count(*) = 3 AND bool_and(since_on = DATE '2025-08-04' AND round_id = 'r0-presentation')
FROM team_status WHERE status = 'active';

-- Six teams did not apply to the additional call; their status is what it was before.
SELECT string_agg(team_id || ' ' || status, ', ' ORDER BY team_id) =
    'kaist not-selected, kakao not-selected, konan-technology not-selected, kt not-selected, '
    || 'naver-cloud eliminated, nc-ai eliminated'
FROM team_status WHERE declined_additional_call;

-- Names of team and round come along in both languages.
SELECT team_name_en LIKE 'LG AI Research%' AND team_name_ko LIKE 'LG AI연구원%'
    AND round_name_en LIKE 'Presentation review%' AND round_name_ko LIKE '발표평가%'
FROM team_status WHERE team_id = 'lg-ai-research';

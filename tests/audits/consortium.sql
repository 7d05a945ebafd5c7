-- KAIST sits at the table of four of the five first teams, all but that of LG AI Research.
SELECT string_agg(team_id, ' ' ORDER BY team_id) = 'naver-cloud nc-ai sk-telecom upstage'
FROM consortium
WHERE organisation_id = 'kaist' AND is_member
  AND team_id IN ('lg-ai-research', 'naver-cloud', 'nc-ai', 'sk-telecom', 'upstage');

-- LG AI Research came in August 2025 with nine others; Elice is reported to have joined in February 2026.
SELECT count(*) FILTER (since_on = DATE '2025-07-21') = 10
    AND string_agg(organisation_id, ' ') FILTER (since_basis = 'own-day') = 'elice'
    AND max(since_on) = DATE '2026-02-25'
FROM consortium WHERE team_id = 'lg-ai-research' AND is_member;

-- The official list of the team added in February 2026 has 17 members, its lead among them.
SELECT count(*) = 17 AND count(*) FILTER (role = 'lead') = 1
FROM consortium WHERE team_id = 'motif-technologies' AND entry_round_id = 'r1-additional' AND is_member;

-- NC AI's consortium has 14 members proper, KT's nine.
SELECT count(*) FILTER (team_id = 'nc-ai') = 14 AND count(*) FILTER (team_id = 'kt') = 9
FROM consortium WHERE is_member;

-- Five universities came with Naver Cloud.
SELECT string_agg(organisation_name_en, ', ' ORDER BY organisation_id)
    = 'Hanyang University, KAIST, Korea University, POSTECH, Seoul National University'
FROM consortium WHERE team_id = 'naver-cloud' AND organisation_kind = 'university';

-- Motif had two runs: from 21 July to 4 August 2025, and from 12 February to 18 August 2026.
SELECT string_agg(CAST(since_on AS VARCHAR) || ' ' || CAST(until_on AS VARCHAR) || ' ' || until_round_id, ', '
                  ORDER BY since_on)
    = '2025-07-21 2025-08-04 r0-presentation, 2026-02-12 2026-08-18 r2'
FROM consortium WHERE organisation_id = 'motif-technologies';

-- The stay of all members of Naver Cloud and NC AI ended with the result of 15 January 2026.
SELECT bool_and(until_on = DATE '2026-01-15' AND until_basis = 'result' AND until_round_id = 'r1')
FROM consortium WHERE team_id IN ('naver-cloud', 'nc-ai');

-- A task described in English is described in Korean.
SELECT count(capacity_ko) = count(capacity_en) AND count(capacity_ko) > 0
    AND count(*) FILTER ((capacity_ko IS NULL) <> (capacity_en IS NULL)) = 0
FROM consortium;

-- as of 2026-01-14: a day earlier, no end of it was known.
SELECT bool_and(is_current AND until_on IS NULL) FROM consortium WHERE team_id IN ('naver-cloud', 'nc-ai');

-- as of 2026-02-19: Trillion Labs was an applicant, its line-up complete and without an end.
SELECT count(*) = 8 AND bool_and(is_current AND since_on = DATE '2026-02-12')
FROM consortium WHERE team_id = 'trillion-labs';

-- as of 2026-02-21: the ministry had chosen the other applicant the day before.
SELECT bool_and(until_on = DATE '2026-02-20' AND until_round_id = 'r1-additional')
FROM consortium WHERE team_id = 'trillion-labs';

-- as of 2025-07-22: nobody was out, so no stay had an end.
SELECT bool_and(is_current) FROM consortium;

-- as of 2025-08-05: KT was not chosen, and its members' stay was over; Upstage's went on.
SELECT bool_and(is_current = (team_id = 'upstage')) FROM consortium WHERE team_id IN ('kt', 'upstage');

-- as of 2026-01-14: Upstage had not yet spoken of Stanford and New York University.
SELECT count(*) > 0 AND count(*) FILTER (role = 'announced') = 0 FROM consortium WHERE team_id = 'upstage';

-- Upstage announced the two on 15 January 2026; no later source confirms them, so they are no members.
SELECT count(*) = 2 AND bool_and(NOT is_member AND since_on = DATE '2026-01-15' AND last_confirmed_on = since_on)
FROM consortium WHERE team_id = 'upstage' AND role = 'announced';

-- Ten organisations are named that gave SK Telecom a letter of intent by 30 July 2025: users, no members.
SELECT count(*) = 10 AND bool_and(NOT is_member AND since_on = DATE '2025-07-30')
FROM consortium WHERE role = 'letter-of-intent';

-- Every line-up has one lead, and it is the team's own.
SELECT count(*) = 17 AND bool_and(organisation_id = team_id) FROM consortium WHERE role = 'lead';

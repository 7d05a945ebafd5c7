-- The budget of 2025 for the project is read as KRW 213.6 billion and as 193.6; readings in dollars move nothing.
SELECT amount = 213600000000 AND lowest_amount = 193600000000 AND highest_amount = 213600000000
    AND is_disputed AND other_amounts LIKE '%381000000 USD%'
FROM support_ledger WHERE support_id = 'programme/budget/1';

-- The lease was settled at KRW 158.6 billion; the call says 157.6, a headline 150.
SELECT stage = 'settled' AND amount = 158600000000 AND other_amounts = '157600000000 | 150000000000'
    AND lowest_amount = 150000000000 AND highest_amount = 158600000000
FROM support_ledger WHERE support_id = 'programme/gpu/2';

-- SK Telecom and Naver Cloud supplied the lease and drew no GPUs from it: that is a nought, no gap.
SELECT count(*) = 3 AND string_agg(DISTINCT team_id, ' ' ORDER BY team_id) = 'naver-cloud sk-telecom'
FROM support_ledger WHERE kind = 'gpu' AND amount = 0;

-- Upstage alone asked for support to bring people from abroad, up to KRW 2 billion a year.
SELECT string_agg(team_id, ' ') = 'upstage' AND max(amount) = 2000000000
FROM support_ledger WHERE kind = 'talent' AND team_id IS NOT NULL;

-- The ministry gives the level of GPU support as about 500, 768 and 1,000 B200, the last one planned.
SELECT string_agg(round_id || ' ' || stage || ' ' || amount, ', ' ORDER BY round_id)
    = 'r1 granted 500, r2 granted 768, r3 budgeted 1000'
FROM support_ledger WHERE device = 'B200' AND per IS NULL;

-- Motif was given 768 B200 and KRW 1.75 billion for data of its own.
SELECT max(amount) FILTER (unit = 'GPU') = 768 AND min(amount) FILTER (unit = 'KRW') = 1750000000
    AND bool_and(team_name_ko = '모티프테크놀로지스 정예팀')
FROM support_ledger WHERE team_id = 'motif-technologies';

-- The purchase of 13,136 GPUs is outside the project: 10,080 B200 and 3,056 H200.
SELECT sum(amount) = 13136 AND bool_and(scope = 'outside')
FROM support_ledger WHERE unit = 'GPU' AND device IN ('B200', 'H200') AND scope = 'outside';

-- NC AI's report counts 1,016 H100; the choice named before stands beside it in words.
SELECT amount = 1016 AND device = 'H100' AND lowest_amount = 1016 AND highest_amount = 1016
    AND other_amounts LIKE '512 B200 or 1,024 H100%'
FROM support_ledger WHERE support_id = 'nc-ai/r1/gpu/1';

-- 29 data sets were opened by the annex, 22 by the portal.
SELECT highest_amount = 29 AND lowest_amount = 22 FROM support_ledger WHERE unit = 'data-set';

-- What the budget bill of 2027 holds is filed outside the project.
SELECT scope = 'outside' AND amount = 5200000000000 FROM support_ledger WHERE stage = 'bill';

-- Amounts and readings in words are told in Korean, figures as they stand.
SELECT other_amounts_ko LIKE 'B200 512장 또는 H100 1,024장%' AND regexp_matches(description_ko, '[가-힣]')
FROM support_ledger WHERE support_id = 'nc-ai/r1/gpu/1';

-- Each Korean list has as many readings as the English one.
SELECT bool_and(coalesce(len(string_split(other_amounts_ko, ' | ')), 0) = coalesce(len(string_split(other_amounts, ' | ')), 0)
    AND coalesce(len(string_split(other_readings_ko, ' | ')), 0) = coalesce(len(string_split(other_readings_en, ' | ')), 0)
    AND (amount_note_ko IS NULL) = (amount_note_en IS NULL))
FROM support_ledger;

-- as of 2026-02-19: no support of Motif's was known; it came with the decision of the next day.
SELECT count(*) > 0 AND count(*) FILTER (team_id = 'motif-technologies') = 0 FROM support_ledger;

-- as of 2025-07-22: the call's plan of about 500 B200 per team was known, no team's own support.
SELECT count(*) FILTER (support_id = 'r0-application/gpu/2') = 1 AND bool_and(team_id IS NULL)
FROM support_ledger;

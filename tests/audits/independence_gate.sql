-- as of 2026-01-02: a dispute is told in Korean with the team's answer in Korean.
SELECT sentence_ko LIKE '%이의: 경쟁 신청 기관(2026-01-01). 회사 답변: 업스테이지%' AND sentence_en LIKE '%The team answers: Upstage says%'
FROM independence_gate WHERE team_id = 'upstage';

-- as of 2026-01-14: nobody falls short of the minimum condition the day before the ministry's announcement.
SELECT count(*) = 5 AND bool_and(gate <> 'not-met') FROM independence_gate;

-- as of 2026-01-15: the ministry announced that Naver Cloud's model does not meet it, and named no component.
SELECT gate = 'not-met' AND basis = 'ruling'
    AND sentence_en = 'The ministry announced on 2026-01-15 that the minimum condition of independence is not met; its text names no component.'
    AND sentence_ko = '과기정통부는 2026-01-15 독자성 최소요건 미충족으로 발표. 발표문은 구성요소를 밝히지 않음'
FROM independence_gate WHERE team_id = 'naver-cloud';

-- as of 2026-01-15: NC AI went out on its score; the ministry raised no objection to its model's independence.
SELECT gate = 'met' AND basis = 'ruling' FROM independence_gate WHERE team_id = 'nc-ai';

-- as of 2026-01-02: the accusation against Upstage stands beside Upstage's answer of the same day.
SELECT dispute_evidence_ids = 'ev-upstage-w1-core-weights-02'
    AND sentence_en LIKE '% disputes this (2026-01-01). The team answers: Upstage says %'
FROM independence_gate WHERE team_id = 'upstage';

-- as of 2026-01-01: a day earlier Upstage had not answered yet, and the sentence says so.
SELECT sentence_en LIKE '%; no answer on record.' AND sentence_ko LIKE '%확인된 답변 없음'
FROM independence_gate WHERE team_id = 'upstage';

-- as of 2026-01-03: the accuser apologised, so no dispute is told.
SELECT dispute_evidence_ids IS NULL AND sentence_en NOT LIKE '%disputes%'
FROM independence_gate WHERE team_id = 'upstage';

-- The ministry's release on the second evaluation names no team as failing the minimum standard.
SELECT count(*) = 4 AND bool_and(gate = 'met') FROM independence_gate WHERE round_id = 'r2';

-- Every row tells its sentence in both languages.
SELECT bool_and(length(sentence_en) > 20 AND length(sentence_ko) > 10) FROM independence_gate;

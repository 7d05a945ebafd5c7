-- Whether each scored model meets the ministry's minimum condition of independence, and on whose word.
--
-- not-met: the upper bound of a gate indicator lies below its gate level. met: the lower bounds of all
-- reach it. open: else. The basis is the voice that carries the value: ruling (government), independent,
-- own-statement (team), mixed, empty where none has spoken. The gate is printed beside the scores and
-- changes none. The sentences are this record's: they name its ministry. A dispute that lies below the
-- gate level is told with its answer, which stands even where `without` leaves the team's rows out.
-- What-if variables: see independence_cells (`without`).
--
-- Grain: one row a round, team and model.
WITH gate_cells AS MATERIALIZED (  -- which model stood in which round is what the editors know today
    SELECT s.round_id, c.*
    FROM independence_cells c JOIN record.submissions s USING (team_id, model_id)
    WHERE s.is_scored AND c.is_gate AND c.gate_level IS NOT NULL AND c.is_applicable
),
verdicts AS (
    SELECT round_id, team_id, team_name_en, team_name_ko, model_id, model_name, as_of_on,
           CASE WHEN bool_or(upper_level < gate_level) THEN 'not-met'
                WHEN bool_and(lower_level >= gate_level) THEN 'met'
                ELSE 'open' END AS gate
    FROM gate_cells
    GROUP BY ALL
),
spoken AS (  -- the rows active on the gate indicators
    SELECT g.round_id, g.team_id, g.model_id, g.upper_level, g.gate_level,
           e.evidence_id, e.level_low, e.level_high, e.basis, e.stated_by, e.is_interested_party,
           e.claim_en, e.public_on, e.public_on_precision,
           CASE e.public_on_precision WHEN 'month' THEN last_day(e.public_on)
               WHEN 'year' THEN make_date(year(e.public_on), 12, 31) ELSE e.public_on END AS public_by,
           left(strftime(e.public_on, '%Y-%m-%d'), CASE e.public_on_precision
               WHEN 'month' THEN 7 WHEN 'year' THEN 4 ELSE 10 END) AS day
    FROM (SELECT *, unnest(string_split(evidence_ids, ';')) AS evidence_id FROM gate_cells) g
    JOIN record.evidence e USING (evidence_id)
    WHERE e.level_low IS NOT NULL
),
carrying AS (
    SELECT s.*, v.gate
    FROM spoken s JOIN verdicts v USING (round_id, team_id, model_id)
    WHERE s.stated_by IN ('government', 'independent', 'team') AND NOT s.is_interested_party
      AND CASE v.gate
            WHEN 'met' THEN s.level_low >= s.gate_level
            WHEN 'not-met' THEN s.upper_level < s.gate_level
                            AND s.basis = 'stated' AND s.level_high < s.gate_level
            ELSE true END
),
phrases(position, stated_by, is_inferred, voice_en, voice_ko) AS (
    VALUES (1, 'team', NULL, 'the team''s own account', '회사 설명'),
           (2, 'independent', NULL, 'an independent finding', '독립적 확인'),
           (3, 'government', false, 'a ruling of the ministry', '과기정통부 판정'),
           (4, 'government', true, 'an evaluation of the ministry that raised no objection',
            '이의를 밝히지 않은 과기정통부 평가')
),
voiced AS (
    SELECT DISTINCT c.round_id, c.team_id, c.model_id, p.position, p.voice_en, p.voice_ko
    FROM carrying c
    JOIN phrases p ON p.stated_by = c.stated_by
                  AND coalesce(p.is_inferred = (c.basis = 'inferred'), true)
),
voices AS (
    SELECT round_id, team_id, model_id,
           string_agg(voice_en, ' and ' ORDER BY position) AS voices_en,
           string_agg(voice_ko, ', ' ORDER BY position) AS voices_ko
    FROM voiced
    GROUP BY ALL
),
grounds AS (
    SELECT round_id, team_id, model_id,
           CASE WHEN count(DISTINCT stated_by) > 1 THEN 'mixed'
                ELSE CASE min(stated_by) WHEN 'government' THEN 'ruling' WHEN 'team' THEN 'own-statement'
                                         ELSE 'independent' END END AS basis,
           arg_max(day, strftime(public_by, '%Y-%m-%d') || day) AS day,
           arg_max(public_on, strftime(public_by, '%Y-%m-%d') || day) AS said_on,
           arg_max(public_on_precision, strftime(public_by, '%Y-%m-%d') || day) AS said_on_precision,
           -- the ministry's text may name no component: the editors' wording of the row tells
           bool_or(claim_en LIKE '%names no component%') AS is_component_unnamed,
           string_agg(evidence_id, ';' ORDER BY evidence_id) AS evidence_ids
    FROM carrying
    GROUP BY ALL
),
disputing AS (  -- statements that lie below the gate level altogether
    SELECT * FROM spoken
    WHERE (stated_by IN ('press', 'critic', 'rival') OR is_interested_party) AND level_high < gate_level
),
said AS (  -- all that the public could read by the day, the team's rows never left out
    SELECT e.*
    FROM record.evidence e CROSS JOIN record.as_of a
    WHERE a.day >= least(e.known_on,
        CASE e.public_on_precision WHEN 'month' THEN last_day(e.public_on)
            WHEN 'year' THEN make_date(year(e.public_on), 12, 31) ELSE e.public_on END)
),
answers AS (
    SELECT answers_evidence_id AS evidence_id,
           string_agg(claim_en, '; ' ORDER BY public_on, evidence_id) AS answer_en,
           string_agg(claim_ko, '; ' ORDER BY public_on, evidence_id) AS answer_ko
    FROM said
    WHERE stated_by = 'team' AND answers_evidence_id IS NOT NULL
      AND evidence_id NOT IN (SELECT supersedes_evidence_id FROM said WHERE supersedes_evidence_id IS NOT NULL)
    GROUP BY ALL
),
disputes AS (  -- a statement that stands in several rows is told once
    SELECT DISTINCT s.round_id, s.team_id, s.model_id, s.public_by,
           CASE s.stated_by WHEN 'press' THEN 'Press reporting' WHEN 'critic' THEN 'A critic'
               WHEN 'rival' THEN 'A rival bidder' ELSE 'An interested party' END
           || ' disputes this (' || s.day || ')'
           || coalesce('. The team answers: ' || a.answer_en || '.', '; no answer on record.') AS dispute_en,
           '이의: ' || CASE s.stated_by WHEN 'press' THEN '언론' WHEN 'critic' THEN '이의 제기자'
               WHEN 'rival' THEN '경쟁 신청 기관' ELSE '이해관계자' END
           || '(' || s.day || '). '
           || coalesce('회사 답변: ' || a.answer_ko, '확인된 답변 없음') AS dispute_ko
    FROM disputing s LEFT JOIN answers a USING (evidence_id)
),
disputed AS (
    SELECT d.*, i.dispute_evidence_ids
    FROM (SELECT round_id, team_id, model_id,
                 string_agg(dispute_en, ' ' ORDER BY public_by, dispute_en) AS dispute_en,
                 string_agg(dispute_ko, '. ' ORDER BY public_by, dispute_en) AS dispute_ko
          FROM disputes GROUP BY ALL) d
    JOIN (SELECT round_id, team_id, model_id,
                 string_agg(evidence_id, ';' ORDER BY evidence_id) AS dispute_evidence_ids
          FROM disputing GROUP BY ALL) i USING (round_id, team_id, model_id)
),
told AS (
    SELECT v.*, g.basis, g.day, g.said_on, g.said_on_precision, g.is_component_unnamed, g.evidence_ids,
           o.voices_en, o.voices_ko, upper(left(o.voices_en, 1)) || substr(o.voices_en, 2) AS voices_en_first,
           d.dispute_en, d.dispute_ko, d.dispute_evidence_ids,
           v.gate || ' x ' || coalesce(g.basis, 'empty') AS told_by
    FROM verdicts v
    LEFT JOIN grounds g USING (round_id, team_id, model_id)
    LEFT JOIN voices o USING (round_id, team_id, model_id)
    LEFT JOIN disputed d USING (round_id, team_id, model_id)
)
SELECT round_id, team_id, team_name_en, team_name_ko, model_id, model_name, gate, basis,
       CASE told_by
           WHEN 'met x ruling' THEN 'The ministry announced its evaluation on ' || day || '; it sets a minimum '
               || 'condition of independence and raises no objection to this model. It published no finding '
               || 'for each model.'
           WHEN 'met x independent' THEN 'Met by an independent finding (' || day || '); no ruling.'
           WHEN 'met x own-statement' THEN 'Met by the team''s own account (' || day || '); no third party has '
               || 'confirmed it.'
           WHEN 'met x mixed' THEN 'Met by ' || voices_en || ' (' || day || ').'
           WHEN 'not-met x ruling' THEN 'The ministry announced on ' || day || ' that the minimum condition of '
               || 'independence is not met' || CASE WHEN is_component_unnamed
                  THEN '; its text names no component.' ELSE '.' END
           WHEN 'not-met x independent' THEN 'An independent finding of ' || day || ' lies below the level of '
               || 'the minimum condition; no ruling.'
           WHEN 'not-met x own-statement' THEN 'The team''s own account of ' || day || ' lies below the level '
               || 'of the minimum condition; no ruling.'
           WHEN 'not-met x mixed' THEN 'By ' || voices_en || ' (' || day || ') the level of the minimum '
               || 'condition is not reached.'
           WHEN 'open x empty' THEN 'No statement on record by this day; that says nothing about the model.'
           WHEN 'open x ruling' THEN 'The ministry''s announcement of ' || day || ' leaves the minimum '
               || 'condition open.'
           WHEN 'open x independent' THEN 'An independent finding (' || day || ') leaves the minimum condition '
               || 'open; no ruling.'
           WHEN 'open x own-statement' THEN 'The team''s own account (' || day || ') leaves the minimum '
               || 'condition open; no ruling, no third-party finding.'
           WHEN 'open x mixed' THEN voices_en_first || ' (' || day || ') leave the minimum condition open.'
       END || coalesce(' ' || dispute_en, '') AS sentence_en,
       CASE told_by
           WHEN 'met x ruling' THEN '과기정통부는 ' || day || ' 평가 결과를 발표하며 독자성 최소요건을 밝혔고 '
               || '이 모델에 이의를 밝히지 않음. 모델별 판정은 공개되지 않음'
           WHEN 'met x independent' THEN '독립적 확인(' || day || ') 기준 충족, 정부 판정 없음'
           WHEN 'met x own-statement' THEN '회사 설명(' || day || ') 기준 충족, 제3자 확인 없음'
           WHEN 'met x mixed' THEN voices_ko || '(' || day || ') 기준 충족'
           WHEN 'not-met x ruling' THEN '과기정통부는 ' || day || ' 독자성 최소요건 미충족으로 발표'
               || CASE WHEN is_component_unnamed THEN '. 발표문은 구성요소를 밝히지 않음' ELSE '' END
           WHEN 'not-met x independent' THEN '독립적 확인(' || day || ') 기준 최소요건 수준 미달, 정부 판정 없음'
           WHEN 'not-met x own-statement' THEN '회사 설명(' || day || ') 기준 최소요건 수준 미달, 정부 판정 없음'
           WHEN 'not-met x mixed' THEN voices_ko || '(' || day || ') 기준 최소요건 수준 미달'
           WHEN 'open x empty' THEN '이 날짜까지 확인된 자료 없음. 모델에 대한 판단이 아님'
           WHEN 'open x ruling' THEN '과기정통부 발표(' || day || ')로는 최소요건 충족 여부가 정해지지 않음'
           WHEN 'open x independent' THEN '독립적 확인(' || day || ')으로는 최소요건 충족 여부가 정해지지 않음, '
               || '정부 판정 없음'
           WHEN 'open x own-statement' THEN '회사 설명(' || day || ')으로는 최소요건 충족 여부가 정해지지 않음, '
               || '판정·제3자 확인 없음'
           WHEN 'open x mixed' THEN voices_ko || '(' || day || ')로는 최소요건 충족 여부가 정해지지 않음'
       END || coalesce('. ' || dispute_ko, '') AS sentence_ko,
       said_on,                  -- latest day of the rows that carry the value
       said_on_precision,
       evidence_ids,             -- the rows that carry the value
       dispute_evidence_ids,     -- the rows that dispute it; they move no gate
       as_of_on,
       'Beside the score, never part of it. Open says something about the record, not about the model.'
           AS caveat_en,
       '점수와 나란히 표시하며 점수에 반영하지 않음. ‘미정’은 기록의 상태일 뿐 모델에 대한 판단이 아님.'
           AS caveat_ko
FROM told
ORDER BY round_id, team_id, model_id

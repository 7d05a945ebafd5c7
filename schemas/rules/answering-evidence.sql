-- A reply is not earlier than what it answers and speaks of the same team and model. It may stand on another indicator:
-- a question about the design can be answered with the licence. A month counts from its last day for the reply.
-- en: {evidence_id} answers {other_id}, but that is {fault_en}
-- ko: {evidence_id}이(가) 답한다는 {other_id}은(는) {fault_ko}
WITH days AS (
    SELECT evidence_id, team_id, model_id, answers_evidence_id, public_on,
           CASE public_on_precision WHEN 'month' THEN last_day(public_on)
               WHEN 'year' THEN make_date(year(public_on), 12, 31) ELSE public_on END AS public_by
    FROM record.evidence
)
SELECT 'evidence' AS table_name, e.evidence_id AS row_id, 'answers_evidence_id' AS column_name,
       e.evidence_id, o.evidence_id AS other_id,
       CASE WHEN o.team_id <> e.team_id THEN 'about ' || o.team_id || ', not ' || e.team_id
            WHEN o.model_id <> e.model_id THEN 'about ' || o.model_id || ', not ' || e.model_id
            ELSE 'later: ' || o.public_on || ' against ' || e.public_on END AS fault_en,
       CASE WHEN o.team_id <> e.team_id THEN e.team_id || '이(가) 아니라 ' || o.team_id || '에 관한 것입니다'
            WHEN o.model_id <> e.model_id THEN e.model_id || '이(가) 아니라 ' || o.model_id || '에 관한 것입니다'
            ELSE '더 늦습니다(' || o.public_on || ', 이 행은 ' || e.public_on || ')' END AS fault_ko
FROM days e
JOIN days o ON o.evidence_id = e.answers_evidence_id
WHERE o.team_id <> e.team_id OR o.model_id <> e.model_id OR e.public_by < o.public_on
ORDER BY row_id

-- The same statement on the same question is one row, however many sources print it.
-- en: {evidence_id} says the same as {first_id}: "{claim_en}"
-- ko: {evidence_id}은(는) {first_id}과(와) 같은 내용입니다: "{claim_en}"
-- hint-en: add its sources to {first_id} and delete this row
-- hint-ko: 이 행의 출처를 {first_id}에 옮기고 이 행을 지우세요
WITH statements AS (
    SELECT evidence_id, claim_en,
           first_value(evidence_id) OVER (
               PARTITION BY indicator_id, team_id, model_id, stated_by, lower(claim_en) ORDER BY evidence_id
           ) AS first_id
    FROM record.evidence
)
SELECT 'evidence' AS table_name, evidence_id AS row_id, 'claim_en' AS column_name, evidence_id, first_id, claim_en
FROM statements
WHERE evidence_id <> first_id
ORDER BY row_id

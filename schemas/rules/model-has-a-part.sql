-- A model outside the contest stands in the record because one inside takes something from it, or because evidence or
-- the parent company of a lead links it to a team.
-- en: {model_id} has no part in the record: no team, lineage, evidence or parent company of a lead names it
-- ko: {model_id}을(를) 가리키는 팀, 계보, 증거가 없고 주관기관 모회사의 모델도 아닙니다
WITH named AS (
    SELECT base_model_id AS model_id FROM record.lineage
    UNION SELECT model_id FROM record.evidence
    UNION SELECT m.model_id
    FROM record.models m
    JOIN record.organisations o ON o.parent_organisation_id = m.organisation_id
    JOIN record.teams t ON t.lead_organisation_id = o.organisation_id
)
SELECT 'models' AS table_name, m.model_id AS row_id, 'model_id' AS column_name, m.model_id
FROM record.models m
LEFT JOIN named n USING (model_id)
WHERE m.team_id IS NULL AND n.model_id IS NULL
ORDER BY row_id

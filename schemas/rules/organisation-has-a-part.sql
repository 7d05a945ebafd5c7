-- Organisations stand in the record for what they do in it: lead, join, tie, parent, make a model or part of one, answer.
-- en: {organisation_id} has no part in the record: no team, tie, model, lineage, response or subsidiary names it
-- ko: {organisation_id}을(를) 가리키는 팀, 구성원, 관계, 모델, 계보, 답변, 자회사가 없습니다
WITH named AS (
    SELECT organisation_id FROM record.partners
    UNION SELECT lead_organisation_id FROM record.teams
    UNION SELECT organisation_id FROM record.ties
    UNION SELECT counterpart_organisation_id FROM record.ties
    UNION SELECT parent_organisation_id FROM record.organisations
    UNION SELECT organisation_id FROM record.models
    UNION SELECT origin_organisation_id FROM record.lineage
    UNION SELECT organisation_id FROM record.responses
)
SELECT 'organisations' AS table_name, o.organisation_id AS row_id, CAST(NULL AS VARCHAR) AS column_name, o.organisation_id
FROM record.organisations o
LEFT JOIN named n USING (organisation_id)
WHERE n.organisation_id IS NULL
ORDER BY row_id

-- A tie is recorded for a team through its lead, a member or their parent company.
-- en: {organisation_id} is neither a member of {team_id} nor the parent of one
-- ko: {organisation_id}은(는) {team_id} 팀의 구성원도, 구성원의 모회사도 아닙니다
WITH sides AS (
    SELECT team_id, organisation_id FROM record.partners
    UNION
    SELECT p.team_id, o.parent_organisation_id
    FROM record.partners p JOIN record.organisations o USING (organisation_id)
    WHERE o.parent_organisation_id IS NOT NULL
)
SELECT 'ties' AS table_name, t.tie_id AS row_id, 'organisation_id' AS column_name, t.organisation_id, t.team_id
FROM record.ties t
LEFT JOIN sides s ON s.team_id = t.team_id AND s.organisation_id = t.organisation_id
WHERE t.organisation_id IS NOT NULL AND s.organisation_id IS NULL
ORDER BY row_id

-- The lead of a line-up is the team's lead organisation.
-- en: {organisation_id} stands as lead, but the lead organisation of {team_id} is {lead_organisation_id}
-- ko: {organisation_id}이(가) 주관기관으로 적혀 있지만 {team_id} 팀의 주관기관은 {lead_organisation_id}입니다
SELECT 'partners' AS table_name, p.partner_id AS row_id, 'organisation_id' AS column_name,
       p.organisation_id, p.team_id, t.lead_organisation_id
FROM record.partners p
JOIN record.teams t USING (team_id)
WHERE p.role = 'lead' AND p.organisation_id <> t.lead_organisation_id
ORDER BY row_id

-- A team's models are those of its lead organisation, and a lead's models are those of its team.
-- en: {model_id} is of {organisation_id}, {fault_en}
-- ko: {model_id}은(는) {organisation_id}의 모델인데 {fault_ko}
SELECT 'models' AS table_name, m.model_id AS row_id, 'team_id' AS column_name, m.model_id, m.organisation_id,
       CASE WHEN m.team_id IS NULL THEN 'the lead of ' || l.team_id || ', but team_id is empty'
            ELSE 'but the lead of ' || m.team_id || ' is ' || t.lead_organisation_id END AS fault_en,
       CASE WHEN m.team_id IS NULL THEN '이 기관이 이끄는 ' || l.team_id || ' 팀이 team_id에 없습니다'
            ELSE m.team_id || ' 팀의 주관기관은 ' || t.lead_organisation_id || '입니다' END AS fault_ko
FROM record.models m
LEFT JOIN record.teams t ON t.team_id = m.team_id
LEFT JOIN record.teams l ON l.lead_organisation_id = m.organisation_id
WHERE (m.team_id IS NULL AND l.team_id IS NOT NULL) OR t.lead_organisation_id <> m.organisation_id
ORDER BY row_id

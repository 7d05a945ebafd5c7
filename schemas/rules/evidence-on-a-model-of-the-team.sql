-- Evidence on a team's model is about a model of that team, or an earlier one of the company that its lead belongs to.
-- en: {model_id} is assessed for {team_id}, but it is {model_of_en}
-- ko: {team_id} 팀의 모델로 평가한 {model_id}은(는) {model_of_ko}
SELECT 'evidence' AS table_name, e.evidence_id AS row_id, 'model_id' AS column_name, e.model_id, e.team_id,
       coalesce('a model of ' || m.team_id, 'no model of a team') AS model_of_en,
       coalesce(m.team_id || ' 팀의 모델입니다', '어느 팀의 모델도 아닙니다') AS model_of_ko
FROM record.evidence e
JOIN record.models m USING (model_id)
LEFT JOIN record.teams t ON t.team_id = e.team_id
LEFT JOIN record.organisations o ON o.organisation_id = t.lead_organisation_id
WHERE m.team_id IS DISTINCT FROM e.team_id
  AND (m.team_id IS NOT NULL OR m.organisation_id IS DISTINCT FROM o.parent_organisation_id)
ORDER BY row_id

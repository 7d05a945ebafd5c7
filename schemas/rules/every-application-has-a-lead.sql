-- Who applied, applied under a lead: each application of a team has its row in partners.
-- en: {team_id} applied in {round_id}, but partners has no lead of it for {round_id}
-- ko: {team_id} 팀은 {round_id}에 신청했는데 partners에 {round_id}의 주관기관(lead) 행이 없습니다
-- hint-en: add {team_id}/{round_id}/… to partners
-- hint-ko: partners에 {team_id}/{round_id}/… 행을 추가하세요
SELECT 'results' AS table_name, res.result_id AS row_id, 'team_id' AS column_name, res.team_id, res.round_id
FROM record.results res
JOIN record.rounds r USING (round_id)
LEFT JOIN record.partners p
       ON p.team_id = res.team_id AND p.entry_round_id = res.round_id AND p.role = 'lead'
WHERE r.kind IN ('application', 'additional-call')
  AND res.outcome <> 'did-not-apply'
  AND p.partner_id IS NULL
ORDER BY row_id

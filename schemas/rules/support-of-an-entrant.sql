-- Support that a team gets for a round goes to a team of that round.
-- en: {team_id} gets support for {round_id}, but has no result in it
-- ko: {team_id} 팀은 {round_id}의 지원을 받은 것으로 적혀 있는데 그 라운드의 결과가 없습니다
SELECT 'support' AS table_name, s.support_id AS row_id, 'team_id' AS column_name, s.team_id, s.round_id
FROM record.support s
LEFT JOIN record.results res
       ON res.round_id = s.round_id AND res.team_id = s.team_id AND res.outcome <> 'did-not-apply'
WHERE s.team_id IS NOT NULL AND s.round_id IS NOT NULL AND res.result_id IS NULL
ORDER BY row_id

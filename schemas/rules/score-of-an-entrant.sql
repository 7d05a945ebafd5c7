-- A score's team took part in the round of its criterion.
-- en: {team_id} has a score in {criterion_id}, but no result in {round_id}
-- ko: {team_id} 팀은 {criterion_id}에 점수가 있는데 {round_id}에 결과가 없습니다
SELECT 'scores' AS table_name, s.score_id AS row_id, 'team_id' AS column_name, s.team_id, s.criterion_id, c.round_id
FROM record.scores s
JOIN record.criteria c USING (criterion_id)
LEFT JOIN record.results res
       ON res.round_id = c.round_id AND res.team_id = s.team_id AND res.outcome <> 'did-not-apply'
WHERE s.team_id IS NOT NULL AND res.result_id IS NULL
ORDER BY row_id

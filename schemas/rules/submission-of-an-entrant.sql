-- Only who takes part in a round submits a model to it.
-- en: {team_id} submits a model to {round_id}, but has no result in it
-- ko: {team_id} 팀은 {round_id}에 모델을 제출한 것으로 적혀 있는데 그 라운드의 결과가 없습니다
SELECT 'submissions' AS table_name, s.submission_id AS row_id, 'team_id' AS column_name, s.team_id, s.round_id
FROM record.submissions s
LEFT JOIN record.results res
       ON res.round_id = s.round_id AND res.team_id = s.team_id AND res.outcome <> 'did-not-apply'
WHERE res.result_id IS NULL
ORDER BY row_id

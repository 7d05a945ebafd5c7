-- A team stands in a round with one scored model.
-- en: {team_id} has {number} scored models in {round_id}: {models}
-- ko: {team_id} 팀은 {round_id}에 평가 대상(is_scored) 모델이 {number}개입니다: {models}
SELECT 'submissions' AS table_name, max(submission_id) AS row_id, 'is_scored' AS column_name,
       team_id, round_id, count(*) AS number, string_agg(model_id, ', ' ORDER BY model_id) AS models
FROM record.submissions
WHERE is_scored
GROUP BY team_id, round_id
HAVING count(*) > 1
ORDER BY row_id

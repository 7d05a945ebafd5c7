-- A team submits its own model.
-- en: {model_id} is submitted by {team_id}, but it is {model_of_en}
-- ko: {team_id} 팀이 제출한 것으로 적힌 {model_id}은(는) {model_of_ko}
SELECT 'submissions' AS table_name, s.submission_id AS row_id, 'model_id' AS column_name,
       s.model_id, s.team_id, coalesce('a model of ' || m.team_id, 'no model of a team') AS model_of_en,
       coalesce(m.team_id || ' 팀의 모델입니다', '어느 팀의 모델도 아닙니다') AS model_of_ko
FROM record.submissions s
JOIN record.models m USING (model_id)
WHERE m.team_id IS DISTINCT FROM s.team_id
ORDER BY row_id

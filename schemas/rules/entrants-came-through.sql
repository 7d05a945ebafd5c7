-- The entrants of a review or stage are the survivors before it and the winners of an additional call: nobody walks in.
-- en: {team_id} enters {round_id}, but it never applied: no earlier round has a result of this team
-- ko: {team_id} 팀은 신청한 적이 없는데 {round_id}에 나옵니다. 앞선 라운드에 이 팀의 결과가 없습니다
WITH steps AS (
    SELECT res.result_id, res.team_id, res.round_id, r.kind,
           row_number() OVER (PARTITION BY res.team_id ORDER BY r.ordinal) AS step
    FROM record.results res
    JOIN record.rounds r USING (round_id)
    WHERE res.outcome <> 'did-not-apply'
)
SELECT 'results' AS table_name, result_id AS row_id, 'team_id' AS column_name, team_id, round_id
FROM steps
WHERE step = 1 AND kind NOT IN ('application', 'additional-call')
ORDER BY row_id

-- Whoever is let through stands in the next review or stage, with a result or as pending.
-- en: {team_id} is {outcome} in {round_id}, but {next_round_id} has no result of this team
-- ko: {team_id} 팀은 {round_id}에서 {outcome}인데 {next_round_id}에 이 팀의 결과가 없습니다
-- hint-en: add {next_round_id}/{team_id}, pending if nothing is announced
-- hint-ko: {next_round_id}/{team_id} 행을 추가하세요. 발표 전이면 pending으로 적습니다
WITH ordered AS (
    SELECT round_id, ordinal,
           first_value(CASE WHEN kind NOT IN ('application', 'additional-call') THEN round_id END IGNORE NULLS)
               OVER (ORDER BY ordinal ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS next_round_id
    FROM record.rounds
)
SELECT 'results' AS table_name, res.result_id AS row_id, 'outcome' AS column_name,
       res.team_id, res.round_id, res.outcome, o.next_round_id
FROM record.results res
JOIN ordered o USING (round_id)
LEFT JOIN record.results next
       ON next.round_id = o.next_round_id AND next.team_id = res.team_id AND next.outcome <> 'did-not-apply'
WHERE res.outcome IN ('accepted', 'advanced', 'selected')
  AND o.next_round_id IS NOT NULL
  AND next.result_id IS NULL
ORDER BY row_id

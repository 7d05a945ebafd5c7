-- A call is for those outside: a team that is still in does not apply again, and has nothing to decline.
-- en: {team_id} is {outcome} in {round_id}, but it is still in since {round_before} ({outcome_before})
-- ko: {team_id} 팀은 {round_before}({outcome_before}) 이후 계속 참여 중인데 {round_id}에 {outcome}(으)로 적혀 있습니다
WITH steps AS (
    SELECT res.result_id, res.team_id, res.round_id, res.outcome, r.kind,
           last_value(CASE WHEN res.outcome <> 'did-not-apply' THEN res.outcome END IGNORE NULLS) OVER earlier
               AS outcome_before,
           last_value(CASE WHEN res.outcome <> 'did-not-apply' THEN res.round_id END IGNORE NULLS) OVER earlier
               AS round_before
    FROM record.results res
    JOIN record.rounds r USING (round_id)
    WINDOW earlier AS (
        PARTITION BY res.team_id ORDER BY r.ordinal ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    )
)
SELECT 'results' AS table_name, result_id AS row_id, 'outcome' AS column_name,
       team_id, round_id, outcome, round_before, outcome_before
FROM steps
WHERE kind IN ('application', 'additional-call')
  AND outcome_before IN ('accepted', 'advanced', 'selected')
ORDER BY row_id

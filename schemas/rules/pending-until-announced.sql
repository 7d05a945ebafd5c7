-- A result is pending exactly as long as its round is not announced.
-- en: {team_id} is {outcome} in {round_id}, but that round {state_en}
-- ko: {team_id} 팀은 {round_id}에서 {outcome}인데 이 라운드는 {state_ko}
SELECT 'results' AS table_name, res.result_id AS row_id, 'outcome' AS column_name, res.team_id, res.round_id, res.outcome,
       CASE WHEN r.announced_on IS NULL THEN 'is not announced' ELSE 'was announced on ' || r.announced_on END AS state_en,
       CASE WHEN r.announced_on IS NULL THEN '아직 발표되지 않았습니다' ELSE r.announced_on || '에 발표되었습니다' END AS state_ko
FROM record.results res
JOIN record.rounds r USING (round_id)
WHERE res.outcome <> 'did-not-apply'
  AND (res.outcome = 'pending') = (r.announced_on IS NOT NULL)
ORDER BY row_id

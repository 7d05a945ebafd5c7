-- A team that declines a call has its row among the results: it did not apply, as of the day it said so.
-- en: {team_id} declines {round_id} in {event_id}, but {found_en}
-- ko: {event_id}에서 {team_id} 팀이 {round_id}에 나서지 않겠다고 했는데 {found_ko}
SELECT 'event_teams' AS table_name, t.event_team_id AS row_id, 'team_id' AS column_name, t.team_id, e.round_id, e.event_id,
       coalesce('its outcome there is ' || res.outcome, 'it has no result there') AS found_en,
       coalesce('결과는 ' || res.outcome || '입니다', '그 라운드의 결과가 없습니다') AS found_ko
FROM record.events e
JOIN record.event_teams t USING (event_id)
LEFT JOIN record.results res ON res.round_id = e.round_id AND res.team_id = t.team_id
WHERE e.kind = 'declines' AND e.round_id IS NOT NULL AND res.outcome IS DISTINCT FROM 'did-not-apply'
ORDER BY row_id

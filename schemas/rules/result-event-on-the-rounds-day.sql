-- The event that tells the result of a round falls on the day of its announcement and concerns teams that stood in it.
-- en: {event_id} tells the result of {round_id}, but {fault_en}
-- ko: {event_id}은(는) {round_id}의 결과 발표인데 {fault_ko}
WITH results AS (
    SELECT e.event_id, e.occurred_on, r.round_id, r.announced_on
    FROM record.events e
    JOIN record.rounds r USING (round_id)
    WHERE e.kind = 'result'
), faults AS (
    SELECT 'events' AS table_name, event_id AS row_id, 'occurred_on' AS column_name, event_id, round_id,
           coalesce('that was announced on ' || announced_on || ', not ' || occurred_on, 'that is not announced') AS fault_en,
           coalesce('이 라운드의 발표일은 ' || occurred_on || '이(가) 아니라 ' || announced_on || '입니다',
                    '이 라운드는 아직 발표되지 않았습니다') AS fault_ko
    FROM results
    WHERE occurred_on IS DISTINCT FROM announced_on
    UNION ALL
    SELECT 'event_teams', t.event_team_id, 'team_id', e.event_id, e.round_id, t.team_id || ' has no result in it',
           t.team_id || ' 팀의 결과가 이 라운드에 없습니다'
    FROM results e
    JOIN record.event_teams t USING (event_id)
    LEFT JOIN record.results res ON res.round_id = e.round_id AND res.team_id = t.team_id
    WHERE res.result_id IS NULL
)
SELECT table_name, row_id, column_name, event_id, round_id, fault_en, fault_ko
FROM faults
ORDER BY table_name, row_id

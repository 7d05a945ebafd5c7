-- The story in order: every dated event with the teams that it concerns, what it answers and what answers it.
--
-- An event known to the month or year only stands at the first day of that period.
--
-- Grain: one row an event.
WITH concerned AS (
    SELECT e.event_id,
           string_agg(t.team_id, ';' ORDER BY t.team_id) AS team_ids,
           string_agg(t.name_en, ', ' ORDER BY t.team_id) AS team_names_en,
           string_agg(t.name_ko, ', ' ORDER BY t.team_id) AS team_names_ko
    FROM event_teams e JOIN teams t USING (team_id)
    GROUP BY e.event_id
),
replies AS (
    SELECT answers_event_id AS event_id,
           string_agg(event_id, ';' ORDER BY occurred_on, event_id) AS answered_by_event_ids
    FROM events
    WHERE answers_event_id IS NOT NULL
    GROUP BY answers_event_id
)
SELECT e.event_id,
       e.occurred_on,
       e.occurred_on_precision,
       e.title_en,
       e.title_ko,
       e.kind,
       e.round_id,              -- the round it belongs to, if any
       r.name_en AS round_name_en,
       r.name_ko AS round_name_ko,
       c.team_ids,              -- in the order of the names beside them
       c.team_names_en,
       c.team_names_ko,
       e.answers_event_id,      -- the earlier event that this one answers
       a.title_en AS answers_title_en,
       a.title_ko AS answers_title_ko,
       q.answered_by_event_ids, -- the later events that answer this one
       e.source_ids
FROM events e
LEFT JOIN rounds r USING (round_id)
LEFT JOIN concerned c USING (event_id)
LEFT JOIN events a ON a.event_id = e.answers_event_id
LEFT JOIN replies q ON q.event_id = e.event_id
ORDER BY e.occurred_on, e.event_id

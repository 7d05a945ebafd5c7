-- Who went out when, on what ground, and how many were left.
--
-- Only stage evaluations eliminate; a review or call does not select. Both end a run. A team that came back
-- through an additional call and fell again has two rows, and the first tells the call by which it came back.
-- Those who did not apply ended no run.
--
-- Grain: one row a team and round that ended its run.
WITH stages AS MATERIALIZED (  -- named once: each mention of a table under time travel is planned anew
    SELECT round_id, ordinal, name_en, name_ko, kind FROM rounds
),
outcomes AS MATERIALIZED (
    SELECT team_id, round_id, outcome, announced_on, announced_on_precision, ground, reason_en, reason_ko,
           source_ids
    FROM results
),
entrants AS (
    SELECT round_id, count(*) AS entered
    FROM outcomes
    WHERE outcome <> 'did-not-apply'
    GROUP BY round_id
),
field AS (
    SELECT round_id, count(*) AS remaining FROM survivors GROUP BY round_id
),
returns AS (  -- the call that took a team in again, with the ordinal by which its end comes before it
    SELECT res.team_id, res.round_id, r.ordinal
    FROM outcomes res JOIN stages r USING (round_id)
    WHERE res.outcome = 'selected' AND r.kind = 'additional-call'
),
ends AS (
    SELECT res.*, r.ordinal, r.name_en AS round_name_en, r.name_ko AS round_name_ko,
           row_number() OVER (PARTITION BY res.team_id ORDER BY r.ordinal) AS run
    FROM outcomes res JOIN stages r USING (round_id)
    WHERE res.outcome IN ('eliminated', 'not-selected')
)
SELECT e.team_id,
       t.name_en AS team_name_en,
       t.name_ko AS team_name_ko,
       e.run,                   -- 1 for the first run that ended, 2 after a return
       e.round_id,
       e.round_name_en,
       e.round_name_ko,
       e.outcome,
       e.announced_on AS out_on,
       e.announced_on_precision AS out_on_precision,
       e.ground,
       e.reason_en,             -- what the ministry said, shortened
       e.reason_ko,
       n.entered,               -- teams in the round
       coalesce(f.remaining, 0) AS remaining,   -- teams still in once its result was out
       (SELECT arg_min(b.round_id, b.ordinal) FROM returns b
        WHERE b.team_id = e.team_id AND b.ordinal > e.ordinal) AS return_round_id,
       e.source_ids
FROM ends e
JOIN teams t USING (team_id)
JOIN entrants n USING (round_id)
LEFT JOIN field f USING (round_id)
ORDER BY e.ordinal, e.team_id

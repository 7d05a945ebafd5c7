-- Every round in figures: who entered, passed and went out, against the plan and against what was reported.
--
-- Counts come from results, never from what a source reports; that stands beside them. What is decided is counted
-- once the round is announced. Who applied to a call shows in the leads of the line-ups from the day it closes,
-- before there is a result.
--
-- Grain: one row a round.
WITH stages AS MATERIALIZED (  -- named once: each mention of a table under time travel is planned anew
    SELECT * FROM rounds
),
outcomes AS MATERIALIZED (
    SELECT team_id, round_id, outcome FROM results
),
entries AS (
    SELECT round_id, team_id FROM outcomes WHERE outcome <> 'did-not-apply'
    UNION
    SELECT r.round_id, p.team_id
    FROM partners p JOIN stages r ON r.round_id = p.entry_round_id
    WHERE p.role = 'lead' AND r.closed_on IS NOT NULL
),
entered AS (
    SELECT round_id, count(*) AS entered FROM entries GROUP BY round_id
),
decided AS (
    SELECT round_id,
           count(*) FILTER (outcome IN ('accepted', 'advanced', 'selected')) AS passed,
           count(*) FILTER (outcome IN ('eliminated', 'not-selected')) AS went_out,
           count(*) FILTER (outcome = 'did-not-apply') AS declined
    FROM outcomes
    GROUP BY round_id
),
field AS (
    SELECT round_id, count(*) AS remaining FROM survivors GROUP BY round_id
),
counted AS (
    SELECT r.*, e.entered, r.announced_on IS NOT NULL AS is_finished,
           CASE WHEN r.announced_on IS NOT NULL THEN coalesce(d.passed, 0) END AS passed,
           CASE WHEN r.announced_on IS NOT NULL THEN coalesce(d.went_out, 0) END AS went_out,
           coalesce(d.declined, 0) AS declined,
           CASE WHEN r.announced_on IS NOT NULL THEN coalesce(f.remaining, 0) END AS remaining
    FROM stages r
    LEFT JOIN entered e USING (round_id)
    LEFT JOIN decided d USING (round_id)
    LEFT JOIN field f USING (round_id)
)
SELECT round_id,
       ordinal AS round_ordinal,
       name_en AS round_name_en,
       name_ko AS round_name_ko,
       kind,
       opened_on,
       opened_on_precision,
       closed_on,
       closed_on_precision,
       announced_on,
       announced_on_precision,
       is_finished,             -- its result is out
       entered,                 -- teams that stood in it; empty until known
       passed,                  -- accepted, advanced or selected
       went_out,                -- eliminated or not selected
       declined,                -- said that they would not apply; no entrants
       remaining,               -- teams still in the contest after it
       planned_passed,
       passed - planned_passed AS passed_minus_planned,
       reported_entrants,
       reported_passed,
       CASE WHEN coalesce(reported_entrants, reported_passed) IS NOT NULL
            THEN coalesce(entered = reported_entrants, true) AND coalesce(passed = reported_passed, true)
       END AS is_as_reported,   -- the counts equal what the sources report; empty where they report none
       source_ids
FROM counted
ORDER BY ordinal

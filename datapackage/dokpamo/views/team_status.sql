-- Where each team stands: since when, in which round, on what ground.
--
-- applied: the application is in, nothing decided. shortlisted: through a review, the selection still to come.
-- active: chosen, and still in. not-selected: a review or call did not choose it. eliminated: out by a stage
-- evaluation. The status is that of the latest step and began where the unbroken run of that status began,
-- so a team that passes an evaluation stays active since its selection. An application to an additional call
-- has no result of its own: it shows in the lead of the line-up once the call has closed. Declining such a
-- call is no step and changes no status.
--
-- Grain: one row a team, from the day its first application is known.
WITH stages AS MATERIALIZED (  -- named once: each mention of a table under time travel is planned anew
    SELECT round_id, ordinal, name_en, name_ko, kind, closed_on, closed_on_precision FROM rounds
),
applications AS (
    SELECT DISTINCT p.team_id, p.entry_round_id AS round_id, 0 AS place, 'applied' AS status,
           r.closed_on AS since_on, r.closed_on_precision AS since_on_precision,
           CAST(NULL AS VARCHAR) AS ground, p.source_ids
    FROM partners p JOIN stages r ON r.round_id = p.entry_round_id
    WHERE p.role = 'lead' AND p.since_on IS NULL  -- a lead that took over later applied for nothing
      AND r.kind = 'additional-call' AND r.closed_on IS NOT NULL
),
outcomes AS MATERIALIZED (
    SELECT team_id, round_id, outcome, announced_on, announced_on_precision, ground, source_ids FROM results
),
decisions AS (
    SELECT res.team_id, res.round_id, 1 AS place,
           CASE WHEN res.outcome = 'accepted' THEN 'applied'
                WHEN res.outcome = 'selected' THEN 'active'
                WHEN res.outcome = 'advanced' AND r.kind = 'stage-evaluation' THEN 'active'
                WHEN res.outcome = 'advanced' THEN 'shortlisted'
                ELSE res.outcome END AS status,
           res.announced_on AS since_on, res.announced_on_precision AS since_on_precision,
           res.ground, res.source_ids
    FROM outcomes res JOIN stages r USING (round_id)
    WHERE res.outcome NOT IN ('did-not-apply', 'pending')
),
steps AS (
    SELECT s.*, r.ordinal,
           lag(s.status) OVER (PARTITION BY s.team_id ORDER BY r.ordinal, s.place) AS status_before
    FROM (SELECT * FROM applications UNION ALL SELECT * FROM decisions) s JOIN stages r USING (round_id)
),
present AS (  -- the step with which the status of today began
    SELECT * FROM steps
    WHERE status IS DISTINCT FROM status_before
    QUALIFY row_number() OVER (PARTITION BY team_id ORDER BY ordinal DESC, place DESC) = 1
),
declined AS (
    SELECT DISTINCT res.team_id
    FROM outcomes res JOIN stages r USING (round_id)
    WHERE res.outcome = 'did-not-apply' AND r.kind = 'additional-call'
)
SELECT s.team_id,
       t.name_en AS team_name_en,
       t.name_ko AS team_name_ko,
       s.status,
       s.since_on,              -- first day of the unbroken run of this status
       s.since_on_precision,
       s.round_id,              -- the round in which the status began
       r.name_en AS round_name_en,
       r.name_ko AS round_name_ko,
       s.ground,                -- why the run ended; empty for a team that is in
       d.team_id IS NOT NULL AS declined_additional_call,
       s.source_ids             -- of the row with which the status began
FROM present s
JOIN teams t USING (team_id)
JOIN stages r USING (round_id)
LEFT JOIN declined d USING (team_id)
ORDER BY list_position(['active', 'shortlisted', 'applied', 'eliminated', 'not-selected'], s.status),
         r.ordinal DESC, s.team_id

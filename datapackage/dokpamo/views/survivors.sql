-- The field after every round: which teams were still in once its result was out.
--
-- A team is in as long as its latest result accepted, advanced or selected it. A round in which a team does not
-- stand, as an additional call for those outside, leaves it where it was: result_round_id tells its latest result.
--
-- Grain: one row a finished round and team still in after it.
WITH stages AS MATERIALIZED (  -- named once: each mention of a table under time travel is planned anew
    SELECT round_id, ordinal, name_en, name_ko, announced_on, announced_on_precision FROM rounds
),
latest AS (
    SELECT f.round_id, res.team_id, r.round_id AS result_round_id, res.outcome
    FROM stages f
    JOIN stages r ON r.ordinal <= f.ordinal
    JOIN results res ON res.round_id = r.round_id
    WHERE f.announced_on IS NOT NULL AND res.outcome NOT IN ('did-not-apply', 'pending')
    QUALIFY row_number() OVER (PARTITION BY f.round_id, res.team_id ORDER BY r.ordinal DESC) = 1
)
SELECT r.round_id,
       r.ordinal AS round_ordinal,
       r.name_en AS round_name_en,
       r.name_ko AS round_name_ko,
       r.announced_on AS finished_on,
       r.announced_on_precision AS finished_on_precision,
       l.team_id,
       t.name_en AS team_name_en,
       t.name_ko AS team_name_ko,
       l.result_round_id,       -- the round of its latest result, this one or an earlier
       l.outcome                -- that result
FROM latest l
JOIN stages r USING (round_id)
JOIN teams t USING (team_id)
WHERE l.outcome IN ('accepted', 'advanced', 'selected')
ORDER BY r.ordinal, l.team_id

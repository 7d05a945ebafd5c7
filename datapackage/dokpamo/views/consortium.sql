-- Who belonged to which team, in what role, and for how long.
--
-- A member that simply came and went with its team has the team's own run as its stay: from the close of
-- the call that the team applied to, to the result that ended it. A member that came or left by itself has
-- its own day. A team that applied twice has two runs and two line-ups. A stay without an end goes on as
-- far as anyone has said; last_confirmed_on tells how old the newest word on it is.
--
-- Grain: one row a team, entry round, organisation and role.
WITH members AS MATERIALIZED (
    SELECT * FROM partners
),
spans AS MATERIALIZED (
    SELECT round_id, ordinal, name_en, name_ko, closed_on, closed_on_precision FROM rounds
),
ends AS (  -- the first result after the call that leaves the team out; not applying again ends no run
    SELECT l.team_id, l.entry_round_id,
           arg_min(s.round_id, s.ordinal) AS round_id,
           arg_min(r.announced_on, s.ordinal) AS ended_on,
           arg_min(r.announced_on_precision, s.ordinal) AS ended_on_precision
    FROM (SELECT DISTINCT team_id, entry_round_id FROM members) l
    JOIN spans entry ON entry.round_id = l.entry_round_id
    JOIN results r ON r.team_id = l.team_id AND r.outcome IN ('not-selected', 'eliminated')
    JOIN spans s ON s.round_id = r.round_id AND s.ordinal >= entry.ordinal
    GROUP BY ALL
),
confirmed AS (  -- the newest source that shows its day
    SELECT partner_id,
           s.published_on AS last_confirmed_on,
           s.published_on_precision AS last_confirmed_on_precision
    FROM (SELECT partner_id, unnest(string_split(source_ids, ';')) AS source_id FROM members)
    JOIN sources s USING (source_id)
    QUALIFY row_number() OVER (
        PARTITION BY partner_id ORDER BY s.published_on DESC NULLS LAST, s.published_on_precision) = 1
)
SELECT p.team_id, t.name_en AS team_name_en, t.name_ko AS team_name_ko,
       p.entry_round_id, s.name_en AS entry_round_name_en, s.name_ko AS entry_round_name_ko,
       p.organisation_id, o.name_en AS organisation_name_en, o.name_ko AS organisation_name_ko,
       o.kind AS organisation_kind, o.country AS organisation_country,
       p.role,
       p.role IN ('lead', 'participant') AS is_member,   -- a member in the official sense
       coalesce(p.since_on, s.closed_on) AS since_on,    -- empty: the call had not closed by the day
       CASE WHEN p.since_on IS NULL THEN s.closed_on_precision ELSE p.since_on_precision END
           AS since_on_precision,
       CASE WHEN p.since_on IS NOT NULL THEN 'own-day'
            WHEN s.closed_on IS NOT NULL THEN 'call-closed' END AS since_basis,
       coalesce(p.until_on, e.ended_on) AS until_on,
       CASE WHEN p.until_on IS NULL THEN e.ended_on_precision ELSE p.until_on_precision END
           AS until_on_precision,
       CASE WHEN p.until_on IS NOT NULL THEN 'own-day'
            WHEN e.ended_on IS NOT NULL THEN 'result' END AS until_basis,
       CASE WHEN p.until_on IS NULL THEN e.round_id END AS until_round_id,
       p.until_on IS NULL AND e.ended_on IS NULL AS is_current,
       p.capacity_en, p.capacity_ko,
       c.last_confirmed_on, c.last_confirmed_on_precision,
       p.source_ids
FROM members p
JOIN teams t USING (team_id)
JOIN organisations o USING (organisation_id)
JOIN spans s ON s.round_id = p.entry_round_id
LEFT JOIN ends e ON e.team_id = p.team_id AND e.entry_round_id = p.entry_round_id
LEFT JOIN confirmed c USING (partner_id)
ORDER BY p.team_id, s.ordinal, p.role <> 'lead', p.role <> 'participant', p.role, p.organisation_id

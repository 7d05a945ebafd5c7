-- Which organisations sat at more than one table, and at which.
--
-- Counts teams, not line-ups: an organisation in both line-ups of a team that applied twice sat at one
-- table. Members in the official sense (lead, participant) stand apart from all other roles (demand,
-- supporter, letter of intent, announced). The tables need not have been set at the same time, which
-- teams_at_once tells. A parent and its subsidiary, or a university and its hospital, are two organisations.
--
-- Grain: one row an organisation in two or more teams.
WITH stays AS MATERIALIZED (
    SELECT * FROM consortium
),
seats AS (  -- one row an organisation and team, however many line-ups and roles
    SELECT organisation_id, organisation_name_en, organisation_name_ko,
           organisation_kind, organisation_country, team_id, team_name_en, team_name_ko,
           bool_or(role = 'lead') AS is_lead,
           bool_or(is_member) AS is_member,
           bool_or(is_current) AS is_current
    FROM stays
    GROUP BY ALL
),
together AS (  -- at each arrival: how many teams it then belonged to
    SELECT arrival.organisation_id, arrival.since_on, count(DISTINCT other.team_id) AS teams
    FROM stays arrival
    JOIN stays other
        ON other.organisation_id = arrival.organisation_id
        AND other.since_on <= arrival.since_on
        AND (other.until_on IS NULL OR other.until_on > arrival.since_on)
    GROUP BY ALL
),
at_once AS (
    SELECT organisation_id, max(teams) AS teams_at_once FROM together GROUP BY ALL
)
SELECT s.organisation_id, s.organisation_name_en, s.organisation_name_ko,
       s.organisation_kind, s.organisation_country,
       count(*) AS team_count,
       count(*) FILTER (s.is_lead) AS lead_count,
       count(*) FILTER (s.is_member) AS member_count,        -- lead or participant
       count(*) FILTER (NOT s.is_member) AS other_count,     -- in other roles alone
       count(*) FILTER (s.is_current) AS current_count,      -- teams whose stay has no known end
       a.teams_at_once,                                      -- the most at one time
       string_agg(s.team_id, ';' ORDER BY s.team_id) FILTER (s.is_member) AS member_team_ids,
       string_agg(s.team_name_en, '; ' ORDER BY s.team_id) FILTER (s.is_member) AS member_team_names_en,
       string_agg(s.team_name_ko, '; ' ORDER BY s.team_id) FILTER (s.is_member) AS member_team_names_ko,
       string_agg(s.team_id, ';' ORDER BY s.team_id) FILTER (NOT s.is_member) AS other_team_ids,
       string_agg(s.team_name_en, '; ' ORDER BY s.team_id) FILTER (NOT s.is_member) AS other_team_names_en,
       string_agg(s.team_name_ko, '; ' ORDER BY s.team_id) FILTER (NOT s.is_member) AS other_team_names_ko
FROM seats s
LEFT JOIN at_once a USING (organisation_id)
GROUP BY ALL
HAVING count(*) > 1
ORDER BY member_count DESC, team_count DESC, s.organisation_id

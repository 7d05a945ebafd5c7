-- Every published score: of a team, or a mean or range over the teams of the round.
--
-- Most scores were never published; a missing row says nothing about a team. is_official tells what the ministry
-- published from what the press or others report. A range is a difference between first and last place, so it has
-- no share of the maximum. No ranks.
--
-- Grain: one row a round, criterion and team or statistic.
SELECT c.round_id,
       r.name_en AS round_name_en,
       r.name_ko AS round_name_ko,
       s.criterion_id,
       c.name_en AS criterion_name_en,
       c.name_ko AS criterion_name_ko,
       c.parent_criterion_id,   -- the criterion that this one is a part of
       s.statistic,
       s.team_id,               -- empty for a mean or range
       t.name_en AS team_name_en,
       t.name_ko AS team_name_ko,
       s.points,
       c.max_points,
       CASE WHEN s.statistic <> 'range' THEN round(s.points / c.max_points, 4) END AS share_of_maximum,
       s.is_official,
       s.published_on,
       s.published_on_precision,
       s.confidence,
       s.source_ids
FROM scores s
JOIN criteria c USING (criterion_id)
JOIN rounds r USING (round_id)
LEFT JOIN teams t USING (team_id)
ORDER BY r.ordinal, s.criterion_id, list_position(['team', 'mean', 'range'], s.statistic), s.team_id

-- A team has one lead on any day of its run: two leads may follow each other, never overlap.
-- en: {organisation_id} leads {team_id} from {from_day}, but {other_organisation_id} leads it until {other_until_day}
-- ko: {organisation_id}은(는) {from_day}부터 {team_id} 팀의 주관기관인데 {other_organisation_id}도 {other_until_day}까지 주관기관입니다
WITH stays AS (  -- from the close of the call to the result that ended the run
    SELECT res.team_id, res.round_id AS entry_round_id, r.kind,
           coalesce(r.closed_on, r.announced_on, r.opened_on) AS from_day,
           first_value(CASE WHEN res.outcome IN ('eliminated', 'not-selected') THEN res.announced_on END IGNORE NULLS)
               OVER (PARTITION BY res.team_id ORDER BY r.ordinal
                     ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS until_day
    FROM record.results res
    JOIN record.rounds r USING (round_id)
    WHERE res.outcome <> 'did-not-apply'
), leads AS (
    SELECT p.partner_id, p.team_id, p.organisation_id,
           coalesce(p.since_on, s.from_day) AS from_day,
           coalesce(CASE p.until_on_precision WHEN 'month' THEN last_day(p.until_on)
                        WHEN 'year' THEN make_date(year(p.until_on), 12, 31) ELSE p.until_on END,
                    s.until_day, a.day) AS until_day
    FROM record.partners p
    JOIN stays s USING (team_id, entry_round_id)
    CROSS JOIN record.as_of a
    WHERE p.role = 'lead'
), ordered AS (
    SELECT *, arg_max(organisation_id, until_day) OVER earlier AS other_organisation_id,
           max(until_day) OVER earlier AS other_until_day
    FROM leads
    WINDOW earlier AS (PARTITION BY team_id ORDER BY from_day, partner_id
                       ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
)
SELECT 'partners' AS table_name, partner_id AS row_id, 'role' AS column_name,
       organisation_id, team_id, from_day, other_organisation_id, other_until_day
FROM ordered
WHERE other_until_day >= from_day
ORDER BY row_id

-- A member that came or went by itself did so while its team was in: from the close of the call that the line-up applied
-- to, until the result that ended the run. A month counts from its last day where something begins.
-- en: {column_name} is {day}, outside the stay of {team_id} in this line-up: from {from_day}{until_en}
-- ko: {column_name} 값 {day}이(가) {team_id} 팀의 이 구성이 유지된 기간({from_day}~{until_ko})을 벗어납니다
WITH stays AS (  -- from the close of the call to the result that ended the run
    SELECT res.team_id, res.round_id AS entry_round_id, r.kind,
           coalesce(r.closed_on, r.announced_on, r.opened_on) AS from_day,
           first_value(CASE WHEN res.outcome IN ('eliminated', 'not-selected') THEN res.announced_on END IGNORE NULLS)
               OVER (PARTITION BY res.team_id ORDER BY r.ordinal
                     ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS until_day
    FROM record.results res
    JOIN record.rounds r USING (round_id)
    WHERE res.outcome <> 'did-not-apply'
), own AS (
    SELECT partner_id, team_id, entry_round_id, 'since_on' AS column_name, since_on AS day, since_on_precision AS "precision"
    FROM record.partners WHERE since_on IS NOT NULL
    UNION ALL
    SELECT partner_id, team_id, entry_round_id, 'until_on', until_on, until_on_precision
    FROM record.partners WHERE until_on IS NOT NULL
), spans AS (
    SELECT *, CASE "precision" WHEN 'month' THEN last_day(day) WHEN 'year' THEN make_date(year(day), 12, 31)
                  ELSE day END AS day_end
    FROM own
)
SELECT 'partners' AS table_name, o.partner_id AS row_id, o.column_name, o.day, o.team_id, s.from_day,
       coalesce(' to ' || s.until_day, ' on') AS until_en, coalesce(CAST(s.until_day AS VARCHAR), '현재') AS until_ko
FROM spans o
JOIN stays s USING (team_id, entry_round_id)
WHERE o.day_end < s.from_day OR o.day > s.until_day
ORDER BY row_id, column_name

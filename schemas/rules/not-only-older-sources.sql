-- What happened on a day cannot be known from sources that are all older. A source counts from the last day it may have
-- appeared on, an undated one from the day it was read. What a team says beforehand, that it will not apply, is left aside.
-- en: {column_name} is {day}, but the newest of its sources is of {newest} ({source_id})
-- ko: {column_name} 값은 {day}인데 가장 최근 출처가 {newest}의 것입니다({source_id})
-- hint-en: add the source that tells of that day
-- hint-ko: 그날의 일을 전하는 출처를 추가하세요
WITH days AS (
    SELECT 'results' AS table_name, result_id AS row_id, 'announced_on' AS column_name, announced_on AS day
    FROM record.results WHERE outcome <> 'did-not-apply'
    UNION ALL SELECT 'events', event_id, 'occurred_on', occurred_on FROM record.events
    UNION ALL SELECT 'plans', plan_id, 'stated_on', stated_on FROM record.plans
    UNION ALL SELECT 'plans', plan_id, 'actual_on', actual_on FROM record.plans
    UNION ALL SELECT 'scores', score_id, 'published_on', published_on FROM record.scores
    UNION ALL SELECT 'partners', partner_id, 'since_on', since_on FROM record.partners
    UNION ALL SELECT 'partners', partner_id, 'until_on', until_on FROM record.partners
    UNION ALL SELECT 'lineage', lineage_id, 'withdrawn_on', withdrawn_on FROM record.lineage
), source_days AS (
    SELECT source_id,
           CASE published_on_precision WHEN 'month' THEN last_day(published_on)
               WHEN 'year' THEN make_date(year(published_on), 12, 31)
               ELSE coalesce(published_on, accessed_on) END AS day
    FROM record.sources
)
SELECT d.table_name, d.row_id, d.column_name, d.day, max(s.day) AS newest,
       arg_max(s.source_id, s.day ORDER BY s.source_id) AS source_id
FROM days d
JOIN record.row_sources rs USING (table_name, row_id)
JOIN source_days s USING (source_id)
WHERE d.day IS NOT NULL
GROUP BY d.table_name, d.row_id, d.column_name, d.day
HAVING max(s.day) < d.day
ORDER BY d.table_name, d.row_id, d.column_name

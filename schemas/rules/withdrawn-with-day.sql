-- What was withdrawn has the day on which it was taken back, after it had been said; what stands has none.
-- en: status is {status}, but withdrawn_on is {found_en}
-- ko: status 값은 {status}인데 withdrawn_on {found_ko}
WITH first_days AS (
    SELECT rs.row_id, min(coalesce(s.published_on, s.accessed_on)) AS said_on
    FROM record.row_sources rs
    JOIN record.sources s USING (source_id)
    WHERE rs.table_name = 'lineage'
    GROUP BY rs.row_id
)
SELECT 'lineage' AS table_name, l.lineage_id AS row_id, 'withdrawn_on' AS column_name, l.status,
       coalesce(CAST(l.withdrawn_on AS VARCHAR), 'empty')
           || CASE WHEN l.status = 'withdrawn' AND l.withdrawn_on < f.said_on
                   THEN ', before it was said (' || f.said_on || ')' ELSE '' END AS found_en,
       coalesce('값은 ' || l.withdrawn_on
           || CASE WHEN l.status = 'withdrawn' AND l.withdrawn_on < f.said_on
                   THEN '로, 처음 나온 날 ' || f.said_on || '보다 앞섭니다' ELSE '입니다' END, '칸이 비어 있습니다') AS found_ko
FROM record.lineage l
LEFT JOIN first_days f ON f.row_id = l.lineage_id
WHERE (l.status = 'withdrawn') <> (l.withdrawn_on IS NOT NULL) OR l.withdrawn_on < f.said_on
ORDER BY row_id

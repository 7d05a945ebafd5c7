-- A statement is public as soon as a source carries it, so it cannot be younger than all of them. Cards, repositories,
-- company pages and databases go on changing: they count until the day they were read.
-- en: public_on is {day}, but the newest of its sources is of {newest} ({source_id})
-- ko: public_on 값은 {day}인데 가장 최근 출처가 {newest}의 것입니다({source_id})
-- hint-en: write the day on which it became public, or add the source of that day
-- hint-ko: 실제로 알려진 날을 적거나 그날의 출처를 추가하세요
WITH source_days AS (
    SELECT source_id,
           CASE WHEN kind IN ('code-repository', 'company', 'database', 'model-card') THEN accessed_on
                WHEN published_on_precision = 'month' THEN last_day(published_on)
                WHEN published_on_precision = 'year' THEN make_date(year(published_on), 12, 31)
                ELSE coalesce(published_on, accessed_on) END AS day
    FROM record.sources
)
SELECT 'evidence' AS table_name, e.evidence_id AS row_id, 'public_on' AS column_name, e.public_on AS day,
       max(s.day) AS newest, arg_max(s.source_id, s.day ORDER BY s.source_id) AS source_id
FROM record.evidence e
JOIN record.row_sources rs ON rs.table_name = 'evidence' AND rs.row_id = e.evidence_id
JOIN source_days s USING (source_id)
WHERE e.finding = 'stated'
GROUP BY e.evidence_id, e.public_on
HAVING max(s.day) < e.public_on
ORDER BY row_id

-- A reply on the lineage of a model is about that model and not earlier than what it answers: its newest source is no
-- older than the oldest of the other.
-- en: {lineage_id} answers {other_id}, but that is {fault_en}
-- ko: {lineage_id}이(가) 답한다는 {other_id}은(는) {fault_ko}
WITH days AS (
    SELECT rs.row_id, min(coalesce(s.published_on, s.accessed_on)) AS said_on,
           max(CASE s.published_on_precision WHEN 'month' THEN last_day(s.published_on)
                   WHEN 'year' THEN make_date(year(s.published_on), 12, 31)
                   ELSE coalesce(s.published_on, s.accessed_on) END) AS said_by
    FROM record.row_sources rs
    JOIN record.sources s USING (source_id)
    WHERE rs.table_name = 'lineage'
    GROUP BY rs.row_id
)
SELECT 'lineage' AS table_name, l.lineage_id AS row_id, 'answers_lineage_id' AS column_name,
       l.lineage_id, o.lineage_id AS other_id,
       CASE WHEN o.model_id <> l.model_id THEN 'about ' || o.model_id || ', not ' || l.model_id
            ELSE 'later: ' || od.said_on || ' against ' || d.said_by END AS fault_en,
       CASE WHEN o.model_id <> l.model_id THEN l.model_id || '이(가) 아니라 ' || o.model_id || '에 관한 것입니다'
            ELSE '더 늦습니다(' || od.said_on || ', 이 행은 ' || d.said_by || ')' END AS fault_ko
FROM record.lineage l
JOIN record.lineage o ON o.lineage_id = l.answers_lineage_id
LEFT JOIN days d ON d.row_id = l.lineage_id
LEFT JOIN days od ON od.row_id = o.lineage_id
WHERE o.model_id <> l.model_id OR d.said_by < od.said_on
ORDER BY row_id

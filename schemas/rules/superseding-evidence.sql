-- What supersedes is later than what it switches off and speaks of the same: the same indicator, team and model.
-- A month counts from its last day, a year from 31 December.
-- en: {evidence_id} supersedes {other_id}, but that is {fault_en}
-- ko: {evidence_id}이(가) 대체한다는 {other_id}은(는) {fault_ko}
WITH days AS (
    SELECT evidence_id, indicator_id, coalesce(model_id, team_id) AS unit, supersedes_evidence_id,
           CASE public_on_precision WHEN 'month' THEN last_day(public_on)
               WHEN 'year' THEN make_date(year(public_on), 12, 31) ELSE public_on END AS day
    FROM record.evidence
)
SELECT 'evidence' AS table_name, e.evidence_id AS row_id, 'supersedes_evidence_id' AS column_name,
       e.evidence_id, o.evidence_id AS other_id,
       CASE WHEN o.indicator_id <> e.indicator_id THEN 'about ' || o.indicator_id || ', not ' || e.indicator_id
            WHEN o.unit <> e.unit THEN 'about ' || o.unit || ', not ' || e.unit
            ELSE 'not earlier: ' || o.day || ' against ' || e.day END AS fault_en,
       CASE WHEN o.indicator_id <> e.indicator_id THEN e.indicator_id || '이(가) 아니라 ' || o.indicator_id || '에 관한 것입니다'
            WHEN o.unit <> e.unit THEN e.unit || '이(가) 아니라 ' || o.unit || '에 관한 것입니다'
            ELSE '더 이르지 않습니다(' || o.day || ', 이 행은 ' || e.day || ')' END AS fault_ko
FROM days e
JOIN days o ON o.evidence_id = e.supersedes_evidence_id
WHERE o.indicator_id <> e.indicator_id OR o.unit <> e.unit OR o.day >= e.day
ORDER BY row_id

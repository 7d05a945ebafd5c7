-- What a source counts is checked against what the record counts. Where they differ, a claim with another reading
-- that equals the count explains it. Those that did not apply are no entrants; a round without announcement has none through.
-- en: {column_name} is {reported}, but the record counts {counted} in {round_id}
-- ko: {column_name} 값은 {reported}인데 기록에서 세면 {round_id}은(는) {counted}입니다
-- hint-en: mend the rows of results, or add a claim with the reading {counted}
-- hint-ko: results의 행을 고치거나 {counted}(으)로 읽은 주장을 claims에 추가하세요
WITH counted AS (
    SELECT round_id,
           count(*) FILTER (outcome <> 'did-not-apply') AS entrants,
           count(*) FILTER (outcome IN ('accepted', 'advanced', 'selected')) AS passed
    FROM record.results
    GROUP BY round_id
), counts AS (
    SELECT r.round_id, 'reported_entrants' AS column_name, r.reported_entrants AS reported,
           coalesce(c.entrants, 0) AS counted
    FROM record.rounds r LEFT JOIN counted c USING (round_id)
    UNION ALL
    SELECT r.round_id, 'reported_passed', r.reported_passed, coalesce(c.passed, 0)
    FROM record.rounds r LEFT JOIN counted c USING (round_id)
)
SELECT 'rounds' AS table_name, b.round_id AS row_id, b.column_name, b.round_id, b.reported, b.counted
FROM counts b
LEFT JOIN record.claims c
       ON c.table_name = 'rounds' AND c.row_id = b.round_id AND c.column_name = b.column_name
      AND c.stance = 'other-reading' AND c.value_number = b.counted
WHERE b.reported <> b.counted AND c.claim_id IS NULL
ORDER BY b.round_id, b.column_name

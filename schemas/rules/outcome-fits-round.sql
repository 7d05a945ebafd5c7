-- Each kind of round has its own outcomes: only stage evaluations eliminate, reviews and calls select or do not,
-- and only an open call accepts.
-- en: "{outcome}" is no outcome of a round of the kind {kind}: that has {wanted}
-- ko: "{outcome}"은(는) {kind} 라운드의 결과가 될 수 없습니다. 가능한 값: {wanted}
WITH allowed (kind, wanted) AS (
    VALUES ('application', 'accepted, did-not-apply, pending'),
           ('document', 'advanced, not-selected, pending'),
           ('presentation', 'selected, not-selected, pending'),
           ('stage-evaluation', 'advanced, eliminated, pending'),
           ('additional-call', 'selected, not-selected, did-not-apply, pending')
)
SELECT 'results' AS table_name, res.result_id AS row_id, 'outcome' AS column_name, res.outcome, r.kind, a.wanted
FROM record.results res
JOIN record.rounds r USING (round_id)
JOIN allowed a USING (kind)
WHERE res.outcome IN ('accepted', 'advanced', 'did-not-apply', 'eliminated', 'not-selected', 'pending', 'selected')
  AND NOT list_contains(string_split(a.wanted, ', '), res.outcome)
ORDER BY row_id

-- A rank counts from 1 and no further than there are entrants.
-- en: rank is {rank}, but {round_id} has {entrants} entrants
-- ko: rank 값은 {rank}인데 {round_id}의 참가 팀은 {entrants}곳입니다
WITH fields AS (
    SELECT result_id, round_id, "rank", outcome,
           count(*) FILTER (outcome <> 'did-not-apply') OVER (PARTITION BY round_id) AS entrants
    FROM record.results
)
SELECT 'results' AS table_name, result_id AS row_id, 'rank' AS column_name, round_id, "rank", entrants
FROM fields
WHERE "rank" < 1 OR "rank" > entrants OR ("rank" IS NOT NULL AND outcome = 'did-not-apply')
ORDER BY row_id

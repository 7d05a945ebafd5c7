-- The results of a round are announced together, on the day of the round. A team says for itself, on a day of its own,
-- that it does not apply; what is pending has no day.
-- en: announced_on is {found}, but {round_id} was announced on {wanted}
-- ko: announced_on 값은 {found}인데 {round_id}의 발표일은 {wanted}입니다
SELECT 'results' AS table_name, res.result_id AS row_id, 'announced_on' AS column_name, res.round_id,
       concat_ws(' ', res.announced_on, nullif(res.announced_on_precision, 'day')) AS found,
       concat_ws(' ', r.announced_on, nullif(r.announced_on_precision, 'day')) AS wanted
FROM record.results res
JOIN record.rounds r USING (round_id)
WHERE res.outcome NOT IN ('did-not-apply', 'pending')
  AND r.announced_on IS NOT NULL
  AND (res.announced_on IS DISTINCT FROM r.announced_on
       OR res.announced_on_precision IS DISTINCT FROM r.announced_on_precision)
ORDER BY row_id

-- A part belongs to the whole of its own round.
-- en: {criterion_id} belongs to {round_id}, but its parent {parent_criterion_id} to {parent_round_id}
-- ko: {criterion_id}은(는) {round_id}의 항목인데 상위 항목 {parent_criterion_id}은(는) {parent_round_id}의 항목입니다
SELECT 'criteria' AS table_name, c.criterion_id AS row_id, 'parent_criterion_id' AS column_name,
       c.criterion_id, c.round_id, c.parent_criterion_id, p.round_id AS parent_round_id
FROM record.criteria c
JOIN record.criteria p ON p.criterion_id = c.parent_criterion_id
WHERE c.round_id <> p.round_id
ORDER BY row_id

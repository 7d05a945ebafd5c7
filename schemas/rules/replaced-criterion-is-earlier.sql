-- A criterion takes the place of one of an earlier round.
-- en: {criterion_id} of {round_id} replaces {replaces_criterion_id}, but that is of {other_round_id}, not of an earlier round
-- ko: {round_id}의 {criterion_id}이(가) 대체한다는 {replaces_criterion_id}은(는) 앞선 라운드가 아니라 {other_round_id}의 항목입니다
SELECT 'criteria' AS table_name, c.criterion_id AS row_id, 'replaces_criterion_id' AS column_name,
       c.criterion_id, c.round_id, c.replaces_criterion_id, o.round_id AS other_round_id
FROM record.criteria c
JOIN record.criteria o ON o.criterion_id = c.replaces_criterion_id
JOIN record.rounds r ON r.round_id = c.round_id
JOIN record.rounds ro ON ro.round_id = o.round_id
WHERE ro.ordinal >= r.ordinal
ORDER BY row_id

-- A share is a share of something.
-- en: share_of_parent is {share_of_parent}, but {criterion_id} has no parent
-- ko: share_of_parent 값은 {share_of_parent}인데 {criterion_id}에는 상위 항목이 없습니다
SELECT 'criteria' AS table_name, criterion_id AS row_id, 'share_of_parent' AS column_name, criterion_id, share_of_parent
FROM record.criteria
WHERE share_of_parent IS NOT NULL AND parent_criterion_id IS NULL
ORDER BY row_id

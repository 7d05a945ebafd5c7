-- Only what has learnt numbers in it can be trained, and weights are numbers, no design.
-- en: "{relation}" is no relation of {component}: that has {wanted}
-- ko: "{relation}"은(는) {component}의 관계가 될 수 없습니다. 가능한 값: {wanted}
WITH allowed (component, wanted) AS (
    VALUES ('architecture', 'design-after, reused-unchanged, undisclosed'),
           ('code', 'design-after, reused-unchanged, undisclosed'),
           ('data', 'continued-from, design-after, distilled-from, fine-tuned-from, grown-from, reused-unchanged, undisclosed'),
           ('weights', 'continued-from, distilled-from, fine-tuned-from, grown-from, reused-unchanged, trained-from-random, undisclosed')
)
SELECT 'lineage' AS table_name, l.lineage_id AS row_id, 'relation' AS column_name, l.relation, l.component, a.wanted
FROM record.lineage l
JOIN allowed a USING (component)
WHERE l.relation IN ('design-after', 'reused-unchanged', 'undisclosed', 'continued-from', 'distilled-from',
                     'fine-tuned-from', 'grown-from', 'trained-from-random')
  AND NOT list_contains(string_split(a.wanted, ', '), l.relation)
ORDER BY row_id

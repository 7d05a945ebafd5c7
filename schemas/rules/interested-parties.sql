-- A rival always has a stake. Of the others only a critic can have one, as a union has: those who bear a cell, the press
-- and the editors count in full, so none of them may be set aside as interested.
-- en: stated_by is {stated_by}, so is_interested_party must be {wanted}
-- ko: stated_by 값이 {stated_by}이므로 is_interested_party 값은 {wanted}여야 합니다
SELECT 'evidence' AS table_name, evidence_id AS row_id, 'is_interested_party' AS column_name,
       stated_by, CASE WHEN is_interested_party THEN 'false' ELSE 'true' END AS wanted
FROM record.evidence
WHERE (stated_by = 'rival' AND NOT is_interested_party)
   OR (stated_by IN ('curator', 'government', 'independent', 'press', 'team') AND is_interested_party)
ORDER BY row_id

-- The basis tells how a level was read: from the words themselves, by inference, or by a coding rule, which only says
-- that an indicator does not apply. A gap has none, and where no level is read nothing is inferred.
-- en: {case_en}, so basis must be {wanted_en}, not {found_en}
-- ko: {case_ko} basis 값은 {found_ko}이(가) 아니라 {wanted_ko}이어야 합니다
WITH cases AS (
    SELECT evidence_id, finding, basis, level_low IS NULL AS is_without_level,
           CASE WHEN finding = 'stated' AND level_low IS NULL THEN 'stated'
                WHEN finding = 'stated' THEN 'stated, inferred'
                WHEN finding = 'not-applicable' THEN 'rule' END AS wanted
    FROM record.evidence
)
SELECT 'evidence' AS table_name, evidence_id AS row_id, 'basis' AS column_name,
       'finding is ' || finding || CASE WHEN wanted = 'stated' THEN ' without a level' ELSE '' END AS case_en,
       CASE WHEN wanted = 'stated' THEN '수준이 없는 ' || finding || '이므로' ELSE 'finding 값이 ' || finding || '이므로' END AS case_ko,
       coalesce(replace(wanted, ', ', ' or '), 'empty') AS wanted_en, coalesce(basis, 'empty') AS found_en,
       coalesce(replace(wanted, ', ', ' 또는 '), '빈칸') AS wanted_ko, coalesce(basis, '빈칸') AS found_ko
FROM cases
WHERE finding IN ('not-applicable', 'not-found', 'not-read', 'stated')
  AND NOT coalesce(list_contains(string_split(wanted, ', '), coalesce(basis, '')), basis IS NULL)
ORDER BY row_id

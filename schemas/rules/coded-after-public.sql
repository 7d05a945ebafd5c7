-- Nothing is coded before it is public.
-- en: coded_on is {coded_on}, before public_on ({public_on})
-- ko: coded_on 값 {coded_on}이(가) public_on 값 {public_on}보다 앞섭니다
SELECT 'evidence' AS table_name, evidence_id AS row_id, 'coded_on' AS column_name, coded_on, public_on
FROM record.evidence
WHERE coded_on < public_on
ORDER BY row_id

-- A statement leaves a range of levels, from low to high: both ends or none, equal where it is exact.
-- en: {found_en}
-- ko: {found_ko}
SELECT 'evidence' AS table_name, evidence_id AS row_id,
       CASE WHEN level_low IS NULL THEN 'level_low' ELSE 'level_high' END AS column_name,
       CASE WHEN level_low IS NULL THEN 'level_high is ' || level_high || ', but level_low is empty'
            WHEN level_high IS NULL THEN 'level_low is ' || level_low || ', but level_high is empty'
            ELSE 'level_high is ' || level_high || ', below level_low (' || level_low || ')' END AS found_en,
       CASE WHEN level_low IS NULL THEN 'level_high 값은 ' || level_high || '인데 level_low 칸이 비어 있습니다'
            WHEN level_high IS NULL THEN 'level_low 값은 ' || level_low || '인데 level_high 칸이 비어 있습니다'
            ELSE 'level_high 값 ' || level_high || '이(가) level_low 값 ' || level_low || '보다 낮습니다' END AS found_ko
FROM record.evidence
WHERE (level_low IS NULL) <> (level_high IS NULL) OR level_high < level_low
ORDER BY row_id

-- An indicator is assessed for each model or once for the team, and its evidence names the one or the other.
-- en: {indicator_id} is assessed for the {unit}, but model_id is {found_en}
-- ko: {indicator_id}은(는) {unit_ko} 단위로 평가하는데 model_id {found_ko}
SELECT 'evidence' AS table_name, e.evidence_id AS row_id, 'model_id' AS column_name, e.indicator_id,
       i.assessed_unit AS unit, CASE i.assessed_unit WHEN 'model' THEN '모델' ELSE '팀' END AS unit_ko,
       coalesce(e.model_id, 'empty') AS found_en, coalesce('값은 ' || e.model_id || '입니다', '칸이 비어 있습니다') AS found_ko
FROM record.evidence e
JOIN record.indicators i USING (indicator_id)
WHERE (i.assessed_unit = 'model') <> (e.model_id IS NOT NULL)
ORDER BY row_id

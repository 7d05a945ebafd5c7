-- The question about modules falls away only for a model that takes and gives nothing but text.
-- en: the modules of {model_id} are not-applicable, but it is not a text-only model: {modalities}
-- ko: {model_id}의 모듈 항목이 not-applicable인데 텍스트 전용 모델이 아닙니다: {modalities}
SELECT 'evidence' AS table_name, e.evidence_id AS row_id, 'finding' AS column_name, e.model_id,
       string_agg(m.direction || ' ' || m.modality, ', ' ORDER BY m.direction, m.modality) AS modalities
FROM record.evidence e
JOIN record.modalities m USING (model_id)
WHERE e.finding = 'not-applicable' AND e.indicator_id = 'w2-module-weights'
GROUP BY e.evidence_id, e.model_id
HAVING bool_or(m.modality <> 'text')
ORDER BY row_id

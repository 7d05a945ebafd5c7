-- An id that closes with a number or a word of its own begins with the ids of its row.
-- en: the id must begin with {wanted}{then_en}
-- ko: id는 {wanted}(으)로 시작해야 합니다{then_ko}
WITH ids AS (
    SELECT 'claims' AS table_name, claim_id AS row_id, 'claim_id' AS column_name,
           table_name || '/' || row_id || '/' || column_name || '/' AS wanted, true AS is_numbered
    FROM record.claims
    UNION ALL SELECT 'lineage', lineage_id, 'lineage_id', model_id || '/', true FROM record.lineage
    UNION ALL SELECT 'benchmark_results', benchmark_result_id, 'benchmark_result_id', model_id || '/', true
    FROM record.benchmark_results
    UNION ALL SELECT 'artefacts', artefact_id, 'artefact_id', model_id || '/', true FROM record.artefacts
    UNION ALL SELECT 'support', support_id, 'support_id',
           coalesce(team_id || '/', '') || coalesce(round_id, 'programme') || '/' || kind || '/', true
    FROM record.support
    UNION ALL SELECT 'evidence', evidence_id, 'evidence_id', 'ev-' || team_id || '-' || indicator_id || '-', true
    FROM record.evidence
    UNION ALL SELECT 'responses', response_id, 'response_id', organisation_id || '/', true FROM record.responses
    UNION ALL SELECT 'criteria', criterion_id, 'criterion_id', round_id || '/', false FROM record.criteria
    UNION ALL SELECT 'aliases', alias_id, 'alias_id', organisation_id || '/', false FROM record.aliases
    UNION ALL SELECT 'ties', tie_id, 'tie_id', team_id || '/', false FROM record.ties
    UNION ALL SELECT 'events', event_id, 'event_id', 'ev-', false FROM record.events
)
SELECT table_name, row_id, column_name, wanted,
       CASE WHEN is_numbered THEN ' and end with a number' ELSE '' END AS then_en,
       CASE WHEN is_numbered THEN '. 끝은 번호입니다' ELSE '' END AS then_ko
FROM ids
WHERE NOT starts_with(row_id, wanted)
   OR length(row_id) = length(wanted)
   OR (is_numbered AND NOT regexp_matches(row_id, '[/-][0-9]+$'))
ORDER BY table_name, row_id

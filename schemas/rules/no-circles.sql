-- Following a parent, what replaces or supersedes what, or what answers what never leads back to where it began.
-- en: {column_name} leads in a circle: {others}
-- ko: {column_name} 값을 따라가면 제자리로 돌아옵니다: {others}
WITH RECURSIVE edges AS (
    SELECT 'organisations' AS table_name, 'parent_organisation_id' AS column_name,
           organisation_id AS row_id, parent_organisation_id AS target
    FROM record.organisations WHERE parent_organisation_id IS NOT NULL
    UNION ALL
    SELECT 'criteria', 'parent_criterion_id', criterion_id, parent_criterion_id
    FROM record.criteria WHERE parent_criterion_id IS NOT NULL
    UNION ALL
    SELECT 'criteria', 'replaces_criterion_id', criterion_id, replaces_criterion_id
    FROM record.criteria WHERE replaces_criterion_id IS NOT NULL
    UNION ALL
    SELECT 'events', 'answers_event_id', event_id, answers_event_id
    FROM record.events WHERE answers_event_id IS NOT NULL
    UNION ALL
    SELECT 'lineage', 'answers_lineage_id', lineage_id, answers_lineage_id
    FROM record.lineage WHERE answers_lineage_id IS NOT NULL
    UNION ALL
    SELECT 'evidence', 'supersedes_evidence_id', evidence_id, supersedes_evidence_id
    FROM record.evidence WHERE supersedes_evidence_id IS NOT NULL
    UNION ALL
    SELECT 'evidence', 'answers_evidence_id', evidence_id, answers_evidence_id
    FROM record.evidence WHERE answers_evidence_id IS NOT NULL
), walks AS (
    SELECT table_name, column_name, row_id, target AS reached FROM edges
    UNION
    SELECT w.table_name, w.column_name, w.row_id, e.target
    FROM walks w
    JOIN edges e ON e.table_name = w.table_name AND e.column_name = w.column_name AND e.row_id = w.reached
)
SELECT table_name, row_id, column_name, string_agg(reached, ', ' ORDER BY reached) AS others
FROM walks
GROUP BY table_name, row_id, column_name
HAVING bool_or(reached = row_id) AND min(reached) = row_id  -- a circle is told once, at its first row
ORDER BY table_name, row_id, column_name

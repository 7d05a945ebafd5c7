-- Where sources disagree: each cell that somebody reads otherwise, with both sides and their sources.
--
-- The cell keeps the best-supported reading; the claim is what the other source says, in its own scope
-- (qualifier). An empty cell means that the record holds no reading to be sure of, or none yet on the day.
-- Claims that merely support a cell are not here, see citations; nor are those on a statement about a
-- component that was taken back, which goes out of the default views with all that was said of it.
--
-- Grain: one row a claim that reads otherwise than its cell.
WITH otherwise AS MATERIALIZED (
    SELECT * FROM claims
    WHERE stance = 'other-reading'
      AND NOT (table_name = 'lineage'
               AND row_id IN (SELECT lineage_id FROM lineage WHERE status = 'withdrawn'))
),
known AS MATERIALIZED (
    SELECT table_name, row_id, column_name, value FROM record.cells
),
links(column_name, table_name, position) AS (  -- which keys of a row tell a reader what it is about
    VALUES ('round_id', 'rounds', 1), ('entry_round_id', 'rounds', 1), ('team_id', 'teams', 2),
           ('organisation_id', 'organisations', 3), ('model_id', 'models', 4), ('criterion_id', 'criteria', 5),
           ('benchmark_id', 'benchmarks', 6), ('indicator_id', 'indicators', 7), ('event_id', 'events', 8)
),
names AS (
    SELECT table_name, row_id,
           max(value) FILTER (column_name IN ('name_en', 'name', 'title_en')) AS name_en,
           max(value) FILTER (column_name IN ('name_ko', 'title_ko')) AS name_ko
    FROM known
    WHERE table_name IN (SELECT table_name FROM links)
    GROUP BY ALL
),
disputed AS (SELECT DISTINCT table_name, row_id FROM otherwise),
subjects AS (
    SELECT d.table_name, d.row_id,
           max(k.value) FILTER (k.column_name = 'team_id') AS team_id,
           max(k.value) FILTER (k.column_name = 'model_id') AS model_id,
           string_agg(n.name_en, ' · ' ORDER BY l.position) AS subject_en,
           string_agg(coalesce(n.name_ko, n.name_en), ' · ' ORDER BY l.position) AS subject_ko
    FROM disputed d
    JOIN known k USING (table_name, row_id)
    JOIN links l
        ON l.column_name = k.column_name
        AND NOT (d.table_name = 'models' AND l.table_name = 'organisations')   -- its team says as much
    JOIN names n ON n.table_name = l.table_name AND n.row_id = k.value
    GROUP BY ALL
),
rows_with_sources AS (
    SELECT d.table_name, d.row_id, k.value AS source_ids
    FROM disputed d JOIN known k USING (table_name, row_id)
    WHERE k.column_name = 'source_ids'
),
titles AS (  -- the titles of every list of sources, in its order
    SELECT source_ids, string_agg(s.title, ' | ' ORDER BY position) AS titles
    FROM (SELECT source_ids, unnest(ids) AS source_id, generate_subscripts(ids, 1) AS position
          FROM (SELECT DISTINCT source_ids, string_split(source_ids, ';') AS ids
                FROM (SELECT source_ids FROM otherwise UNION ALL SELECT source_ids FROM rows_with_sources)))
    JOIN sources s USING (source_id)
    GROUP BY ALL
),
responded AS (
    SELECT table_name, row_id,
           string_agg(text_en, ' | ' ORDER BY received_on, response_id) AS responses_en,
           string_agg(text_ko, ' | ' ORDER BY received_on, response_id) AS responses_ko
    FROM responses
    WHERE status = 'published'
    GROUP BY ALL
)
SELECT c.claim_id, c.table_name, c.row_id, c.column_name,
       s.team_id, s.model_id,
       s.subject_en, s.subject_ko,                 -- what the row is about: round, team, model … by name
       k.value AS cell_value,                      -- what the record holds
       coalesce(ko.value, k.value) AS cell_value_ko,
       c.value AS claim_value,                     -- what the other source says
       coalesce(c.value_ko, c.value) AS claim_value_ko,
       c.value_number AS claim_number, c.value_on AS claim_on, c.qualifier,
       r.source_ids AS cell_source_ids, rt.titles AS cell_source_titles,
       c.source_ids AS claim_source_ids, ct.titles AS claim_source_titles,
       a.responses_en, a.responses_ko
FROM otherwise c
LEFT JOIN known k USING (table_name, row_id, column_name)
LEFT JOIN subjects s USING (table_name, row_id)
LEFT JOIN rows_with_sources r USING (table_name, row_id)
LEFT JOIN titles rt ON rt.source_ids = r.source_ids
LEFT JOIN titles ct ON ct.source_ids = c.source_ids
LEFT JOIN responded a USING (table_name, row_id)
LEFT JOIN known ko                                  -- the Korean twin of a text
    ON ko.table_name = c.table_name AND ko.row_id = c.row_id
    AND ends_with(c.column_name, '_en') AND ko.column_name = left(c.column_name, -3) || '_ko'
ORDER BY c.table_name, c.row_id, c.column_name, c.claim_id

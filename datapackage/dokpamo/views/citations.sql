-- Every source behind every row and cell: source_ids unfolded, with what the source is.
--
-- The sources of a row hold for the row as a whole, so its column is empty; those of a claim hold for the
-- one cell that the claim speaks of, and its stance says whether they support that cell or read otherwise.
-- Rows that only join others (modalities, event_teams) take the sources of the row they belong to.
--
-- Grain: one row a table, row, column and source; where two claims on a cell share a source, one a claim.
WITH cited AS (
    SELECT rs.table_name, rs.row_id, CAST(NULL AS VARCHAR) AS column_name, rs.position, rs.source_id,
           CAST(NULL AS VARCHAR) AS claim_id, CAST(NULL AS VARCHAR) AS stance, false AS is_inherited
    FROM record.row_sources rs
    JOIN record.rows r USING (table_name, row_id)
    CROSS JOIN record.as_of a
    WHERE r.known_on IS NULL OR r.known_on <= a.day      -- empty: always known
    UNION ALL
    SELECT c.table_name, c.row_id, c.column_name, rs.position, rs.source_id, c.claim_id, c.stance, false
    FROM claims c JOIN record.row_sources rs ON rs.table_name = 'claims' AND rs.row_id = c.claim_id
    UNION ALL
    SELECT 'modalities', m.modality_id, NULL, rs.position, rs.source_id, NULL, NULL, true
    FROM modalities m JOIN record.row_sources rs ON rs.table_name = 'models' AND rs.row_id = m.model_id
    UNION ALL
    SELECT 'event_teams', e.event_team_id, NULL, rs.position, rs.source_id, NULL, NULL, true
    FROM event_teams e JOIN record.row_sources rs ON rs.table_name = 'events' AND rs.row_id = e.event_id
)
SELECT c.table_name, c.row_id,
       c.column_name,                  -- empty: the source holds for the whole row
       c.source_id,
       c.position,                     -- place in source_ids, the strongest first
       c.claim_id, c.stance,
       c.is_inherited,                 -- the sources are those of the row that this one belongs to
       s.title AS source_title, s.is_title_seen, s.publisher,
       s.published_on, s.published_on_precision,
       s.url, s.language, s.kind AS source_kind, s.extent_read
FROM cited c
JOIN sources s USING (source_id)       -- those public on the day
ORDER BY c.table_name, c.row_id, c.column_name NULLS FIRST, c.claim_id NULLS FIRST, c.position

-- How well each column of the record is sourced.
--
-- Counts the cells that are filled. A cell rests on the sources of its row and on the claims that support
-- it; claims that read otherwise don't count. Official means a public body's own text; read whole, that the
-- editors read at least one of the sources from beginning to end. The sources of a row need not each state
-- every cell of it, so the shares are upper bounds. Tables that carry no sources (scales, weights, benchmark
-- names) are the editors' own and show zero; the list of sources itself and the editors' remarks are left
-- out. korean_share tells how many of the English texts of a column stand in Korean beside.
--
-- Grain: one row a table and column.
WITH filled AS (
    SELECT table_name, row_id, column_name
    FROM record.cells
    WHERE table_name <> 'sources' AND column_name NOT IN ('source_ids', 'locator', 'confidence', 'note')
),
told AS MATERIALIZED (
    SELECT *, source_kind = 'official' AS is_official, extent_read = 'whole' AS is_whole FROM citations
),
grounds AS (  -- what a row, or with a column a cell, rests on
    SELECT table_name, row_id, column_name, source_id, is_official, is_whole
    FROM told
    WHERE stance IS NULL OR stance = 'supports'
    UNION ALL
    SELECT 'claims', claim_id, NULL, source_id, is_official, is_whole
    FROM told
    WHERE claim_id IS NOT NULL
),
twins AS (  -- the English texts that have their Korean twin
    SELECT table_name, row_id, left(column_name, -3) || '_en' AS column_name, true AS is_twin
    FROM filled
    WHERE ends_with(column_name, '_ko')
),
cells AS (
    SELECT f.table_name, f.row_id, f.column_name,
           ends_with(f.column_name, '_en') AS is_english, coalesce(t.is_twin, false) AS has_twin,
           count(DISTINCT g.source_id) AS sources,
           coalesce(bool_or(g.is_official), false) AS has_official,
           coalesce(bool_or(g.is_whole), false) AS has_whole
    FROM filled f
    LEFT JOIN twins t USING (table_name, row_id, column_name)
    LEFT JOIN grounds g
        ON g.table_name = f.table_name AND g.row_id = f.row_id
        AND (g.column_name IS NULL OR g.column_name = f.column_name)
    GROUP BY ALL
)
SELECT table_name, column_name,
       table_name IN (SELECT table_name FROM grounds) AS has_sources,   -- false: the editors' own table
       count(*) AS cell_count,                                          -- filled cells
       round(avg(CAST(sources >= 1 AS INTEGER)), 4) AS sourced_share,
       round(avg(CAST(sources >= 2 AS INTEGER)), 4) AS two_sources_share,
       round(avg(CAST(has_official AS INTEGER)), 4) AS official_share,
       round(avg(CAST(has_whole AS INTEGER)), 4) AS read_whole_share,
       round(avg(CAST(has_twin AS INTEGER)) FILTER (is_english), 4) AS korean_share
FROM cells
GROUP BY ALL
ORDER BY table_name, column_name

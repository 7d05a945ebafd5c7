-- The strongest source of Naver Cloud's elimination is the ministry's own release of that day.
SELECT source_id = 'msit-20260115-phase1-results' AND source_kind = 'official'
    AND publisher = 'Ministry of Science and ICT' AND published_on = DATE '2026-01-15' AND extent_read = 'whole'
FROM citations WHERE table_name = 'results' AND row_id = 'r1/naver-cloud' AND column_name IS NULL AND position = 1;

-- Sources that word it otherwise stand at the reason they contest, not at the row.
SELECT count(*) = 2 AND bool_and(claim_id LIKE 'results/r1/naver-cloud/reason_en/%')
FROM citations
WHERE table_name = 'results' AND row_id = 'r1/naver-cloud' AND column_name = 'reason_en' AND stance = 'other-reading';

-- Every source of the record is cited.
SELECT count(DISTINCT source_id) = (SELECT count(*) FROM sources) AND count(*) > 0 FROM citations;

-- Every result, every partner and every statement on a component has a source of its own.
SELECT bool_and(n > 0) FROM (
    SELECT count(c.source_id) AS n
    FROM record.rows r LEFT JOIN citations c
        ON c.table_name = r.table_name AND c.row_id = r.row_id AND c.column_name IS NULL
    WHERE r.table_name IN ('results', 'partners', 'lineage', 'support', 'models', 'events')
    GROUP BY r.table_name, r.row_id);

-- What goes in and out of K-EXAONE is cited as K-EXAONE is.
SELECT bool_and(is_inherited) AND count(DISTINCT source_id) = (
    SELECT count(*) FROM citations
    WHERE table_name = 'models' AND row_id = 'k-exaone-236b-a23b' AND column_name IS NULL)
FROM citations WHERE table_name = 'modalities' AND row_id LIKE 'k-exaone-236b-a23b/%';

-- The only official texts on record are the ministry's, and it published the four Korean ones in 2026.
SELECT count(DISTINCT source_id) FILTER (language = 'ko') = 4 AND min(published_on) >= DATE '2026-01-01'
    AND bool_and(publisher LIKE 'Ministry of Science and ICT%')
FROM citations WHERE source_kind = 'official';

-- as of 2026-01-14: the release of the next day was cited nowhere.
SELECT count(*) > 0 AND count(*) FILTER (source_id = 'msit-20260115-phase1-results') = 0
    AND max(published_on) <= DATE '2026-01-14'
FROM citations;

-- as of 2025-08-05: the result of 4 August had its sources, that of January had no row.
SELECT count(*) FILTER (row_id = 'r0-presentation/upstage') > 0 AND count(*) FILTER (row_id LIKE 'r1/%') = 0
FROM citations WHERE table_name = 'results';

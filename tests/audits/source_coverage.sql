-- Every cell of a table that carries sources has one.
SELECT bool_and(sourced_share = 1) FROM source_coverage WHERE has_sources;

-- The scales and weights of the index, and the names of benchmarks, are the editors' own.
SELECT string_agg(DISTINCT table_name, ' ' ORDER BY table_name)
    = 'benchmarks dimensions indicators levels scheme_weights schemes'
FROM source_coverage WHERE NOT has_sources;

-- The one rank in the record, LG AI Research's first place, rests on the ministry's own text, read whole.
SELECT cell_count = 1 AND official_share = 1 AND read_whole_share = 1
FROM source_coverage WHERE table_name = 'results' AND column_name = 'rank';

-- The 16 teams each have a lead, an English and a Korean name.
SELECT count(*) = 3 AND bool_and(cell_count = 16) FROM source_coverage
WHERE table_name = 'teams' AND column_name IN ('lead_organisation_id', 'name_en', 'name_ko');

-- Two sources are never more common than one.
SELECT bool_and(two_sources_share <= sourced_share AND official_share <= sourced_share
    AND read_whole_share <= sourced_share) FROM source_coverage;

-- Every English text of the record stands in Korean beside.
SELECT count(korean_share) > 20 AND bool_and(korean_share = 1) FROM source_coverage;

-- All 144 organisations have a Korean name.
SELECT cell_count = 144 AND korean_share = 1
FROM source_coverage WHERE table_name = 'organisations' AND column_name = 'name_en';

-- Only columns of English texts are asked for Korean.
SELECT bool_and((korean_share IS NULL) = NOT ends_with(column_name, '_en')) FROM source_coverage;

-- as of 2026-01-14: the record holds no text of the ministry itself from before 15 January 2026.
SELECT count(*) > 100 AND max(official_share) = 0 FROM source_coverage;

-- as of 2026-01-16: its release of the day before carries the grounds of both eliminations, 2 of 12 grounds by then.
SELECT cell_count = 12 AND abs(official_share - 2.0 / 12) < 0.0001
FROM source_coverage WHERE table_name = 'results' AND column_name = 'ground';

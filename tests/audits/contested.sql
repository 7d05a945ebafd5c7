-- One source writes that NC AI, too, failed on independence; the record holds its score as the ground.
SELECT count(*) = 1 AND bool_and(cell_value = 'score' AND team_id = 'nc-ai'
    AND subject_en LIKE 'First stage evaluation · NC AI team%'
    AND subject_ko LIKE '1차 단계평가 · NC AI 정예팀%')
FROM contested
WHERE table_name = 'results' AND row_id = 'r1/nc-ai' AND column_name = 'ground' AND claim_value = 'independence';

-- The first result is dated 15 January 2026; one page built on an AI search answer says the 9th.
SELECT cell_value = '2026-01-15' AND claim_on = DATE '2026-01-09' AND qualifier = 'exact'
    AND cell_source_ids LIKE 'msit-20260115-phase1-results%'
FROM contested WHERE table_name = 'rounds' AND row_id = 'r1';

-- When the third evaluation ends is open: the cell is empty, and five readings stand against it.
SELECT count(*) = 5 AND bool_and(cell_value IS NULL) FROM contested
WHERE table_name = 'rounds' AND row_id = 'r3' AND column_name = 'announced_on';

-- The ministry published no ranks of the second stage: all four are other people's.
SELECT count(DISTINCT row_id) = 4 AND bool_and(cell_value IS NULL)
FROM contested WHERE table_name = 'results' AND column_name = 'rank' AND row_id LIKE 'r2/%';

-- A.X K2 has 688 billion parameters in the record and 692 elsewhere.
SELECT cell_value = '688000000000' AND claim_number = 692000000000 AND model_id = 'a-x-k2'
FROM contested WHERE row_id = 'a-x-k2' AND column_name = 'parameters_total';

-- K-EXAONE 2.0's weights are dated 29 July, its announcement two days later.
SELECT cell_value = '2026-07-29' AND claim_value = '2026-07-31'
FROM contested WHERE row_id = 'k-exaone-2-0-750b-a37b' AND column_name = 'released_on';

-- The ministry's wording on Naver Cloud is contested twice; both say that a foreign model was fine-tuned.
SELECT count(*) = 2 AND bool_and(claim_value LIKE '%fine-tun%')
FROM contested WHERE table_name = 'results' AND row_id = 'r1/naver-cloud' AND column_name = 'reason_en';

-- A claim that supports its cell is no dispute: Motif's 47.4 on the site of 18 August agrees with the ministry's.
SELECT stance = 'supports' AND claim_id NOT IN (SELECT claim_id FROM contested)
FROM claims WHERE table_name = 'scores' AND row_id = 'r2/aaii-raw/motif-technologies' AND value = '47.4';

-- Both sides have as many titles as sources.
SELECT bool_and(len(string_split(claim_source_ids, ';')) = len(string_split(claim_source_titles, ' | '))
    AND len(string_split(cell_source_ids, ';')) = len(string_split(cell_source_titles, ' | ')))
FROM contested;

-- The ministry's words on Naver Cloud and what is read otherwise stand in Korean too.
SELECT count(*) = 2 AND bool_and(cell_value_ko LIKE '%독자성 기준 미충족' AND claim_value_ko LIKE '%미세조정%')
FROM contested WHERE table_name = 'results' AND row_id = 'r1/naver-cloud' AND column_name = 'reason_en';

-- Days, figures and codes read the same in both languages.
SELECT count(*) > 50 AND bool_and(claim_value_ko = claim_value AND cell_value_ko IS NOT DISTINCT FROM cell_value)
FROM contested WHERE claim_number IS NOT NULL AND qualifier = 'exact' AND NOT ends_with(column_name, '_en')
    AND NOT regexp_matches(claim_value, '[a-z]');

-- as of 2026-01-16: nobody could contest what came of the second stage.
SELECT count(*) > 0 AND count(*) FILTER (row_id LIKE 'r2%' OR model_id = 'a-x-k2') = 0 FROM contested;

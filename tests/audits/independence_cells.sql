-- Every scored model has a cell for each of the 20 indicators.
SELECT count(*) = 9 AND bool_and(cells = 20) FROM (
    SELECT count(*) AS cells FROM independence_cells c JOIN record.submissions s USING (team_id, model_id)
    WHERE s.is_scored GROUP BY team_id, model_id);

-- A model that takes and gives text only has no module to ask about: eight of the nine scored ones.
SELECT count(*) = 8 FROM independence_cells c JOIN record.submissions s USING (team_id, model_id)
WHERE s.is_scored AND c.finding = 'not-applicable' AND c.indicator_id = 'w2-module-weights';

-- The ministry's word of 15 January 2026 carries both bounds of Naver Cloud's module weights.
SELECT upper_level = 0 AND lower_level = 0 AND upper_evidence_ids = 'ev-naver-cloud-w2-module-weights-02'
FROM independence_cells
WHERE model_id = 'hyperclova-x-seed-32b-think' AND indicator_id = 'w2-module-weights';

-- as of 2026-01-07: press and critics lower only the lower bound; Naver Cloud's attribution is 0 to 2.
SELECT lower_level = 0 AND upper_level = 2 AND lower_evidence_ids = 'ev-naver-cloud-v4-attribution-01'
FROM independence_cells
WHERE model_id = 'hyperclova-x-seed-32b-think' AND indicator_id = 'v4-attribution';

-- as of 2026-01-02: the rival's claim about Solar Open is listed and moves no bound.
SELECT lower_level = 2 AND upper_level = 2 AND evidence_ids LIKE '%ev-upstage-w1-core-weights-02%'
FROM independence_cells WHERE model_id = 'solar-open-100b' AND indicator_id = 'w1-core-weights';

-- as of 2026-01-03: the claim about Solar Open was taken back that day and is off.
SELECT evidence_ids NOT LIKE '%ev-upstage-w1-core-weights-02%'
FROM independence_cells WHERE model_id = 'solar-open-100b' AND indicator_id = 'w1-core-weights';

-- as of 2025-12-28: no model of the first evaluation was out, so none has cells.
SELECT count(*) = 0 FROM independence_cells
WHERE model_id IN ('k-exaone-236b-a23b', 'hyperclova-x-seed-32b-think', 'vaetki', 'a-x-k1', 'solar-open-100b');

-- as of 2026-08-18: Motif 3, released in August, is there from the day its result was announced at the latest.
SELECT count(*) = 20 FROM independence_cells WHERE model_id = 'motif-3';

-- The team's own accelerators row counts for each of LG AI Research's models alike.
SELECT count(DISTINCT (lower_level, upper_level)) = 1 FROM independence_cells
WHERE team_id = 'lg-ai-research' AND indicator_id = 'i1-accelerators';

-- Nine models were evaluated, five in the first stage and four in the second.
SELECT count(*) FILTER (round_ids = 'r1') = 5 AND count(*) FILTER (round_ids = 'r2') = 4
FROM model_lineup WHERE is_scored;

-- The ministry names K-EXAONE in the first stage and all four models of the second; the rest is inferred.
SELECT string_agg(model_id, ' ' ORDER BY model_id)
    = 'a-x-k2 k-exaone-2-0-750b-a37b k-exaone-236b-a23b motif-3 solar-open-2-250b'
FROM model_lineup WHERE is_submission_stated;

-- HyperCLOVA X SEED 8B Omni was shown beside Naver Cloud's model and is not the one it was evaluated on.
SELECT round_ids = 'r1' AND NOT is_scored AND NOT is_submission_stated
FROM model_lineup WHERE model_id = 'hyperclova-x-seed-8b-omni';

-- Solar Pro 2, which the ministry's remark names, was submitted to no round.
SELECT round_ids IS NULL AND is_scored IS NULL FROM model_lineup WHERE model_id = 'solar-pro-2';

-- The ministry gives LG AI Research's first model 236 and SK Telecom's 519 billion parameters.
SELECT bool_and(parameters_total = CASE team_id WHEN 'lg-ai-research' THEN 236000000000 ELSE 519000000000 END)
FROM model_lineup WHERE is_scored AND round_ids = 'r1' AND team_id IN ('lg-ai-research', 'sk-telecom');

-- LG AI Research's second model has 750 billion parameters, 37 of them active, under Apache 2.0.
SELECT parameters_total = 750000000000 AND parameters_active = 37000000000 AND licence_spdx = 'Apache-2.0'
FROM model_lineup WHERE model_id = 'k-exaone-2-0-750b-a37b';

-- Its first came under a licence of its own that ties commercial use to conditions.
SELECT licence_spdx LIKE 'LicenseRef-%' AND commercial_use = 'conditional' AND open_weights = 'yes'
FROM model_lineup WHERE model_id = 'k-exaone-236b-a23b';

-- Motif 3 is under the MIT licence and its weights are open.
SELECT licence_spdx = 'MIT' AND commercial_use = 'yes' AND open_weights = 'yes'
FROM model_lineup WHERE model_id = 'motif-3';

-- Naver Cloud's evaluated model takes images and video besides text and gives text alone.
SELECT modalities_in = 'image;text;video' AND modalities_out = 'text'
FROM model_lineup WHERE model_id = 'hyperclova-x-seed-32b-think';

-- Upstage's own repository comes first, the compressed version of Nota after it.
SELECT repository_urls LIKE 'https://huggingface.co/upstage/Solar-Open-100B;https://huggingface.co/nota-ai/%'
FROM model_lineup WHERE model_id = 'solar-open-100b';

-- Qwen2.5 72B stands here as a base that SK Telecom names; it is no team's model.
SELECT team_id IS NULL AND organisation_id = 'alibaba' FROM model_lineup WHERE model_id = 'qwen2-5-72b';

-- Attention and training hardware are told in both languages or in none.
SELECT count(attention_ko) > 0 AND count(training_hardware_ko) > 0
    AND bool_and((attention_en IS NULL) = (attention_ko IS NULL)
        AND (training_hardware_en IS NULL) = (training_hardware_ko IS NULL))
FROM model_lineup;

-- as of 2025-08-05: no model had been submitted to any round.
SELECT bool_and(round_ids IS NULL) FROM model_lineup;

-- as of 2026-01-16: the first stage was known, the models of the second were not.
SELECT count(*) FILTER (is_scored) = 5
    AND count(*) FILTER (model_id IN ('k-exaone-2-0-750b-a37b', 'a-x-k2', 'solar-open-2-250b', 'motif-3')) = 0
FROM model_lineup;

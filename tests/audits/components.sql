-- The claim that Solar Open derives from GLM was taken back: it is marked by its id and told nowhere.
SELECT withdrawn_lineage_ids = 'solar-open-100b/weights/2' AND named_origin = 'own' AND NOT is_disputed
    AND concat_ws(' ', origins_en, origin_countries, statements_en, base_model_ids) NOT LIKE '%GLM-4.5-Air%'
    AND lineage_ids NOT LIKE '%weights/2%'
FROM components WHERE model_id = 'solar-open-100b' AND component = 'weights';

-- It is the only withdrawn statement on record.
SELECT count(*) = 1 FROM components WHERE withdrawn_lineage_ids IS NOT NULL;

-- A.X 4.0 was built on Qwen2.5 of Alibaba, as SK Telecom itself says.
SELECT relations = 'continued-from' AND stated_by = 'team' AND named_origin = 'other'
    AND base_model_ids = 'qwen2-5-72b' AND origin_countries = 'CN'
FROM components WHERE model_id = 'a-x-4-0' AND component = 'weights';

-- K-EXAONE 2.0 was grown from the model of the first stage.
SELECT relations = 'grown-from' AND base_model_ids = 'k-exaone-236b-a23b' AND named_origin = 'own'
FROM components WHERE model_id = 'k-exaone-2-0-750b-a37b' AND component = 'weights';

-- Motif 2.6B's tokenizer starts from o200k base of OpenAI and adds Korean tokens.
SELECT relations = 'grown-from' AND origins_en = 'o200k base (tiktoken), OpenAI' AND origin_countries = 'US'
FROM components WHERE model_id = 'motif-2-6b' AND component = 'tokenizer';

-- Gravity takes its tokenizer from GLM-4.5 unchanged, as the card of Trillion Labs says.
SELECT relations = 'reused-unchanged' AND base_model_ids = 'glm-4-5' AND stated_by = 'team'
FROM components WHERE model_id = 'gravity-16b-a3b' AND component = 'tokenizer';

-- The ministry named no maker for the encoder that it ruled on: the last of five origins stays unknown.
SELECT is_disputed AND has_unknown_origin AND origin_countries = 'CN;CN;CN;CN;unknown'
    AND stated_by = 'critic;team;team;independent;government'
FROM components WHERE model_id = 'hyperclova-x-seed-32b-think' AND component = 'vision-encoder';

-- Naver's answer, a strategic choice that can be replaced at any time, stands beside the critic's finding.
SELECT answers_en LIKE 'team: Naver confirmed the partial use of an outside encoder%'
FROM components WHERE model_id = 'hyperclova-x-seed-32b-think' AND component = 'vision-encoder';

-- A rival's word alone names no origin, and Trillion Labs' answer about its weights stands beside it.
SELECT named_origin = 'unknown' AND is_disputed AND stated_by = 'rival'
    AND answer_lineage_ids = 'tri-21b/weights/1' AND answers_en LIKE 'team: %'
FROM components WHERE model_id = 'tri-21b' AND component = 'architecture';

-- SK Telecom answered the critics of A.X K1's architecture twice, once about its code.
SELECT answer_lineage_ids = 'a-x-k1/architecture/2;a-x-k1/code/1' AND named_origin = 'own' AND is_disputed
FROM components WHERE model_id = 'a-x-k1' AND component = 'architecture';

-- Where the data of Solar Open 2 come from is not disclosed, and stays unknown.
SELECT relations = 'undisclosed' AND named_origin = 'unknown'
    AND origins_en = 'unknown' AND origins_ko = '알 수 없음'
FROM components WHERE model_id = 'solar-open-2-250b' AND component = 'data';

-- About 70 percent of Motif 3's pre-training tokens come from NVIDIA's Nemotron collection, by its own account.
SELECT stated_by = 'team' AND origin_countries = 'US' AND origins_ko LIKE '%, 엔비디아'
FROM components WHERE model_id = 'motif-3' AND component = 'data';

-- SOTA K is GPT-4o adapted to Korean data, the one component on record that comes from it.
SELECT string_agg(model_id || ' ' || relations, ', ') = 'sota-k fine-tuned-from'
FROM components WHERE base_model_ids LIKE '%gpt-4o%';

-- Every list has as many entries as there are statements.
SELECT bool_and(len(string_split(lineage_ids, ';')) = statement_count
    AND len(string_split(relations, ';')) = statement_count
    AND len(string_split(stated_by, ';')) = statement_count
    AND len(string_split(origin_countries, ';')) = statement_count
    AND len(string_split(origins_en, ' | ')) = statement_count
    AND len(string_split(origins_ko, ' | ')) = statement_count
    AND len(string_split(statements_en, ' | ')) = statement_count
    AND len(string_split(statements_ko, ' | ')) = statement_count)
FROM components;

-- Statements and answers are told in Korean, each after the code of its speaker as in English.
SELECT bool_and(regexp_replace(statements_ko, '[^가-힣]', '', 'g') <> '' AND statements_ko LIKE statements_en[:4] || '%'
    AND (answers_ko IS NULL) = (answers_en IS NULL)
    AND coalesce(len(string_split(answers_ko, ' | ')) = len(string_split(answers_en, ' | ')), true))
FROM components;

-- as of 2026-01-02: the dispute about Solar Open's weights is there while it lasts, with the maker's answer beside.
SELECT is_disputed AND stated_by LIKE '%rival%' AND origins_en LIKE '%GLM-4.5-Air%'
    AND answers_en LIKE '%At a public check on 2 January 2026 Upstage showed logs%'
FROM components WHERE model_id = 'solar-open-100b' AND component = 'weights';

-- Naver answered for its audio encoder as for its vision encoder.
SELECT answer_lineage_ids = 'hyperclova-x-seed-32b-think/audio-encoder/3' AND stated_by = 'critic;government;team'
FROM components WHERE model_id = 'hyperclova-x-seed-32b-think' AND component = 'audio-encoder';

-- as of 2026-01-14: the ministry had not spoken of any component.
SELECT count(*) > 0 AND count(*) FILTER (stated_by LIKE '%government%') = 0 FROM components;

-- as of 2026-01-16: it had, the day before.
SELECT string_agg(model_id || ' ' || component, ', ' ORDER BY component)
    = 'hyperclova-x-seed-32b-think audio-encoder, hyperclova-x-seed-32b-think vision-encoder'
FROM components WHERE stated_by LIKE '%government%';

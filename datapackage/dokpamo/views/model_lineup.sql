-- Every model of the record with its specifications, licence, openness, places and rounds.
--
-- The models of the lead organisations, and those of other makers that theirs are said to come from; the
-- latter have no team. Figures are the best-supported readings, others stand in contested. Where a cell has
-- several entries they are joined by semicolons in a fixed order. Where the parts come from: components.
--
-- Grain: one row a model.
WITH channels AS (
    SELECT model_id,
           string_agg(modality, ';' ORDER BY modality) FILTER (direction = 'in') AS modalities_in,
           string_agg(modality, ';' ORDER BY modality) FILTER (direction = 'out') AS modalities_out
    FROM modalities
    GROUP BY ALL
),
places AS (  -- the main repository first, code last
    SELECT model_id,
           string_agg(repository_id, ';' ORDER BY variant = 'code', variant <> 'main', repository_id) AS repository_ids,
           string_agg(CASE host WHEN 'huggingface' THEN 'https://huggingface.co/'
                                WHEN 'github' THEN 'https://github.com/' END || name,
                      ';' ORDER BY variant = 'code', variant <> 'main', repository_id) AS repository_urls
    FROM repositories
    GROUP BY ALL
),
entries AS (
    SELECT s.model_id,
           string_agg(s.round_id, ';' ORDER BY r.ordinal) AS round_ids,
           string_agg(r.name_en, '; ' ORDER BY r.ordinal) AS round_names_en,
           string_agg(r.name_ko, '; ' ORDER BY r.ordinal) AS round_names_ko,
           bool_or(s.is_scored) AS is_scored,
           bool_and(s.basis = 'stated') AS is_submission_stated
    FROM submissions s JOIN rounds r USING (round_id)
    GROUP BY ALL
)
SELECT m.model_id, m.name AS model_name, m.family,
       m.organisation_id, o.name_en AS organisation_name_en, o.name_ko AS organisation_name_ko,
       m.team_id, t.name_en AS team_name_en, t.name_ko AS team_name_ko,   -- empty: no team's
       m.released_on, m.released_on_precision,
       m.sparsity, m.attention_en, m.attention_ko,
       m.parameters_total, m.parameters_active,
       m.context_tokens,
       m.training_tokens, m.training_tokens_scope,
       m.training_flop, m.training_hardware_en, m.training_hardware_ko,
       m.vocabulary_size,
       c.modalities_in, c.modalities_out,
       m.licence, m.licence_spdx, m.commercial_use, m.open_weights, m.paper_url,
       p.repository_ids, p.repository_urls,
       e.round_ids, e.round_names_en, e.round_names_ko,                   -- empty: submitted to none
       e.is_scored,
       e.is_submission_stated,                                            -- false: inferred by the editors
       m.source_ids
FROM models m
JOIN organisations o USING (organisation_id)
LEFT JOIN teams t USING (team_id)
LEFT JOIN channels c USING (model_id)
LEFT JOIN places p USING (model_id)
LEFT JOIN entries e USING (model_id)
ORDER BY m.team_id NULLS LAST, m.organisation_id, m.released_on DESC NULLS LAST, m.model_id

-- What each part of each model is said to come from, by which relation, and who says so.
--
-- Statements stand side by side as they were made: a part may have several origins (data), or one that
-- different voices tell differently (weights). Lists run in the order of lineage_ids: the third relation,
-- voice, country and origin belong to the third id. What no statement tells stays 'unknown'; a model and
-- component without a row is one that nobody on record has spoken of. named_origin alone weighs voices:
-- team, ministry and independent examiners count, a critic's or rival's word by itself does not.
--
-- An accusation stands beside what was answered to it, wherever the answer was filed. A statement taken
-- back by the day is left out of every list; withdrawn_lineage_ids tells that there was one, and nothing of
-- what it said. A component of which nothing else is left has no row.
--
-- Grain: one row a model and component.
WITH told AS MATERIALIZED (
    SELECT l.lineage_id, l.model_id, l.component, l.relation, l.base_model_id, l.origin_organisation_id,
           coalesce(l.origin_country, 'unknown') AS origin_country,
           coalesce(nullif(concat_ws(', ', l.origin_name_en, o.name_en), ''), 'unknown') AS origin_en,
           coalesce(nullif(concat_ws(', ', l.origin_name_ko, o.name_ko), ''), '알 수 없음') AS origin_ko,
           l.origin_organisation_id = m.organisation_id AS is_own,      -- empty: no maker is named
           l.stated_by, l.stated_by IN ('team', 'government', 'independent') AS is_bearing,
           l.answers_lineage_id, l.is_disputed,
           l.stated_by || ': ' || l.claim_en AS statement_en,
           l.stated_by || ': ' || l.claim_ko AS statement_ko,
           l.source_ids,
           l.status = 'withdrawn' AS is_withdrawn
    FROM lineage l
    JOIN models m USING (model_id)
    LEFT JOIN organisations o ON o.organisation_id = l.origin_organisation_id
),
standing AS MATERIALIZED (
    SELECT * FROM told WHERE NOT is_withdrawn
),
answers AS (
    SELECT s.model_id, s.component,
           string_agg(a.statement_en, ' | ' ORDER BY a.lineage_id) AS answers_en,
           string_agg(a.statement_ko, ' | ' ORDER BY a.lineage_id) AS answers_ko,
           string_agg(a.lineage_id, ';' ORDER BY a.lineage_id) AS answer_lineage_ids
    FROM standing s JOIN standing a ON a.answers_lineage_id = s.lineage_id
    GROUP BY ALL
),
withdrawn AS (
    SELECT model_id, component, string_agg(lineage_id, ';' ORDER BY lineage_id) AS withdrawn_lineage_ids
    FROM told WHERE is_withdrawn
    GROUP BY ALL
),
responded AS (
    SELECT s.model_id, s.component,
           string_agg(r.text_en, ' | ' ORDER BY r.received_on, r.response_id) AS responses_en,
           string_agg(r.text_ko, ' | ' ORDER BY r.received_on, r.response_id) AS responses_ko
    FROM responses r JOIN standing s ON r.table_name = 'lineage' AND r.row_id = s.lineage_id
    WHERE r.status = 'published'
    GROUP BY ALL
),
bases AS (
    SELECT model_id, component, string_agg(base_model_id, ';' ORDER BY base_model_id) AS base_model_ids
    FROM (SELECT DISTINCT model_id, component, base_model_id FROM standing WHERE base_model_id IS NOT NULL)
    GROUP BY ALL
),
cited AS (
    SELECT model_id, component, string_agg(source_id, ';' ORDER BY source_id) AS source_ids
    FROM (SELECT DISTINCT model_id, component, unnest(string_split(source_ids, ';')) AS source_id FROM standing)
    GROUP BY ALL
),
summed AS (
    SELECT model_id, component,
           count(*) AS statement_count,
           -- a critic's or a rival's word alone names no origin, for the part nor against it
           coalesce(bool_or(is_own) FILTER (is_bearing), false) AS has_own,
           coalesce(bool_or(NOT is_own) FILTER (is_bearing), false) AS has_other,
           bool_or(is_own IS NULL OR origin_country = 'unknown') AS has_unknown_origin,
           string_agg(relation, ';' ORDER BY lineage_id) AS relations,
           string_agg(stated_by, ';' ORDER BY lineage_id) AS stated_by,
           string_agg(origin_en, ' | ' ORDER BY lineage_id) AS origins_en,
           string_agg(origin_ko, ' | ' ORDER BY lineage_id) AS origins_ko,
           string_agg(origin_country, ';' ORDER BY lineage_id) AS origin_countries,
           string_agg(statement_en, ' | ' ORDER BY lineage_id) AS statements_en,
           string_agg(statement_ko, ' | ' ORDER BY lineage_id) AS statements_ko,
           bool_or(is_disputed) AS is_disputed,
           string_agg(lineage_id, ';' ORDER BY lineage_id) AS lineage_ids
    FROM standing
    GROUP BY ALL
)
SELECT m.team_id, t.name_en AS team_name_en, t.name_ko AS team_name_ko,
       s.model_id, m.name AS model_name, s.component,
       s.statement_count,
       CASE WHEN s.has_own AND s.has_other THEN 'both'
            WHEN s.has_own THEN 'own'
            WHEN s.has_other THEN 'other'
            ELSE 'unknown' END AS named_origin,   -- as team, ministry and independent examiners name it
       s.has_unknown_origin,    -- at least one statement leaves maker or country open
       s.relations, s.stated_by,
       s.origins_en, s.origins_ko, s.origin_countries,
       b.base_model_ids,
       s.statements_en, s.statements_ko,   -- voice and words of each
       s.is_disputed,
       a.answers_en, a.answers_ko,         -- to any of the statements, also those filed under another component
       a.answer_lineage_ids,
       r.responses_en, r.responses_ko,
       w.withdrawn_lineage_ids,
       s.lineage_ids,
       c.source_ids
FROM summed s
JOIN models m USING (model_id)
LEFT JOIN teams t USING (team_id)
LEFT JOIN bases b USING (model_id, component)
LEFT JOIN answers a USING (model_id, component)
LEFT JOIN responded r USING (model_id, component)
LEFT JOIN withdrawn w USING (model_id, component)
LEFT JOIN cited c USING (model_id, component)
ORDER BY m.team_id NULLS LAST, s.model_id, s.component

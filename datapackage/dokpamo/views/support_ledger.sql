-- What the state gave or meant to give: money, GPUs, data, people, a title.
--
-- One entry is what one announcement, budget or report says, at its stage (a bill, a budget, a grant, a
-- settlement, an estimate) and in its own unit. Other sums that were named for the same entry stand beside
-- it. There is no total, and none should be made: entries overlap (the budget holds the lease, the lease
-- the GPUs), differ in stage, period and unit, and some lie outside the project.
--
-- Grain: one row an item of support.
WITH readings AS (  -- what claims say otherwise about the cells of an entry
    SELECT row_id AS support_id,
           string_agg(value, ' | ' ORDER BY claim_id) FILTER (is_amount) AS other_amounts,
           string_agg(value_ko, ' | ' ORDER BY claim_id) FILTER (is_amount) AS other_amounts_ko,
           -- a sum for another year, unit or whole is shown above and moves neither end of the span
           min(value_number) FILTER (column_name = 'amount' AND qualifier IN ('exact', 'about')) AS lowest,
           max(value_number) FILTER (column_name = 'amount' AND qualifier IN ('exact', 'about')) AS highest,
           string_agg(of_what || value, ' | ' ORDER BY claim_id) FILTER (NOT is_amount) AS other_readings_en,
           string_agg(of_what || value_ko, ' | ' ORDER BY claim_id) FILTER (NOT is_amount) AS other_readings_ko,
           string_agg(claim_id, ';' ORDER BY claim_id) AS claim_ids
    FROM (SELECT row_id, claim_id, column_name, value_number, qualifier, value, coalesce(value_ko, value) AS value_ko,
                 column_name IN ('amount', 'amount_note_en') AS is_amount,
                 CASE column_name WHEN 'description_en' THEN '' ELSE column_name || ': ' END AS of_what
          FROM claims
          WHERE table_name = 'support' AND stance = 'other-reading')
    GROUP BY ALL
),
cited AS (
    SELECT support_id, string_agg(source_id, ';' ORDER BY source_id) AS claim_source_ids
    FROM (SELECT DISTINCT row_id AS support_id, unnest(string_split(source_ids, ';')) AS source_id
          FROM claims WHERE table_name = 'support' AND stance = 'other-reading')
    GROUP BY ALL
)
SELECT s.support_id, s.kind, s.scope, s.stage, s.per,
       s.team_id, t.name_en AS team_name_en, t.name_ko AS team_name_ko,      -- empty: no single team
       s.round_id, r.name_en AS round_name_en, r.name_ko AS round_name_ko,   -- empty: the programme
       s.period_from_on, s.period_until_on,
       s.amount, s.unit, s.device,
       least(s.amount, CAST(o.lowest AS BIGINT)) AS lowest_amount,      -- of all readings on the same footing
       greatest(s.amount, CAST(o.highest AS BIGINT)) AS highest_amount,
       o.support_id IS NOT NULL AS is_disputed,
       o.other_amounts, o.other_amounts_ko, o.other_readings_en, o.other_readings_ko,
       s.description_en, s.description_ko, s.amount_note_en, s.amount_note_ko,
       s.source_ids,
       o.claim_ids, c.claim_source_ids
FROM support s
LEFT JOIN teams t USING (team_id)
LEFT JOIN rounds r USING (round_id)
LEFT JOIN readings o USING (support_id)
LEFT JOIN cited c USING (support_id)
ORDER BY s.scope DESC, s.kind, s.period_from_on NULLS LAST, s.support_id

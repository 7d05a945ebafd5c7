-- The origin of a part is whoever made the base model, and lies in that organisation's country.
-- en: {column_name} is {found}, but {of_en} is {wanted}
-- ko: {column_name} 값은 {found}인데 {of_ko} {wanted}입니다
WITH faults AS (
    SELECT l.lineage_id, 'origin_organisation_id' AS column_name, coalesce(l.origin_organisation_id, '–') AS found,
           'the maker of ' || m.model_id AS of_en, m.model_id || '을(를) 만든 곳은' AS of_ko, m.organisation_id AS wanted
    FROM record.lineage l
    JOIN record.models m ON m.model_id = l.base_model_id
    WHERE l.origin_organisation_id IS DISTINCT FROM m.organisation_id
    UNION ALL
    SELECT l.lineage_id, 'origin_country', l.origin_country,
           'the country of ' || o.organisation_id, o.organisation_id || '의 나라는', o.country
    FROM record.lineage l
    JOIN record.organisations o ON o.organisation_id = l.origin_organisation_id
    WHERE l.origin_country <> o.country
)
SELECT 'lineage' AS table_name, lineage_id AS row_id, column_name, found, of_en, of_ko, wanted
FROM faults
ORDER BY row_id, column_name

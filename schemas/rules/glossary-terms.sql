-- A thing has one word in Korean, the one in schemas/glossary.csv. A forbidden variant counts where it begins a word:
-- 지문 is found in 지문을, not in 요지문. Responses are their writers' own words.
-- en: write {korean} instead of {variant}
-- ko: "{variant}" 대신 "{korean}"(으)로 적으세요
WITH variants AS (
    SELECT korean, unnest(string_split(forbidden, ';')) AS variant FROM record.glossary
), suspects AS (  -- texts with any of them
    SELECT * FROM record.pairs
    WHERE regexp_matches(ko, coalesce(getvariable('forbidden'), '')) AND table_name <> 'responses'
)
SELECT table_name, row_id, ko_column AS column_name, korean, variant
FROM suspects JOIN variants ON contains(ko, variant)
WHERE regexp_matches(ko, '(^|[^가-힣A-Za-z])' || replace(variant, '.', '\.'))
ORDER BY table_name, row_id, column_name, variant

-- An alias that repeats the organisation's name helps nobody to find it.
-- en: "{alias}" is already the name of {organisation_id} in this language
-- ko: "{alias}"은(는) 이미 이 언어로 된 {organisation_id}의 이름입니다
SELECT 'aliases' AS table_name, a.alias_id AS row_id, 'alias' AS column_name, a.alias, a.organisation_id
FROM record.aliases a
JOIN record.organisations o USING (organisation_id)
WHERE a.alias = CASE a."language" WHEN 'ko' THEN o.name_ko WHEN 'en' THEN o.name_en END
ORDER BY row_id

-- Names are the same in both languages. A latin name in the Korean (Qwen, K-EXAONE: two signs or more, one a capital)
-- stands in the English too, unless the glossary has it in Korean (AI, MoE) or the organisation that the English names
-- has it in its Korean name. A model, and a name of letters and figures (B200, DeepSeek-V3), in the English stands
-- in the Korean, save where it is an organisation or publisher (News1, 뉴스1). Amounts (310B) are for figures-agree.
-- en: {name} stands in {here} but not in {there}: write the same names in both texts
-- ko: {name}은(는) {here} 칸에만 있고 {there} 칸에는 없습니다. 두 글의 이름을 같게 적으세요
WITH pairs AS (
    SELECT * FROM record.pairs WHERE en IS NOT NULL AND ko IS NOT NULL
), spelt AS (  -- names that each language spells in its own way
    SELECT name_en AS spelt_en, name_ko AS spelt_ko FROM record.organisations
    UNION
    SELECT publisher, NULL FROM record.sources
), names AS (
    SELECT table_name, row_id, ko_column AS here, en_column AS there, en, NULL AS korean, en AS other,
           unnest(regexp_extract_all(ko, '[\w.+-]*[A-Z][\w.+-]*')) AS name
    FROM pairs
    UNION ALL
    SELECT table_name, row_id, en_column, ko_column, en, ko, ko,
           unnest(regexp_extract_all(en, '[\w.+-]*[A-Z][\w.+-]*\d[\w.+-]*'))
    FROM pairs
    UNION ALL
    SELECT table_name, row_id, en_column, ko_column, en, ko, ko, m.name
    FROM pairs JOIN (SELECT DISTINCT name FROM record.models) m ON contains(en, m.name)
), missing AS (
    SELECT DISTINCT * FROM (SELECT * REPLACE (regexp_replace(trim(name, '.-+_'), '-[a-z]+$', '') AS name) FROM names)
    WHERE len(name) > 1 AND NOT contains(lower(other), lower(name)) AND NOT regexp_matches(name, '^[\d.]+[TBMK]$')
)
SELECT DISTINCT table_name, row_id, here AS column_name, here, there, name
FROM missing
WHERE NOT EXISTS (
          SELECT 1 FROM spelt
          WHERE contains(en, spelt_en) AND contains(CASE WHEN korean IS NULL THEN spelt_ko ELSE spelt_en END, name))
  AND (korean IS NOT NULL OR NOT EXISTS (SELECT 1 FROM record.glossary g WHERE contains(g.korean, name)))
ORDER BY table_name, row_id, column_name, name

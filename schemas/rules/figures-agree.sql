-- The figures of a text are the same in both languages. Compared are whole numbers above 12 and all decimals, each with
-- its unit put in (1.4 trillion and 1조 4,000억, 9.8T and 9조 8,000억). Whole numbers up to 12 pass: they may be words
-- (three, 세), months or ordinals (first, 1차). Names of organisations pass: 42dot spells itself 포티투닷.
-- en: {figure} stands in {here} but not in {there}: write the same figures in both texts
-- ko: {figure}은(는) {here} 칸에만 있고 {there} 칸에는 없습니다. 두 글의 숫자를 같게 적으세요
WITH pairs AS (
    SELECT * FROM record.pairs
    WHERE (regexp_matches(en, '\d') OR regexp_matches(ko, '\d')) AND en IS NOT NULL AND ko IS NOT NULL
      AND table_name <> 'organisations'
), texts AS (
    SELECT table_name, row_id, en_column AS here, ko_column AS there,
           regexp_extract_all(en, '\d[\d,]*(?:\.\d+)?(?: ?(?:trillion|billion|million|thousand|[TBMKk]\b))?') AS figures
    FROM pairs
    UNION ALL
    SELECT table_name, row_id, ko_column, en_column,
           regexp_extract_all(regexp_replace(ko, '\d+월', '', 'g'),
               '\d[\d,]*(?:\.\d+)?(?:[TBMKk]\b|[조억만천](?: ?\d[\d,.]*[억만천]| \d,\d{3})*)?')
    FROM pairs
), figures AS (
    SELECT DISTINCT table_name, row_id, here, there, rtrim(figure, ',') AS figure, replace(figure, ',', '') AS plain
    FROM (SELECT * EXCLUDE figures, unnest(figures) AS figure FROM texts)
), parts AS (  -- 1조 4000억 is two parts of one figure
    SELECT *, unnest(regexp_extract_all(plain, '[\d.]+ ?[^\d. ]*')) AS part FROM figures
), valued AS (
    SELECT table_name, row_id, here, there, figure,
           round(sum(TRY_CAST(rtrim(regexp_extract(part, '[\d.]+'), '.') AS DOUBLE)
               * CASE trim(regexp_extract(part, '[^\d.]+'))
                     WHEN 'trillion' THEN 1e12 WHEN 'T' THEN 1e12 WHEN '조' THEN 1e12
                     WHEN 'billion' THEN 1e9 WHEN 'B' THEN 1e9 WHEN '억' THEN 1e8
                     WHEN 'million' THEN 1e6 WHEN 'M' THEN 1e6 WHEN '만' THEN 1e4
                     WHEN 'thousand' THEN 1e3 WHEN 'K' THEN 1e3 WHEN 'k' THEN 1e3
                     WHEN '천' THEN 1e3 ELSE 1 END), 6) AS amount
    FROM parts
    GROUP BY ALL
)
SELECT DISTINCT table_name, row_id, here AS column_name, here, there, figure
FROM valued v
WHERE (amount > 12 OR amount <> floor(amount))
  AND NOT EXISTS (
      SELECT 1 FROM valued o
      WHERE o.table_name = v.table_name AND o.row_id = v.row_id AND o.here = v.there AND o.there = v.here
        AND o.amount = v.amount)
ORDER BY table_name, row_id, column_name, figure

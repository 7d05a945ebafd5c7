-- Nobody reads a page before it is published.
-- en: accessed_on is {accessed_on}, before published_on ({published_on})
-- ko: accessed_on 값 {accessed_on}이(가) published_on 값 {published_on}보다 앞섭니다
SELECT 'sources' AS table_name, source_id AS row_id, 'accessed_on' AS column_name, accessed_on, published_on
FROM record.sources
WHERE accessed_on < published_on
ORDER BY row_id

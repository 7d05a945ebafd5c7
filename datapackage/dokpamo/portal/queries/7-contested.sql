-- en: Where do sources disagree most often?
-- ko: 출처끼리 가장 자주 엇갈리는 곳은 어디인가
SELECT table_name, column_name, count(*) AS readings
FROM contested
GROUP BY ALL
ORDER BY readings DESC, table_name, column_name
LIMIT 10

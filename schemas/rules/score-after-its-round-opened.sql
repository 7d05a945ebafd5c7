-- Nothing is scored before its round opens.
-- en: published_on is {published_on}, but {round_id} opened on {opened_on}
-- ko: published_on 값은 {published_on}인데 {round_id}은(는) {opened_on}에 시작되었습니다
SELECT 'scores' AS table_name, s.score_id AS row_id, 'published_on' AS column_name, s.published_on, r.round_id, r.opened_on
FROM record.scores s
JOIN record.criteria c USING (criterion_id)
JOIN record.rounds r USING (round_id)
WHERE CASE s.published_on_precision WHEN 'month' THEN last_day(s.published_on)
          WHEN 'year' THEN make_date(year(s.published_on), 12, 31) ELSE s.published_on END < r.opened_on
ORDER BY row_id

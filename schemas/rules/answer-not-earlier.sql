-- An answer is not earlier than what it answers. A month counts from its last day for the answer.
-- en: {event_id} ({day}) answers {answers_event_id}, which is later ({answered_day})
-- ko: {event_id}({day})이(가) 답한다는 {answers_event_id}은(는) 그보다 늦은 {answered_day}의 일입니다
SELECT 'events' AS table_name, e.event_id AS row_id, 'answers_event_id' AS column_name,
       e.event_id, e.occurred_on AS day, e.answers_event_id, o.occurred_on AS answered_day
FROM record.events e
JOIN record.events o ON o.event_id = e.answers_event_id
WHERE CASE e.occurred_on_precision WHEN 'month' THEN last_day(e.occurred_on)
          WHEN 'year' THEN make_date(year(e.occurred_on), 12, 31) ELSE e.occurred_on END < o.occurred_on
ORDER BY row_id

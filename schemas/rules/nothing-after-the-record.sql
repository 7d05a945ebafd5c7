-- The record knows nothing later than its own date; only what is planned or given for a period may lie ahead.
-- en: {day} lies after the record's date, {record_day}
-- ko: {day}은(는) 기록의 기준일인 {record_day} 이후입니다
SELECT d.table_name, d.row_id, d.column_name, d.day, a.day AS record_day
FROM record.days d
CROSS JOIN record.as_of a
WHERE NOT d.is_timeless AND d.day > a.day
ORDER BY d.table_name, d.row_id, d.column_name

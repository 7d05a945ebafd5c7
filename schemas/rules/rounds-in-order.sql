-- ordinal numbers the rounds as they follow one another: no number twice, no round announced before an earlier one.
-- en: {round_id} has ordinal {ordinal}, but {other_round_id} {fault_en}
-- ko: {round_id}의 ordinal은 {ordinal}인데 {other_round_id}은(는) {fault_ko}
WITH days AS (
    SELECT round_id, ordinal, coalesce(announced_on, closed_on, opened_on) AS day,
           lag(round_id) OVER (ORDER BY ordinal, round_id) AS round_before,
           lag(ordinal) OVER (ORDER BY ordinal, round_id) AS ordinal_before,
           arg_max(round_id, coalesce(announced_on, closed_on, opened_on)) OVER earlier AS latest_round,
           max(coalesce(announced_on, closed_on, opened_on)) OVER earlier AS latest_day
    FROM record.rounds
    WINDOW earlier AS (ORDER BY ordinal, round_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
)
SELECT 'rounds' AS table_name, round_id AS row_id, 'ordinal' AS column_name, round_id, ordinal,
       CASE WHEN ordinal = ordinal_before THEN round_before ELSE latest_round END AS other_round_id,
       CASE WHEN ordinal = ordinal_before THEN 'has it too'
            ELSE 'stands before it and is later: ' || latest_day || ' against ' || day END AS fault_en,
       CASE WHEN ordinal = ordinal_before THEN '같은 번호를 씁니다'
            ELSE '앞선 번호인데 날짜가 더 늦습니다(' || latest_day || ', 이 라운드 ' || day || ')' END AS fault_ko
FROM days
WHERE ordinal = ordinal_before OR day < latest_day
ORDER BY row_id

-- A score of statistic team is a team's; a mean or a range is of the whole field.
-- en: statistic is {statistic}, {fault_en}
-- ko: statistic 값은 {statistic}인데 {fault_ko}
SELECT 'scores' AS table_name, score_id AS row_id, 'team_id' AS column_name, statistic,
       CASE WHEN team_id IS NULL THEN 'but no team is given' ELSE 'which has no team, but ' || team_id || ' is given' END
           AS fault_en,
       CASE WHEN team_id IS NULL THEN '팀이 비어 있습니다' ELSE '팀이 없어야 하는 자리에 ' || team_id || '이(가) 적혀 있습니다' END
           AS fault_ko
FROM record.scores
WHERE (statistic = 'team' AND team_id IS NULL) OR (statistic IN ('mean', 'range') AND team_id IS NOT NULL)
ORDER BY row_id

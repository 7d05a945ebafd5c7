-- What a team set out to do has the day on which a source first told it, so that a past day doesn't know it too early.
-- en: described_on is {day}, but the team has {what_en}
-- ko: described_on 값은 {day}인데 {what_ko}
-- hint-en: write the day of the earliest source that tells it, or leave all of them empty
-- hint-ko: 이를 처음 알린 출처의 날짜를 적거나 모두 비워 두세요
WITH told AS (
    SELECT team_id, described_on,
           coalesce(goal_en, strategy_en, target_model_en, CAST(target_parameters AS VARCHAR),
                    CAST(reported_members AS VARCHAR)) IS NOT NULL AS is_told
    FROM record.teams
)
SELECT 'teams' AS table_name, team_id AS row_id, 'described_on' AS column_name,
       coalesce(CAST(described_on AS VARCHAR), 'empty') AS day,
       CASE WHEN is_told THEN 'a goal, strategy, target or number of members' ELSE 'none of these' END AS what_en,
       CASE WHEN is_told THEN '목표·전략·목표 모델·기관 수가 적혀 있습니다' ELSE '적힌 내용이 없습니다' END AS what_ko
FROM told
WHERE is_told <> (described_on IS NOT NULL)
ORDER BY team_id

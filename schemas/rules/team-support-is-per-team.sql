-- An item of one team is not a sum for the programme. per stays empty where the source leaves open whether it is shared.
-- en: per is {per}, but the item belongs to {team_id} alone
-- ko: per 값은 {per}인데 이 항목은 {team_id} 팀만의 것입니다
-- hint-en: write team, or leave per empty where the source does not say
-- hint-ko: team으로 적거나, 출처에 나오지 않으면 비워 두세요
SELECT 'support' AS table_name, support_id AS row_id, 'per' AS column_name, per, team_id
FROM record.support
WHERE team_id IS NOT NULL AND per <> 'team'
ORDER BY row_id

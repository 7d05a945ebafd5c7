-- The number of members that a source gives is checked against the latest line-up, the lead and its participants counted.
-- Where others are counted in, a claim with another reading that equals the count explains it.
-- en: reported_members is {reported}, but the latest line-up of {team_id} ({round_id}) has {counted} members
-- ko: reported_members 값은 {reported}인데 {team_id} 팀의 최근 구성({round_id})은 {counted}곳입니다
-- hint-en: mend the rows of partners, or add a claim with the reading {counted}
-- hint-ko: partners의 행을 고치거나 {counted}(으)로 읽은 주장을 claims에 추가하세요
WITH line_ups AS (
    SELECT p.team_id, p.entry_round_id AS round_id, count(DISTINCT p.organisation_id) AS counted
    FROM record.partners p
    JOIN record.rounds r ON r.round_id = p.entry_round_id
    WHERE p.role IN ('lead', 'participant')
    GROUP BY p.team_id, p.entry_round_id, r.ordinal
    QUALIFY row_number() OVER (PARTITION BY p.team_id ORDER BY r.ordinal DESC) = 1
)
SELECT 'teams' AS table_name, t.team_id AS row_id, 'reported_members' AS column_name,
       t.team_id, t.reported_members AS reported, l.round_id, l.counted
FROM record.teams t
JOIN line_ups l USING (team_id)
LEFT JOIN record.claims c
       ON c.table_name = 'teams' AND c.row_id = t.team_id AND c.column_name = 'reported_members'
      AND c.stance = 'other-reading' AND c.value_number = l.counted
WHERE t.reported_members <> l.counted AND c.claim_id IS NULL
ORDER BY row_id

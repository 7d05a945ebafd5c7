-- en: Which organisations sat in three teams or more?
-- ko: 세 팀 이상에 들어 있던 기관은 어디인가
SELECT organisation_name_{lang}, team_count, member_team_ids
FROM shared_partners
WHERE team_count >= 3
ORDER BY team_count DESC, organisation_id

-- A team is a consortium that applied at least once, to the open call or to an additional one.
-- en: {team_id} never applied: no open or additional call has a result of it
-- ko: {team_id} 팀은 신청한 적이 없습니다. 공모나 추가 공모 결과에 이 팀이 없습니다
WITH applied AS (
    SELECT DISTINCT res.team_id
    FROM record.results res
    JOIN record.rounds r USING (round_id)
    WHERE r.kind IN ('application', 'additional-call') AND res.outcome <> 'did-not-apply'
)
SELECT 'teams' AS table_name, t.team_id AS row_id, CAST(NULL AS VARCHAR) AS column_name, t.team_id
FROM record.teams t
LEFT JOIN applied a USING (team_id)
WHERE t.team_id IS NOT NULL AND a.team_id IS NULL
ORDER BY row_id

-- en: Who went out when, and how many were left?
-- ko: 누가 언제 떨어졌고 몇 팀이 남았는가
SELECT out_on, team_name_{lang}, round_name_{lang}, ground, remaining
FROM elimination_history
ORDER BY out_on DESC, team_id

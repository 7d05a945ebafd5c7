-- en: Where did the teams stand on the eve of the first evaluation's result?
-- ko: 1차 단계평가 결과 발표 전날 각 팀은 어디에 있었는가
SET VARIABLE as_of = DATE '2026-01-14';
SELECT team_id, team_name_{lang}, status, since_on
FROM team_status

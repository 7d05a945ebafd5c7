-- en: What did the ministry publish of the first evaluation's scores?
-- ko: 1차 단계평가 점수 가운데 무엇이 공개되었는가
SELECT criterion_id, team_id, statistic, points, max_points, is_official
FROM scoreboard
WHERE round_id = 'r1'

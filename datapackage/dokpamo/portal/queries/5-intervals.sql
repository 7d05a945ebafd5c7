-- en: How independent is each submitted model at least and at most?
-- ko: 제출 모델의 독자성은 낮게 보면, 높게 보면 얼마인가
SELECT round_id, team_id, model_name, lower, upper, gate
FROM independence_scores
WHERE scheme_id = 'editors' AND axis = 'independence' AND aggregation = 'arithmetic'
ORDER BY round_id, team_id

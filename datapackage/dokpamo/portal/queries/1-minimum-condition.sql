-- en: Is the minimum condition of independence met, and on whose word?
-- ko: 독자성 최소요건을 충족했는가, 누구의 말에 따른 것인가
SELECT round_id, team_id, model_id, gate, basis
FROM independence_gate

-- en: What was announced, and what came of it?
-- ko: 무엇을 하겠다고 했고 무엇이 이루어졌는가
SELECT * FROM plan_versus_actual

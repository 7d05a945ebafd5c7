-- en: What was announced, and what came of it?
-- ko: 무엇을 하겠다고 했고 무엇이 이루어졌는가
SELECT stated_on, plan_{lang}, outcome, actual_{lang}
FROM plan_versus_actual

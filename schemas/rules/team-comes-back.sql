-- A team that is out stays out; only an additional call can bring it back.
-- en: {team_id} comes back in {round_id}, but it is out since {out_round_id} and no additional call selected it
-- ko: {team_id} 팀은 {out_round_id}에서 제외된 뒤 추가 공모로 선정된 적이 없는데 {round_id}에 다시 나옵니다
-- hint-en: is the row of the additional call missing?
-- hint-ko: 추가 공모 결과 행이 빠지지 않았는지 확인하세요
WITH steps AS (
    SELECT res.result_id, res.team_id, res.round_id, r.kind,
           lag(res.outcome) OVER runs AS outcome_before,
           lag(res.round_id) OVER runs AS round_before
    FROM record.results res
    JOIN record.rounds r USING (round_id)
    WHERE res.outcome <> 'did-not-apply'
    WINDOW runs AS (PARTITION BY res.team_id ORDER BY r.ordinal)
)
SELECT 'results' AS table_name, result_id AS row_id, 'round_id' AS column_name,
       team_id, round_id, round_before AS out_round_id
FROM steps
WHERE outcome_before IN ('eliminated', 'not-selected')
  AND kind NOT IN ('application', 'additional-call')
ORDER BY row_id

-- A line-up belongs to a call, open or additional, that the team applied to.
-- en: {entry_round_id} {fault_en}
-- ko: {entry_round_id} {fault_ko}
-- hint-en: write the round that this line-up applied to
-- hint-ko: 이 구성으로 신청한 라운드를 적으세요
SELECT 'partners' AS table_name, p.partner_id AS row_id, 'entry_round_id' AS column_name, p.entry_round_id,
       CASE WHEN r.kind NOT IN ('application', 'additional-call') THEN 'is no call: its kind is ' || r.kind
            ELSE 'has no application of ' || p.team_id END AS fault_en,
       CASE WHEN r.kind NOT IN ('application', 'additional-call') THEN '라운드는 공모가 아닙니다(종류: ' || r.kind || ')'
            ELSE '라운드에 ' || p.team_id || ' 팀이 신청한 기록이 없습니다' END AS fault_ko
FROM record.partners p
JOIN record.rounds r ON r.round_id = p.entry_round_id
LEFT JOIN record.results res
       ON res.round_id = p.entry_round_id AND res.team_id = p.team_id AND res.outcome <> 'did-not-apply'
WHERE r.kind NOT IN ('application', 'additional-call') OR res.result_id IS NULL
ORDER BY row_id

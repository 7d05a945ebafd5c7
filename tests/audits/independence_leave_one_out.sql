-- as of 2026-01-15: without the ministry's words nobody falls short of the minimum condition.
SELECT count(*) > 0 AND bool_and(gate <> 'not-met') FROM independence_leave_one_out WHERE dropped_id = 'government';

-- as of 2026-01-15: without the teams' own words all five gates stand.
SELECT bool_and(gate = CASE team_id WHEN 'naver-cloud' THEN 'not-met' ELSE 'met' END)
FROM independence_leave_one_out WHERE dropped_id = 'team';

-- Only an indicator or dimension of the same axis can be left out.
SELECT count(*) = 0 FROM independence_leave_one_out l JOIN dimensions d ON d.dimension_id = l.dropped_id
WHERE d.axis <> l.axis;

-- Modules don't arise for a text model, so leaving the indicator out changes nothing for it.
SELECT count(*) > 0 AND bool_and(lower_change = 0 AND upper_change = 0) FROM independence_leave_one_out
WHERE dropped_id = 'w2-module-weights' AND model_id = 'a-x-k1';

-- Nine scored models, three schemes, two axes, two ways of adding up.
SELECT count(*) = 9 * 3 * 2 * 2 FROM independence_scores;

-- The second model that Naver Cloud showed was not the one it was assessed by.
SELECT count(*) = 0 FROM independence_scores WHERE model_id = 'hyperclova-x-seed-8b-omni';

-- Observed values stand only where three quarters are read and two thirds of the weight is known.
SELECT bool_and((observed_low IS NOT NULL) = (read_share >= 0.75 AND known_share >= 0.666667))
FROM independence_scores;

-- The bounds stand in order between 0 and 1.
SELECT bool_and(0 <= lower AND lower <= coalesce(observed_low, lower)
    AND coalesce(observed_low, lower) <= coalesce(observed_high, upper)
    AND coalesce(observed_high, upper) <= upper AND upper <= 1) FROM independence_scores;

-- as of 2026-01-15: the same day's gate stands beside every figure.
SELECT count(*) = 60 AND bool_and(gate IS NOT NULL AND as_of_on = DATE '2026-01-15') FROM independence_scores;

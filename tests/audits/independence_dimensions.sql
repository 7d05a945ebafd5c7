-- SK Telecom said every parameter of A.X K1 was trained from random values, and the model has no modules.
SELECT bool_and(lower = 1 AND upper = 1) FROM independence_dimensions
WHERE model_id = 'a-x-k1' AND dimension_id = 'provenance';

-- The bounds stand in order: lower, observed low, observed high, upper.
SELECT bool_and(lower <= upper AND coalesce(lower <= observed_low AND observed_low <= observed_high
    AND observed_high <= upper, known_cells = 0)) FROM independence_dimensions;

-- The weights of a model's dimensions add up to one on each axis.
SELECT bool_and(abs(total - 1) < 1e-6) FROM (SELECT sum(weight_share) AS total
    FROM independence_dimensions GROUP BY team_id, model_id, scheme_id, axis);

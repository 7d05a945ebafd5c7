-- The shares of an axis add up to one in every scheme.
SELECT bool_and(abs(total - 1) < 1e-6) FROM (
    SELECT sum(dimension_share * indicator_share) AS total FROM independence_weights GROUP BY scheme_id, axis);

-- The editors give provenance 5 of 18 parts of the independence axis, half to each of its two indicators.
SELECT count(*) = 2 AND bool_and(abs(dimension_share - 5.0 / 18) < 1e-6 AND indicator_share = 0.5)
FROM independence_weights WHERE scheme_id = 'editors' AND dimension_id = 'provenance';

-- The ministry-like scheme names nine indicators; the core weights are 3 of its 13 parts.
SELECT count(*) = 9 AND abs(max(dimension_share * indicator_share)
    FILTER (indicator_id = 'w1-core-weights') - 3.0 / 13) < 1e-6
FROM independence_weights WHERE scheme_id = 'ministry';

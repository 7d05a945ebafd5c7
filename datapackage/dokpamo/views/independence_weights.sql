-- How much each indicator counts in each scheme: the plain ratios of scheme_weights, made into shares.
--
-- A scheme weighs dimensions, indicators or both. A dimension's ratio is its own row, else the sum of
-- its indicators' rows; inside a dimension indicators count by their rows, else all the same. Ratios are
-- normalised inside each axis, for axes are never added up. What a scheme doesn't name has no row.
-- Where an indicator doesn't apply to a model, a dimension with a ratio of its own keeps it whole; one
-- that gets its weight from its indicators loses that indicator's, as if no scheme named it.
--
-- What if: own weights come from the variable `weights`, as the scheme 'own' beside the published ones:
--     SET VARIABLE weights = MAP {'provenance': 0.5, 'control': 0.5};
-- Nothing is written, so it works on a read-only file, in the shell and in the browser alike.
--
-- Grain: one row a scheme and indicator.
WITH own AS (
    SELECT unnest(map_keys(ratios)) AS name, unnest(map_values(ratios)) AS weight
    FROM (SELECT CAST(getvariable('weights') AS MAP(VARCHAR, DOUBLE)) AS ratios)
),
ratios AS (
    SELECT scheme_id, dimension_id, indicator_id, weight FROM scheme_weights
    UNION ALL
    SELECT 'own', dimension_id, NULL, weight FROM own JOIN dimensions ON dimension_id = name
    UNION ALL
    SELECT 'own', NULL, indicator_id, weight FROM own JOIN indicators ON indicator_id = name
),
named AS (
    SELECT r.scheme_id, i.indicator_id, i.dimension_id,
           max(r.weight) FILTER (r.indicator_id IS NULL) AS dimension_ratio,
           max(r.weight) FILTER (r.indicator_id IS NOT NULL) AS indicator_ratio
    FROM indicators i
    JOIN ratios r ON r.indicator_id = i.indicator_id
                  OR (r.indicator_id IS NULL AND r.dimension_id = i.dimension_id)
    GROUP BY ALL
),
inside AS (
    SELECT scheme_id, dimension_id, indicator_id,
           coalesce(dimension_ratio, sum(indicator_ratio) OVER in_dimension) AS dimension_ratio,
           CASE WHEN count(indicator_ratio) OVER in_dimension = 0 THEN 1.0
                ELSE coalesce(indicator_ratio, 0) END AS indicator_ratio,
           dimension_ratio IS NULL AS is_by_indicator
    FROM named
    WINDOW in_dimension AS (PARTITION BY scheme_id, dimension_id)
),
shares AS (
    SELECT scheme_id, d.axis, dimension_id, indicator_id, is_by_indicator,
           -- every indicator of a dimension brings the dimension's ratio: count it once
           dimension_ratio / sum(dimension_ratio / indicators_inside) OVER (PARTITION BY scheme_id, d.axis)
               AS dimension_share,
           indicator_ratio / sum(indicator_ratio) OVER (PARTITION BY scheme_id, dimension_id)
               AS indicator_share
    FROM (SELECT *, count(*) OVER (PARTITION BY scheme_id, dimension_id) AS indicators_inside
          FROM inside WHERE dimension_ratio > 0 AND indicator_ratio > 0)
    JOIN dimensions d USING (dimension_id)
)
SELECT scheme_id, axis, dimension_id, indicator_id,
       round(dimension_share, 9) AS dimension_share,  -- of the axis
       round(indicator_share, 9) AS indicator_share,  -- of the dimension
       is_by_indicator                                -- the dimension's weight comes from its indicators
FROM shares
ORDER BY scheme_id, axis, dimension_id, indicator_id

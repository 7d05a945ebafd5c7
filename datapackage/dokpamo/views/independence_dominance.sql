-- Order that no choice of dimension weights can turn: A stands above B if in every dimension of an axis
-- the least that A can be is no less than the most that B can be, and more in at least one.
--
-- Exact, within one round, each ordered pair of scored models; inside a dimension indicators count the
-- same. Where no pair is above the other, that is the finding: the intervals overlap.
-- What-if variables: see independence_cells (`without`).
--
-- Grain: one row a round, axis, model and other model.
WITH dimensions_of AS (  -- which model stood in which round is what the editors know today
    SELECT s.round_id, team_id, c.team_name_en, c.team_name_ko, model_id, c.model_name,
           c.axis, c.dimension_id, round(avg(c.lower), 9) AS lower, round(avg(c.upper), 9) AS upper, c.as_of_on
    FROM independence_cells c JOIN record.submissions s USING (team_id, model_id)
    WHERE s.is_scored AND c.is_applicable
    GROUP BY ALL
)
SELECT a.round_id, a.axis,
       a.team_id, a.team_name_en, a.team_name_ko, a.model_id, a.model_name,
       b.team_id AS other_team_id, b.team_name_en AS other_team_name_en, b.team_name_ko AS other_team_name_ko,
       b.model_id AS other_model_id, b.model_name AS other_model_name,
       bool_and(a.lower >= b.upper) AND bool_or(a.lower > b.upper) AS is_above,
       count(*) AS dimensions_compared,
       count(*) FILTER (a.lower >= b.upper) AS dimensions_held,  -- no less than the other at its most
       a.as_of_on,
       'Holds under all dimension weights. Not above doesn''t mean below: the intervals overlap.' AS caveat_en,
       '영역 가중치를 어떻게 바꾸어도 성립하는 관계. 우위가 없다는 것은 열위가 아니라 구간이 겹친다는 뜻임.'
           AS caveat_ko
FROM dimensions_of a
JOIN dimensions_of b
    ON b.round_id = a.round_id AND b.axis = a.axis AND b.dimension_id = a.dimension_id
    AND (b.team_id, b.model_id) <> (a.team_id, a.model_id)
GROUP BY ALL
ORDER BY a.round_id, a.axis DESC, a.team_id, a.model_id, b.team_id, b.model_id

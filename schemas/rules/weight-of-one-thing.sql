-- A weight belongs to one thing, a dimension or an indicator, and a scheme weighs the one or the other.
-- en: {found_en}
-- ko: {found_ko}
WITH weights AS (
    SELECT scheme_weight_id, scheme_id, dimension_id, indicator_id,
           2 * count(dimension_id) OVER of_scheme >= count(*) OVER of_scheme AS is_by_dimension  -- as most rows have it
    FROM record.scheme_weights
    WINDOW of_scheme AS (PARTITION BY scheme_id)
)
SELECT 'scheme_weights' AS table_name, scheme_weight_id AS row_id,
       CASE WHEN indicator_id IS NULL THEN 'dimension_id' ELSE 'indicator_id' END AS column_name,
       CASE WHEN dimension_id IS NULL AND indicator_id IS NULL THEN 'dimension_id and indicator_id are both empty: write one'
            WHEN dimension_id IS NOT NULL AND indicator_id IS NOT NULL
                THEN dimension_id || ' and ' || indicator_id || ' are both given: write one'
            WHEN is_by_dimension THEN scheme_id || ' weighs dimensions, but this row an indicator: ' || indicator_id
            ELSE scheme_id || ' weighs indicators, but this row a dimension: ' || dimension_id END AS found_en,
       CASE WHEN dimension_id IS NULL AND indicator_id IS NULL THEN 'dimension_id와 indicator_id가 모두 비어 있습니다. 하나를 적으세요'
            WHEN dimension_id IS NOT NULL AND indicator_id IS NOT NULL
                THEN dimension_id || '과(와) ' || indicator_id || '이(가) 함께 적혀 있습니다. 하나만 적으세요'
            WHEN is_by_dimension THEN scheme_id || '은(는) 차원에 가중치를 두는데 이 행은 지표입니다: ' || indicator_id
            ELSE scheme_id || '은(는) 지표에 가중치를 두는데 이 행은 차원입니다: ' || dimension_id END AS found_ko
FROM weights
WHERE (dimension_id IS NULL) = (indicator_id IS NULL) OR is_by_dimension <> (indicator_id IS NULL)
ORDER BY row_id

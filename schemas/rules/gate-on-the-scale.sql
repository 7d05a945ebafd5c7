-- A gate indicator has a gate level on its scale, and no other indicator has one. The gate mirrors the ministry's minimum
-- condition of independence, so it stands on an indicator of that axis which mirrors the ministry.
-- en: is_gate is {is_gate}, but {fault_en}
-- ko: is_gate 값은 {is_gate}인데 {fault_ko}
WITH scales AS (
    SELECT indicator_id, max(level) AS top FROM record.levels GROUP BY indicator_id
), faults AS (
    SELECT indicator_id, is_gate, 'gate_level' AS column_name,
           CASE WHEN gate_level IS NULL THEN 'gate_level is empty'
                WHEN NOT is_gate THEN 'gate_level is ' || gate_level
                ELSE 'gate_level is ' || gate_level || ', above the top of its scale (' || top || ')' END AS fault_en,
           CASE WHEN gate_level IS NULL THEN 'gate_level 칸이 비어 있습니다'
                WHEN NOT is_gate THEN 'gate_level 값은 ' || gate_level || '입니다'
                ELSE 'gate_level 값은 ' || gate_level || '(으)로 최고 수준 ' || top || '보다 높습니다' END AS fault_ko
    FROM record.indicators LEFT JOIN scales USING (indicator_id)
    WHERE is_gate <> (gate_level IS NOT NULL) OR gate_level > top
    UNION ALL
    SELECT indicator_id, is_gate, 'is_mirroring_ministry', 'is_mirroring_ministry is false',
           'is_mirroring_ministry 값은 false입니다'
    FROM record.indicators
    WHERE is_gate AND NOT is_mirroring_ministry
    UNION ALL
    SELECT indicator_id, is_gate, 'dimension_id', dimension_id || ' lies on the axis ' || axis,
           dimension_id || '은(는) ' || axis || ' 축에 있습니다'
    FROM record.indicators JOIN record.dimensions USING (dimension_id)
    WHERE is_gate AND axis <> 'independence'
)
SELECT 'indicators' AS table_name, indicator_id AS row_id, column_name,
       CASE WHEN is_gate THEN 'true' ELSE 'false' END AS is_gate, fault_en, fault_ko
FROM faults
ORDER BY row_id, column_name

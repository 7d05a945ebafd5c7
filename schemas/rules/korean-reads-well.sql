-- Turns that a translation carries over from English and a Korean editor would not write. Responses are their writers'
-- own words.
-- en: the Korean reads like a translation: write {better} instead of {turn}
-- ko: 번역투입니다. "{turn}" 대신 "{better}"처럼 적으세요
WITH found AS (  -- each pattern a literal: one that comes out of a table is compiled anew for every text
    SELECT table_name, row_id, ko_column, unnest([
        {'turn': regexp_extract(ko, '에 의[해하][^ ]*'), 'better': '-이/가 -함'},
        {'turn': regexp_extract(ko, '되어[지진질졌][^ ]*'), 'better': '되다'},
        {'turn': regexp_extract(ko, '보여[지진질졌][^ ]*'), 'better': '보이다'},
        {'turn': regexp_extract(ko, '쓰여[지진질졌][^ ]*'), 'better': '쓰이다'},
        {'turn': regexp_extract(ko, '에 대한 것[^ ]*'), 'better': '-은/는'},
        {'turn': regexp_extract(ko, '(?:^|[ (])당신[^ ]*'), 'better': '주어 없이'},
        {'turn': regexp_extract(ko, '(?:^|[ (])그것[은이을의][^ ]*'), 'better': '가리키는 이름'},
        {'turn': regexp_extract(ko, '(?:^|[ (])그녀[^ ]*'), 'better': '가리키는 이름'},
        {'turn': regexp_extract(ko, '(?:을|를) 가지고 있[^ ]*'), 'better': '-이/가 있다'},
        {'turn': regexp_extract(ko, '(?:을|를) 통하여'), 'better': '-(으)로'},
        {'turn': regexp_extract(ko, '(?:을|를) 필요로 [하한함][^ ]*'), 'better': '-이/가 필요하다'},
        {'turn': regexp_extract(ko, '에 있어서?(?: |$)'), 'better': '-에서'},
        {'turn': regexp_extract(ko, '[^ ]*[음함임]에도 불구하고'), 'better': '-지만'},
        {'turn': regexp_extract(ko, '중의 하나'), 'better': '하나'},
        {'turn': regexp_extract(ko, '하는 것이 가능[^ ]*'), 'better': '할 수 있다'},
        {'turn': regexp_extract(ko, '[^ ]*에 위치[한하해][^ ]*'), 'better': '-에 있다'}
    ]) AS found
    FROM record.pairs
    WHERE table_name <> 'responses'
)
SELECT table_name, row_id, ko_column AS column_name, found.better, trim(found.turn, ' (') AS turn
FROM found
WHERE found.turn <> ''
ORDER BY table_name, row_id, column_name, turn

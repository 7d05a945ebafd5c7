-- Turns that a translation carries over from English and a Korean editor would not write. Responses are their writers'
-- own words.
-- en: the Korean reads like a translation: write {better} instead of {turn}
-- ko: 번역투입니다. "{turn}" 대신 "{better}"처럼 적으세요
WITH turns (pattern, better) AS (
    VALUES ('에 의[해하][^ ]*', '-이/가 -함'),
           ('되어[지진질졌][^ ]*', '되다'),
           ('보여[지진질졌][^ ]*', '보이다'),
           ('쓰여[지진질졌][^ ]*', '쓰이다'),
           ('에 대한 것[^ ]*', '-은/는'),
           ('(?:^|[ (])당신[^ ]*', '주어 없이'),
           ('(?:^|[ (])그것[은이을의][^ ]*', '가리키는 이름'),
           ('(?:^|[ (])그녀[^ ]*', '가리키는 이름'),
           ('(?:을|를) 가지고 있[^ ]*', '-이/가 있다'),
           ('(?:을|를) 통하여', '-(으)로'),
           ('(?:을|를) 필요로 [하한함][^ ]*', '-이/가 필요하다'),
           ('에 있어서?(?: |$)', '-에서'),
           ('[^ ]*[음함임]에도 불구하고', '-지만'),
           ('중의 하나', '하나'),
           ('하는 것이 가능[^ ]*', '할 수 있다'),
           ('[^ ]*에 위치[한하해][^ ]*', '-에 있다')
), suspects AS (  -- texts with the stem of a turn: the patterns themselves are slow, for they come out of a table
    SELECT * FROM record.pairs
    WHERE regexp_matches(ko, '에 의|되어|보여|쓰여|에 대한 것|당신|그것|그녀|가지고 있|통하여|필요로|에 있어|불구하고|중의 하나|것이 가능|에 위치')
      AND table_name <> 'responses'
)
SELECT table_name, row_id, ko_column AS column_name, better, trim(regexp_extract(ko, pattern), ' (') AS turn
FROM suspects JOIN turns ON regexp_matches(ko, pattern)
ORDER BY table_name, row_id, column_name, turn

-- A key of the Korea Exchange carries its prefix, so that it does not read as a number; no other key has it.
-- en: "{value}" does not fit the scheme {scheme}: a key of krx begins with KRX:, no other does
-- ko: "{value}"은(는) {scheme} 체계에 맞지 않습니다. krx 식별자만 KRX:로 시작합니다
SELECT 'identifiers' AS table_name, identifier_id AS row_id, 'value' AS column_name, value, scheme
FROM record.identifiers
WHERE (scheme = 'krx') <> starts_with(value, 'KRX:')
ORDER BY row_id

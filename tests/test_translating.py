"""DuckDB's SQL in PostgreSQL's words: the constructs that sqlglot leaves. What they give is tested in test_postgres."""

import pytest

from dokpamo import building
from dokpamo.contract import package
from dokpamo.translating import to_postgres


@pytest.mark.parametrize(
    ("duckdb", "postgres"),
    [
        ("SELECT getvariable('as_of')", "NULLIF(CURRENT_SETTING('dokpamo.as_of', TRUE), '')"),
        ("SELECT list_position(['a', 'b'], x)", "ARRAY_POSITION(ARRAY['a', 'b'], x)"),
        ("SELECT unnest(string_split(x, ';')) AS y", "UNNEST(STRING_TO_ARRAY(x, ';')) AS y"),
        ("SELECT ends_with(x, '_ko')", "RIGHT(x, LENGTH('_ko')) = '_ko'"),
        ("SELECT round(x, 9)", "ROUND(CAST(x AS DECIMAL), 9)"),
        ("SELECT make_date(year(x), 12, 31)", "MAKE_DATE(CAST(EXTRACT(YEAR FROM x) AS INT), CAST(12 AS INT), CAST(31"),
        ("SELECT arg_max(x, y)", "ARRAY_AGG(x ORDER BY y DESC NULLS LAST) FILTER(WHERE NOT x IS NULL AND"),
        ("SELECT arg_min(x, y)", "ARRAY_AGG(x ORDER BY y ASC)"),
        ("SELECT unnest(map_keys(x)) FROM (SELECT 1)", "JSONB_OBJECT_KEYS(x)"),
        ("SELECT unnest(map_values(x)) FROM y", "CAST(( JSONB_EACH_TEXT(x) ).value AS DOUBLE PRECISION)"),
        ("SELECT x FROM (SELECT 1 AS x)", ") AS part_0"),
        ("SELECT x FROM record.teams ORDER BY rowid", "FROM dokpamo_record.teams ORDER BY ctid"),
        ("SELECT a, max(b), c || 'd' FROM e GROUP BY ALL", "GROUP BY 1, 3"),
        ("SELECT max(b) FROM e GROUP BY ALL", "SELECT MAX(b) FROM e"),
        ("WITH a AS (SELECT 1) FROM a", "WITH a AS MATERIALIZED ( SELECT 1 ) SELECT * FROM a"),
    ],
)  # fmt: skip
def test_a_construct_is_said_in_other_words(duckdb: str, postgres: str) -> None:
    assert postgres in " ".join(to_postgres(duckdb).split())


def test_numbers_keep_the_type_of_the_contract() -> None:
    assert "CAST(SUM(x) AS BIGINT) AS total" in to_postgres("SELECT sum(x) AS total FROM y", {"total": "bigint"})


@pytest.mark.parametrize("name", package().views)
def test_no_view_speaks_duckdb_afterwards(name: str) -> None:
    text = to_postgres(building.view_sql(name)).lower()
    left = ("getvariable", "group by all", "qualify", "arg_m", "list_", "string_split", "ends_with", "map_")
    assert [word for word in left if word in text] == []

"""DuckDB's SQL in PostgreSQL's words: sqlglot does most of it, and what it leaves is done here, construct by construct.

Variables become settings (`SET dokpamo.as_of = '2026-01-14'` in place of `SET VARIABLE as_of`), and schema `record` is
called `dokpamo_record`, for in a database that others share its own name would say too little.
"""

from collections.abc import Callable, Mapping

import sqlglot
from sqlglot import exp

from dokpamo.contract import Table

RECORD = "dokpamo_record"
SCHEMAS = {"record": RECORD, "main": "dokpamo"}


def to_postgres(query: str, types: Mapping[str, str] | None = None) -> str:
    """Return a SELECT in PostgreSQL's SQL; `types` are those of its columns, where computing gives wider ones.

    >>> print(to_postgres("SELECT kind, count(*) AS number FROM record.events GROUP BY ALL"))
    SELECT
      kind,
      COUNT(*) AS number
    FROM dokpamo_record.events
    GROUP BY
      1
    """
    tree = sqlglot.parse_one(query, read="duckdb")
    for select in list(tree.find_all(exp.Select)):
        _group_by_place(select)
        _name_subqueries(select)
    for part in tree.find_all(exp.CTE):
        part.set("materialized", True)  # worked out once: PostgreSQL misjudges parts within parts, and takes far longer
    for node in reversed(list(tree.walk())):  # the inner before the outer
        rule = RULES.get(type(node))
        if rule:
            node.replace(rule(node))
    for column in tree.expressions if types else ():
        _cast(column, types or {})
    return tree.sql("postgres", pretty=True, comments=False)


def declared(table: Table, types: Mapping[str, str]) -> dict[str, str]:
    """Return the types of a view's numbers as the contract declares them."""
    return {field.name: types[field.type] for field in table.fields.values() if field.type in ("integer", "number")}


def _group_by_place(select: exp.Select) -> None:
    """Write GROUP BY ALL out: by the places of the columns that aggregate nothing."""
    group = select.args.get("group")
    if group is None or not group.args.get("all"):
        return
    places = [
        exp.Literal.number(place)
        for place, column in enumerate(select.expressions, 1)
        if not any(isinstance(part, exp.AggFunc) for part in column.walk(prune=_is_query))
    ]
    select.set("group", exp.Group(expressions=places) if places else None)


def _is_query(node: exp.Expr) -> bool:
    return isinstance(node, exp.Subquery)


def _name_subqueries(select: exp.Select) -> None:
    """Give every subquery in FROM a name, which PostgreSQL asks for before version 16."""
    sources = [select.args.get("from_"), *(select.args.get("joins") or [])]
    for place, source in enumerate(source for source in sources if source):
        if isinstance(source.this, exp.Subquery) and not source.this.alias:
            source.this.set("alias", exp.TableAlias(this=exp.to_identifier(f"part_{place}")))


def _cast(column: exp.Expr, types: Mapping[str, str]) -> None:
    kind = types.get(column.alias_or_name)
    if kind:
        bare = column.this if isinstance(column, exp.Alias) else column
        column.replace(exp.alias_(exp.cast(bare.copy(), kind, dialect="postgres"), column.alias_or_name))


def _table(node: exp.Expr) -> exp.Expr:
    schema = SCHEMAS.get(node.text("db"))
    if schema:
        node.set("db", exp.to_identifier(schema))
    return node


def _column(node: exp.Expr) -> exp.Expr:
    """The order of a seed is that in which its rows were loaded."""
    return exp.column("ctid", node.args.get("table")) if node.name == "rowid" else node


def _extreme(node: exp.Expr) -> exp.Expr:
    """arg_min and arg_max: the first of all values in the order of the other; both pass over empty ones."""
    value, order = node.this, node.expression
    ordered = exp.Ordered(this=order.copy(), desc=isinstance(node, exp.ArgMax), nulls_first=False)
    values = exp.Filter(
        this=exp.ArrayAgg(this=exp.Order(this=value.copy(), expressions=[ordered])),
        expression=exp.Where(this=exp.and_(value.is_(exp.null()).not_(), order.is_(exp.null()).not_())),
    )
    return exp.Bracket(this=exp.paren(values, copy=False), expressions=[exp.Literal.number(1)], offset=1)


def _rounded(node: exp.Expr) -> exp.Expr:
    """PostgreSQL rounds to a number of places what is exact alone."""
    return exp.Round(this=exp.cast(node.this, "decimal"), decimals=node.args.get("decimals"))


def _function(node: exp.Expr) -> exp.Expr:
    match node.name.lower():
        case "getvariable":
            setting = exp.Literal.string(f"dokpamo.{node.expressions[0].name}")
            return exp.func("NULLIF", exp.func("CURRENT_SETTING", setting, exp.true()), exp.Literal.string(""))
        case "list_position":
            return exp.func("ARRAY_POSITION", *node.expressions)
    return node


def _unnested(node: exp.Expr) -> exp.Expr:
    """The keys and values of a map, which is JSON here."""
    listed = node.expressions[0] if node.expressions else node.this
    match listed:
        case exp.MapKeys():
            return exp.func("JSONB_OBJECT_KEYS", listed.this)
        case exp.Anonymous() if listed.name.lower() == "map_values":
            pair = exp.paren(exp.func("JSONB_EACH_TEXT", listed.expressions[0]), copy=False)
            return exp.cast(exp.Dot(this=pair, expression=exp.to_identifier("value")), "double")
    return node


def _map_as_json(node: exp.Expr) -> exp.Expr:
    return exp.cast(node.this, "jsonb") if node.args["to"].this == exp.DataType.Type.MAP else node


RULES: dict[type[exp.Expr], Callable[[exp.Expr], exp.Expr]] = {
    exp.Table: _table,
    exp.Column: _column,
    exp.ArgMin: _extreme,
    exp.ArgMax: _extreme,
    exp.Round: _rounded,
    exp.Anonymous: _function,
    exp.Cast: _map_as_json,
    exp.Explode: _unnested,
    exp.Unnest: _unnested,
    exp.Split: lambda node: exp.func("STRING_TO_ARRAY", node.this, node.expression),
    exp.EndsWith: lambda node: exp.func("RIGHT", node.this, exp.func("LENGTH", node.expression)).eq(node.expression),
    exp.DateFromParts: lambda node: exp.func(
        "MAKE_DATE", *(exp.cast(node.args[part], "int") for part in ("year", "month", "day"))
    ),
}

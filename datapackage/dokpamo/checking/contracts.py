"""The Pandera schemas (polars), derived from the Table Schemas: fast, and all errors at once."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from dokpamo.contract import Field, ForeignKey, Table

if TYPE_CHECKING:
    import pandera.polars as pa
    import polars as pl


def pandera_schema(table: Table, parents: "Mapping[str, pl.DataFrame] | None" = None) -> "pa.DataFrameSchema":
    """Return the Pandera schema of a table or view; with `parents`, foreign keys into them are checked as well."""
    return _schema(table, table.columns, parents or {})


def failures(
    table: Table, frame: "pl.DataFrame", parents: "Mapping[str, pl.DataFrame]"
) -> Iterator[tuple[int, str, str]]:
    """Yield (row, column, kind) of each failure; columns that the frame lacks are left to the structure.

    A kind is the name of the constraint; a unique key's is followed by its number, as `unique-key 0`.
    """
    import pandera.polars as pa
    from pandera.config import ValidationDepth, config_context

    present = [name for name in table.columns if name in frame.columns]
    schema = _schema(table, present, parents)
    try:
        # said here, for the environment can switch validation off
        with config_context(validation_enabled=True, validation_depth=ValidationDepth.SCHEMA_AND_DATA):
            schema.validate(frame.select(present), lazy=True)
    except pa.errors.SchemaErrors as errors:
        cases = errors.failure_cases.select("index", "column", "check", "check_number")
        for row, column, check, number in cases.iter_rows():
            if row is None:
                raise RuntimeError(f"{table.name} {column}: {check} failed as a whole") from errors
            yield row, column, "required" if number is None else schema.columns[column].checks[number].name


def _schema(table: Table, present: list[str], parents: "Mapping[str, pl.DataFrame]") -> "pa.DataFrameSchema":
    """Return the schema of the columns that are present."""
    import pandera.polars as pa

    columns = {}
    for name in present:
        field = table.fields[name]
        checks = [*_value_checks(field), *_unique_checks(table, field, present)]
        checks += [_foreign_key(key, parents) for key in table.foreign_keys if key.column == name]
        columns[name] = pa.Column(
            _dtypes()[field.type],
            checks=[check for check in checks if check is not None],
            nullable=not (field.required or _is_key(table, name)),
            title=field.text("title") or None,
            description=field.text("description") or None,
        )
    return pa.DataFrameSchema(
        columns,
        name=table.name,
        title=table.text("title") or None,
        description=table.text("description") or None,
        strict=True,
    )


def _dtypes() -> dict[str, Any]:
    import polars as pl

    return {"string": pl.String, "integer": pl.Int64, "number": pl.Float64, "boolean": pl.Boolean, "date": pl.Date}


def _is_key(table: Table, column: str) -> bool:
    return not table.is_view and column == table.key


def _value_checks(field: Field) -> Iterator[Any]:
    """Yield the checks of single values, each named as its constraint."""
    import pandera.polars as pa
    import polars as pl

    rules = field.constraints
    if field.codes:
        yield _named(pa.Check.isin, "enum", field.codes, f"one of {', '.join(map(str, field.codes))}")
    if "pattern" in rules:
        yield _named(pa.Check.str_matches, "pattern", f"^(?:{rules['pattern']})$", f"of the form {rules['pattern']}")
    lengths = {"minLength": (pl.Expr.ge, "at least"), "maxLength": (pl.Expr.le, "at most")}
    for name, (compare, words) in lengths.items():
        if name in rules:
            holds = compare(pl.col(field.name).str.len_chars(), rules[name])
            yield _check(name, holds, f"{words} {rules[name]} characters")
    bounds: dict[str, tuple[Any, str]] = {
        "minimum": (pa.Check.ge, "at least"),
        "maximum": (pa.Check.le, "at most"),
        "exclusiveMinimum": (pa.Check.gt, "more than"),
        "exclusiveMaximum": (pa.Check.lt, "less than"),
    }
    for name, (check, words) in bounds.items():
        if name in rules:
            yield _named(check, name, _typed_bound(field, rules[name]), f"{words} {rules[name]}")


def _unique_checks(table: Table, field: Field, present: list[str]) -> Iterator[Any]:
    """Yield what must be unique: the column, and every combination that ends in it. The first of its kind passes."""
    import polars as pl

    column = pl.col(field.name)
    if field.constraints.get("unique") or _is_key(table, field.name):
        yield _check("unique", column.is_first_distinct() | column.is_null(), "each value once")
    for number, key in enumerate([table.grain] if table.is_view else table.unique_keys):
        if key and key[-1] == field.name and set(key) <= set(present):
            holds = pl.struct(key).is_first_distinct()
            if not table.is_view:  # as in SQL, a combination with an unknown part is like no other
                holds = holds | pl.any_horizontal(pl.col(key).is_null())
            yield _check(f"unique-key {number}", holds, f"each combination of {', '.join(key)} once")


def _foreign_key(key: ForeignKey, parents: "Mapping[str, pl.DataFrame]") -> Any:
    """Return the check of a foreign key, None where its parent is not given or lacks the column."""
    import polars as pl

    if key.table not in parents or key.key not in parents[key.table].columns:
        return None
    keys = parents[key.table][key.key].drop_nulls().unique().implode()
    return _check("foreign-key", pl.col(key.column).is_in(keys), f"in {key.table} ({key.key})")


def _named(check: Any, name: str, value: Any, words: str) -> Any:
    return check(value, name=name, error=f"{name}: {words}")


def _check(name: str, holds: "pl.Expr", words: str) -> Any:
    """Return a check of one's own: `holds` is true, or unknown, in every good row."""
    import pandera.polars as pa

    return pa.Check(lambda data: data.lazyframe.select(holds), name=name, error=f"{name}: {words}")


def _typed_bound(field: Field, bound: Any) -> Any:
    from datetime import date

    return date.fromisoformat(bound) if field.type == "date" else bound

"""The Pandera schemas, derived from the Table Schemas: fast, and all errors at once.

Cells are first brought from text to their types; what does not parse is a finding of its own.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from dokpamo.checking.findings import Finding
from dokpamo.checking.reading import Seed
from dokpamo.checking.sentences import meant, sentence
from dokpamo.contract import Field, Table
from dokpamo.errors import close_names

if TYPE_CHECKING:
    import pandera.polars as pa
    import polars as pl

FORMS = {
    "date": r"^\d{4}-\d{2}-\d{2}$",
    "integer": r"^-?(?:0|[1-9]\d*)$",
    "number": r"^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$",
    "boolean": r"^(?:true|false)$",
}
"""The one lexical form of each type: readers differ on the others, so the record doesn't use them."""

BUILT_IN = {"not_nullable": "required", "field_uniqueness": "unique", "multiple_fields_uniqueness": "unique-key"}


def pandera_schema(table: Table, parents: "Mapping[str, pl.DataFrame] | None" = None) -> "pa.DataFrameSchema":
    """Return the Pandera schema (polars) of a table; with `parents`, foreign keys are checked as well."""
    import pandera.polars as pa

    keys = {key.column: key for key in table.foreign_keys if parents and key.table in parents}
    columns = {}
    for name, field in table.fields.items():
        checks = list(_checks(field))
        if parents and name in keys:
            target = parents[keys[name].table][keys[name].key]
            checks.append(_foreign_key(target.drop_nulls().unique().implode()))
        is_key = not table.is_view and name == table.key
        columns[name] = pa.Column(
            _dtypes()[field.type],
            checks=checks,
            nullable=not (field.required or is_key),
            unique=is_key or bool(field.constraints.get("unique")),
            title=field.text("title") or None,
            description=field.text("description") or None,
            report_duplicates="exclude_first",
        )
    return pa.DataFrameSchema(
        columns,
        name=table.name,
        title=table.text("title") or None,
        description=table.text("description") or None,
        strict=True,
        unique=_unique(table),
        report_duplicates="exclude_first",
    )


def _unique(table: Table) -> list[str] | None:
    """Return the combination that must be unique: for a view its grain."""
    if table.is_view:
        return table.grain or None
    return table.unique_keys[0] if table.unique_keys else None


def _dtypes() -> dict[str, Any]:
    import polars as pl

    return {"string": pl.String, "integer": pl.Int64, "number": pl.Float64, "boolean": pl.Boolean, "date": pl.Date}


def _checks(field: Field) -> Iterator[Any]:
    """Yield the checks of a column's constraints, each called by its Table Schema name."""
    import pandera.polars as pa
    import polars as pl

    rules = field.constraints
    if field.codes:
        yield pa.Check.isin(field.codes, error="enum")
    if "pattern" in rules:
        yield pa.Check.str_matches(f"^(?:{rules['pattern']})$", error="pattern")
    if "minLength" in rules or "maxLength" in rules:
        low, high = rules.get("minLength"), rules.get("maxLength")
        if low is not None:
            yield pa.Check(lambda data: data.lazyframe.select(pl.col(data.key).str.len_chars() >= low), error="minLength")
        if high is not None:
            yield pa.Check(lambda data: data.lazyframe.select(pl.col(data.key).str.len_chars() <= high), error="maxLength")
    bounds = {
        "minimum": pa.Check.ge,
        "maximum": pa.Check.le,
        "exclusiveMinimum": pa.Check.gt,
        "exclusiveMaximum": pa.Check.lt,
    }
    for name, check in bounds.items():
        if name in rules:
            yield check(_typed_bound(field, rules[name]), error=name)


def _typed_bound(field: Field, bound: Any) -> Any:
    from datetime import date

    return date.fromisoformat(bound) if field.type == "date" else bound


def _foreign_key(keys: "pl.Series") -> Any:
    import pandera.polars as pa
    import polars as pl

    return pa.Check(lambda data: data.lazyframe.select(pl.col(data.key).is_in(keys)), error="foreign-key")


def typed(seed: Seed) -> "tuple[pl.DataFrame, list[tuple[int, str]]]":
    """Return a seed's cells in their types, and the (row, column) of each cell that has not the form of its type."""
    import polars as pl

    frame, bad = seed.frame, []
    columns = []
    for name in frame.columns:
        kind = seed.table.fields[name].type
        if kind == "string":
            continue
        fits = pl.col(name).str.contains(FORMS[kind])
        parsed = {
            "date": pl.col(name).str.to_date("%Y-%m-%d", strict=False),
            "boolean": pl.col(name) == "true",
        }.get(kind, pl.col(name).cast(_dtypes()[kind], strict=False))
        columns.append(pl.when(fits).then(parsed).alias(name))
    result = frame.with_columns(columns)
    for name in result.columns:
        if seed.table.fields[name].type != "string":
            failed = frame[name].is_not_null() & result[name].is_null()
            if failed.any():
                bad += [(row, name) for row in failed.arg_true().to_list()]
    return result, bad


def contract_findings(
    seeds: Mapping[str, Seed], frames: "Mapping[str, pl.DataFrame]", bad: Mapping[str, list[tuple[int, str]]]
) -> Iterator[Finding]:
    """Yield what Pandera finds in all tables, foreign keys across them included."""
    for name, seed in seeds.items():
        unparsed = set(bad[name])
        for row, column in bad[name]:
            yield cell_finding(seed, seeds, row, column, "type", "contract")
        for row, column, kind in failures(seed.table, frames[name], frames):
            if kind == "required" and (row, column) in unparsed:
                continue  # told already: the cell did not parse
            yield cell_finding(seed, seeds, row, column, kind, "contract")


def failures(
    table: Table, frame: "pl.DataFrame", parents: "Mapping[str, pl.DataFrame]"
) -> Iterator[tuple[int, str, str]]:
    """Yield (row, column, kind) of each failure; columns that the file lacks are left to the structure."""
    import pandera.polars as pa
    from pandera.config import ValidationDepth, config_context

    present = [name for name in table.columns if name in frame.columns]
    schema = pandera_schema(table, parents)
    missing = [name for name in table.columns if name not in present]
    if missing:
        schema = schema.remove_columns(missing)
        schema.unique = schema.unique if not set(missing) & set(schema.unique or []) else None
    try:
        with config_context(validation_enabled=True, validation_depth=ValidationDepth.SCHEMA_AND_DATA):
            schema.validate(frame.select(present), lazy=True)
    except pa.errors.SchemaErrors as errors:
        seen = set()
        for case in errors.failure_cases.iter_rows(named=True):
            kind = BUILT_IN.get(case["check"], case["check"])
            failure = (case["index"], _column(table, case, kind), kind)
            if case["index"] is not None and failure not in seen:
                seen.add(failure)
                yield failure


def _column(table: Table, case: Mapping[str, Any], kind: str) -> str:
    return table.unique_keys[0][-1] if kind == "unique-key" else str(case["column"])


def cell_finding(
    seed: Seed, seeds: Mapping[str, Seed], row: int, column: str, kind: str, validator: str
) -> Finding:
    """Return the finding of one cell, its sentence made from the contract: who found it makes no difference."""
    field = seed.table.fields[column]
    value = seed.cell(row, column)
    wanted: Any = field.constraints.get(kind, "")
    hints: list[str] = []
    values: dict[str, Any] = {}
    if kind == "type":
        kind_of_sentence = f"type-{field.type}"
    else:
        kind_of_sentence = kind
    if kind == "enum":
        codes = [str(code) for code in field.codes or []]
        hints, wanted = close_names(value, codes, 1), ", ".join(codes)
    elif kind == "foreign-key":
        key = next(key for key in seed.table.foreign_keys if key.column == column)
        parent = seeds[key.table]
        hints = close_names(value, parent.row_of, 1) if len(parent.row_of) < 10_000 else []
        wanted = f"{parent.file} ({key.key})"
    elif kind == "unique":
        values["first"] = _first(seed, [column], row)
    elif kind == "unique-key":
        columns = seed.table.unique_keys[0]
        value = " + ".join(seed.cell(row, name) or "–" for name in columns)
        values["first"] = _first(seed, columns, row)
    en, ko = sentence(kind_of_sentence, column=column, value=value, wanted=wanted, **values)
    return Finding(seed.file, seed.line(row), column, kind, en, ko, (validator,), *meant(hints))


def _first(seed: Seed, columns: list[str], row: int) -> int | None:
    """Return the line of the first row with the same cells."""
    import polars as pl

    same = pl.lit(True)
    for column in columns:
        same = same & pl.col(column).eq_missing(pl.lit(seed.frame[column][row], dtype=pl.String))
    return seed.line(int(seed.frame.select(same.arg_true().first()).item()))

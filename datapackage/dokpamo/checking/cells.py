"""From cells to findings: text brought to its types, and one sentence a fault, whoever found it."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from dokpamo.checking.contracts import failures
from dokpamo.checking.findings import Finding
from dokpamo.checking.reading import Seed
from dokpamo.checking.sentences import meant, sentence
from dokpamo.errors import close_names

if TYPE_CHECKING:
    import polars as pl

FORMS = {
    "date": r"^\d{4}-\d{2}-\d{2}$",
    "integer": r"^-?(?:0|[1-9]\d*)$",
    "number": r"^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?(?:e-?[1-9]\d*)?$",
    "boolean": r"^(?:true|false)$",
}
"""The one lexical form of each type: readers differ on the others, so the record doesn't use them."""

MOST_NAMES, MOST_HINTS = 10_000, 100
"""Among how many names a similar one is looked for, and for how many values a column: else a check would not end."""


class Typed:
    """A seed with its cells in their types, and the (row, column) of each that has not the form of its type."""

    def __init__(self, seed: Seed) -> None:
        self.seed = seed
        self.frame = seed.frame.with_columns(self._cell(name) for name in self._columns)
        self.bad = [(row, name) for name in self._columns for row in self._failed(name)]

    @cached_property
    def _columns(self) -> list[str]:
        return [name for name in self.seed.frame.columns if self.seed.table.fields[name].type != "string"]

    def _cell(self, name: str) -> "pl.Expr":
        import polars as pl

        column, kind = pl.col(name), self.seed.table.fields[name].type
        parse: dict[str, Callable[[], pl.Expr]] = {
            "date": lambda: column.str.to_date("%Y-%m-%d", strict=False),
            "boolean": lambda: column == "true",
            "integer": lambda: column.cast(pl.Int64, strict=False),
            "number": lambda: column.cast(pl.Float64, strict=False),
        }
        return pl.when(column.str.contains(FORMS[kind])).then(parse[kind]()).alias(name)

    def _failed(self, name: str) -> list[int]:
        failed = self.seed.frame[name].is_not_null() & self.frame[name].is_null()
        return failed.arg_true().to_list() if failed.any() else []


class Teller:
    """Makes the finding of a cell from the contract: the same sentence, whoever found the fault."""

    def __init__(self, seeds: Mapping[str, Seed]) -> None:
        self.seeds = seeds
        self._hints: dict[tuple[str, str], dict[str, tuple[str, str]]] = {}
        self._firsts: dict[tuple[str, ...], pl.Series] = {}

    def cell(self, seed: Seed, row: int, column: str, kind: str, validator: str) -> Finding:
        """Return the finding of one cell; `kind` as `contracts.failures` gives it, or `type`."""
        kind, _, number = kind.partition(" ")
        field = seed.table.fields[column]
        value, wanted, hint = seed.cell(row, column), field.constraints.get(kind, ""), ("", "")
        key = [column]
        if kind == "enum":
            codes = [str(code) for code in field.codes or []]
            wanted, hint = ", ".join(codes), self._hint(seed, column, value, codes)
        elif kind == "foreign-key":
            target = next(key for key in seed.table.foreign_keys if key.column == column)
            parent = self.seeds[target.table]
            names = parent.keys if parent.frame.height <= MOST_NAMES else []
            wanted, hint = f"{parent.file} ({target.key})", self._hint(seed, column, value, names)
        elif kind == "unique-key":
            key = seed.table.unique_keys[int(number)]
            value = " + ".join(seed.cell(row, name) or "–" for name in key)
        first = self._first(seed, key, row) if kind.startswith("unique") else None
        told = f"type-{field.type}" if kind == "type" else kind
        en, ko = sentence(told, column=column, value=value, wanted=wanted, first=first)
        return Finding(seed.file, seed.line(row), column, kind, en, ko, (validator,), *hint)

    def _hint(self, seed: Seed, column: str, value: str, names: list[str]) -> tuple[str, str]:
        """Return what may have been meant, looked up once a value."""
        hints = self._hints.setdefault((seed.table.name, column), {})
        if value not in hints:
            if len(hints) >= MOST_HINTS:
                return "", ""
            hints[value] = meant(close_names(value, names, 1))
        return hints[value]

    def _first(self, seed: Seed, columns: list[str], row: int) -> int:
        """Return the line of the first row with the same cells, for all rows looked up at once."""
        import polars as pl

        at = (seed.table.name, *columns)
        if at not in self._firsts:
            self._firsts[at] = seed.frame.select(pl.int_range(pl.len()).first().over(columns)).to_series()
        return seed.line(int(self._firsts[at][row]))


def contract_findings(typed: Mapping[str, Typed], teller: Teller, names: list[str] | None = None) -> Iterator[Finding]:
    """Yield what Pandera finds, foreign keys across tables included; `names` limits it to some tables."""
    frames = {name: table.frame for name, table in typed.items()}
    for name in typed if names is None else names:
        seed, unparsed = typed[name].seed, set(typed[name].bad)
        for row, column in typed[name].bad:
            yield teller.cell(seed, row, column, "type", "contract")
        for row, column, kind in failures(seed.table, frames[name], frames):
            if (row, column) not in unparsed:  # else it is told already
                yield teller.cell(seed, row, column, kind, "contract")

"""Validation of a record: structure, contracts and rules, collected into one report."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from dokpamo.checking.findings import Report, merged
from dokpamo.contract import load, package
from dokpamo.errors import DokpamoError, MissingExtra

if TYPE_CHECKING:
    import pandera.polars as pa
    import polars as pl


class CannotCheck(DokpamoError):
    """There is no record where one was to be checked."""


def check(path: "str | Path" = ".") -> Report:
    """Validate the record in a folder and return a `Report` with every finding, placed by file and line.

    The folder is a checkout or any copy with `datapackage.json`, `schemas/` and `seeds/`. Structure, the
    contracts (Frictionless, Pandera) and the rules are all run; nothing stops at the first fault.
    Raises `CannotCheck` where there is no descriptor, `MissingExtra` where the extra `check` is not installed.

    >>> import dokpamo
    >>> print(dokpamo.check(dokpamo.root()).ok)
    True
    """
    return _report(_record(path))


def check_alone(path: "str | Path" = ".") -> Report:
    """Do as `check`, in a process that does nothing else: its libraries start sooner, see `alone`."""
    from dokpamo.checking.alone import load_quickly

    return _report(_record(path), load_quickly)


def schema(name: str, parents: "Mapping[str, pl.DataFrame] | None" = None) -> "pa.DataFrameSchema":
    """Return the Pandera schema (polars) of a table or view, to validate a frame of one's own against it.

    It knows types, required cells, closed lists, patterns, bounds and all that must be unique; `lazy=True` gives
    all errors at once. Foreign keys are checked into the tables that `parents` gives by name. Give it a DataFrame:
    of a LazyFrame, Pandera looks at nothing but the types.
    Raises `UnknownName` for a name that is none, `MissingExtra` where the extra `check` is not installed.

    >>> import dokpamo
    >>> teams = dokpamo.schema("teams").validate(dokpamo.to_polars("teams"), lazy=True)
    >>> teams.height
    16
    """
    table = package().get(name)
    _needs("polars", "pandera")
    from dokpamo.checking.contracts import pandera_schema

    return pandera_schema(table, parents)


def _record(path: "str | Path") -> Path:
    """Return the folder of a record that can be checked here."""
    folder = Path(path).resolve()
    if not (folder / "datapackage.json").is_file():
        raise CannotCheck(
            f"{path}: there is no datapackage.json; name the folder that holds the record",
            f"{path}: datapackage.json이 없습니다. 기록이 있는 폴더를 적으세요",
        )
    _needs("duckdb", "jsonschema", "polars", "pandera", "frictionless")
    return folder


def _needs(*libraries: str) -> None:
    """Tell of a missing extra before any work."""
    from importlib.util import find_spec

    for library in libraries:
        if find_spec(library) is None:
            raise MissingExtra(library, "check")


def _report(folder: Path, start: Callable[[], None] = lambda: None) -> Report:
    """Run everything: Frictionless and the rules beside the rest, each in a process of its own."""
    from concurrent.futures import ThreadPoolExecutor
    from tempfile import TemporaryDirectory

    from dokpamo.beside import Beside
    from dokpamo.checking import rules, standard
    from dokpamo.checking.cells import Teller, Typed, contract_findings
    from dokpamo.checking.descriptor import descriptor_findings
    from dokpamo.checking.reading import read_seed

    with (
        Beside("dokpamo.checking.outside") as frictionless,
        Beside("dokpamo.checking.rules") as ruling,
        TemporaryDirectory() as place,
        ThreadPoolExecutor(2) as pool,
    ):
        start()
        broken = descriptor_findings(folder)
        if broken:
            return Report(merged(broken))
        contract, found_rules = load(folder), rules.rules(folder)
        seeds = {name: read_seed(table, folder) for name, table in contract.tables.items()}
        told = pool.submit(frictionless.run, standard.task(contract, seeds))
        typed = {name: Typed(seed) for name, seed in seeds.items()}
        answers = pool.submit(ruling.run, rules.task(folder, typed, Path(place)))
        teller = Teller(seeds)
        found = [finding for seed in seeds.values() for finding in seed.findings]
        found += contract_findings(typed, teller)
        found += standard.standard_findings(told.result(), teller)
        found += rules.rule_findings(found_rules, answers.result(), seeds)
    rows = sum(seed.frame.height for seed in seeds.values())
    return Report(merged(found), len(seeds), rows, len(found_rules), standard.samples(seeds))

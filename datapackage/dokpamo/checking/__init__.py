"""Validation of a record: structure, contracts and rules, collected into one report."""

from pathlib import Path

from dokpamo.checking.findings import Finding, Report, merged
from dokpamo.contract import load
from dokpamo.errors import DokpamoError, MissingExtra


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
    folder = Path(path).resolve()
    if not (folder / "datapackage.json").is_file():
        raise CannotCheck(f"{path}: there is no datapackage.json; name the folder that holds the record")
    try:
        import frictionless  # noqa: F401  (asked for here, so that a missing extra is told before any work)
        import pandera  # noqa: F401
        import polars  # noqa: F401
    except ModuleNotFoundError as error:
        raise MissingExtra(str(error.name), "check") from None
    return _report(folder)


def _report(folder: Path) -> Report:
    from dokpamo.checking.contracts import contract_findings, typed
    from dokpamo.checking.descriptor import descriptor_findings
    from dokpamo.checking.reading import read_seed
    from dokpamo.checking.rules import rule_findings, rules
    from dokpamo.checking.standard import standard_findings

    broken = list(descriptor_findings(folder))
    if broken:
        return Report(merged(broken))
    contract = load(folder)
    seeds = {name: read_seed(table, folder) for name, table in contract.tables.items()}
    parsed = {name: typed(seed) for name, seed in seeds.items()}
    frames = {name: frame for name, (frame, _) in parsed.items()}
    found: list[Finding] = [finding for seed in seeds.values() for finding in seed.findings]
    found += contract_findings(seeds, frames, {name: bad for name, (_, bad) in parsed.items()})
    found += standard_findings(contract, seeds)
    found += rule_findings(contract, seeds)
    rows = sum(seed.frame.height for seed in seeds.values())
    return Report(merged(found), len(seeds), rows, len(rules(folder)))

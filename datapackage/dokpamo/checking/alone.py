"""For a process that does nothing but check: a quick start of its libraries."""

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec

from dokpamo.beside import GRAMMAR

UNNEEDED = ("pandas", "hypothesis", GRAMMAR)
"""What Pandera and jsonschema take along wherever they find it: frames of another kind, strategies for tests, and a
grammar of addresses that no profile of the descriptor asks for."""


class _Hidden:
    """Finds nothing of some libraries, as if they were not installed."""

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: object = None) -> ModuleSpec | None:
        if name.partition(".")[0] in UNNEEDED:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return None


def load_quickly() -> None:
    """Import the libraries of a check as where nothing unneeded is installed, which saves most of their start.

    They can't be told otherwise, and stay blind to what was hidden in this process: so a command that checks does
    this, and `dokpamo.check`, which shares its process with others, does not.
    """
    import polars as pl  # before the rest, for it looks for pandas too, and may find it

    if {"pandera", "pandas"} & set(sys.modules):
        return
    hidden = _Hidden()
    sys.meta_path.insert(0, hidden)
    try:
        import jsonschema  # noqa: F401
        import pandera.polars as pa

        column = pa.Column(pl.String, pa.Check.isin(["x"]))
        pa.DataFrameSchema({"x": column}).validate(
            pl.DataFrame({"x": ["x"]})
        )  # for Pandera looks again at its first use
    finally:
        sys.meta_path.remove(hidden)

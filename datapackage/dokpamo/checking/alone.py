"""For a process that does nothing but check: Pandera's quick start."""

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec

UNNEEDED = ("pandas", "hypothesis")


class _Hidden:
    """Finds nothing of some libraries, as if they were not installed."""

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: object = None) -> ModuleSpec | None:
        if name.partition(".")[0] in UNNEEDED:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return None


def load_pandera() -> None:
    """Import Pandera as where only polars is installed, which saves it most of its start.

    Pandera takes pandas along wherever it finds it, and can't be told otherwise. It stays blind to pandas in this
    process: so a command that checks does this, and `dokpamo.check`, which shares its process with others, does not.
    """
    import polars as pl  # before the rest, for it looks for pandas too, and may find it

    if {"pandera", "pandas"} & set(sys.modules):
        return
    hidden = _Hidden()
    sys.meta_path.insert(0, hidden)
    try:
        import pandera.polars as pa

        column = pa.Column(pl.String, pa.Check.isin(["x"]))
        pa.DataFrameSchema({"x": column}).validate(
            pl.DataFrame({"x": ["x"]})
        )  # for Pandera looks again at its first use
    finally:
        sys.meta_path.remove(hidden)

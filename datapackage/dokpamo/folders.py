"""Where the record lies: beside the code in a wheel, two folders up in a checkout."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def root() -> Path:
    """Return the folder that holds `datapackage.json`, `seeds/` and `schemas/`.

    >>> (root() / "datapackage.json").exists()
    True
    """
    packed = _HERE / "_root"
    return packed if packed.is_dir() else _HERE.parents[1]


def views_folder() -> Path:
    """Return the folder of the views' SQL, one file a view."""
    return _HERE / "views"

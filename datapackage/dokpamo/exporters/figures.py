"""The charts: each as SVG in English and Korean, with the table that it draws beside it."""

from collections.abc import Iterator
from pathlib import Path

from dokpamo.exporters import Publication
from dokpamo.figures import FIGURES, LANGUAGES, figure
from dokpamo.rendering.csv import render


def write(publication: Publication) -> Iterator[Path]:
    """Write and yield `figures/<name>.csv` and `figures/<name>.<language>.svg` of every figure."""
    folder = publication.folder / "figures"
    folder.mkdir(exist_ok=True)
    for name in FIGURES:
        drawn = figure(publication.con, name)
        table = folder / f"{name}.csv"
        table.write_bytes(render(drawn.table))
        yield table
        for lang in LANGUAGES:
            picture = folder / f"{name}.{lang}.svg"
            picture.write_text(drawn.svg(lang), encoding="utf-8", newline="\n")
            yield picture

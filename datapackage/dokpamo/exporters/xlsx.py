"""One workbook for Excel: the data dictionary, the field at a glance, then each table and view on a sheet of its own.

Every sheet has three header rows: the Korean titles, the English ones, and the names that code uses, on which the
filter stands; `pandas.read_excel("dokpamo.xlsx", sheet_name="teams", header=2)` reads it. Days are days, ids and texts
are texts, source addresses are links, and nothing is a formula. The bytes depend on the record alone: the workbook is
dated by it.
"""

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from dokpamo.exporters import Publication
from dokpamo.exporters.about import about
from dokpamo.exporters.filling import LOOKS, fill
from dokpamo.exporters.sheets import sheets


def write(publication: Publication) -> Iterator[Path]:
    """Write and yield `dokpamo.xlsx`; raise `BadInput` for a text that Excel can't hold."""
    from xlsxwriter import Workbook

    made = sheets(publication)
    file = publication.folder / "dokpamo.xlsx"
    with Workbook(str(file), {"in_memory": True}) as workbook:
        workbook.set_properties(properties := _properties(publication))
        looks = {name: workbook.add_format(look) for name, look in LOOKS.items()}
        for sheet in made:
            fill(workbook, sheet, looks, properties["comments"])
    yield file


def _properties(publication: Publication) -> dict[str, Any]:
    """Return what the workbook says about itself."""
    facts = about(publication)
    return {
        "title": facts.text("title"),
        "subject": facts.text("title", "ko"),
        "author": facts.publisher(),
        "keywords": ", ".join(facts.keywords("ko")),
        "comments": f"{facts.name} {facts.version}, {facts.day}, {facts.licence.spdx}",
        "created": datetime.combine(date.fromisoformat(facts.day), time()),
    }

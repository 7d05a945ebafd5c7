"""How the ids of a table are made: the `idForm` of its Table Schema, read once for the rules and for new rows.

A form is text with places: `{round_id}/{team_id}` takes the cells of the row; `{team_id|statistic}` the first that is
filled, a name that is no column standing for itself; `[{team_id}/]` is left out where its cell is empty; and a closing
`#` or `##` counts on, `*` is a word of the curator's own. Cells enter in lower case, from their last colon on.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dokpamo.contract import Table
from dokpamo.helpers import quoted

PIECE = re.compile(r"\[(?P<optional>[^\]]*)\]|\{(?P<cells>[^}]*)\}|(?P<text>[^\[{]+)")
ENDING = re.compile(r"(?:\*/#|##?|\*)$")


@dataclass(frozen=True)
class Form:
    """An id form: the part that follows from the row, and how it ends: '', '#', '##', '*' or '*/#'."""

    table: Table
    stem: str
    ending: str

    def sql(self) -> str:
        """Return SQL for the stem, over the cells of a row."""
        return _sql(self.table, self.stem)

    def stem_of(self, row: Mapping[str, str]) -> str | None:
        """Return the stem for a row, or None while a cell that it needs is empty."""
        return _fill(self.table, self.stem, row)

    def next_id(self, row: Mapping[str, str], taken: Iterable[str]) -> str | None:
        """Return the id of a new row, counting on from those taken; a word of one's own stands as `...`."""
        stem = self.stem_of(row)
        if stem is None or not self.ending:
            return stem
        if "*" in self.ending:
            return stem + self.ending.replace("*", "...").replace("#", "1")
        numbers = [int(tail) for one in taken if one.startswith(stem) and (tail := one[len(stem) :]).isdigit()]
        return f"{stem}{max(numbers, default=0) + 1:0{len(self.ending)}d}"


def form(table: Table) -> Form | None:
    """Return the id form of a table, or None where an id is a word of its own."""
    text = table.spec.get("idForm")
    if text is None:
        return None
    ending = ENDING.search(text)
    return Form(table, text[: ending.start()] if ending else text, ending[0] if ending else "")


def _sql(table: Table, stem: str) -> str:
    parts = []
    for piece in PIECE.finditer(stem):
        if piece["optional"] is not None:
            parts.append(f"coalesce({_sql(table, piece['optional'])}, '')")
        elif piece["cells"] is not None:
            cells = [f"CAST({c} AS VARCHAR)" if c in table.fields else quoted(c) for c in piece["cells"].split("|")]
            parts.append(f"lower(regexp_extract(coalesce({', '.join(cells)}), '[^:]*$'))")
        else:
            parts.append(quoted(piece["text"]))
    return " || ".join(parts)


def _fill(table: Table, stem: str, row: Mapping[str, str]) -> str | None:
    done = ""
    for piece in PIECE.finditer(stem):
        if piece["optional"] is not None:
            done += _fill(table, piece["optional"], row) or ""
        elif piece["cells"] is not None:
            cells = [row.get(c) if c in table.fields else c for c in piece["cells"].split("|")]
            cell = next((c for c in cells if c), None)
            if cell is None:
                return None
            done += cell.rsplit(":", 1)[-1].lower()
        else:
            done += piece["text"]
    return done


def ids_view(tables: Iterable[Table]) -> str:
    """Return the statement for a view of the ids that have a form: the stem that the row asks for, and the end."""
    selects = [
        f"SELECT '{made.table.name}' AS table_name, {made.table.key} AS row_id, '{made.table.key}' AS column_name, "
        f"{made.sql()} AS stem, '{made.ending}' AS ending FROM record.{made.table.name}"
        for made in map(form, tables)
        if made
    ]
    nothing = "SELECT NULL, NULL, NULL, NULL, NULL WHERE false"
    return "CREATE VIEW record.ids AS " + " UNION ALL ".join(selects or [nothing])

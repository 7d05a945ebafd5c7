"""The sources of a row or of one cell."""

from dataclasses import dataclass, fields
from datetime import date

from dokpamo import database
from dokpamo.contract import package
from dokpamo.errors import UnknownName


@dataclass(frozen=True)
class Citation:
    """One source and what it stands for: the whole row, or what it says of one cell (`stance`, `claim`, `claim_ko`)."""

    source_id: str
    title: str
    publisher: str | None
    published_on: date | None
    published_on_precision: str | None
    url: str | None
    column_name: str | None
    stance: str | None
    claim: str | None
    claim_ko: str | None
    is_inherited: bool
    is_title_seen: bool

    @property
    def day(self) -> str:
        """The day as far as it is known: 2026-01-15, 2026-01 or 2026; empty where the source has none."""
        if self.published_on is None:
            return ""
        return self.published_on.isoformat()[: {"year": 4, "month": 7}.get(self.published_on_precision or "", 10)]


COLUMNS = [field.name for field in fields(Citation)]


def cite(table: str, row: str, column: str | None = None) -> list[Citation]:
    """Return the sources of a row, the strongest first, then the claims on its cells; with `column`, on that cell.

    Raises `UnknownName` for a table, row or column that does not exist.

    >>> cite("results", "r1/naver-cloud")[0].publisher
    'Ministry of Science and ICT'
    >>> [(c.stance, c.claim) for c in cite("rounds", "r2", "announced_on") if c.stance]
    [('supports', '2026-08-18'), ('other-reading', '2026-08-19')]
    """
    contract = package()
    described = contract.get(table)
    if described.is_view:
        raise UnknownName("table", table, contract.tables, "표는")
    if column is not None:
        described.field(column)
    with database.connect_for("citations claims") as con:
        known = [cells[0] for cells in con.execute(f"SELECT {described.key} FROM {table}").fetchall()]
        if row not in known:
            raise UnknownName(f"row of {table}", row, known, f"행은 {table} 표에")
        rows = con.execute(
            """SELECT c.source_id, c.source_title, c.publisher, c.published_on, c.published_on_precision, c.url,
                   c.column_name, c.stance, k.value, coalesce(k.value_ko, k.value), c.is_inherited, c.is_title_seen
            FROM citations c LEFT JOIN claims k USING (claim_id)
            WHERE c.table_name = $table AND c.row_id = $row
              AND ($column IS NULL OR coalesce(c.column_name, $column) = $column)
            ORDER BY c.column_name NULLS FIRST, c.claim_id NULLS FIRST, c.position""",
            {"table": table, "row": row, "column": column},
        ).fetchall()
    return [Citation(*cells) for cells in rows]

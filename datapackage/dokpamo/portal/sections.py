"""What stands on the page of an entity: which rows of which table or view, found by which column."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dokpamo.contract import Table
from dokpamo.portal.columns import columns
from dokpamo.portal.record import Record, Row
from dokpamo.why.queries import FIRST_SCHEME

if TYPE_CHECKING:
    from dokpamo.portal.pages import View


@dataclass(frozen=True)
class Section:
    """The rows of a table or view that name the entity in a column.

    `only` are the columns to print, texts without the ending of their language; by default all that pages print.
    `where` is a column and the value that it must have. `phrase` names a heading of its own.
    """

    name: str
    column: str
    only: tuple[str, ...] = ()
    where: tuple[str, str] | None = None
    phrase: str = ""

    @property
    def anchor(self) -> str:
        return self.phrase or self.name

    def heading(self, table: Table, view: "View") -> str:
        """Return the heading: the title of the table, unless the section has one of its own."""
        return view.say(f"section_{self.phrase}") if self.phrase else table.text("title", view.lang)

    def columns(self, table: Table, lang: str) -> list[str]:
        """Return the columns to print in a language, the one that names the entity left out."""
        if not self.only:
            own = "" if table.is_view else table.key
            return [name for name in columns(table, lang) if name not in (self.column, own, "locator", "note")]
        return [self._column(table, name, lang) for name in self.only]

    def _column(self, table: Table, name: str, lang: str) -> str:
        """Return a column by its name, with the ending of the language where there is such a one."""
        return next((one for one in (f"{name}_{lang}", name) if one in table.fields), name)


def found(record: Record, kind: str, key: str) -> Iterator[tuple[Section, list[Row]]]:
    """Yield the sections of an entity that have rows."""
    for section in KINDS[kind]:
        rows = record.where(section.name, section.column, key)
        if section.where:
            rows = [row for row in rows if row[section.where[0]] == section.where[1]]
        if rows:
            yield section, rows


MEMBERS = ("role", "is_member", "since_on", "until_on", "capacity", "last_confirmed_on", "confidence", "source_ids")
MODEL = (
    "model_id",
    "released_on",
    "parameters_total",
    "parameters_active",
    "licence",
    "open_weights",
    "confidence",
    "source_ids",
)
PARTS = (
    *("component", "relations", "origins", "statements", "is_disputed", "answers", "responses"),
    *("withdrawn_lineage_ids", "source_ids"),
)
SCORES = (
    "criterion_id",
    "statistic",
    "points",
    "max_points",
    "is_official",
    "published_on",
    "confidence",
    "source_ids",
)
SUPPORT = (
    "kind",
    "stage",
    "round_id",
    "description",
    "amount_note",
    "is_disputed",
    "other_readings",
    "confidence",
    "source_ids",
)
TIE = ("counterpart_organisation_id", "counterpart_name", "kind", "stage", "since_on", "description", "relevance")
STORY = ("occurred_on", "title", "kind", "answers_event_id", "answered_by_event_ids", "confidence", "source_ids")
BOTH_SIDES = ("subject", "column_name", "cell_value", "cell_source_ids", "claim_value", "claim_source_ids", "responses")
GATE = ("round_id", "model_id", "gate", "basis", "sentence", "as_of_on", "caveat")
BOUNDS = (
    *("round_id", "model_id", "axis", "lower", "observed_low", "observed_high", "upper"),
    *("known_share", "read_share", "as_of_on", "caveat"),
)
CELLS = ("axis", "indicator_id", "lower_level", "upper_level", "top_level", "finding", "basis", "evidence_ids")
MARKS = (
    *("benchmark_id", "metric", "value", "mode", "setting", "reported_by", "snapshot_on", "index_version"),
    *("confidence", "source_ids"),
)
SHOWN_FIRST = ("scheme_id", FIRST_SCHEME)


def _index(column: str) -> tuple[Section, ...]:
    """Return the sections on independence, by team or model."""
    other = ("team_id",) if column == "model_id" else ()
    return (
        Section("independence_gate", column, (*other, *GATE)),
        Section("independence_scores", column, BOUNDS, SHOWN_FIRST),
    )


KINDS: dict[str, tuple[Section, ...]] = {
    "teams": (
        Section(
            "results",
            "team_id",
            ("round_id", "outcome", "announced_on", "ground", "reason", "confidence", "source_ids"),
        ),
        Section("consortium", "team_id", ("organisation_id", "organisation_kind", "entry_round_id", *MEMBERS)),
        Section("submissions", "team_id", ("round_id", "model_id", "is_scored", "basis", "confidence", "source_ids")),
        Section("model_lineup", "team_id", MODEL),
        Section("components", "team_id", ("model_id", *PARTS)),
        Section("scoreboard", "team_id", ("round_id", *SCORES)),
        Section("support_ledger", "team_id", SUPPORT),
        Section("ties", "team_id", ("organisation_id", *TIE, "confidence", "source_ids")),
        *_index("team_id"),
        Section("timeline", "team_ids", STORY),
        Section("contested", "team_id", BOTH_SIDES),
    ),
    "organisations": (
        Section("teams", "lead_organisation_id", ("team_id", "confidence", "source_ids"), phrase="leads"),
        Section("consortium", "organisation_id", ("team_id", "entry_round_id", *MEMBERS)),
        Section("shared_partners", "organisation_id"),
        Section("models", "organisation_id", MODEL),
        Section("ties", "organisation_id", ("team_id", *TIE, "confidence", "source_ids")),
        Section(
            "ties",
            "counterpart_organisation_id",
            ("team_id", "organisation_id", "kind", "stage", "since_on", "description", "confidence", "source_ids"),
            phrase="counterpart",
        ),
        Section(
            "lineage",
            "origin_organisation_id",
            ("model_id", "component", "relation", "stated_by", "status", "claim", "confidence", "source_ids"),
            phrase="origin",
        ),
        Section("organisations", "parent_organisation_id", ("organisation_id", "kind", "source_ids"), phrase="parts"),
        Section("identifiers", "organisation_id"),
        Section("aliases", "organisation_id"),
        Section("responses", "organisation_id"),
    ),
    "models": (
        Section("submissions", "model_id", ("round_id", "team_id", "is_scored", "basis", "confidence", "source_ids")),
        Section("repositories", "model_id"),
        Section("modalities", "model_id"),
        Section("components", "model_id", PARTS),
        Section(
            "lineage",
            "base_model_id",
            ("model_id", "component", "relation", "stated_by", "status", "claim", "confidence", "source_ids"),
            phrase="built_on",
        ),
        Section("artefacts", "model_id"),
        *_index("model_id"),
        Section("independence_cells", "model_id", CELLS),
        Section("benchmark_results", "model_id", MARKS),
        Section("contested", "model_id", BOTH_SIDES),
    ),
    "rounds": (
        Section("round_summary", "round_id"),
        Section(
            "results",
            "round_id",
            ("team_id", "outcome", "announced_on", "ground", "reason", "confidence", "source_ids"),
        ),
        Section("submissions", "round_id", ("team_id", "model_id", "is_scored", "basis", "confidence", "source_ids")),
        Section("criteria", "round_id"),
        Section("scoreboard", "round_id", ("criterion_id", "team_id", *SCORES[1:])),
        Section("consortium", "entry_round_id", ("team_id", "organisation_id", *MEMBERS)),
        Section("support_ledger", "round_id", ("kind", "team_id", *SUPPORT[1:])),
        Section("timeline", "round_id", (*STORY[:2], "team_ids", *STORY[2:])),
    ),
}
"""The sections of each kind of entity, in the order in which a reader asks for them."""

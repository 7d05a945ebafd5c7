"""The page of an entity as JSON: its row and the rows of its sections; the same for both languages."""

import json

from dokpamo.portal import LANGUAGES
from dokpamo.portal.pages import Page, Site
from dokpamo.portal.sections import found


def written(site: Site, page: Page) -> str:
    """Return the JSON of an entity's page."""
    record, (_, kind, file) = site.record, page.twin.split("/")
    key = file.removesuffix(".json")
    row = record.row(kind, key)
    sections: dict[str, object] = {}
    for section, rows in found(record, kind, key):
        names = record.contract.get(section.name).columns
        named = {f"{name.removesuffix('_id')}_name_{lang}" for name in names for lang in LANGUAGES}
        filled = [name for name in names if name not in named and any(one[name] is not None for one in rows)]
        sections[section.anchor] = {
            "table": section.name,
            "column": section.column,
            "columns": filled,
            "rows": [[one[name] for name in filled] for one in rows],
        }
    told = {
        "kind": kind,
        "id": key,
        "as_of_on": site.day,
        "version": record.contract.version,
        "license": record.contract.spec["licenses"][0]["name"],
        "row": {column: value for column, value in (row or {}).items() if value is not None},
        "sections": sections,
    }
    return json.dumps(told, ensure_ascii=False, default=str, separators=(",", ":")) + "\n"

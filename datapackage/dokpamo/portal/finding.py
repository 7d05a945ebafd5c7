"""Everything that has a name: as a plain list, and as a small index for the script that searches it.

Names stand in hangul and latin letters, with the alternative and romanised ones that the record holds.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from dokpamo.lookup import ENTITIES, NAMES
from dokpamo.portal import LANGUAGES, told
from dokpamo.portal.pages import Page, Site, View
from dokpamo.portal.words import both, data

INDEX = "search.json"
SAYS = ("label", "found", "found_one", "none", "lost")
"""What the script says, each a phrase of the interface beginning with `search_`."""


@dataclass
class Named:
    """One row that has a name: its table, id and address below the folder of a language, and all its names."""

    table: str
    row_id: str
    address: str
    names: dict[str, str]
    others: list[str] = field(default_factory=list)

    def more(self, lang: str) -> list[str]:
        """Return the names that do not stand first in a language."""
        return list(dict.fromkeys(name for name in (*self.names.values(), *self.others) if name != self.names[lang]))


def pages(site: Site) -> Iterator[Page]:
    """Yield the search page."""
    title, description = both("search_title"), both("search_description")
    yield Page("search/", "search.html", title, context, description, scripts=("search.js",))


def context(view: View) -> dict[str, Any]:
    """Return everything that has a name, by table and in the alphabetical order of ids."""
    found = list(named(view.site))
    groups = [(name, sorted((one for one in found if one.table == name), key=_by_id)) for name in ENTITIES]
    says = data(view.phrases("search", SAYS) | {"data": view.say("nav_data")})
    return {"groups": groups, "index": INDEX, "tables": view.record.contract.all.values(), "says": says}


def _by_id(one: Named) -> str:
    return one.row_id


def named(site: Site) -> Iterator[Named]:
    """Yield every row that can be found by a name."""
    record = site.record
    for name in ENTITIES:
        table = record.contract.tables[name]
        for row in record.rows(name):
            key = str(row[table.key])
            names = {lang: record.name(name, key, lang) for lang in LANGUAGES}
            others = [str(row[column]) for column in NAMES if row.get(column)]
            if name == "organisations":
                others += [str(one["alias"]) for one in record.where("aliases", "organisation_id", key)]
                others += [str(one["value"]) for one in record.where("identifiers", "organisation_id", key)]
            others = [other for other in dict.fromkeys(others) if other not in names.values()]
            yield Named(name, key, str(site.places.row(name, key)), names, others)


def index(site: Site) -> str:
    """Return the index: the tables and views, then the named rows, each as a short list.

    A row is [table, id, name in Korean, name in English, other names, address below the folder of a language].
    """
    contract = site.record.contract
    rows: list[list[Any]] = [
        ["data", table.name, table.text("title", "ko"), table.text("title"), [], site.places.table(table.name)]
        for table in contract.all.values()
    ]
    rows += [[one.table, one.row_id, one.names["ko"], one.names["en"], one.others, one.address] for one in named(site)]
    kinds = {name: told(contract.tables[name], "title") for name in ENTITIES}
    return json.dumps({"kinds": kinds, "rows": rows}, ensure_ascii=False, separators=(",", ":")) + "\n"

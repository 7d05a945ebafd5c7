"""From what stands on the portal and what should stand there to the calls that lead from one to the other.

All metadata and files change in one call, `package_revise`, which CKAN carries out wholly or not at all; so a dataset
is never half of one release and half of another. The tables of the DataStore follow, each replaced by itself and
stamped with its file's hash in the same transaction; what was interrupted is therefore seen, and done, by the next run.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dokpamo.ckan.actions import Action, Id
from dokpamo.ckan.wanted import MARK, Wanted
from dokpamo.errors import PortalError


@dataclass(frozen=True)
class Standing:
    """What stands on the portal: the dataset as `package_show` tells it, columns and numbers of rows of its tables."""

    dataset: dict[str, Any] | None = None
    fields: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    has_datastore: bool = True

    @property
    def resources(self) -> list[dict[str, Any]]:
        return list(self.dataset["resources"]) if self.dataset else []

    @property
    def ids(self) -> dict[str, str]:
        """The ids of the resources by their names; of two with one name, that of ours."""
        return {r["name"]: r["id"] for r in sorted(self.resources, key=lambda r: MARK in r)}


def plan(wanted: Wanted, standing: Standing) -> list[Action]:
    """Return the calls that make what stands there what is wanted: none where it is that already.

    Raises `PortalError` if a dataset of that name belongs to another organisation.
    """
    found = standing.dataset
    if found and found["owner_org"] != wanted.owner:
        owner = (found.get("organization") or {}).get("name", found["owner_org"])
        raise PortalError(
            f"the dataset {wanted.name!r} belongs to another organisation ({owner}); publish under another --name",
            f"데이터셋 {wanted.name!r}의 소유 기관이 다릅니다({owner}). --name으로 다른 이름을 지정하세요.",
        )
    return [
        *_created(wanted, standing),
        *_revised(wanted, standing),
        *_tables(wanted, standing),
        *_withdrawn(wanted, standing),
    ]


def _created(wanted: Wanted, standing: Standing) -> list[Action]:
    """A new dataset begins empty and private: nobody sees it before its files are there."""
    if standing.dataset:
        return []
    data = {"name": wanted.name, "title": wanted.dataset["title"], "owner_org": wanted.owner, "private": True}
    return [Action("package_create", f"the dataset {wanted.name}, not yet public", data)]


def _revised(wanted: Wanted, standing: Standing) -> list[Action]:
    data, uploads = _files(wanted, standing)
    changed = _metadata(wanted, standing)
    if not (data or changed):
        return []
    found = standing.dataset
    match = {"id": found["id"], "metadata_modified": found["metadata_modified"]} if found else {"name": wanted.name}
    replaced = [f"-{key}" for key in ("tags", "extras") if key in changed]
    about = [*(["metadata"] if changed else []), *(path.name for path in uploads.values())]
    order = [r["name"] for r in standing.resources]
    return [
        Action(
            "package_revise",
            ", ".join(about) or "what is said of the files",
            {"match": match, "filter": replaced, "update": changed} | data,
            uploads,
            order=(*order, *(name for name in wanted.resources if name not in order)),
        )
    ]


def _metadata(wanted: Wanted, standing: Standing) -> dict[str, Any]:
    """Return the dataset's properties that differ. Extras of others are kept; a first upload makes it public."""
    found = standing.dataset or {}
    tags = {tag["name"] for tag in found.get("tags", [])}
    extras = {extra["key"]: extra["value"] for extra in found.get("extras", [])}
    ours = {extra["key"]: extra["value"] for extra in wanted.dataset["extras"]}
    changed = {key: value for key, value in wanted.dataset.items() if (found.get(key) or "") != value}
    if tags == {tag["name"] for tag in wanted.dataset["tags"]}:
        del changed["tags"]
    changed["extras"] = [{"key": key, "value": value} for key, value in (extras | ours).items()]
    if extras | ours == extras:
        del changed["extras"]
    return changed if found.get("resources") else changed | {"private": False}


def _files(wanted: Wanted, standing: Standing) -> tuple[dict[str, Any], dict[str, Path]]:
    """Return the changes of files and of what is said of them, and the uploads, as parameters of package_revise."""
    ids, found = standing.ids, {r["id"]: r for r in standing.resources}
    new = [name for name in wanted.resources if name not in ids]
    data: dict[str, Any] = {"update__resources__extend": [wanted.resources[name] for name in new]} if new else {}
    uploads = {f"update__resources__{at}__upload": wanted.files[name].place for at, name in enumerate(new, len(found))}
    for name, should in wanted.resources.items():
        if name in new:
            continue
        there = found[ids[name]]
        changed = {key: value for key, value in should.items() if there.get(key) != value}
        if changed:
            data[f"update__resources__{ids[name]}"] = changed
        if not wanted.files[name].is_known_by(there.get("hash")):
            uploads[f"update__resources__{ids[name]}__upload"] = wanted.files[name].place
    return data, uploads


def _tables(wanted: Wanted, standing: Standing) -> list[Action]:
    """Replace the tables whose columns, texts or rows differ. Between the two calls a table is missing, never wrong."""
    if not standing.has_datastore:
        return []
    actions = []
    for name, fields in wanted.fields.items():
        file = wanted.files[name]
        if standing.fields.get(name) == fields and standing.rows[name] == file.rows:
            continue
        where = {"resource_id": Id(name), "force": True}
        if name in standing.fields:
            actions.append(Action("datastore_delete", f"the old table of {name}", where))
        assert file.table
        rows = {"primary_key": file.table.grain, "records": file, "calculate_record_count": True}
        actions.append(Action("datastore_create", f"the table of {name}", where | {"fields": fields} | rows))
    return [*_previews(wanted, standing), *actions]


def _previews(wanted: Wanted, standing: Standing) -> list[Action]:
    """Give new tables the portal's own previews, which `package_revise` doesn't; those that stand are not made twice.

    This comes before the tables are there, so that a run that was cut makes up for it, and says that they are.
    """
    new = [name for name in wanted.fields if name not in standing.fields]
    if not new:
        return []
    resources = [{"id": Id(name), "datastore_active": True, "url": name} | wanted.resources[name] for name in new]
    data = {"package": {"id": wanted.name, "resources": resources}, "create_datastore_views": True}
    return [Action("package_create_default_resource_views", "the portal's previews of new tables", data)]


def _withdrawn(wanted: Wanted, standing: Standing) -> list[Action]:
    """Take away what an earlier release brought and this one no longer has; what others added stays."""
    kept = set(wanted.resources)
    return [
        Action("resource_delete", f"{r['name']}, which the release no longer has", {"id": r["id"]})
        for r in standing.resources
        if MARK in r and r["name"] not in kept
    ]

"""Talking with a CKAN portal: every call bounded in time, every refusal a sentence."""

import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import Any

from dokpamo.ckan.actions import Action
from dokpamo.ckan.planning import Standing
from dokpamo.ckan.wanted import MARK
from dokpamo.errors import BadInput, MissingExtra, PortalError, Unanswered

try:
    import ckanapi
    import requests
except ImportError as error:  # pragma: no cover
    raise MissingExtra("ckanapi", "publish") from error


class Portal:
    """A CKAN at an address, spoken to with one token."""

    def __init__(self, url: str, token: str, timeout: float = 120) -> None:
        """Raise `BadInput` if `url` is no web address; nothing is called yet."""
        if not url.startswith(("http://", "https://")):
            raise BadInput(
                f"{url}: not the address of a portal; write https://…",
                f"{url}: 포털 주소가 아닙니다. https://…로 쓰세요",
            )
        self.url, self.timeout = url.rstrip("/"), timeout
        session = requests.Session()
        session.hooks["response"].append(_answered)
        self.remote = ckanapi.RemoteCKAN(self.url, apikey=token, session=session)

    def call(self, action: str, data: Mapping[str, Any] | None = None, files: Any = None) -> Any:
        """Return what an action answers; raise `Unanswered` or a ckanapi error."""
        try:
            return self.remote.call_action(
                action, dict(data or {}), files=files, requests_kwargs={"timeout": (10, self.timeout)}
            )
        except requests.Timeout:
            raise Unanswered(
                f"{self.url} did not answer {action} within {self.timeout:g} s",
                f"{self.url}에서 {self.timeout:g}초 안에 {action} 응답이 없습니다.",
            ) from None
        except requests.RequestException as error:
            raise Unanswered(
                f"{self.url} can't be reached ({_cause(error)})", f"{self.url}에 연결할 수 없습니다({_cause(error)})."
            ) from None

    def organisation(self, name: str) -> str:
        """Return the id of an organisation in which the token may publish; raise `PortalError` if there is none."""
        with refusals("organization_list_for_user"):
            found = self.call("organization_list_for_user", {"permission": "create_dataset"})
        for organisation in found:
            if name in (organisation["name"], organisation["id"]):
                return str(organisation["id"])
        known = ", ".join(sorted(organisation["name"] for organisation in found))
        if not known:
            raise PortalError(
                "the portal knows no organisation in which this token may publish: it is unknown or has expired, "
                "or its user is no editor",
                "이 토큰으로 게시할 수 있는 기관이 없습니다. 토큰이 틀렸거나 만료되었거나, "
                "사용자에게 편집 권한이 없는 경우입니다.",
            )
        raise PortalError(
            f"this token may not publish in an organisation {name!r}; it may in: {known}",
            f"이 토큰으로는 기관 {name!r}에 게시할 수 없습니다. 게시할 수 있는 기관: {known}.",
        )

    def standing(self, name: str) -> Standing:
        """Return what stands under a dataset's name; nothing where there is none or it was deleted."""
        has_datastore = self._exists("help_show", {"name": "datastore_create"}) is not None
        dataset = self._exists("package_show", {"id": name})
        if dataset is None or dataset["state"] == "deleted":
            return Standing(has_datastore=has_datastore)
        active = [r for r in dataset["resources"] if r.get("datastore_active") and MARK in r]
        found = {r["name"]: self._exists("datastore_info", {"resource_id": r["id"]}) for r in active}
        tables = {name: table for name, table in found.items() if table}
        rows = {name: table["meta"]["count"] for name, table in tables.items()}
        return Standing(dataset, {name: _fields(table) for name, table in tables.items()}, rows, has_datastore)

    def _exists(self, action: str, data: dict[str, Any]) -> Any:
        """Return what a reading action answers, None if there is no such thing."""
        with refusals(action):
            try:
                return self.call(action, data)
            except ckanapi.NotFound:
                return None

    def carry_out(self, action: Action, ids: dict[str, str]) -> dict[str, str]:
        """Make a call and return the ids of the resources that it tells of; raise `PortalError` if it is refused."""
        data = action.filled(ids)
        with ExitStack() as stack, refusals(action.name, action.about, action.order):
            files = {name: (p.name, stack.enter_context(p.open("rb"))) for name, p in action.uploads.items()}
            if files:  # a request with files is no JSON; CKAN reads JSON in its single values
                data = {key: json.dumps(value) for key, value in data.items()}
            answer = self.call(action.name, data, files)
        revised = answer["package"]["resources"] if action.name == "package_revise" else []
        return {resource["name"]: resource["id"] for resource in revised}


@contextmanager
def refusals(action: str, about: str = "", order: tuple[str, ...] = ()) -> Iterator[None]:
    """Turn what CKAN refuses inside the block into a `PortalError`."""
    what = f"{action} ({about})" if about else action
    try:
        yield
    except ckanapi.NotAuthorized as error:
        why = "; ".join(_messages(error.args[0], order)) or "not authorised"
        raise PortalError(
            f"the portal refuses the token for {what}: {why}", f"포털이 {what}에서 토큰을 거부했습니다: {why}."
        ) from None
    except ckanapi.ValidationError as error:
        if "match" in error.error_dict:
            raise Unanswered(
                "somebody else changed the dataset at the same time", "그사이 다른 사람이 데이터셋을 바꾸었습니다."
            ) from None
        why = "; ".join(_messages(error.error_dict, order))
        raise PortalError(f"CKAN refuses {what}: {why}", f"CKAN이 {what} 호출을 거부했습니다: {why}.") from None
    except (ckanapi.CKANAPIError, ckanapi.ServerIncompatibleError) as error:
        raise PortalError(
            f"CKAN fails at {what}: {error}", f"CKAN이 {what} 호출을 처리하지 못했습니다: {error}."
        ) from None


def _answered(response: requests.Response, *_: Any, **__: Any) -> None:
    """Stop at an answer that only says that the server has failed, is busy, or is elsewhere."""
    action = response.request.path_url.rpartition("/")[2]
    if response.status_code >= 500 or response.status_code == 429:
        raise Unanswered(
            f"the portal answers {action} with {response.status_code} {response.reason}",
            f"포털이 {action}에 {response.status_code} {response.reason}로 응답했습니다.",
        )
    if response.is_redirect:
        there = response.headers["location"]
        raise PortalError(
            f"the portal has moved: it sends {action} to {there}; write that address after --url",
            f"포털 주소가 바뀌었습니다: {action} 호출을 {there}로 보냅니다. --url에 그 주소를 쓰세요.",
        )
    kind = response.headers.get("content-type", "nothing").partition(";")[0]
    if kind != "application/json":
        told = f"{response.status_code} {response.reason}, {kind}"
        raise PortalError(
            f"this is no answer of a CKAN to {action} ({told}): is --url right, "
            "and does the portal take files of this size?",
            f"{action}의 응답이 CKAN의 것이 아닙니다({told}). "
            "--url이 맞는지, 포털이 이 크기의 파일을 받는지 확인하세요.",
        )


def _fields(table: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the columns of a DataStore table as `datastore_create` takes them."""
    return [{"id": f["id"], "type": f["type"], "info": f.get("info", {})} for f in table["fields"] if f["id"] != "_id"]


def _cause(error: Exception) -> str:
    """Return the innermost reason, without the objects around it."""
    return str(error).rpartition("] ")[2].rstrip(")'\"") or type(error).__name__


def _messages(errors: Any, order: tuple[str, ...], place: str = "") -> Iterator[str]:
    """Yield CKAN's complaints with where they belong; a resource is told by its name."""
    if isinstance(errors, Mapping):
        for key, below in errors.items():
            if not str(key).startswith("__"):
                yield from _messages(below, order, "" if key in ("resources", "message") else f"{place}{key}: ")
    elif isinstance(errors, list) and errors and isinstance(errors[0], Mapping):
        for at, below in enumerate(errors):
            yield from _messages(below, order, f"{order[at] if at < len(order) else at} ")
    elif isinstance(errors, list):
        yield from (f"{place}{error}" for error in errors)
    elif errors:
        yield f"{place}{errors}"

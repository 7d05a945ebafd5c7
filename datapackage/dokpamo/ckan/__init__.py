"""A release on a CKAN portal: what stands there is compared with what should, and only the difference is written."""

import time
from collections.abc import Callable, Sequence

from dokpamo.ckan.actions import Action
from dokpamo.ckan.planning import Standing, plan
from dokpamo.ckan.portal import Portal
from dokpamo.ckan.release import Release
from dokpamo.ckan.wanted import Wanted, wanted
from dokpamo.errors import PortalError, Unanswered

PAUSES = (2.0, 8.0)
"""Seconds to wait before trying again where a portal doesn't answer."""


def publish(
    portal: Portal,
    release: Release,
    organisation: str,
    name: str = "",
    tell: Callable[[str], None] = lambda line: None,
    dry_run: bool = False,
    pauses: Sequence[float] | None = None,
) -> list[Action]:
    """Bring the dataset `name` (by default the release's own) up to date; return the actions that this took.

    Where the portal doesn't answer, what stands there is read and compared again: no call is ever repeated blindly.
    Raises `PortalError` with how far it came; the next run completes it. With `dry_run` nothing is written and the
    actions that it would take come back.
    """
    done: list[Action] = []
    waits = list(PAUSES if pauses is None else pauses)
    while True:
        try:
            _once(portal, release, organisation, name or release.about.name, tell, dry_run, done)
            return done
        except Unanswered as error:
            if not waits:
                raise _how_far(error, done) from None
            tell(f"{error}; trying again in {waits[0]:g} s")
            time.sleep(waits.pop(0))
        except PortalError as error:
            raise _how_far(error, done) from None


def _once(
    portal: Portal,
    release: Release,
    organisation: str,
    name: str,
    tell: Callable[[str], None],
    dry_run: bool,
    done: list[Action],
) -> None:
    goal = wanted(release, name, portal.organisation(organisation))
    standing = portal.standing(name)
    actions = plan(goal, standing)
    if dry_run:
        done += actions
        return
    ids = standing.ids
    for action in actions:
        tell(f"{action.name}: {action.about}")
        ids |= portal.carry_out(action, ids)
        done.append(action)


def _how_far(error: PortalError, done: list[Action]) -> PortalError:
    """Return the error with what was written before it."""
    if not done:
        return PortalError(f"{error.en}; nothing was changed", f"{error.ko} 바뀐 것은 없습니다.")
    return PortalError(
        f"{error.en}; what was done before it stands (calls: {len(done)}), run this again to complete the dataset",
        f"{error.ko} 그 전까지는 반영되었으니(호출 {len(done)}건) 다시 실행하면 나머지를 마칩니다.",
    )


__all__ = ["Action", "Portal", "Release", "Standing", "Wanted", "plan", "publish", "wanted"]

"""A release on a CKAN portal: what stands there is compared with what should, and only the difference is written."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

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
    run = _Run(portal, release, organisation, name or release.about.name, tell)
    waits = list(PAUSES if pauses is None else pauses)
    while True:
        try:
            if dry_run:
                return run.planned()[0]
            run.try_once()
            return run.done
        except Unanswered as error:
            if not waits:
                raise run.how_far(error) from None
            tell(f"{error}; trying again in {waits[0]:g} s")
            time.sleep(waits.pop(0))
        except PortalError as error:
            raise run.how_far(error) from None


@dataclass
class _Run:
    """One publication, however often it has to be tried."""

    portal: Portal
    release: Release
    organisation: str
    name: str
    tell: Callable[[str], None]
    done: list[Action] = field(default_factory=list)
    is_unsure: bool = False

    def planned(self) -> tuple[list[Action], dict[str, str]]:
        """Return the calls that it takes from here, and the ids of the resources that stand there."""
        goal = wanted(self.release, self.name, self.portal.organisation(self.organisation))
        standing = self.portal.standing(self.name)
        return plan(goal, standing), standing.ids

    def try_once(self) -> None:
        actions, ids = self.planned()
        for action in actions:
            self.tell(f"{action.name}: {action.about}")
            try:
                ids |= self.portal.carry_out(action, ids)
            except Unanswered:
                self.is_unsure = True
                raise
            self.done.append(action)

    def how_far(self, error: PortalError) -> PortalError:
        """Return the error with what was written before it."""
        if not self.done and not self.is_unsure:
            return PortalError(f"{error.en}; nothing was changed", f"{error.ko} 바뀐 것은 없습니다.")
        return PortalError(
            f"{error.en}; what was done before it stands (calls: {len(self.done)}), "
            "run this again to complete the dataset",
            f"{error.ko} 그 전까지는 반영되었으니(호출 {len(self.done)}건) 다시 실행하면 나머지를 마칩니다.",
        )


__all__ = ["Action", "Portal", "Release", "Standing", "Wanted", "plan", "publish", "wanted"]

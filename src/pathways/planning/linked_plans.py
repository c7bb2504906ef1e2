"""The plans that a team's people have linked: read afresh from their files, never copied in."""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping
from enum import Enum
from pathlib import Path

import msgspec

from pathways.i18n import _
from pathways.model import plan as plan_model
from pathways.model.day import date_of
from pathways.model.plan import Plan, Row
from pathways.model.team import Person, Team
from pathways.planning.standing import PlanStanding, Shown, Word
from pathways.store.file_error import FileError
from pathways.store.file_name import leads_away
from pathways.store.plan_file import read_plan

_Stamp = tuple[int, int]
_WORDS: dict[plan_model.Standing, Word] = {
    plan_model.Standing.SHOWN: "shown",
    plan_model.Standing.PARTLY: "partly",
    plan_model.Standing.NOT_YET: "not-yet",
    plan_model.Standing.NO_OPPORTUNITY: "no-opportunity",
    plan_model.Standing.UNSAID: "unsaid",
}


class LinkState(str, Enum):
    """What became of a link to a plan."""

    NONE = "none"
    READ = "read"
    GONE = "gone"
    OUTSIDE = "outside"
    UNREADABLE = "unreadable"


class PlanLink(msgspec.Struct, frozen=True, kw_only=True):
    """A person's plan as it is now: ``message`` says what is wrong, or that it is newer.

    ``plan`` and ``standing`` are None unless it was read.
    """

    state: LinkState
    path: Path | None = None
    plan: Plan | None = None
    standing: PlanStanding | None = None
    message: str = ""


class LinkedPlans:
    """Reads the plans of a team; a file that has not changed since is not read again."""

    def __init__(self) -> None:
        self._read: dict[Path, tuple[_Stamp, Plan | FileError]] = {}

    def links(self, team: Team, folder: Path) -> dict[str, PlanLink]:
        """Return the plan of each person, by their id, as its file is now."""
        return {person.id: self.link(person, folder) for person in team.people}

    def link(self, person: Person, folder: Path) -> PlanLink:
        """Return the plan of one person as its file is now.

        Only a plan in the team's own folder, or below it, is read.
        """
        if not person.plan:
            return PlanLink(state=LinkState.NONE)
        path = folder / person.plan
        if leads_away(person.plan) or not _is_inside(path, folder):
            message = _(
                "The plan “{path}” lies outside the team’s folder. Put it there to have it read."
            )
            return PlanLink(
                state=LinkState.OUTSIDE, path=path, message=message.format(path=person.plan)
            )
        try:
            found = path.stat()
        except (OSError, ValueError):
            message = _("The plan “{path}” is gone.").format(path=person.plan)
            return PlanLink(state=LinkState.GONE, path=path, message=message)
        plan = self._plan(path, (found.st_mtime_ns, found.st_size))
        if isinstance(plan, FileError):
            return PlanLink(state=LinkState.UNREADABLE, path=path, message=str(plan))
        saved = datetime.date.fromtimestamp(found.st_mtime)
        return _read(person, path, plan, saved)

    def _plan(self, path: Path, stamp: _Stamp) -> Plan | FileError:
        kept = self._read.get(path)
        if kept and kept[0] == stamp:
            return kept[1]
        try:
            plan: Plan | FileError = read_plan(path)
        except FileError as error:
            plan = error
        self._read[path] = stamp, plan
        return plan


def standings(links: Mapping[str, PlanLink]) -> dict[str, PlanStanding]:
    """Return the standing of everybody whose plan could be read."""
    return {person: link.standing for person, link in links.items() if link.standing}


def standing_of(plan: Plan, aim: str = "") -> PlanStanding:
    """Return what a plan says, statement by statement: of one aim, where the plan has it."""
    aims = tuple(place.id for place in plan.aims)
    asked = {row.id for row in plan.asked}
    rows = tuple(
        _shown(plan, row, row.id in asked and row.changed != "gone")
        for row in plan.rows
        if aim not in aims or aim in row.aims
    )
    return PlanStanding(rows=rows)


def plan_path(path: Path, folder: Path) -> str:
    """Return how a team's file names a plan: from its folder on; "" for one outside it."""
    if not _is_inside(path, folder):
        return ""
    return Path(os.path.relpath(os.path.realpath(path), os.path.realpath(folder))).as_posix()


def _read(person: Person, path: Path, plan: Plan, saved: datetime.date) -> PlanLink:
    talked = date_of(person.last_talk)
    aims = [place.id for place in plan.aims]
    told = []
    if talked is not None and saved > talked:
        told.append(_("The plan is newer than the last conversation."))
    if person.aim and person.aim not in aims:
        told.append(_("The plan has another aim than the team’s file."))
    return PlanLink(
        state=LinkState.READ,
        path=path,
        plan=plan,
        standing=standing_of(plan, person.aim),
        message=" ".join(told),
    )


def _shown(plan: Plan, row: Row, counted: bool) -> Shown:
    evidence = plan.evidence_of.get(row.id, ())
    view = row.manager
    by = [one.confirmed_by for one in evidence if one.confirmed_by]
    if view and view.who:
        by.insert(0, view.who)
    return Shown(
        text=row.text,
        standing=_WORDS[row.standing],
        evidence=tuple(one.result for one in evidence),
        confirmed=view.standing.value if view and view.standing.value != "none" else "",
        by=", ".join(dict.fromkeys(by)),
        counted=counted,
    )


def _is_inside(path: Path, folder: Path) -> bool:
    try:
        inside, outside = os.path.realpath(path), os.path.realpath(folder)
        return os.path.commonpath([inside, outside]) == outside
    except (OSError, ValueError):  # a name that no file can have, or another drive
        return False

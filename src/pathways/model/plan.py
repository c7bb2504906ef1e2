"""A person's plan: what the next grade asks for, what of it is shown, what is done next, what was
agreed.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import cached_property
from typing import Annotated, Literal, TypeVar

import msgspec

from pathways.i18n import _
from pathways.model.day import Day
from pathways.model.framework import Id, Text
from pathways.model.part import Part
from pathways.model.reference import Fingerprint, StatementRef

FORMAT = 1

RowVerdict = Literal["unchanged", "reworded", "raised", "eased", "changed", "new", "not-stated"]
TextChange = Literal["", "reworded", "changed", "gone"]
Brought = Literal["row", "standing", "note", "manager"]
Included = Literal["evidence", "notes"]
ASKED = ("new", "raised", "changed", "not-stated")
"""The verdicts on what is asked for beyond one's own grade; on some of it, the document of one's
own grade has no section to compare with.
"""


class Standing(str, Enum):
    """How far a person shows what a statement asks for."""

    SHOWN = "shown"
    PARTLY = "partly"
    NOT_YET = "not-yet"
    NO_OPPORTUNITY = "no-opportunity"
    UNSAID = "none"

    @property
    def word(self) -> str:
        """Return the standing in words for people."""
        return {
            Standing.SHOWN: _("shown already"),
            Standing.PARTLY: _("in part"),
            Standing.NOT_YET: _("not yet"),
            Standing.NO_OPPORTUNITY: _("no opportunity in my post"),
            Standing.UNSAID: _("nothing said"),
        }[self]

    @property
    def short(self) -> str:
        """Return the word for narrow places."""
        return _("no opportunity") if self is Standing.NO_OPPORTUNITY else self.word

    @property
    def sign(self) -> str:
        """Return the sign that stands beside the word, so that nothing rests on colour."""
        return {
            Standing.SHOWN: "●",
            Standing.PARTLY: "◐",
            Standing.NOT_YET: "○",
            Standing.NO_OPPORTUNITY: "⊘",
            Standing.UNSAID: "·",
        }[self]


class ActionKind(str, Enum):
    """What a development action is."""

    WORK = "work"
    ACTING_UP = "acting-up"
    SHADOWING = "shadowing"
    PROJECT = "project"
    COURSE = "course"
    READING = "reading"
    MENTORING = "mentoring"
    UNSAID = ""

    @property
    def word(self) -> str:
        """Return the kind in words for people."""
        return {
            ActionKind.WORK: _("work to ask for"),
            ActionKind.ACTING_UP: _("acting up"),
            ActionKind.SHADOWING: _("shadowing"),
            ActionKind.PROJECT: _("project"),
            ActionKind.COURSE: _("course"),
            ActionKind.READING: _("reading"),
            ActionKind.MENTORING: _("mentoring"),
            ActionKind.UNSAID: "",
        }[self]


class Place(Part, frozen=True, kw_only=True):
    """A grade or role by its id, with its title and the id of its framework."""

    id: Id
    title: Text
    framework: Id


class Basis(Part, frozen=True, kw_only=True):
    """A framework that the plan rests on; ``version`` changes with any of its statements.

    ``restated`` where its text is in other words than the document's own.
    """

    id: Id
    title: Text
    version: Fingerprint
    organisation: str = ""
    restated: bool = False


class View(Part, frozen=True, kw_only=True):
    """What the manager says of a statement."""

    standing: Standing = Standing.UNSAID
    note: str = ""
    who: str = ""
    date: Day = ""

    def __bool__(self) -> bool:
        """Tell whether anything is said."""
        return self.standing is not Standing.UNSAID or bool(self.note)


class Row(Part, frozen=True, kw_only=True):
    """A statement of one or more aims, and what the person says of it.

    ``statement`` is what it rests on now; ``was`` is the text before the framework changed, until
    the person has seen the change. ``before`` is what the person's own grade says, ``allowed`` a
    text of it that allows this already. ``brought`` names what came in with somebody else's copy.
    """

    id: Id
    statement: StatementRef
    aims: tuple[Id, ...]
    dimension: Id
    subject: str
    verdict: RowVerdict
    before: StatementRef | None = None
    why: str = ""
    allowed: str = ""
    essential: bool = False
    standing: Standing = Standing.UNSAID
    note: str = ""
    weight: Annotated[int, msgspec.Meta(ge=0, le=9)] = 0
    manager: View | None = None
    changed: TextChange = ""
    was: str = ""
    brought: tuple[Brought, ...] = ()

    @property
    def text(self) -> str:
        """Return the statement."""
        return self.statement.text

    @property
    def differs(self) -> bool:
        """Tell whether the manager sees it otherwise than the person."""
        return (
            self.manager is not None
            and self.manager.standing is not Standing.UNSAID
            and self.manager.standing is not self.standing
        )


class Evidence(Part, frozen=True, kw_only=True):
    """Something the person did; it may serve several rows. ``links`` are names or addresses of
    files, never followed.
    """

    id: Id
    rows: tuple[Id, ...]
    result: str
    situation: str = ""
    task: str = ""
    action: str = ""
    date: Day = ""
    links: tuple[str, ...] = ()
    confirmed_by: str = ""
    confirmed_on: Day = ""
    brought: bool = False


class Action(Part, frozen=True, kw_only=True, rename={"with_whom": "with"}):
    """Something to do about one or more rows; ``by`` is the day it is to be done by."""

    id: Id
    rows: tuple[Id, ...]
    do: str
    kind: ActionKind = ActionKind.UNSAID
    by: Day = ""
    with_whom: str = ""
    done: bool = False
    brought: bool = False


class Agreement(Part, frozen=True, kw_only=True):
    """What was agreed, on a day; about some rows, or in general."""

    id: Id
    text: str
    date: Day = ""
    rows: tuple[Id, ...] = ()
    brought: bool = False


Item = Evidence | Action | Agreement
AnyItem = TypeVar("AnyItem", Evidence, Action, Agreement)


class Value(Part, frozen=True, kw_only=True):
    """One of the values in conflict; the part that the conflict is about is there."""

    standing: Standing | None = None
    note: str | None = None
    manager: View | None = None
    evidence: Evidence | None = None
    action: Action | None = None
    agreed: Agreement | None = None


Field = Literal["standing", "note", "manager", "evidence", "action", "agreed"]


class Conflict(Part, frozen=True, kw_only=True):
    """What two files say differently: all values, kept until somebody chooses.

    ``about`` is the id of the row, or of the evidence, action or agreement. A conflict that is
    ``settled`` stays, so that bringing in the same copy again does not raise it anew.
    """

    about: Id
    field: Field
    values: tuple[Value, ...]
    settled: bool = False


class Copy(Part, frozen=True, kw_only=True, rename={"included": "with"}):
    """What makes a file a copy for the manager.

    ``seal`` fits what the person had said when the copy was made; where it does not, somebody has
    changed that by hand.
    """

    seal: Fingerprint
    made: Day = ""
    included: tuple[Included, ...] = ()
    who: str = ""


class Plan(Part, frozen=True, kw_only=True, dict=True, rename={"start": "from", "aims": "to"}):
    """From where, to where, and everything said on the way.

    ``removed`` are the ids of what the person took out, so that no copy brings it back.
    """

    format: Annotated[int, msgspec.Meta(ge=1, le=FORMAT)]
    id: Id
    start: Place
    aims: Annotated[tuple[Place, ...], msgspec.Meta(min_length=1)]
    frameworks: tuple[Basis, ...]
    name: str = ""
    begun: Day = ""
    reviews: tuple[Day, ...] = ()
    copy: Copy | None = None
    rows: tuple[Row, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    actions: tuple[Action, ...] = ()
    agreed: tuple[Agreement, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    removed: tuple[Id, ...] = ()

    @cached_property
    def row_of(self) -> dict[str, Row]:
        """Return the rows by their ids."""
        return {row.id: row for row in self.rows}

    @cached_property
    def asked(self) -> tuple[Row, ...]:
        """Return the rows that count: what is new, raised or changed, and whatever the person or
        the manager has said something on.
        """
        return tuple(row for row in self.rows if row.verdict in ASKED or self._spoken_of(row))

    @cached_property
    def held(self) -> tuple[Row, ...]:
        """Return the other rows: what the person's own grade asks for already."""
        asked = {row.id for row in self.asked}
        return tuple(row for row in self.rows if row.id not in asked)

    @cached_property
    def evidence_of(self) -> dict[str, tuple[Evidence, ...]]:
        """Return the evidence by row."""
        return _by_row(self.evidence)

    @cached_property
    def actions_of(self) -> dict[str, tuple[Action, ...]]:
        """Return the development actions by row."""
        return _by_row(self.actions)

    @cached_property
    def agreed_of(self) -> dict[str, tuple[Agreement, ...]]:
        """Return what was agreed by row; what is about none is under ""."""
        return _by_row(self.agreed) | {"": tuple(one for one in self.agreed if not one.rows)}

    @cached_property
    def open_conflicts(self) -> tuple[Conflict, ...]:
        """Return the conflicts in which nobody has chosen."""
        return tuple(conflict for conflict in self.conflicts if not conflict.settled)

    def said_here(self, row: Row) -> View:
        """Return what whoever has this file says of a row: the person, in a copy the manager."""
        if self.copy:
            return row.manager or View()
        return View(standing=row.standing, note=row.note)

    def said_there(self, row: Row) -> View | None:
        """Return what the other of the two says of a row; None where nothing was said."""
        if not self.copy:
            return row.manager
        return View(standing=row.standing, note=row.note) or None

    @property
    def items(self) -> Iterator[Item]:
        """Yield all evidence, actions and agreements."""
        yield from self.evidence
        yield from self.actions
        yield from self.agreed

    @property
    def title(self) -> str:
        """Return what people call the plan: from where to where, and whose it is."""
        aims = _(" and ").join(place.title for place in self.aims)
        step = _("From {start} to {aims}").format(start=self.start.title, aims=aims)
        return _("{step}: {name}").format(step=step, name=self.name) if self.name else step

    def _spoken_of(self, row: Row) -> bool:
        said = row.standing is not Standing.UNSAID or row.note or row.manager or row.changed
        return bool(said) or row.id in self._with_items

    @cached_property
    def _with_items(self) -> frozenset[str]:
        return frozenset(row for item in self.items for row in item.rows)


def _by_row(items: tuple[AnyItem, ...]) -> dict[str, tuple[AnyItem, ...]]:
    found: dict[str, list[AnyItem]] = {}
    for item in items:
        for row in item.rows:
            found.setdefault(row, []).append(item)
    return {row: tuple(of_row) for row, of_row in found.items()}

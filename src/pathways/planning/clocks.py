"""Days that must not be missed: reviews, ends and approvals that lapse, by the rules."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterable, Iterator
from enum import Enum

import msgspec

from pathways.i18n import _
from pathways.model.day import date_in_words, date_of, months_later
from pathways.model.rules import Check, MoveKind
from pathways.model.team import Move, MoveState, Team
from pathways.planning.needs import Situation, last_review

SOON = 30  # days: a clock that runs out within them is warned about


class Urgency(str, Enum):
    """How near a day is."""

    PASSED = "passed"
    SOON = "soon"
    AHEAD = "ahead"


class Clock(msgspec.Struct, frozen=True, kw_only=True):
    """A day by which something is due: ``words`` say what, ``name`` for whom or of which post.

    ``move``, ``person`` and ``post`` are ids, "" where none.
    """

    due: datetime.date
    words: str
    name: str
    urgency: Urgency
    person: str = ""
    post: str = ""
    move: str = ""

    @property
    def sentence(self) -> str:
        """Return what is due, for whom, and by when."""
        return _("{name}: {what}").format(name=self.name, what=self.short)

    @property
    def short(self) -> str:
        """Return what is due and by when, where it is plain for whom."""
        return _("{what}, {date}").format(what=self.words, date=date_in_words(self.due))


def clocks(situation: Situation) -> tuple[Clock, ...]:
    """Return every day that matters in a team, the earliest first."""
    known: tuple[Clock, ...] | None = situation.worked_out.get("clocks")
    if known is None:
        team = situation.team
        found = [clock for move in team.moves for clock in clocks_of(situation, move)]
        found += _ends_of_posts(team, situation.today)
        found += _talks(team, situation.today)
        known = situation.worked_out["clocks"] = in_order(found)
    return known


def in_order(found: Iterable[Clock]) -> tuple[Clock, ...]:
    """Return clocks by their days, the earliest first."""
    return tuple(sorted(found, key=lambda clock: (clock.due, clock.name, clock.words)))


def warnings(situation: Situation) -> tuple[Clock, ...]:
    """Return the days that have passed or will within a month."""
    return tuple(clock for clock in clocks(situation) if clock.urgency is not Urgency.AHEAD)


def clocks_of(situation: Situation, move: Move) -> Iterator[Clock]:
    """Yield the days of one move: its planned day once passed, reviews, ends and its approval's."""
    kind = situation.kind(move.kind)
    if kind is None or move.state in (MoveState.REFUSED, MoveState.WITHDRAWN):
        return
    begins = date_of(move.date)
    if kind.temporary:
        yield from _of_a_time(situation, move, kind)
    elif begins and begins < situation.today and move.state.is_open:
        words = _("the day planned for the {kind}, not carried out yet").format(kind=kind.title)
        yield _clock(situation, move, begins, words)
    lapsing = kind.need(Check.APPROVAL_LAPSES)
    decided = date_of(move.decided_on)
    if lapsing and decided and move.state is MoveState.APPROVED:
        due = months_later(decided, lapsing.months or 12)
        yield _clock(situation, move, due, _("the approval lapses"))


def reviews(move: Move, months: int, until: datetime.date) -> Iterator[datetime.date]:
    """Yield the days on which a move is due to be reviewed, from the next one to its end."""
    last = last_review(move)
    for number in itertools.count(1):
        due = months_later(last, months * number) if last else until
        if due >= until:
            return
        yield due


def _of_a_time(situation: Situation, move: Move, kind: MoveKind) -> Iterator[Clock]:
    begins, ends = date_of(move.date), date_of(move.until)
    if begins is None:
        return
    if ends and _is_over(situation, move, ends):
        return
    most = kind.need(Check.LASTS_AT_MOST)
    latest = months_later(begins, most.months or 12) if most else None
    last = min(day for day in (ends, latest, datetime.date.max) if day)
    every = kind.need(Check.REVIEWED_EVERY)
    for due in reviews(move, every.months or 3, last) if every else ():
        words = _("review of the {kind}").format(kind=kind.title)
        yield _clock(situation, move, due, words)
    if ends:
        words = _("the {kind} ends").format(kind=kind.title)
        yield _clock(situation, move, ends, words)
    if latest and (ends is None or ends > latest):
        words = _("the {kind} may last no longer").format(kind=kind.title)
        yield _clock(situation, move, latest, words)


def _is_over(situation: Situation, move: Move, ends: datetime.date) -> bool:
    """Tell whether a move has ended and nobody covers the post by it any more."""
    post = situation.team.posts_by_id.get(move.post)
    covering = bool(post and post.cover == move.person)
    return ends < situation.today and not covering


def _clock(situation: Situation, move: Move, due: datetime.date, words: str) -> Clock:
    person = situation.team.people_by_id.get(move.person)
    name = person.name if person else move.person
    ids = {"person": move.person, "post": move.post, "move": move.id}
    return _due(situation.today, due, words, name, **ids)


def _ends_of_posts(team: Team, today: datetime.date) -> Iterator[Clock]:
    for post in team.posts:
        if ends := date_of(post.until):
            words = _("the post ends")
            yield _due(today, ends, words, post.title, post=post.id, person=post.holder)
        covers = post.cover and not any(
            move.person == post.cover and move.post == post.id for move in team.moves
        )
        if covers and (ends := date_of(post.cover_until)):
            name = team.people_by_id[post.cover].name
            words = _("the cover of {title} ends").format(title=post.title)
            yield _due(today, ends, words, name, post=post.id, person=post.cover)


def _talks(team: Team, today: datetime.date) -> Iterator[Clock]:
    for person in team.people:
        if due := date_of(person.next_talk):
            yield _due(today, due, _("conversation"), person.name, person=person.id)


def _due(today: datetime.date, due: datetime.date, words: str, name: str, **ids: str) -> Clock:
    return Clock(due=due, words=words, name=name, urgency=_urgency(due, today), **ids)


def _urgency(due: datetime.date, today: datetime.date) -> Urgency:
    if due < today:
        return Urgency.PASSED
    return Urgency.SOON if (due - today).days <= SOON else Urgency.AHEAD

"""The board: one line for each person and each vacant post, and what can be filtered by."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from enum import Enum

import msgspec

from pathways.i18n import _, _n
from pathways.model.day import date_of, day_in_words
from pathways.model.library import Library
from pathways.model.team import Move, Person, Post, Team
from pathways.planning.clocks import Clock, clocks
from pathways.planning.linked_plans import LinkState, PlanLink
from pathways.planning.needs import Situation

_NAMED = 6  # names that can be read at a glance


class Grouping(str, Enum):
    """What people stand together by."""

    NONE = ""
    STEP = "step"
    GRADE = "grade"
    POST = "post"
    MANAGER = "manager"

    @property
    def word(self) -> str:
        """Return the grouping in words for people."""
        return {
            Grouping.NONE: _("not grouped"),
            Grouping.STEP: _("by step"),
            Grouping.GRADE: _("by grade"),
            Grouping.POST: _("by post"),
            Grouping.MANAGER: _("by manager"),
        }[self]


class BoardLine(msgspec.Struct, frozen=True, kw_only=True):
    """A person with what is known of them, or a vacant post: then ``person`` is None."""

    person: Person | None
    post: Post | None
    now: str
    aim: str
    standing: Mapping[str, int] | None
    link: PlanLink
    moves: tuple[Move, ...]
    next: Clock | None

    @property
    def id(self) -> str:
        """Return the id of the person, or of the vacant post."""
        return self.person.id if self.person else self.post.id if self.post else ""


_NO_LINK = PlanLink(state=LinkState.NONE)


def board(situation: Situation, links: Mapping[str, PlanLink]) -> tuple[BoardLine, ...]:
    """Return everybody in the order of the file, then the vacant posts."""
    team, library = situation.team, situation.comparer.library
    upcoming: dict[str, Clock] = {}
    for clock in clocks(situation):
        if clock.person:
            upcoming.setdefault(clock.person, clock)
    lines = [
        BoardLine(
            person=person,
            post=next(iter(team.posts_of(person.id)), None),
            now=node_title(library, person.node),
            aim=node_title(library, person.aim),
            standing=link.standing.counts if link.standing else None,
            link=link,
            moves=tuple(move for move in team.moves_of(person.id) if move.state.is_open),
            next=upcoming.get(person.id),
        )
        for person in team.people
        for link in [links.get(person.id, _NO_LINK)]
    ]
    lines += [_vacant(library, post) for post in team.posts if not post.holder]
    return tuple(lines)


def _vacant(library: Library, post: Post) -> BoardLine:
    return BoardLine(
        person=None,
        post=post,
        now=node_title(library, post.node),
        aim="",
        standing=None,
        link=_NO_LINK,
        moves=(),
        next=None,
    )


def node_title(library: Library, node: str) -> str:
    """Return the title of a grade or role; its id where it is not open, "" where none is given."""
    found = library.nodes.get(node)
    return found.title if found else node


def group_of(team: Team, line: BoardLine, grouping: Grouping) -> str:
    """Return the heading that a line stands under."""
    person = line.person
    if grouping is Grouping.STEP:
        return f"{line.now or '–'} → {line.aim}" if line.aim else _("No aim said")
    if grouping is Grouping.GRADE:
        return line.now or _("No grade given")
    if grouping is Grouping.POST:
        return line.post.title if line.post else _("Without a post")
    if grouping is Grouping.MANAGER:
        return (team.manager_of(person) if person else "") or _("No manager named")
    return ""


def headline(team: Team, today: datetime.date) -> str:
    """Return a team in one line: how many people and posts, and what is vacant."""
    people = _n("{count} person", "{count} people", len(team.people)).format(count=len(team.people))
    posts = _n("{count} post", "{count} posts", len(team.posts)).format(count=len(team.posts))
    vacant = [post for post in team.posts if not post.holder]
    parts = [people, posts] if team.posts else [people]
    if len(vacant) == 1:
        parts.append(vacancy_in_words(vacant[0], today))
    elif vacant:
        parts.append(
            _n("{count} of them vacant", "{count} of them vacant", len(vacant)).format(
                count=len(vacant)
            )
        )
    return " · ".join(parts)


def in_short(team: Team) -> str:
    """Return how much is in a team, in words."""
    people, posts, moves = len(team.people), len(team.posts), len(team.moves)
    parts = (
        _n("{count} person", "{count} people", people).format(count=people),
        _n("{count} post", "{count} posts", posts).format(count=posts),
        _n("{count} planned move", "{count} planned moves", moves).format(count=moves),
    )
    return ", ".join(parts)


def vacancy_in_words(post: Post, today: datetime.date) -> str:
    """Return that a post is vacant, since when, or from when."""
    since = date_of(post.vacant_since)
    if since is None:
        return _("{title}: vacant").format(title=post.title)
    said = _("{title}: vacant from {date}") if since > today else _("{title}: vacant since {date}")
    return said.format(title=post.title, date=day_in_words(post.vacant_since))


class PeopleAt(msgspec.Struct, frozen=True, kw_only=True):
    """Who is at a grade or role, and who aims for it; both by name."""

    here: tuple[str, ...]
    aiming: tuple[str, ...]

    @property
    def short(self) -> str:
        """Return the two counts."""
        return ", ".join(self._said(_("{count} here"), _("{count} aim")))

    @property
    def words(self) -> str:
        """Return the names, as many as can be read at a glance."""
        return "; ".join(self._said(_("here: {names}"), _("aiming for it: {names}")))

    def _said(self, here: str, aiming: str) -> list[str]:
        return [
            words.format(count=len(names), names=_some(names))
            for words, names in ((here, self.here), (aiming, self.aiming))
            if names
        ]


def people_at(team: Team) -> dict[str, PeopleAt]:
    """Return for each grade or role who is there and who aims for it."""
    here: dict[str, list[str]] = {}
    aiming: dict[str, list[str]] = {}
    for person in team.people:
        if person.node:
            here.setdefault(person.node, []).append(person.name)
        if person.aim:
            aiming.setdefault(person.aim, []).append(person.name)
    return {
        node: PeopleAt(here=tuple(here.get(node, ())), aiming=tuple(aiming.get(node, ())))
        for node in {**here, **aiming}
    }


def _some(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    shown = ", ".join(names[:_NAMED])
    if more <= 0:
        return shown
    return _n("{names} and {count} more", "{names} and {count} more", more).format(
        names=shown, count=more
    )

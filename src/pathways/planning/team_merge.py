"""Two versions of one team's file brought together, given what both began with.

Whatever only one of them changed is taken over: by person, post, move and scenario, and field by
field. Where both changed one thing, what stands here stays, and both values are kept until somebody
chooses.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Collection, Sequence
from typing import Any, TypeVar

import msgspec

from pathways.model.team import NumberedPart, Post, Team, TeamConflict
from pathways.planning import team_conflicts
from pathways.planning.merge_words import PartWords
from pathways.planning.people import without
from pathways.planning.renumbering import apart
from pathways.planning.team_conflicts import (
    LISTS,
    blank,
    by_name,
    part_kind,
    value_of_fields,
    value_of_item,
    value_of_team,
)
from pathways.planning.team_identity import is_another

Thing = TypeVar("Thing")
replace = msgspec.structs.replace

_TOGETHER = (  # fields that mean something only beside each other
    ("node", "since"),
    ("holder", "vacant_since"),
    ("lowest", "highest"),
    ("cover", "cover_until"),
    ("state", "decided_by", "decided_on"),
)


class TeamMerge(msgspec.Struct, frozen=True):
    """Two versions in one; ``told`` says in sentences what both changed, gave way, or came back."""

    team: Team
    told: tuple[str, ...] = ()


def merge_teams(base: Team, mine: Team, theirs: Team) -> TeamMerge | None:
    """Return both versions in one; None where the file holds another team now."""
    if theirs in (base, mine):
        return TeamMerge(mine)
    if mine == base:
        return TeamMerge(theirs)
    if is_another(base, theirs):
        return None
    return TeamMerge(*_Merge(base, apart(base, mine, theirs), theirs).done())


class _Merge:
    """Three versions, and what is to be told of them."""

    def __init__(self, base: Team, mine: Team, theirs: Team) -> None:
        self._told: list[str] = []
        self._open = team_conflicts.merged(base.conflicts, mine.conflicts, theirs.conflicts)
        self._words = PartWords(mine, theirs)
        people = self._gone(base, mine, theirs, "people")
        base, mine, theirs = (without(team, people) for team in (base, mine, theirs))
        posts = self._gone(base, mine, theirs, "posts")
        self._base, self._mine, self._theirs = (
            without(team, posts=posts) for team in (base, mine, theirs)
        )

    def done(self) -> tuple[Team, tuple[str, ...]]:
        """Return the team, and the sentences."""
        base, mine, theirs = self._base, self._mine, self._theirs
        fields: dict[str, Any] = {
            "id": theirs.id or mine.id,
            "people": self._parts(base.people, mine.people, theirs.people),
            "posts": tuple(map(_settled, self._parts(base.posts, mine.posts, theirs.posts))),
            "moves": self._parts(base.moves, mine.moves, theirs.moves),
            "scenarios": self._parts(base.scenarios, mine.scenarios, theirs.scenarios),
            "rules": _sequence(base.rules, mine.rules, theirs.rules),
            "title": self._value("title", base.title, mine.title, theirs.title),
            "on_costs": self._value("on_costs", base.on_costs, mine.on_costs, theirs.on_costs),
            "counted": tuple(map(max, mine.last_numbers, theirs.last_numbers)),
        }
        for name, key in (("bands", "node"), ("views", "title"), ("values", "text")):
            versions = (getattr(team, name) for team in (base, mine, theirs))
            fields[name] = self._listed(name, *versions, key=operator.attrgetter(key))
        team = replace(theirs, **fields)
        found = team_conflicts.still_open(team, self._open.values())
        return replace(team, conflicts=found), tuple(self._told)

    def _keep(self, words: str, conflict: TeamConflict) -> None:
        """Keep what both changed until somebody chooses, and tell of it."""
        team_conflicts.add(self._open, conflict)
        self._tell(words)

    def _tell(self, words: str) -> None:
        if words not in self._told:
            self._told.append(words)

    # What is gone --------------------------------------------------------------------------------

    def _gone(self, base: Team, mine: Team, theirs: Team, kind: str) -> set[str]:
        """Return the ids of what one of the two took out.

        A person who was taken out stays out: nothing brings somebody back who asked to be
        forgotten. A post that the other changed meanwhile stays.
        """
        before, here, there = (
            {part.id: part for part in getattr(team, kind)} for team in (base, mine, theirs)
        )
        gone = set()
        for part_id, part in before.items():
            if part_id in here and part_id in there:
                continue
            left = here.get(part_id) or there.get(part_id) or part
            if left == part or kind == "people":
                gone.add(part_id)
            if left != part:
                self._tell(self._words.taken_out(part, kept=part_id not in gone))
        return gone

    # Parts ---------------------------------------------------------------------------------------

    def _parts(
        self,
        base: tuple[NumberedPart, ...],
        mine: tuple[NumberedPart, ...],
        theirs: tuple[NumberedPart, ...],
    ) -> tuple[NumberedPart, ...]:
        """Return parts in the order of theirs, what is new here behind."""
        if mine == base:
            return theirs
        if theirs == base:
            return mine
        before = {part.id: part for part in base}
        here = {part.id: part for part in mine}
        there = {part.id: part for part in theirs}
        found: list[NumberedPart] = []
        for part_id in {**there, **here}:
            old, own, other = before.get(part_id), here.get(part_id), there.get(part_id)
            if own is not None and other is not None:
                found.append(self._part(old, own, other))
                continue
            left = own if own is not None else other
            assert left is not None
            if old is None or left != old:
                found.append(left)
            if old is not None and left != old:
                words = self._words.taken_out(old, kept=True)
                if isinstance(old, Post):
                    self._keep(words, _of_post(part_id, own, other))
                self._tell(words)
        return tuple(found)

    def _part(
        self, base: NumberedPart | None, mine: NumberedPart, theirs: NumberedPart
    ) -> NumberedPart:
        if mine == theirs or theirs == base:
            return mine
        if mine == base:
            return theirs
        old = base if base is not None else blank(mine)
        fields: dict[str, Any] = {}
        names = [name for name in mine.__struct_fields__ if name not in ("id", *LISTS)]
        for group in _groups(names):
            own, other, was = (
                tuple(getattr(part, name) for name in group) for part in (mine, theirs, old)
            )
            if own != was and other not in (was, own):
                values = value_of_fields(mine, group), value_of_fields(theirs, group)
                self._keep(
                    self._words.both(mine, theirs, group),
                    TeamConflict(part=part_kind(mine), about=mine.id, fields=group, values=values),
                )
            fields |= dict(zip(group, other if own == was else own, strict=True))
        for name in LISTS:
            if hasattr(mine, name):
                fields[name] = self._list(name, old, mine, theirs)
        return replace(mine, **fields)

    def _list(
        self, name: str, base: NumberedPart, mine: NumberedPart, theirs: NumberedPart
    ) -> tuple[Any, ...]:
        was, own, other = (getattr(part, name) for part in (base, mine, theirs))
        if name == "history":
            return _sequence(was, own, other)
        if name == "reviewed":
            return tuple(sorted(_sequence(was, own, other)))
        if name == "answers":
            return self._listed(name, was, own, other, key=lambda one: one.need, about=mine)
        found = self._listed(name, was, own, other, key=lambda one: one.person, about=mine)
        return tuple(replace(move, id=f"m{at}") for at, move in enumerate(found, 1))

    def _listed(
        self,
        name: str,
        base: Sequence[Thing],
        mine: Sequence[Thing],
        theirs: Sequence[Thing],
        *,
        key: Callable[[Thing], str],
        about: NumberedPart | None = None,
    ) -> tuple[Thing, ...]:
        """Merge things that have a name each; each is one whole."""
        before, here, there = by_name(key, base), by_name(key, mine), by_name(key, theirs)
        found: list[Thing] = []
        for one in {**there, **here}:
            was, own, other = before.get(one), here.get(one), there.get(one)
            if own != was and other not in (was, own):
                self._keep(
                    self._words.both_in_list(name, one[0], about),
                    TeamConflict(
                        part=part_kind(about) if about is not None else "team",
                        about=about.id if about is not None else "",
                        fields=(name,),
                        which=one[0],
                        place=one[1],
                        values=(value_of_item(name, own), value_of_item(name, other)),
                    ),
                )
            chosen = other if own == was else own
            if chosen is not None:
                found.append(chosen)
        return tuple(found)

    def _value(self, name: str, base: Thing, mine: Thing, theirs: Thing) -> Thing:
        if mine != base and theirs not in (base, mine):
            values = tuple(value_of_team(name, one) for one in (mine, theirs))
            self._keep(
                self._words.both_of_team(name, mine, theirs),
                TeamConflict(fields=(name,), values=values),
            )
        return theirs if mine == base else mine


def _of_post(part_id: str, mine: Any, theirs: Any) -> TeamConflict:
    """Return a conflict about whether a post is there: one took it out, one changed it."""
    values = value_of_item("posts", mine), value_of_item("posts", theirs)
    return TeamConflict(fields=("posts",), which=part_id, values=values)


def _sequence(
    base: Collection[Thing], mine: Collection[Thing], theirs: Collection[Thing]
) -> tuple[Thing, ...]:
    """Return what both have, what either added, and nothing that either took out."""
    kept = [one for one in theirs if one in mine or one not in base]
    return (*kept, *(one for one in mine if one not in base and one not in kept))


def _groups(names: Sequence[str]) -> list[tuple[str, ...]]:
    grouped = [group for group in _TOGETHER if all(name in names for name in group)]
    taken = {name for group in grouped for name in group}
    return [*grouped, *((name,) for name in names if name not in taken)]


def _settled(post: Post) -> Post:
    return replace(post, vacant_since="") if post.holder and post.vacant_since else post

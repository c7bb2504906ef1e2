"""Numbers given twice: two windows that each add somebody give the new person the same code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from pathways.model.team import (
    KINDS,
    PREFIXES,
    Move,
    NumberedPart,
    Person,
    Post,
    Scenario,
    Team,
    number_of,
)
from pathways.planning.team_conflicts import mapped

replace = msgspec.structs.replace


def apart(base: Team, mine: Team, theirs: Team) -> Team:
    """Return ``mine`` with other numbers for what is new in it, behind those that ``theirs`` gave.

    How far they move depends on ``base`` and ``theirs`` alone: one person has one number in every
    step that can be undone.
    """
    begun, given = base.last_numbers, theirs.last_numbers
    moved = {
        kind: new - old for kind, old, new in zip(KINDS, begun, given, strict=True) if new > old
    }
    if not moved:
        return mine
    names = {kind: _renamed(base, mine, kind, moved.get(kind, 0)) for kind in KINDS}
    counted = tuple(
        last + moved.get(kind, 0) if last > old else last
        for kind, last, old in zip(KINDS, mine.last_numbers, begun, strict=True)
    )
    return renumbered(mine, names, counted)


def renumbered(
    team: Team, names: Mapping[str, Mapping[str, str]], counted: tuple[int, ...]
) -> Team:
    """Return a team with other ids, by kind and by the old one, wherever they stand."""
    if not any(names.values()):
        return replace(team, counted=counted)
    people, posts = names["people"], names["posts"]

    def moved(move: Move) -> Move:
        return moved_ids(move, people, posts)

    def inside(part: Any) -> Any:
        if isinstance(part, Person):
            manager = people.get(part.manager, part.manager)
            return replace(_named(part, people), manager=manager)
        if isinstance(part, Post):
            holder, cover = (people.get(one, one) for one in (part.holder, part.cover))
            return replace(_named(part, posts), holder=holder, cover=cover)
        if isinstance(part, Scenario):
            renamed = _named(part, names["scenarios"])
            return replace(renamed, moves=tuple(map(moved, part.moves)))
        return moved(_named(part, names["moves"]))

    kinds = {kind: tuple(map(inside, getattr(team, kind))) for kind in KINDS}
    conflicts = mapped(team.conflicts, names, inside)
    return replace(team, **kinds, conflicts=conflicts, counted=counted)


def moved_ids(move: Move, people: Mapping[str, str], posts: Mapping[str, str]) -> Move:
    """Return a move with other ids of its person and its posts, by the old ones."""
    return replace(
        move,
        person=people.get(move.person, move.person),
        post=posts.get(move.post, move.post),
        source_post=posts.get(move.source_post, move.source_post),
    )


def followed(before: Team, after: Team, moves: Iterable[Move] = ()) -> tuple[Move, ...]:
    """Return moves by the ids that the same people and posts have in another version of a team;
    without those of which somebody or something is there no more.
    """
    people, posts = _new_ids(before, after, "people"), _new_ids(before, after, "posts")
    found = (moved_ids(move, people, posts) for move in moves)
    known = {"", *after.posts_by_id}
    return tuple(
        move
        for move in found
        if move.person in after.people_by_id and {move.post, move.source_post} <= known
    )


def new_person_ids(before: Team, after: Team) -> dict[str, str]:
    """Return the ids of people who are the same but for their number, by what it was before."""
    return _new_ids(before, after, "people")


def _new_ids(before: Team, after: Team, kind: str) -> dict[str, str]:
    if getattr(after, kind) is getattr(before, kind):  # as after an edit of the other kind
        return {}
    parts = {part.id: part for part in getattr(after, kind)}
    other = [part for part in getattr(before, kind) if _is_another(parts.get(part.id), part)]
    if not other:  # as after nearly every edit
        return {}
    by_facts = {_bare(part): part.id for part in parts.values()}
    return {part.id: new for part in other if (new := by_facts.get(_bare(part)))}


def _is_another(now: Any, part: Any) -> bool:
    return now is not part and (now is None or _bare(now) != _bare(part))


def _bare(part: Any) -> tuple[str, str, str]:
    return getattr(part, "name", "") or part.title, part.node, part.number


def _renamed(base: Team, mine: Team, kind: str, by: int) -> dict[str, str]:
    known = {part.id for part in getattr(base, kind)}
    new = (part.id for part in getattr(mine, kind) if by and part.id not in known)
    begun = base.last_numbers[KINDS.index(kind)]
    return {
        part_id: f"{PREFIXES[kind]}{number + by}"
        for part_id in new
        if (number := number_of(part_id, kind)) > begun
    }


def _named(part: NumberedPart, names: Mapping[str, str]) -> NumberedPart:
    return replace(part, id=names[part.id]) if part.id in names else part

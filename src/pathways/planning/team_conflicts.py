"""What two versions of a team's file say differently: kept with all values until somebody chooses.

A conflict is settled by choosing one of its values, or by an edit of what it is about.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, TypeVar

import msgspec

from pathways.model.team import LISTED, Move, NumberedPart, Team, TeamConflict, TeamValue

Thing = TypeVar("Thing")
replace = msgspec.structs.replace

LISTS = ("history", "answers", "reviewed", "moves")  # fields of parts that are merged one by one
PARTS = {"person": "people", "post": "posts", "move": "moves", "scenario": "scenarios"}
_SAME_IDS: Mapping[str, Mapping[str, str]] = {kind: {} for kind in PARTS.values()}


def part_kind(part: object) -> Any:
    """Return what a part is called in a conflict."""
    return type(part).__name__.lower()


def value_of_fields(part: NumberedPart, fields: Sequence[str]) -> TeamValue:
    """Return fields of a part as a value of a conflict, with nothing else of the part."""
    bare = replace(blank(part), **{name: getattr(part, name) for name in fields})
    return _value(part_kind(part), bare)


def value_of_item(field: str, item: Any) -> TeamValue:
    """Return one thing of a list as a value of a conflict; None where it is not there."""
    return _value(LISTED[field][0], item)


def value_of_team(field: str, value: object) -> TeamValue:
    """Return something of the team itself as a value of a conflict."""
    return _value(field, value)


def blank(part: NumberedPart) -> NumberedPart:
    """Return a part of which only the id and what has to be there is known."""
    kind = type(part)
    wanted = {name: getattr(part, name) for name in kind.__struct_fields__}
    optional = kind.__struct_fields__[-len(kind.__struct_defaults__) :]
    return kind(**{name: value for name, value in wanted.items() if name not in optional})


def by_name(key: Callable[[Thing], str], things: Iterable[Thing]) -> dict[tuple[str, int], Thing]:
    """Return things by name, and by how many of that name stand before."""
    found: dict[tuple[str, int], Thing] = {}
    for thing in things:
        name, count = key(thing), 0
        while (name, count) in found:
            count += 1
        found[name, count] = thing
    return found


# Together ----------------------------------------------------------------------------------------


def merged(
    base: Sequence[TeamConflict], mine: Sequence[TeamConflict], theirs: Sequence[TeamConflict]
) -> dict[Any, TeamConflict]:
    """Return what is open in either version, by key: what one of them settled is settled."""
    before, here, there = ({one.key: one for one in some} for some in (base, mine, theirs))
    found: dict[Any, TeamConflict] = {}
    for key in {**there, **here}:
        kept = [side[key] for side in (here, there) if key in side]
        if len(kept) == 1 and before.get(key) == kept[0]:
            continue
        for one in kept:
            add(found, one)
    return found


def add(known: dict[Any, TeamConflict], new: TeamConflict) -> None:
    """Add a conflict, or its values to those that are known of it."""
    old = known.get(new.key)
    values = {msgspec.json.encode(one): one for one in (*(old.values if old else ()), *new.values)}
    ordered = tuple(values[order] for order in sorted(values))
    known[new.key] = replace(new, values=ordered)


def still_open(team: Team, conflicts: Iterable[TeamConflict]) -> tuple[TeamConflict, ...]:
    """Return the conflicts about what is there, of two values at least, in the order of their
    keys.
    """
    return tuple(
        sorted(
            (one for one in conflicts if len(one.values) > 1 and _is_there(team, one)),
            key=operator.attrgetter("key"),
        )
    )


def settled(before: Team, after: Team) -> Team:
    """Return a team after an edit, without the conflicts about what the edit has changed."""
    if not after.conflicts:
        return after
    known = {one.key for one in before.conflicts}
    left = tuple(
        one
        for one in still_open(after, after.conflicts)
        if one.key not in known or said_now(before, one) == said_now(after, one)
    )
    return after if left == after.conflicts else replace(after, conflicts=left)


# Choosing ----------------------------------------------------------------------------------------


def said_now(team: Team, conflict: TeamConflict) -> object:
    """Return what the team says of what is in conflict; to be compared with ``said_in``."""
    owner: Any = team if conflict.part == "team" else _part_of(team, conflict)
    if owner is None:
        return None
    field = conflict.fields[0]
    if field in LISTED:
        things = by_name(operator.attrgetter(LISTED[field][1]), getattr(owner, field))
        return _bare(things.get((conflict.which, conflict.place)))
    return tuple(getattr(owner, name) for name in conflict.fields)


def said_in(conflict: TeamConflict, value: TeamValue) -> object:
    """Return what one of the values says of what is in conflict."""
    field = conflict.fields[0]
    if field in LISTED:
        return _bare(getattr(value, LISTED[field][0]))
    said = value if conflict.part == "team" else getattr(value, conflict.part)
    return tuple(getattr(said, name) for name in conflict.fields)


def choose(team: Team, conflict: TeamConflict, number: int) -> Team:
    """Settle a conflict by taking the value of that number, from 0."""
    left = tuple(one for one in team.conflicts if one.key != conflict.key)
    team = replace(team, conflicts=left)
    value, field = conflict.values[number], conflict.fields[0]
    if conflict.part == "team":
        if field in LISTED:
            return replace(team, **{field: _with_item(team, conflict, value)})
        return replace(team, **{name: getattr(value, name) for name in conflict.fields})
    part = _part_of(team, conflict)
    if part is None:
        return team
    if field in LISTED:
        new = replace(part, **{field: _with_item(part, conflict, value)})
    else:
        said = getattr(value, conflict.part)
        new = replace(part, **{name: getattr(said, name) for name in conflict.fields})
    kind = PARTS[conflict.part]
    parts = (new if one.id == new.id else one for one in getattr(team, kind))
    return replace(team, **{kind: tuple(parts)})


def _with_item(owner: Any, conflict: TeamConflict, value: TeamValue) -> tuple[Any, ...]:
    field = conflict.fields[0]
    name, by = LISTED[field]
    things = by_name(operator.attrgetter(by), getattr(owner, field))
    item = getattr(value, name)
    if item is None:
        things.pop((conflict.which, conflict.place), None)
    else:
        things[conflict.which, conflict.place] = item
    found = tuple(things.values())
    if field == "moves":
        found = tuple(replace(move, id=f"m{at}") for at, move in enumerate(found, 1))
    return found


# Whom and what it names --------------------------------------------------------------------------


def mapped(
    conflicts: Iterable[TeamConflict],
    names: Mapping[str, Mapping[str, str]],
    inside: Callable[[Any], Any],
) -> tuple[TeamConflict, ...]:
    """Return conflicts with other ids, by kind and by the old one; ``inside`` gives a part its
    own.
    """

    def value(one: TeamValue) -> TeamValue:
        parts = {name: getattr(one, name) for name in PARTS}
        return replace(one, **{name: inside(part) for name, part in parts.items() if part})

    def conflict(one: TeamConflict) -> TeamConflict:
        known = names[PARTS[one.part]] if one.part != "team" else {}
        of_list = {"moves": "people", "posts": "posts"}.get(one.fields[0], "")
        listed = names[of_list] if of_list else {}
        return replace(
            one,
            about=known.get(one.about, one.about),
            which=listed.get(one.which, one.which),
            values=tuple(map(value, one.values)),
        )

    return tuple(map(conflict, conflicts))


def without(
    team: Team, people: Collection[str], inside: Callable[[Any], Any]
) -> tuple[TeamConflict, ...]:
    """Return the conflicts of a team that people, by their ids, were taken out of; ``inside`` takes
    them out of a part.
    """
    left: dict[Any, TeamConflict] = {}
    for one in mapped(team.conflicts, _SAME_IDS, inside):
        of_somebody = one.fields == ("moves",) and one.which in people
        values = (v for v in one.values if v.move is None or v.move.person not in people)
        if not of_somebody:
            add(left, replace(one, values=tuple(values)))
    return still_open(team, left.values())


def _value(name: str, value: object) -> TeamValue:
    return TeamValue(**{name: value})  # type: ignore[arg-type]


def _part_of(team: Team, conflict: TeamConflict) -> Any:
    parts = getattr(team, PARTS[conflict.part])
    return next((one for one in parts if one.id == conflict.about), None)


def _is_there(team: Team, conflict: TeamConflict) -> bool:
    return conflict.part == "team" or _part_of(team, conflict) is not None


def _bare(item: Any) -> Any:
    """Return a thing of a list; a move without the number that it has in a scenario."""
    return replace(item, id="m0") if isinstance(item, Move) else item

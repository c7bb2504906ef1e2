"""What a team can show: statements that nobody holds, or one person alone, and who is nearest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from pathways.model.reference import fingerprint
from pathways.model.statement import Statement
from pathways.model.team import Person, Team
from pathways.planning.needs import Situation

_NEAREST = 3  # people named for a statement
_STARTED = ("partly", "not-yet", "no-opportunity")


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A statement of a grade or role, and the ids of those who hold it.

    Who is at the grade holds what its document asks for; somebody else holds what their plan says
    is shown.
    """

    node: str
    statement: Statement
    holders: tuple[str, ...]


class Nearest(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who could come to hold a statement: ``standing`` is what their plan says of it,
    "" where only their aim or their grade says that they are near.
    """

    person: str
    standing: str = ""


class Gap(msgspec.Struct, frozen=True, kw_only=True):
    """A statement that nobody holds, or one person alone, and who is nearest to holding it."""

    held: Held
    nearest: tuple[Nearest, ...]


def nodes_in_use(team: Team) -> list[str]:
    """Return the grades and roles of a team's posts, or of its people where it has no posts."""
    found = [post.node for post in team.posts] or [person.node for person in team.people]
    return [node for node in dict.fromkeys(found) if node]


def holdings(situation: Situation, nodes: Sequence[str] = ()) -> tuple[Held, ...]:
    """Return for each statement of the grades who holds it; of those in use where none are given.

    A text that serves several grades is held at any of them.
    """
    library = situation.comparer.library
    used = set(nodes_in_use(situation.team))
    asked = nodes or [node for node in library.nodes if node in used]
    by_text = _by_text(situation)
    return tuple(
        Held(node=node, statement=statement, holders=by_text.get(_fingerprint(statement.text), ()))
        for node in asked
        if node in library.nodes
        for statement in library.statements_of(node)
        if not statement.definition
    )


def gaps(situation: Situation, nodes: Sequence[str] = ()) -> tuple[Gap, ...]:
    """Return the statements that nobody or one person holds, with who is nearest to them.

    Raise UsageError for a grade that is not known.
    """
    for node in nodes:
        situation.comparer.library.node(node)
    found = (held for held in holdings(situation, nodes) if len(held.holders) < 2)
    below = situation.comparer.library.below
    return tuple(Gap(held=held, nearest=tuple(_nearest(situation, held, below))) for held in found)


def _by_text(situation: Situation) -> dict[str, tuple[str, ...]]:
    """Return who holds each text, in the order of the team: many texts have the same holders, who
    are put together once.
    """
    library, team = situation.comparer.library, situation.team
    grades: dict[str, list[str]] = {}  # those that have a text
    for node in dict.fromkeys(person.node for person in team.people):
        statements = library.statements_of(node) if node in library.nodes else ()
        for text in {_fingerprint(one.text) for one in statements if not one.definition}:
            grades.setdefault(text, []).append(node)
    shown: dict[str, set[str]] = {}
    for person in team.people:
        standing = situation.standings.get(person.id)
        for row in standing.rows if standing else ():
            if row.standing == "shown":
                shown.setdefault(_fingerprint(row.text), set()).add(person.id)
    known: dict[tuple[tuple[str, ...], frozenset[str]], tuple[str, ...]] = {}
    found: dict[str, tuple[str, ...]] = {}
    for text in {**grades, **shown}:
        nodes, people = tuple(grades.get(text, ())), frozenset(shown.get(text, ()))
        if (nodes, people) not in known:
            holders = (p.id for p in team.people if p.node in nodes or p.id in people)
            known[nodes, people] = tuple(holders)
        found[text] = known[nodes, people]
    return found


@lru_cache(maxsize=20_000)
def _fingerprint(text: str) -> str:
    return fingerprint(text)


def _nearest(situation: Situation, held: Held, below: dict[str, list[str]]) -> Iterator[Nearest]:
    """Yield who has begun on a statement; else who aims for its grade; else who is a step below."""
    others = [p for p in situation.team.people if p.id not in held.holders]
    begun = [
        Nearest(person=person.id, standing=row.standing)
        for person in others
        if (standing := situation.standings.get(person.id))
        and (row := standing.of(held.statement))
        and row.standing in _STARTED
    ]
    order = {word: place for place, word in enumerate(_STARTED)}
    begun.sort(key=lambda near: order[near.standing])
    if begun:
        yield from begun[:_NEAREST]
        return
    yield from _by_grade(others, held.node, below)


def _by_grade(
    others: Sequence[Person], node: str, below: dict[str, list[str]]
) -> Iterator[Nearest]:
    aiming = [person for person in others if person.aim == node]
    near = aiming or [person for person in others if person.node in below.get(node, ())]
    for person in near[:_NEAREST]:
        yield Nearest(person=person.id)

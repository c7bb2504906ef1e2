"""What happens when people move: needs, vacancies, chains, and what is lost. Nothing is changed."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from pathways.errors import UsageError
from pathways.i18n import _
from pathways.model.day import date_of
from pathways.model.library import unknown
from pathways.model.rules import MoveKind
from pathways.model.team import Move, Team
from pathways.planning.clocks import Clock, clocks_of, in_order
from pathways.planning.moves import draft_move, performed, posts_left
from pathways.planning.needs import NeedFinding, Situation, needs_of
from pathways.planning.people import person, post
from pathways.planning.succession import Chain, Fill, Follower, Succession
from pathways.planning.team_gaps import Held, holdings

IN_POST, TO_VACANCY = "career-graded", "advertised-vacancy"


class TriedMove(msgspec.Struct, frozen=True, kw_only=True):
    """A move that is tried, with what it needs and the days that come with it."""

    move: Move
    kind: MoveKind
    needs: tuple[NeedFinding, ...]
    clocks: tuple[Clock, ...]


class Vacancy(msgspec.Struct, frozen=True, kw_only=True):
    """A post that the moves leave empty: from a day, and until one where that is known."""

    post: str
    begins: str
    ends: str
    followers: tuple[Follower, ...]

    @property
    def days(self) -> int:
        """Return how many days it is vacant, 0 where that is not known."""
        begins, ends = date_of(self.begins), date_of(self.ends)
        return (ends - begins).days + 1 if begins and ends else 0


class Wait(msgspec.Struct, frozen=True, kw_only=True):
    """A post that stands empty from one day until one of the moves fills it on another."""

    post: str
    begins: str
    ends: str
    days: int


class Lost(msgspec.Struct, frozen=True, kw_only=True):
    """A statement of a grade that somebody holds before the moves, and nobody or one after."""

    node: str
    statement: str
    text: str
    left: str = ""


class SpanOfControl(msgspec.Struct, frozen=True, kw_only=True):
    """How many people somebody manages, before the moves and after; ``manager`` is a name."""

    manager: str
    before: int
    after: int


class Cost(msgspec.Struct, frozen=True, kw_only=True):
    """What a move costs more in a year, at the lowest points of the two bands and at the highest.

    ``on_costs`` are the same two figures for what is paid on top, never added to the others.
    """

    person: str
    lowest: float
    highest: float
    on_costs: tuple[float, float]


class WhatIf(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that follows from moves: ``chains`` are proposals, of which a manager picks.

    ``nobody`` are statements that nobody holds any more, ``one`` those that one person holds alone.
    ``unpriced`` are people whose move has a grade without a pay band, where there are bands.
    """

    moves: tuple[TriedMove, ...]
    vacancies: tuple[Vacancy, ...]
    waits: tuple[Wait, ...]
    chains: tuple[Chain, ...]
    nobody: tuple[Lost, ...]
    one: tuple[Lost, ...]
    spans: tuple[SpanOfControl, ...]
    clocks: tuple[Clock, ...]
    costs: tuple[Cost, ...]
    unpriced: tuple[str, ...]
    after: Team


def what_if(situation: Situation, moves: Sequence[Move]) -> WhatIf:
    """Return what follows from moves, made in the order of their days; the team stays as it is.

    Raise UsageError for a kind of move that no set of rules has, for a person who would move twice,
    and for a post that two would take.
    """
    moves = tuple(sorted(moves, key=lambda move: move.date or "9999"))
    kinds = [kind_of(situation, move.kind) for move in moves]
    _refuse_twice(situation.team, moves)
    after = situation.team
    for move, kind in zip(moves, kinds, strict=True):
        after = performed(after, move, kind)
    tried = tuple(_tried(situation, move, kind) for move, kind in zip(moves, kinds, strict=True))
    vacancies = tuple(_vacancies(situation, after, tried))
    without = {move.person for move in moves}
    later = Succession(situation.after(after), without)
    nobody, one = _lost(situation, after)
    costs, unpriced = _costs(situation.team, tried)
    return WhatIf(
        moves=tried,
        vacancies=vacancies,
        waits=tuple(_waits(situation.team, tried)),
        chains=later.chains([vacancy.post for vacancy in vacancies]),
        nobody=nobody,
        one=one,
        spans=_spans(situation.team, tried),
        clocks=in_order(clock for move in tried for clock in move.clocks),
        costs=costs,
        unpriced=unpriced,
        after=after,
    )


def _tried(situation: Situation, move: Move, kind: MoveKind) -> TriedMove:
    return TriedMove(
        move=move,
        kind=kind,
        needs=needs_of(situation, move),
        clocks=tuple(clocks_of(situation, move)),
    )


def kind_of(situation: Situation, kind_id: str) -> MoveKind:
    """Return a kind of move; raise UsageError with those that the rules have."""
    kind = situation.kind(kind_id)
    if kind is None:
        raise UsageError(unknown(_("kind of move"), kind_id, situation.kinds))
    return kind


def suggested_kind(situation: Situation, person_id: str, post_id: str) -> str:
    """Return the kind that a move to a post is most likely of: in the person's own, or another."""
    own = any(held.id == post_id for held in situation.team.posts_of(person_id))
    wanted = IN_POST if own else TO_VACANCY
    fitting = [k.id for k in situation.kinds.values() if k.in_post is own and not k.temporary]
    return wanted if situation.kind(wanted) else next(iter([*fitting, *situation.kinds]), "")


def tried_move(
    situation: Situation, named: str, to_post: str, date: str = "", kind: str = "", until: str = ""
) -> Move:
    """Return a move of somebody to a post, by their ids or names, at the grade of the post.

    In a career-graded post of one's own it is the next grade of the post.
    """
    who, target = person(situation.team, named), post(situation.team, to_post)
    chosen = kind_of(situation, kind or suggested_kind(situation, who.id, target.id))
    node = target.node
    if chosen.in_post and node == who.node:
        onward = [s.target for s in situation.comparer.library.steps if s.source == who.node]
        node = next((n for n in onward if n == who.aim), next(iter(onward), node))
    return draft_move(
        situation.team, who.id, chosen, node, to_post=target.id, date=date, until=until
    )


def chain_moves(situation: Situation, chain: Iterable[Fill], kind: str, date: str) -> list[Move]:
    """Return the moves that a chain proposes; posts to be advertised are left as they are."""
    return [
        tried_move(situation, fill.person, fill.post, date, kind) for fill in chain if fill.person
    ]


def _refuse_twice(team: Team, moves: Sequence[Move]) -> None:
    for what, names in (
        (_("“{name}” would move twice."), [team.people_by_id[m.person].name for m in moves]),
        (
            _("Two people would take the post “{name}”."),
            [f"{team.posts_by_id[m.post].title} ({m.post.upper()})" for m in moves if m.post],
        ),
    ):
        repeated = [name for name, count in Counter(names).items() if count > 1]
        if repeated:
            raise UsageError(what.format(name=repeated[0]))


def _vacancies(situation: Situation, after: Team, tried: Sequence[TriedMove]) -> Iterator[Vacancy]:
    """Yield the posts that the moves empty and that none of them fills, by the day they fall
    vacant.
    """
    filled = {one.move.post for one in tried if not one.kind.in_post}
    without = {one.move.person for one in tried}
    later = Succession(situation.after(after), without)
    for one in tried:
        if one.kind.in_post:
            continue
        for left in posts_left(situation.team, one.move):
            if left in filled:
                continue
            yield Vacancy(
                post=left,
                begins=one.move.date,
                ends=one.move.until if one.kind.temporary else "",
                followers=tuple(later.followers(after.posts_by_id[left])),
            )


def _waits(team: Team, tried: Sequence[TriedMove]) -> Iterator[Wait]:
    """Yield how long posts stand empty that one of the moves fills: since another left them, or
    since they were vacant before.
    """
    left = {
        post: one.move.date
        for one in tried
        if not one.kind.in_post
        for post in posts_left(team, one.move)
    }
    for one in tried:
        target = team.posts_by_id.get(one.move.post)
        if one.kind.in_post or target is None:
            continue
        before = target.vacant_since if not target.holder else left.get(target.id, "")
        begins, ends = date_of(before), date_of(one.move.date)
        if begins and ends and begins < ends:
            days = (ends - begins).days
            yield Wait(post=target.id, begins=before, ends=one.move.date, days=days)


def _lost(situation: Situation, after: Team) -> tuple[tuple[Lost, ...], tuple[Lost, ...]]:
    """Return the statements of the team's grades that nobody holds any more, and that one does."""
    before = holdings(situation)
    left = {(held.node, held.statement.id): held for held in holdings(situation.after(after))}
    nobody: list[Lost] = []
    one: list[Lost] = []
    for held in before:
        now = left.get((held.node, held.statement.id))
        holders = now.holders if now else ()
        if held.holders and not holders:
            nobody.append(_lost_one(held))
        elif len(held.holders) > 1 and len(holders) == 1:
            one.append(_lost_one(held, holders[0]))
    return tuple(nobody), tuple(one)


def _lost_one(held: Held, left: str = "") -> Lost:
    return Lost(node=held.node, statement=held.statement.id, text=held.statement.text, left=left)


def _spans(team: Team, tried: Sequence[TriedMove]) -> tuple[SpanOfControl, ...]:
    """Return the spans that change: who follows in a post takes over those who were managed from
    it.
    """
    before = Counter(team.manager_of(person) for person in team.people if person.manager)
    after = Counter(before)
    for one in tried:
        name = team.people_by_id[one.move.person].name
        if one.kind.in_post or not before[name]:
            continue
        heirs = [o.move.person for o in tried if o.move.post in posts_left(team, one.move)]
        heir = team.people_by_id[heirs[0]].name if heirs else ""
        after[name] -= before[name]
        after[heir] += before[name]
    return tuple(
        SpanOfControl(manager=name, before=before[name], after=after[name])
        for name in dict.fromkeys([*before, *after])
        if before[name] != after[name]
    )


def _costs(team: Team, tried: Sequence[TriedMove]) -> tuple[tuple[Cost, ...], tuple[str, ...]]:
    bands = {band.node: band for band in team.bands}
    found: list[Cost] = []
    unpriced: list[str] = []
    for one in tried if bands else ():
        old, new = bands.get(one.move.source_node), bands.get(one.move.node)
        if old is None or new is None:
            unpriced.append(one.move.person)
            continue
        part = _part_of_a_year(one)
        more = [(new.lowest - old.lowest) * part, (new.highest - old.highest) * part]
        on_costs = (more[0] * team.on_costs / 100, more[1] * team.on_costs / 100)
        found.append(
            Cost(person=one.move.person, lowest=more[0], highest=more[1], on_costs=on_costs)
        )
    return tuple(found), tuple(unpriced)


def _part_of_a_year(one: TriedMove) -> float:
    begins, ends = date_of(one.move.date), date_of(one.move.until)
    if not one.kind.temporary or begins is None or ends is None:
        return 1.0
    days = (ends - begins + datetime.timedelta(days=1)).days
    return max(0.0, min(1.0, days / 365))

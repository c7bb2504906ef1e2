"""Edits of planned moves and scenarios: each takes a team and returns another."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

import msgspec

from pathways.errors import UsageError
from pathways.i18n import _
from pathways.model.library import unknown
from pathways.model.rules import MoveKind
from pathways.model.team import Answer, Move, MoveEvent, MoveState, PayBand, Scenario, Team
from pathways.planning.people import change_post, changed, next_id, person, post
from pathways.planning.text import in_one_spelling


def draft_move(
    team: Team, person_id: str, kind: MoveKind, node: str, *, to_post: str = "", **fields: Any
) -> Move:
    """Return a move that is in no team yet: from where the person is now, to a grade and a post.

    In a kind of move that stays in post, the post is the person's own. Who holds several posts
    leaves them all, unless one is named as ``source_post``.
    """
    who = person(team, person_id)
    held = [one.id for one in team.posts_of(who.id)]
    target = post(team, to_post).id if to_post else ""
    if kind.in_post and target not in held:
        target = held[0] if held else ""
    return Move(
        id="m0",
        person=who.id,
        kind=kind.id,
        node=node or (team.posts_by_id[target].node if target else ""),
        source_post=target if kind.in_post else held[0] if len(held) == 1 else "",
        post=target,
        source_node=who.node,
        **fields,
    )


def plan_move(team: Team, move: Move, today: datetime.date) -> Team:
    """Return the team with a move planned; its history begins today."""
    person(team, move.person)
    team, new_id = next_id(team, "moves")
    begun = MoveEvent(on=today.isoformat(), state=move.state)
    planned = msgspec.structs.replace(move, id=new_id, history=(begun,))
    return changed(team, moves=(*team.moves, planned))


def change_move(team: Team, move_id: str, **fields: Any) -> Team:
    """Return the team with other facts about a move; its state has an edit of its own."""
    found = move_of(team, move_id)
    return _put(team, msgspec.structs.replace(found, **fields))


def set_state(
    team: Team,
    move_id: str,
    state: MoveState,
    today: datetime.date,
    *,
    by: str = "",
    note: str = "",
) -> Team:
    """Return the team with a move in another state, and that in its history.

    Approving and refusing are decisions: who decided, and when, is kept. Nothing moves yet:
    ``carry_out`` does that.
    """
    found = move_of(team, move_id)
    if found.state is state:
        return team
    event = MoveEvent(on=today.isoformat(), state=state, by=by, note=note)
    fields: dict[str, Any] = {"state": state, "history": (*found.history, event)}
    if state in (MoveState.APPROVED, MoveState.REFUSED):
        fields |= {"decided_by": by or found.decided_by, "decided_on": today.isoformat()}
    return _put(team, msgspec.structs.replace(found, **fields))


def answer(
    team: Team, move_id: str, need: str, met: bool | None, today: datetime.date, note: str = ""
) -> Team:
    """Return the team with a manager's answer to a need; None takes the answer back."""
    found = move_of(team, move_id)
    answers = tuple(one for one in found.answers if one.need != need)
    if met is not None:
        answers = (*answers, Answer(need=need, met=met, note=note, on=today.isoformat()))
    before = next((one for one in found.answers if one.need == need), None)
    if before and met is before.met and note == before.note:
        return team
    return _put(team, msgspec.structs.replace(found, answers=answers))


def review(team: Team, move_id: str, on: datetime.date) -> Team:
    """Return the team with a move looked at again on a day."""
    found = move_of(team, move_id)
    days = tuple(sorted({*found.reviewed, on.isoformat()}))
    return _put(team, msgspec.structs.replace(found, reviewed=days))


def remove_move(team: Team, move_id: str) -> Team:
    """Return the team without a planned move."""
    gone = move_of(team, move_id).id
    return changed(team, moves=tuple(move for move in team.moves if move.id != gone))


def carry_out(team: Team, move_id: str, kind: MoveKind, today: datetime.date) -> Team:
    """Return the team after a move: it is done, and people and posts are where it leads.

    A move for a time covers the post and leaves the person in their own.
    """
    found = move_of(team, move_id)
    team = set_state(team, found.id, MoveState.DONE, today)
    return performed(team, found, kind)


def performed(team: Team, move: Move, kind: MoveKind) -> Team:
    """Return the team with people and posts as they are after a move; the move itself is left."""
    if kind.temporary:
        if kind.in_post or not move.post:
            return team
        return change_post(team, move.post, cover=move.person, cover_until=move.until)
    team = _moved_person(team, move)
    if kind.in_post:
        return change_post(team, move.post, node=move.node) if move.post else team
    if move.post:
        team = change_post(team, move.post, holder=move.person, cover="", cover_until="")
    for left in posts_left(team, move):
        team = change_post(team, left, holder="", vacant_since=move.date)
    return team


def posts_left(team: Team, move: Move) -> list[str]:
    """Return the posts that a move empties: the one it is from, or all that the person holds."""
    held = [one.id for one in team.posts_of(move.person)]
    return [one for one in held if move.source_post in ("", one) and one != move.post]


def ended(team: Team, move_id: str, today: datetime.date) -> Team:
    """Return the team after a move for a time has ended: the post is covered no longer."""
    found = move_of(team, move_id)
    team = change_move(team, found.id, until=found.until or today.isoformat())
    covered = team.posts_by_id.get(found.post)
    if covered and covered.cover == found.person:
        team = change_post(team, covered.id, cover="", cover_until="")
    return team


def add_scenario(team: Team, title: str, moves: Iterable[Move]) -> Team:
    """Return the team with one more scenario; its moves are numbered inside it."""
    named = " ".join(title.split())
    if not named:
        raise UsageError(_("The scenario needs a name."))
    team, new_id = next_id(team, "scenarios")
    scenario = Scenario(id=new_id, title=named, moves=_numbered(moves))
    return changed(team, scenarios=(*team.scenarios, scenario))


def change_scenario(team: Team, scenario_id: str, **fields: Any) -> Team:
    """Return the team with a scenario under another name or with other moves."""
    found = scenario_of(team, scenario_id)
    if "moves" in fields:
        fields["moves"] = _numbered(fields["moves"])
    new = msgspec.structs.replace(found, **fields)
    return changed(
        team, scenarios=tuple(new if old.id == new.id else old for old in team.scenarios)
    )


def remove_scenario(team: Team, scenario_id: str) -> Team:
    """Return the team without a scenario."""
    gone = scenario_of(team, scenario_id).id
    return changed(team, scenarios=tuple(s for s in team.scenarios if s.id != gone))


def apply_moves(team: Team, moves: Iterable[Move], today: datetime.date, reason: str = "") -> Team:
    """Return the team with moves planned that were only tried; ``reason`` is the reason of each.

    They are ideas then, to be discussed and decided; nobody has moved yet.
    """
    for move in moves:
        reasoned = msgspec.structs.replace(move, reason=reason or move.reason)
        team = plan_move(team, reasoned, today)
    return team


def apply_scenario(team: Team, scenario_id: str, today: datetime.date, reason: str = "") -> Team:
    """Return the team with the moves of a scenario planned, and the scenario gone."""
    found = scenario_of(team, scenario_id)
    return remove_scenario(apply_moves(team, found.moves, today, reason), found.id)


def set_band(team: Team, node: str, lowest: float | None, highest: float | None) -> Team:
    """Return the team with what a year at a grade costs; None takes it out again."""
    others = tuple(band for band in team.bands if band.node != node)
    if lowest is None or highest is None:
        return changed(team, bands=others)
    if lowest > highest or lowest < 0:
        raise UsageError(_("The lowest point of a pay band cannot be above its highest."))
    band = PayBand(node=node, lowest=lowest, highest=highest)
    at = next((i for i, old in enumerate(team.bands) if old.node == node), len(team.bands))
    return changed(team, bands=(*team.bands[:at], band, *team.bands[at + 1 :]))


def move_of(team: Team, move_id: str) -> Move:
    """Return the planned move of that id; raise UsageError where there is none."""
    found = team.moves_by_id.get(move_id.lower())
    if found is None:
        raise UsageError(unknown(_("planned move"), move_id, team.moves_by_id))
    return found


def scenario_of(team: Team, named: str) -> Scenario:
    """Return the scenario of that id or name; raise UsageError where there is none."""
    for scenario in team.scenarios:
        if in_one_spelling(named) in (scenario.id, in_one_spelling(scenario.title)):
            return scenario
    raise UsageError(unknown(_("scenario"), named, [s.title for s in team.scenarios]))


def _numbered(moves: Iterable[Move]) -> tuple[Move, ...]:
    return tuple(
        msgspec.structs.replace(move, id=f"m{number}") for number, move in enumerate(moves, 1)
    )


def _moved_person(team: Team, move: Move) -> Team:
    people = tuple(
        msgspec.structs.replace(
            one,
            node=move.node or one.node,
            since=move.date or one.since,
            aim="" if one.aim == move.node else one.aim,
        )
        if one.id == move.person
        else one
        for one in team.people
    )
    return changed(team, people=people)


def _put(team: Team, move: Move) -> Team:
    return changed(team, moves=tuple(move if old.id == move.id else old for old in team.moves))

"""Where in a team's file something is said of somebody: of them, of their posts and moves, and
wherever else they are named.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from pathways.i18n import _
from pathways.model.day import day_in_words
from pathways.model.library import Library
from pathways.model.team import Move, Person, Post, Team
from pathways.planning.board import node_title
from pathways.planning.forgetting import NAMES, TEXTS, name_in_texts
from pathways.planning.needs import Situation
from pathways.planning.person import Mention


def everything_about_member(situation: Situation, person_id: str) -> tuple[Mention, ...]:
    """Return everything that a team's file says of somebody, in the order of the file."""
    person = situation.team.people_by_id[person_id]
    told = (
        *_facts(situation, person),
        *_posts(situation.team, person),
        *_managed(situation.team, person),
        *_moves(situation, person),
        *_conflicts(situation.team, person),
        *_elsewhere(situation.team, person),
    )
    return tuple(one for one in told if one.text)


def aim_and_talks(library: Library, team: Team, person: Person) -> tuple[tuple[str, str], ...]:
    """Return where somebody wants to go, and with whom and when that is talked about, each with
    its name.
    """
    return (
        (_("Aim"), node_title(library, person.aim)),
        (_("Manager"), team.manager_of(person)),
        (_("Last conversation"), day_in_words(person.last_talk)),
        (_("Next conversation"), day_in_words(person.next_talk)),
    )


def _facts(situation: Situation, person: Person) -> Iterator[Mention]:
    library, team = situation.comparer.library, situation.team
    for where, text in (
        (_("Name"), person.name),
        (_("Code"), person.code),
        (_("Staff number"), person.number),
        (_("Now"), node_title(library, person.node)),
        (_("Since"), day_in_words(person.since)),
        *aim_and_talks(library, team, person),
        (_("Plan file"), person.plan),
        (_("Note"), person.note),
    ):
        yield Mention(where=where, text=text)


def _posts(team: Team, person: Person) -> Iterator[Mention]:
    for post in team.posts:
        if post.holder == person.id:
            yield Mention(where=_("Post"), text=_with_code(post))
        if post.cover == person.id:
            until = day_in_words(post.cover_until)
            text = _("{post}, until {date}").format(post=_with_code(post), date=until)
            yield Mention(where=_("Covers"), text=text if until else _with_code(post))


def _managed(team: Team, person: Person) -> Iterator[Mention]:
    names = [other.name for other in team.people if other.manager == person.id]
    yield Mention(where=_("Manager of"), text=", ".join(names))


def _moves(situation: Situation, person: Person) -> Iterator[Mention]:
    team = situation.team
    for move in team.moves_of(person.id):
        yield from _move(situation, _("Planned move {code}").format(code=move.id.upper()), move)
    for scenario in team.scenarios:
        for move in scenario.moves:
            if move.person == person.id:
                where = _("Scenario “{title}”").format(title=scenario.title)
                yield from _move(situation, where, move)


def _move(situation: Situation, where: str, move: Move) -> Iterator[Mention]:
    """Yield everything that is said of a move, a line for each thing."""
    kind = situation.kind(move.kind)
    lines = [
        " → ".join(filter(None, _ends(situation, move))),
        ", ".join(filter(None, (kind.title if kind else move.kind, move.state.word))),
        " – ".join(filter(None, (day_in_words(move.date), day_in_words(move.until)))),
        _labelled(_("Reason"), move.reason),
        _labelled(_("Rests on"), move.evidence),
        _labelled(_("Decided by"), move.decided_by, day_in_words(move.decided_on)),
        *_answers(situation, move),
        _labelled(_("Reviewed"), *map(day_in_words, move.reviewed)),
        *(
            _labelled(day_in_words(event.on), event.state.word, event.by, event.note)
            for event in move.history
        ),
    ]
    yield Mention(where=where, text="\n".join(filter(None, lines)))


def _ends(situation: Situation, move: Move) -> Iterator[str]:
    """Yield from where a move leads, and where to."""
    posts, library = situation.team.posts_by_id, situation.comparer.library
    for post, node in ((move.source_post, move.source_node), (move.post, move.node)):
        title = posts[post].title if post else ""
        yield ", ".join(filter(None, (title, node_title(library, node))))


def _answers(situation: Situation, move: Move) -> Iterator[str]:
    kinds = [kind for rules in situation.rules if (kind := rules.kind(move.kind))]
    texts = {need.id: need.text for kind in kinds for need in kind.needs}
    for one in move.answers:
        met = _("yes") if one.met else _("no")
        yield _labelled(texts.get(one.need, one.need), met, one.note)


def _labelled(name: str, *values: str) -> str:
    told = ", ".join(filter(None, values))
    return _("{name}: {value}").format(name=name, value=told) if told else ""


def _conflicts(team: Team, person: Person) -> Iterator[Mention]:
    """Yield the values that two windows wrote differently of somebody, until one is chosen."""
    for conflict in team.conflicts:
        if conflict.part != "person" or conflict.about != person.id:
            continue
        for value in conflict.values:
            told = [str(getattr(value.person, name, "")) for name in conflict.fields]
            yield Mention(where=_("A difference to settle"), text=", ".join(filter(None, told)))


def _elsewhere(team: Team, person: Person) -> Iterator[Mention]:
    """Yield the texts about others, and about the team, that name somebody."""
    names = name_in_texts(team, person)
    left = msgspec.structs.replace(
        team,
        people=tuple(one for one in team.people if one.id != person.id),
        moves=tuple(one for one in team.moves if one.person != person.id),
        scenarios=tuple(
            msgspec.structs.replace(
                one, moves=tuple(move for move in one.moves if move.person != person.id)
            )
            for one in team.scenarios
        ),
    )
    for text in _written(left, "title"):
        if names.are_in(text):
            yield Mention(where=_("Named in"), text=text)


def _written(value: object, field: str) -> Iterator[str]:
    if isinstance(value, str):
        if field in TEXTS + NAMES:
            yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _written(one, field)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _written(getattr(value, name), name)


def _with_code(post: Post) -> str:
    return _("{title} ({code})").format(title=post.title, code=post.code)

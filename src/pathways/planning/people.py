"""Edits of the people and the posts of a team: each takes a team and returns another.

An edit that changes nothing returns the very team it was given.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping, Sequence
from typing import Any, TypeVar

import msgspec

from pathways.errors import UsageError
from pathways.i18n import _
from pathways.model.library import unknown
from pathways.model.team import (
    FORMAT,
    KINDS,
    PREFIXES,
    Move,
    Person,
    Post,
    Scenario,
    Team,
    TeamConflict,
)
from pathways.planning import team_conflicts
from pathways.planning.team_identity import new_identity
from pathways.planning.text import in_one_spelling

Part = TypeVar("Part", bound=msgspec.Struct)


def new_team(title: str) -> Team:
    """Return a team with nothing in it; raise UsageError where it is given no name."""
    named = _wanted(title, _("The team needs a name."))
    return Team(format=FORMAT, id=new_identity(), title=named)


def rename_team(team: Team, title: str) -> Team:
    """Return the team under another name."""
    return changed(team, title=_wanted(title, _("The team needs a name.")))


def add_person(team: Team, name: str, **fields: Any) -> Team:
    """Return the team with one more person, the last of it; nothing but a name is needed."""
    named = _wanted(name, _("A person needs a name or a code."))
    team, new_id = next_id(team, "people")
    return changed(team, people=(*team.people, Person(id=new_id, name=named, **fields)))


def change_person(team: Team, person_id: str, **fields: Any) -> Team:
    """Return the team with other facts about a person; raise UsageError where there is none."""
    if "name" in fields:
        fields["name"] = _wanted(fields["name"], _("A person needs a name or a code."))
    return _change(team, "people", person(team, person_id).id, fields)


def remove_person(team: Team, person_id: str) -> Team:
    """Return the team without a person and without anything that is known about them.

    Their posts are vacant then, their moves are gone, also out of scenarios; whom they managed has
    no manager named.
    """
    return without(team, (person(team, person_id).id,))


def without(team: Team, people: Collection[str] = (), posts: Collection[str] = ()) -> Team:
    """Return a team without people and posts, by their ids, wherever they are named."""
    if not people and not posts:
        return team
    replace = msgspec.structs.replace

    def unnamed(part: Part, places: Sequence[str], gone: Collection[str]) -> Part:
        fields = {place: "" for place in places if getattr(part, place) in gone}
        if "cover" in fields:
            fields["cover_until"] = ""
        return replace(part, **fields) if fields else part

    def left(part: Any) -> Any:
        if isinstance(part, Person):
            return unnamed(part, ("manager",), people)
        if isinstance(part, Post):
            return unnamed(part, ("holder", "cover"), people)
        if isinstance(part, Scenario):
            return replace(part, moves=stay(part.moves))
        return unnamed(part, ("post", "source_post"), posts)

    def stay(moves: tuple[Move, ...]) -> tuple[Move, ...]:
        return tuple(left(move) for move in moves if move.person not in people)

    after = changed(
        team,
        people=tuple(left(one) for one in team.people if one.id not in people),
        posts=tuple(left(one) for one in team.posts if one.id not in posts),
        moves=stay(team.moves),
        scenarios=tuple(map(left, team.scenarios)),
    )
    return changed(after, conflicts=team_conflicts.without(after, people, left))


def add_post(team: Team, title: str, **fields: Any) -> Team:
    """Return the team with one more post; raise UsageError where its holder is not there."""
    named = _wanted(title, _("A post needs a title."))
    for key in ("holder", "cover"):
        if fields.get(key):
            fields[key] = person(team, fields[key]).id
    team, new_id = next_id(team, "posts")
    return changed(team, posts=(*team.posts, Post(id=new_id, title=named, **fields)))


def change_post(team: Team, post_id: str, **fields: Any) -> Team:
    """Return the team with other facts about a post; raise UsageError where that cannot be."""
    if "title" in fields:
        fields["title"] = _wanted(fields["title"], _("A post needs a title."))
    for key in ("holder", "cover"):
        if fields.get(key):
            fields[key] = person(team, fields[key]).id
    if fields.get("holder"):
        fields.setdefault("vacant_since", "")
    return _change(team, "posts", post(team, post_id).id, fields)


def remove_post(team: Team, post_id: str) -> Team:
    """Return the team without a post; moves to it and from it stay, and name no post any more."""
    return without(team, posts=(post(team, post_id).id,))


def settle(team: Team, conflict: TeamConflict, number: int) -> Team:
    """Return the team with a conflict settled by its value of that number, from 0; a post that is
    to go is taken from wherever it is named, too.
    """
    after = team_conflicts.choose(team, conflict, number)
    gone = {one.id for one in team.posts} - {one.id for one in after.posts}
    return without(after, posts=gone)


def place(team: Team, person_id: str, post_id: str) -> Team:
    """Return the team with a person in a post, which is vacant no longer."""
    return change_post(team, post_id, holder=person_id)


def vacate(team: Team, post_id: str) -> Team:
    """Return the team with nobody in a post."""
    return change_post(team, post_id, holder="", vacant_since="")


def person(team: Team, named: str) -> Person:
    """Return the person of that id, code or name; raise UsageError where it is nobody's, or
    several people's.
    """
    return _found(_("person"), named, team.people_by_id, "name")


def post(team: Team, named: str) -> Post:
    """Return the post of that id, code or title; of several of one title the one that is vacant.

    Raise UsageError where there is none, or where several could be meant.
    """
    if named.lower() in team.posts_by_id:
        return team.posts_by_id[named.lower()]
    spelt = _spellings(named)
    alike = [p for p in team.posts if in_one_spelling(p.title) in spelt]
    vacant = [p for p in alike if not p.holder]
    if len(alike) > 1 and len(vacant) == 1:
        return vacant[0]
    return _found(_("post"), named, team.posts_by_id, "title")


def name_key(name: str) -> tuple[str, str]:
    """Return what names are sorted by: letters before their accents, so that Óscar is beside
    Oscar.

    Nothing of a name is kept: who is removed from a team is gone from memory, too.
    """
    if name.isascii():  # a board of a thousand asks for all of them after every edit
        return name.casefold(), name
    parts = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign)), name


def next_id(team: Team, kind: str) -> tuple[Team, str]:
    """Return the team that has given one more id of a kind, and the id: no id comes back."""
    place, counted = KINDS.index(kind), team.last_numbers
    number = counted[place] + 1
    counted = (*counted[:place], number, *counted[place + 1 :])
    return msgspec.structs.replace(team, counted=counted), f"{PREFIXES[kind]}{number}"


def changed(team: Team, **fields: Any) -> Team:
    """Return the team with other fields; the very same where they are as they were."""
    same = all(getattr(team, key) == value for key, value in fields.items())
    return team if same else msgspec.structs.replace(team, **fields)


def _change(team: Team, kind: str, part_id: str, fields: dict[str, Any]) -> Team:
    parts = getattr(team, kind)
    return changed(
        team,
        **{
            kind: tuple(
                msgspec.structs.replace(part, **fields) if part.id == part_id else part
                for part in parts
            )
        },
    )


def _found(what: str, named: str, known: dict[str, Part], by: str) -> Part:
    if named.lower() in known:
        return known[named.lower()]
    spelt = _spellings(named)
    alike = {k: part for k, part in known.items() if in_one_spelling(getattr(part, by)) in spelt}
    if len(alike) == 1:
        return next(iter(alike.values()))
    if alike:
        raise UsageError(
            _("“{name}” may mean several: {codes}. Give the code of the one you mean.").format(
                name=named, codes=", ".join(key.upper() for key in alike)
            )
        )
    raise UsageError(unknown(what, named, [getattr(part, by) for part in known.values()]))


def _spellings(named: str) -> set[str]:
    """Return what a name may be looked for as: as it is, or with the family name put last."""
    last, comma, first = named.partition(",")
    turned = f"{first} {last}" if comma and first.strip() else named
    return {in_one_spelling(named), in_one_spelling(turned)}


def _wanted(text: str, otherwise: str) -> str:
    bare = " ".join(text.split())
    if not bare:
        raise UsageError(otherwise)
    return bare


def with_person(team: Team, person: Person | None, said: Mapping[str, str]) -> Team:
    """Return a team with what was said of somebody, the post that they now hold among it."""
    fields = {key: value for key, value in said.items() if key != "post"}
    fields["manager"] = _manager(team, said["manager"])
    if person is None:
        team = add_person(team, fields.pop("name"), **fields)
        person_id = team.people[-1].id
    else:
        person_id = person.id
        team = change_person(team, person_id, **fields)
    held = [post.id for post in team.posts_of(person_id)]
    if said["post"] and said["post"] not in held:
        for post in held:
            team = vacate(team, post)
        team = place(team, person_id, said["post"])
    elif not said["post"]:
        for post in held:
            team = vacate(team, post)
    return team


def _manager(team: Team, named: str) -> str:
    wanted = in_one_spelling(named)
    alike = [one.id for one in team.people if in_one_spelling(one.name) == wanted]
    return alike[0] if len(alike) == 1 else named

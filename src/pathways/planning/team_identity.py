"""Which team a file is of: an id of its own, or, in older files, the people that it knows."""

from __future__ import annotations

import hashlib
import secrets

import msgspec

from pathways.model.team import Team

_DERIVED = "older-"  # how an id begins that was made from what an older file says
_ANOTHER = 3  # people of whom an older file knows none any more: it is another team's


def new_identity() -> str:
    """Return an id that no other team has."""
    return f"team-{secrets.token_hex(6)}"


def identified(team: Team) -> Team:
    """Return a team with an id: in one of an older file it is made from what the file says, the
    same for whoever reads it.
    """
    if team.id:
        return team
    digest = hashlib.sha256(msgspec.json.encode(team)).hexdigest()[:12]
    return msgspec.structs.replace(team, id=_DERIVED + digest)


def is_another(base: Team, theirs: Team) -> bool:
    """Tell whether a file holds another team now than when it was last read."""
    if base.id == theirs.id and base.id:
        return False
    if not any(not one.id or one.id.startswith(_DERIVED) for one in (base, theirs)):
        return True
    known = {(person.id, person.name) for person in base.people}
    shared = any((person.id, person.name) in known for person in theirs.people)
    return len(known) >= _ANOTHER and bool(theirs.people) and not shared

"""Somebody taken out of a team for good: with their moves, and out of what others wrote."""

from __future__ import annotations

from typing import Any

import msgspec

from pathways.i18n import _
from pathways.model.team import Person, Team
from pathways.planning.names_in_text import NamesInText
from pathways.planning.people import remove_person

TEXTS = ("note", "reason", "evidence", "title", "words")
NAMES = ("decided_by", "by", "manager")  # fields for a name alone are emptied


def without_person(team: Team, person: str) -> Team:
    """Return a version of a team without somebody, who may not be in that version, and without
    their name in any text.

    A part of the name that somebody else in the team has, too, is left where it stands alone.
    """
    known = team.people_by_id.get(person)
    if known is None:
        return team
    left: Team = _cleaned(remove_person(team, person), name_in_texts(team, known))
    return left


def name_in_texts(team: Team, person: Person) -> NamesInText:
    """Find the name of somebody in what others wrote; a part of it that somebody else in the team
    has, too, only where it belongs to the whole name.
    """
    called = [(person.name, _("[name removed]"))]
    others = " · ".join(one.name for one in team.people if one.id != person.id)
    shared = NamesInText(called).are_in(others)
    return NamesInText(called, parts=not shared)


def _cleaned(value: Any, names: NamesInText) -> Any:
    if isinstance(value, tuple):
        return tuple(_cleaned(one, names) for one in value)
    if not isinstance(value, msgspec.Struct):
        return value
    fields = {name: _said(name, getattr(value, name), names) for name in value.__struct_fields__}
    return msgspec.structs.replace(value, **fields)


def _said(field: str, value: Any, names: NamesInText) -> Any:
    if not isinstance(value, str) or not value:
        return _cleaned(value, names)
    if field in TEXTS and names.are_in(value):
        return names.replaced(value)
    return "" if field in NAMES and names.are_in(value) else value

"""Somebody taken out of a team for good: with their moves, and out of what others wrote."""

from __future__ import annotations

from typing import Any

import msgspec

from pathways.i18n import _
from pathways.model.team import Team
from pathways.planning.names_in_text import NamesInText
from pathways.planning.people import remove_person

_TEXTS = ("note", "reason", "evidence", "title", "words")
_NAMES = ("decided_by", "by", "manager")  # fields for a name alone are emptied


def without_person(team: Team, person: str) -> Team:
    """Return a version of a team without somebody, who may not be in that version, and without
    their name in any text.

    A part of the name that somebody else in the team has, too, is left where it stands alone.
    """
    known = team.people_by_id.get(person)
    if known is None:
        return team
    gone = [(known.name, _("[name removed]"))]
    others = " · ".join(one.name for one in team.people if one.id != person)
    shared = NamesInText(gone).are_in(others)
    left: Team = _cleaned(remove_person(team, person), NamesInText(gone, parts=not shared))
    return left


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
    if field in _TEXTS and names.are_in(value):
        return names.replaced(value)
    return "" if field in _NAMES and names.are_in(value) else value

"""What is told when two people changed one thing of a team at the same time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from pathways.i18n import _
from pathways.i18n import in_words as joined
from pathways.model.day import date_of, day_in_words
from pathways.model.team import Move, MoveState, Person, Post, Team

AnyPart = msgspec.Struct


class PartWords:
    """Name parts and values by the words that people know them by, in either version."""

    def __init__(self, mine: Team, theirs: Team) -> None:
        self._people = {**theirs.people_by_id, **mine.people_by_id}
        self._posts = {**theirs.posts_by_id, **mine.posts_by_id}

    def taken_out(self, part: AnyPart, *, kept: bool) -> str:
        """Say that one took out what the other changed, and which of it holds."""
        name = self.name_of(part)
        if kept:
            return _("{name} was taken out and changed at the same time: it stays.").format(
                name=name
            )
        return _(
            "{name} was taken out, so what was changed about them at the same time is gone, too."
        ).format(name=name)

    def both(self, mine: AnyPart, theirs: AnyPart, fields: Sequence[str]) -> str:
        """Say that both changed a field of a part, or fields that belong together."""
        differing = [name for name in fields if getattr(mine, name) != getattr(theirs, name)]
        return self._said(
            self.name_of(mine),
            joined([_field_word(name) for name in differing]),
            *(
                joined([self._value(name, getattr(part, name)) for name in differing])
                for part in (mine, theirs)
            ),
        )

    def both_of_team(self, field: str, mine: object, theirs: object) -> str:
        """Say that both changed something of the team itself."""
        here, there = self._value(field, mine), self._value(field, theirs)
        return self._said(_("The team"), _field_word(field), here, there)

    def both_in_list(self, field: str, name: str, about: AnyPart | None) -> str:
        """Say that both changed one thing of several that a part, or the team, has."""
        known = self._people.get(name)
        return _(
            "{name}, {field} “{one}”: somebody else changed it, too; what stands here holds."
        ).format(
            name=self.name_of(about) if about is not None else _("The team"),
            field=_field_word(field),
            one=known.name if known else name,
        )

    def name_of(self, part: AnyPart) -> str:
        """Return what a part is called."""
        if isinstance(part, Move):
            person = self._people.get(part.person)
            return _("The move of {name}").format(name=person.name if person else part.person)
        if isinstance(part, Person):
            return part.name
        if isinstance(part, Post):
            return _("The post {title}").format(title=part.title)
        return _("The scenario {title}").format(title=getattr(part, "title", ""))

    def _said(self, name: str, field: str, here: str, there: str) -> str:
        return _(
            "{name}, {field}: somebody else wrote “{there}” meanwhile; “{here}”, as it stands "
            "here, holds."
        ).format(name=name, field=field, there=there, here=here)

    def _value(self, field: str, value: Any) -> str:
        if isinstance(value, MoveState):
            return value.word
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        if value in ("", None):
            return _("nothing")
        text = f"{value:g}" if isinstance(value, float) else str(value)
        if field in ("holder", "cover", "manager", "person") and text in self._people:
            return self._people[text].name
        if field in ("post", "source_post") and text in self._posts:
            return self._posts[text].title
        return day_in_words(text) if date_of(text) else text


def _field_word(field: str) -> str:
    return {
        "name": _("name"),
        "title": _("title"),
        "node": _("grade or role"),
        "since": _("since"),
        "aim": _("aim"),
        "manager": _("manager"),
        "last_talk": _("last conversation"),
        "next_talk": _("next conversation"),
        "plan": _("plan"),
        "number": _("number"),
        "note": _("note"),
        "holder": _("holder"),
        "vacant_since": _("vacant since"),
        "funded": _("funded"),
        "lowest": _("lowest grade"),
        "highest": _("highest grade"),
        "until": _("until"),
        "cover": _("who covers it"),
        "cover_until": _("covered until"),
        "evaluated": _("last evaluated"),
        "kind": _("kind of move"),
        "person": _("person"),
        "post": _("post"),
        "source_post": _("post that is left"),
        "source_node": _("grade that is left"),
        "date": _("date"),
        "reason": _("reason"),
        "evidence": _("evidence"),
        "decided_by": _("who decided"),
        "decided_on": _("when it was decided"),
        "state": _("state"),
        "answers": _("answer to the need"),
        "moves": _("move of"),
        "on_costs": _("on-costs"),
        "bands": _("pay band"),
        "views": _("view"),
        "values": _("meaning of"),
    }[field]

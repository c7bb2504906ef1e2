"""What is told when two people changed one thing of a team at the same time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from pathways.i18n import _
from pathways.i18n import in_words as joined
from pathways.model.day import date_of, day_in_words
from pathways.model.team import (
    Answer,
    Move,
    MoveState,
    PayBand,
    Person,
    Post,
    Team,
    TeamConflict,
    TeamValue,
)

AnyPart = msgspec.Struct
_NODES = ("node", "aim", "lowest", "highest", "source_node")
_NOT_TOLD = ("id", "person", "title", "text", "answers", "reviewed", "history")


class PartWords:
    """Name parts and values by the words that people know them by, in either version.

    ``titles`` are those of grades and roles, by id, where they are known.
    """

    def __init__(
        self, mine: Team, theirs: Team | None = None, titles: Mapping[str, str] | None = None
    ) -> None:
        theirs = theirs or mine
        self._parts = mine
        self._titles = titles or {}
        self._people = {**theirs.people_by_id, **mine.people_by_id}
        self._posts = {**theirs.posts_by_id, **mine.posts_by_id}

    def taken_out(self, part: AnyPart, *, kept: bool) -> str:
        """Say that one took out what the other changed, and which of it holds."""
        name = self.name_of(part)
        if isinstance(part, Post):
            return _(
                "{name} was taken out and changed at the same time. It stays until you choose."
            ).format(name=name)
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
        return _(
            "{name}, {field} “{one}”: somebody else changed it, too. Both are kept until you "
            "choose."
        ).format(
            name=self.name_of(about) if about is not None else _("The team"),
            field=_field_word(field),
            one=self._which(name),
        )

    def about(self, conflict: TeamConflict) -> str:
        """Say what a conflict is about: of whom or what, and which field."""
        parts: dict[str, Mapping[str, Any]] = {
            "person": self._people,
            "post": self._posts,
            "move": self._parts.moves_by_id,
            "scenario": {one.id: one for one in self._parts.scenarios},
        }
        part = parts.get(conflict.part, {}).get(conflict.about)
        name = self.name_of(part) if part is not None else _("The team")
        differing = self._differing(conflict)
        if conflict.which:
            field, one = _field_word(conflict.fields[0]), self._which(conflict.which)
            return _("{name}, {field} “{one}”").format(name=name, field=field, one=one)
        field = joined([_field_word(one) for one in differing])
        return _("{name}, {field}").format(name=name, field=field)

    def said(self, conflict: TeamConflict, value: TeamValue) -> str:
        """Return one of the values of a conflict in words."""
        if conflict.part == "team" and not conflict.which:
            return self._value(conflict.fields[0], getattr(value, conflict.fields[0]))
        if not conflict.which:
            part = getattr(value, conflict.part)
            told = [(name, getattr(part, name)) for name in self._differing(conflict)]
            if len(told) == 1:
                return self._value(*told[0])
            return "; ".join(f"{_field_word(name)}: {self._value(name, one)}" for name, one in told)
        found = (getattr(value, name) for name in value.__struct_fields__)
        return self._item(next((one for one in found if one is not None), None))

    def _differing(self, conflict: TeamConflict) -> list[str]:
        """Return those of the fields that belong together in which the values differ."""
        if conflict.part == "team" or conflict.which:
            return list(conflict.fields)
        parts = [getattr(value, conflict.part) for value in conflict.values]
        return [name for name in conflict.fields if len({getattr(p, name) for p in parts}) > 1]

    def _which(self, name: str) -> str:
        known = self._people.get(name)
        post = self._posts.get(name)
        return known.name if known else post.title if post else self._titles.get(name, name)

    def _item(self, item: Any) -> str:
        if item is None:
            return _("taken out")
        if isinstance(item, Answer):
            met = _("met") if item.met else _("not met")
            return _("{met}: “{note}”").format(met=met, note=item.note) if item.note else met
        if isinstance(item, PayBand):
            return _("from {lowest} to {highest}").format(
                lowest=f"{item.lowest:,.0f}", highest=f"{item.highest:,.0f}"
            )
        names = [name for name in item.__struct_fields__ if name not in _NOT_TOLD]
        told = [(name, getattr(item, name)) for name in names]
        said = [f"{_field_word(name)}: {self._value(name, one)}" for name, one in told if one]
        return "; ".join(said) or _("nothing")

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
            "{name}, {field}: “{here}” here, and “{there}” by somebody else. Both are kept until "
            "you choose."
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
        if field in _NODES:
            return self._titles.get(text, text)
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
        "posts": _("post"),
        "on_costs": _("on-costs"),
        "bands": _("pay band"),
        "views": _("view"),
        "values": _("meaning of"),
        "words": _("words"),
        "group": _("grouped by"),
        "sort": _("sorted by"),
        "descending": _("last first"),
    }[field]

"""How well something must be mastered: ordered levels of proficiency."""

from __future__ import annotations

from typing import Annotated

import msgspec

from pathways.model.part import Part

Text = Annotated[str, msgspec.Meta(min_length=1, pattern=r"\S")]


class ScaleLevel(Part, frozen=True, kw_only=True):
    """A level that is explained: ``definition`` says what it asks for."""

    name: Text
    definition: str = ""


class ProficiencyScale(Part, frozen=True, kw_only=True):
    """Levels from the lowest to the highest, such as awareness, working, practitioner, expert."""

    id: Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+([._-][a-z0-9]+)*(?!\n)$")]
    levels: Annotated[tuple[Text | ScaleLevel, ...], msgspec.Meta(min_length=2)]
    title: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the levels, the lowest first."""
        return tuple(one.name if isinstance(one, ScaleLevel) else one for one in self.levels)

    def rank(self, name: str) -> int:
        """Return the place of a level, from 1 for the lowest; 0 where the scale does not have it.

        Capitals and spaces make no difference.
        """
        wanted = plain(name)
        return next((n for n, known in enumerate(self.names, 1) if plain(known) == wanted), 0)

    def definition_of(self, name: str) -> str:
        """Return what the scale says of a level, "" where it says nothing."""
        rank = self.rank(name)
        level = self.levels[rank - 1] if rank else ""
        return level.definition if isinstance(level, ScaleLevel) else ""


class Level(msgspec.Struct, frozen=True):
    """A level that a node asks for: ``value`` as the document writes it, on its scale."""

    value: str
    scale: ProficiencyScale

    @property
    def rank(self) -> int:
        """Return its place on the scale, from 1 for the lowest."""
        return self.scale.rank(self.value)

    @property
    def of(self) -> int:
        """Return how many levels the scale has."""
        return len(self.scale.levels)


def plain(name: str) -> str:
    """Return a level's name as it is compared: "Working", "working level" and "Level: working" are
    one.
    """
    words = name.casefold().replace(":", " ").split()
    bare = [word for word in words if word != "level"]
    return " ".join(bare or words)

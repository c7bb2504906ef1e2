"""Whom the text of a document serves at the place that is being read: a block of grades, a part of
it, everyone, or nobody.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pathways.importing.drafts import ALL, Key

Keys = tuple[Key, ...]


@dataclass
class Audience:
    """The grades that the text serves.

    ``block`` are the grades of the last head; ``only`` those of a part inside it, with its
    ``label``. ``outer`` where the part holds whole sections. ``outside`` where the text serves
    nobody. ``level`` is that of the heading that named the block, 0 where no heading did, ``point``
    the depth of the point of a list that did.
    """

    block: Keys = ()
    only: Keys = ()
    label: str = ""
    outer: bool = False
    outside: bool = False
    level: int = 0
    point: int = 0
    _head_again: bool = False
    _parts: dict[Keys, set[str]] = field(default_factory=dict)  # what each part has sections on

    @property
    def everyone(self) -> bool:
        """Tell whether the text serves all grades of the document."""
        return self.block == ALL

    def begin_block(self, keys: Keys, level: int, point: int = 0) -> None:
        """Begin the text of some grades."""
        self.block, self.level, self.point, self.outside = keys, level, point, False
        self.end_part()
        self._head_again, self._parts = False, {}

    def begin_part(self, keys: Keys, label: str, whole_sections: bool) -> None:
        """Begin the text of some of the block's grades: whole sections, or paragraphs within the
        section.
        """
        self.only, self.label, self.outer = keys, label, whole_sections
        self._head_again = False
        if whole_sections:
            self._parts.setdefault(keys, set())

    def end_part(self) -> None:
        """Go on for all grades of the block."""
        self.only, self.label, self.outer = (), "", False

    def unknown_part(self, label: str) -> None:
        """Note the label of a part whose grades nobody knows."""
        self.label = label

    def head_again(self) -> None:
        """Note that the head of the block came again, as at the top of a page."""
        self._head_again = True

    def leave(self) -> None:
        """Go on for nobody."""
        self.begin_block((), 0)
        self.outside = True

    def meet_section(self, dimension: str) -> None:
        """Take note of a section; the sections of a part end where one begins that its sisters do
        not have.
        """
        if self.outer and self.only and self._ends_part(dimension):
            self.end_part()
            self._head_again = False
        if not self.outer:
            self.end_part()
        elif self.only:
            self._parts.setdefault(self.only, set()).add(dimension)

    def _ends_part(self, dimension: str) -> bool:
        sisters = set().union(*(seen for keys, seen in self._parts.items() if keys != self.only))
        own = self._parts.get(self.only, set())
        again = dimension in sisters and dimension not in own
        all_told = {key for keys in self._parts for key in keys} == set(self.block)
        if self._head_again and not again:
            return True
        return bool(sisters) and all_told and dimension not in sisters

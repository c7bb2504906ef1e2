"""What is folded on the map and in the outline alike."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from pathways.graph.layout.folding import MOST_BOXES, FoldGroup, Groups
from pathways.model.library import Library


class Folds(QObject):
    """Hold which groups of nodes are folded; emit ``changed`` when that is another."""

    changed = Signal()

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.groups = Groups(library)
        self._closed = self.groups.opening()

    @property
    def closed(self) -> frozenset[str]:
        """Return the ids of the groups that are folded."""
        return self._closed

    @property
    def many(self) -> bool:
        """Tell whether there is so much that folding is a part of reading the map."""
        return len(self.groups.library.nodes) > MOST_BOXES

    def group(self, group_id: str) -> FoldGroup | None:
        """Return a group by its id."""
        return self.groups.by_id.get(group_id)

    def foldable(self, box_id: str) -> str | None:
        """Return the innermost open group around a box, which folding it would close; None where
        there is none.
        """
        open_ones = [group for group in self.groups.around(box_id) if group not in self._closed]
        return open_ones[-1] if open_ones else None

    def show_library(self, library: Library, keep: Iterable[str] = ()) -> None:
        """Take other frameworks: what was there stays as it is, what is new opens as a new library
        does.
        """
        known, before = set(self.groups.by_id), self._closed
        self.groups = Groups(library)
        opening = self.groups.opening()
        closed = {
            group for group in self.groups.by_id if group in (before if group in known else opening)
        }
        self._closed = self.groups.revealing(keep, closed)

    def fold(self, group_id: str) -> None:
        """Fold a group."""
        self._set(self._closed | ({group_id} & self.groups.by_id.keys()))

    def unfold(self, group_id: str) -> None:
        """Unfold a group."""
        self._set(self._closed - {group_id})

    def fold_all(self) -> None:
        """Fold every family, and every framework that has but one."""
        self._set(self._closed | self.groups.ladders)

    def unfold_all(self) -> None:
        """Unfold everything."""
        self._set(frozenset())

    def reveal(self, node_ids: Iterable[str]) -> None:
        """Unfold whatever hides these nodes."""
        self._set(self.groups.revealing(node_ids, self._closed))

    def _set(self, closed: frozenset[str]) -> None:
        if closed != self._closed:
            self._closed = closed
            self.changed.emit()

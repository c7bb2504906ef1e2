"""What was found, as a list: titles of frameworks and grades, and under them the hits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt

from pathways.compare.sentences import together
from pathways.gui.widgets.model_index import Index
from pathways.gui.widgets.row_model import RowModel
from pathways.i18n import _, _n, capitalised
from pathways.model.library import Library
from pathways.search.entry import EntryKind
from pathways.search.results import Hit, HitGroup, Results

_BEST = 3  # hits that stand on top, where there are more than fit into a glance
_GLANCE = 8
_NAMED = 9  # grades named in a title


@dataclass(frozen=True)
class HitRow:
    """One line of the list: a hit, or where ``hit`` is None a title; ``level`` is 1 for
    frameworks, 2 for grades.
    """

    words: str
    level: int = 0
    hit: Hit | None = None
    about: str = ""


class HitsModel(RowModel):
    """List the results of a search; titles cannot be chosen."""

    def show_results(self, results: Results, library: Library) -> None:
        """Show other results."""
        self.show_rows(list(_rows(results, library)))

    def hits(self) -> list[int]:
        """Return the numbers of the rows that are hits."""
        return [number for number, row in enumerate(self.rows) if row.hit is not None]

    def cell(self, row: HitRow, column: int, role: int) -> Any:
        """Return the words of a line."""
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.words} ({row.about})" if row.about else row.words
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let hits be chosen, and nothing else."""
        row = self.rows[index.row()] if index.isValid() else None
        if row is None or row.hit is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _rows(results: Results, library: Library) -> Iterator[HitRow]:
    if len(results.hits) > _GLANCE:
        yield HitRow(_("Best matches"), level=1)
        for hit in results.hits[:_BEST]:
            yield HitRow(hit.text, hit=hit, about=_about(hit, library, whole=True))
    before: str | None = ""
    for group in results.groups:
        if group.framework != before:
            before = group.framework
            yield HitRow(_framework_words(group, library), level=1)
        if group.nodes and _tells_more(group, library):
            yield HitRow(_names(group.nodes, library), level=2)
        for hit in group.hits:
            yield HitRow(hit.text, hit=hit, about=_about(hit, library, whole=False))


def _tells_more(group: HitGroup, library: Library) -> bool:
    return group.framework is None or len(library.framework(group.framework).nodes) > 1


def _framework_words(group: HitGroup, library: Library) -> str:
    if group.framework is None:
        return _("In several frameworks")
    framework = library.framework(group.framework)
    return f"{framework.title} · {framework.organisation}"


def _about(hit: Hit, library: Library, *, whole: bool) -> str:
    """Say what a hit is; ``whole`` adds where, for lines that do not stand under their grade."""
    entry = hit.entry
    if entry.kind in (EntryKind.STATEMENT, EntryKind.INTRODUCTION) and entry.heading:
        parts = [entry.heading]
    else:
        parts = [capitalised(entry.kind.word)]
    if whole and entry.kind is not EntryKind.DIMENSION:
        nodes = hit.nodes
        if nodes and entry.kind is not EntryKind.FRAMEWORK:
            parts.append(_names(nodes, library))
        if hit.framework is not None and entry.kind is not EntryKind.FRAMEWORK:
            parts.append(library.framework(hit.framework).title)
    return " · ".join(dict.fromkeys(parts))


def _names(nodes: Sequence[str], library: Library) -> str:
    """Name nodes, the first few of many."""
    found = [library.node(node) for node in nodes]
    if len(found) <= _NAMED:
        return capitalised(together(found))
    more = len(found) - _NAMED
    words = _n("{names} and {count} more", "{names} and {count} more", more)
    return words.format(names=", ".join(node.title for node in found[:_NAMED]), count=more)

"""What stands over the lines of one dimension: its name, its counts and what is to be known about
it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter

from pathways.compare.change import DimensionChange
from pathways.compare.level_words import step_signs
from pathways.compare.sentences import described, shared_definition, shared_text
from pathways.gui.shell.theme import HEADING, SMALL, Theme
from pathways.gui.widgets.painted_piece import PaintedPiece, PaintState, PieceSheet
from pathways.gui.widgets.text_block import TextBlock, TextParagraph
from pathways.i18n import _n
from pathways.model.library import Library


class SectionHead(PaintedPiece):
    """Show a dimension's title, how many statements of which kind, and whether one text serves
    several grades.
    """

    role = "heading"

    def __init__(
        self, changes: Sequence[DimensionChange], library: Library, theme: Theme, sheet: PieceSheet
    ) -> None:
        super().__init__(theme, sheet)
        self.dimension_id = changes[0].dimension.id
        self.title = changes[0].dimension.title
        self._changes = changes
        quiet = QColor(theme.quiet_text)
        ink, font = QColor(theme.text), theme.font(HEADING, bold=True)
        self.block = TextBlock([TextParagraph(self.title, font, ink, selectable=True)])
        counts = counted(changes[0]) if len(changes) == 1 else ""
        self._counts = TextBlock(
            [TextParagraph(counts, theme.font(SMALL), quiet)] if counts else []
        )
        shared = [_shared_note(change, library) for change in changes if change.shared]
        told = dict.fromkeys([*_level_notes(changes, library), *shared])
        notes = [note for note in told if note]
        self._note = TextBlock([TextParagraph(note, theme.font(SMALL), quiet) for note in notes])
        self._beside = True
        self._tops = (0.0, 0.0)

    @property
    def name(self) -> str:
        """Return the title, and what happens to the dimension."""
        return " ".join([self.title + ".", *(change.sentence for change in self._changes)])

    @property
    def origin(self) -> QPointF:
        """Return where the title begins."""
        return QPointF(self.theme.space(6), 0)

    def arrange(self, width: int) -> int:
        """Lay out for a width and return the height, in pixels."""
        pad = self.theme.space(6)
        inner = width - 2 * pad
        title_width, counts_width = self.block.natural_width(), self._counts.natural_width()
        self._beside = title_width + counts_width + 2 * pad <= inner
        title = self.block.lay_out(inner if not self._beside else title_width)
        counts = self._counts.lay_out(counts_width if self._beside else inner)
        below = title if self._beside else title + counts
        self._tops = ((title - counts) / 2 if self._beside else title, below)
        return round(below + self._note.lay_out(inner) + pad / 2)

    def paint(self, painter: QPainter, look: PaintState) -> None:
        """Paint the title, the counts at its right, and the notes under it."""
        super().paint(painter, look)
        pad = self.theme.space(6)
        x = self.place.width() - pad - self._counts.width if self._beside else pad
        self._counts.paint(painter, x, self._tops[0])
        self._note.paint(painter, pad, self._tops[1])


def counted(change: DimensionChange) -> str:
    """Return the number of statements and what becomes of them: ``4 statements · 2 raised, 1 new,
    1 no change``.
    """
    count = len(change.changes)
    number = _n("{count} statement", "{count} statements", count).format(count=count)
    return f"{number} · {described(change)}" if count else ""


def _shared_note(change: DimensionChange, library: Library) -> str:
    served = [c.before.nodes for c in change.changes if c.before]
    nodes = (
        [node for node in served[0] if all(node in others for others in served)] if served else []
    )
    return shared_text([library.node(node) for node in nodes]) if nodes else ""


def _level_notes(changes: Sequence[DimensionChange], library: Library) -> list[str]:
    """Say what happens to the level of a skill, and who shares its definition."""
    notes = [f"{change.sentence} {step_signs(change.level)}" for change in changes if change.level]
    for change in changes:
        texts = (
            change.level.explained_after or change.level.explained_before if change.level else ()
        )
        notes += [
            shared_definition([library.node(node) for node in text.nodes], levels=True)
            for text in texts
            if text.definition and text.shared
        ]
    return notes

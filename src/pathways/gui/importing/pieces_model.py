"""The lines of the documents as a table: where, what they say, what became of them, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Qt

from pathways.gui.importing.pieces import (
    Key,
    LinePiece,
    PieceOrder,
    Titles,
    arranged,
    reasons,
    sure_word,
)
from pathways.gui.widgets.plain_text import tip
from pathways.gui.widgets.row_model import RowModel
from pathways.i18n import _

Words = Callable[[LinePiece, Titles], str]

_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class PieceColumn(msgspec.Struct, frozen=True):
    """A column: its title, the words of a piece in it, what is said on pointing at it, and where
    the words stand.
    """

    title: str
    text: Words
    tip: Words
    align: Qt.AlignmentFlag = _LEFT


def columns() -> tuple[PieceColumn, ...]:
    """Return the columns from left to right."""
    return (
        PieceColumn(_("Line"), _where, _document, _RIGHT),
        PieceColumn(_("In the document"), lambda piece, _titles: piece.decision.text, _whole),
        PieceColumn(_("Read as"), _became, _heading),
        PieceColumn(_("Why"), _why, _why),
    )


LINE, TEXT, BECAME, WHY = range(4)


class PiecesModel(RowModel):
    """List pieces in an order, those with certain words; everything else is as the review
    has it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        self._columns = columns()
        super().__init__(parent, [column.title for column in self._columns])
        self._all: Sequence[LinePiece] = ()
        self._sought: dict[int, str] = {}
        self._order = PieceOrder.DOUBTFUL_FIRST
        self._words = ""
        self.titles: Titles | None = None

    def show_pieces(self, pieces: Sequence[LinePiece], titles: Titles) -> None:
        """Show other pieces."""
        self.beginResetModel()
        self._all, self.titles = pieces, titles
        self._sought = {}
        self._arrange()
        self.endResetModel()

    def arrange(self, order: PieceOrder, words: str) -> None:
        """Show the pieces in another order, and only those that have all of the words."""
        if (order, words) == (self._order, self._words):
            return
        self.beginResetModel()
        self._order, self._words = order, words
        self._arrange()
        self.endResetModel()

    @property
    def order(self) -> PieceOrder:
        """Return the order in which the pieces are shown."""
        return self._order

    def piece(self, row: int) -> LinePiece:
        """Return the piece in a row."""
        found: LinePiece = self.rows[row]
        return found

    def rows_of(self, keys: Iterable[Key]) -> list[int]:
        """Return the rows of some pieces, as far as they are shown."""
        wanted = set(keys)
        return [row for row, piece in enumerate(self.rows) if piece.key in wanted] if wanted else []

    def cell(self, row: LinePiece, column: int, role: int) -> Any:
        """Return the words of a cell, and where they stand."""
        shown = self._columns[column]
        if self.titles is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return shown.text(row, self.titles)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{shown.title}: {shown.text(row, self.titles)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(shown.tip(row, self.titles))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return shown.align | Qt.AlignmentFlag.AlignTop
        return None

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title of a column, which stands where its words do."""
        title = super().headerData(section, way)
        if title is not None and role == Qt.ItemDataRole.TextAlignmentRole:
            return self._columns[section].align | Qt.AlignmentFlag.AlignVCenter
        return title if role == Qt.ItemDataRole.DisplayRole else None

    def _arrange(self) -> None:
        found = arranged(self._all, self._order)
        wanted = self._words.casefold().split()
        self.rows = [piece for piece in found if self._has(piece, wanted)] if wanted else found

    def _has(self, piece: LinePiece, wanted: Sequence[str]) -> bool:
        if id(piece) not in self._sought and self.titles is not None:
            self._sought[id(piece)] = self.titles.sought(piece)
        words = self._sought.get(id(piece), "")
        return all(word in words for word in wanted)


def _where(piece: LinePiece, titles: Titles) -> str:
    return titles.where(piece.decision)


def _document(piece: LinePiece, titles: Titles) -> str:
    return titles.document(piece.decision.document)


def _whole(piece: LinePiece, _titles: Titles) -> str:
    text = piece.decision.text
    return text if len(text) < 2000 else text[:2000] + "…"


def _became(piece: LinePiece, titles: Titles) -> str:
    word, target = piece.decision.became.word, titles.target(piece)
    return f"{word} · {target}" if target else word


def _heading(piece: LinePiece, titles: Titles) -> str:
    heading = piece.decision.heading
    return (
        _("Under the heading “{heading}”").format(heading=heading)
        if heading
        else _became(piece, titles)
    )


def _why(piece: LinePiece, _titles: Titles) -> str:
    return f"{sure_word(piece)}: {reasons(piece)}"

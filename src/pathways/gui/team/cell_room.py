"""How wide the columns of the team's table are: by what stands in them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from pathways.gui.shell.theme import Theme

_USUAL = 0.9  # of the cells that a column is made wide enough for, where there is room
_LOOKED_AT = 60  # rows: what those say tells how the rest is
_SHORT = 10.0  # beside the size of type: words no longer than this stay on one line
_WIDEST = 16.0  # the same, of the least that a column needs
_MOST = 40.0  # the same, of what a column wants
_AIR = 28  # pixels around the words of a cell at 100 %: what the style takes at its sides


class CellRoom:
    """Measure the words of the first rows, and share out the width."""

    def __init__(self, theme: Theme, model: QAbstractItemModel, columns: Sequence[int]) -> None:
        self._theme = theme
        self._model = model
        rows = range(min(model.rowCount(), _LOOKED_AT))
        self._words = {
            column: [str(model.index(row, column).data() or "") for row in rows]
            for column in columns
        }
        bold = QFont(theme.font())
        bold.setBold(True)
        self._metrics, self._bold = QFontMetricsF(theme.font()), QFontMetricsF(bold)
        self._columns = columns

    def shared_out(self, room: int) -> dict[int, int]:
        """Return a width for each column, all of them together as wide as the room: what the
        longest word needs, then by what the words want on one line.
        """
        least = {column: self._least(column) for column in self._columns}
        wants = {column: max(least[column], self._want(column)) for column in self._columns}
        spare = room - sum(least.values())
        wished = sum(wants.values()) - sum(least.values())
        if spare < 0 or not wished:  # what there is, in proportion
            whole = sum(least.values()) or 1
            shares = {column: least[column] * room / whole for column in self._columns}
        else:
            part = min(1.0, spare / wished)
            over = (spare - part * wished) / max(1, len(self._columns))
            shares = {
                column: least[column] + part * (wants[column] - least[column]) + over
                for column in self._columns
            }
        return {column: int(share) for column, share in shares.items()}

    @property
    def _air(self) -> float:
        return float(self._theme.space(_AIR))

    def _width(self, words: str, column: int) -> float:
        metrics = self._bold if column == self._columns[0] else self._metrics
        return metrics.horizontalAdvance(words)

    def _least(self, column: int) -> float:
        title = str(self._model.headerData(column, Qt.Orientation.Horizontal) or "")
        parts = [part for words in self._words[column] for part in words.split()]
        widest = max((self._width(part, column) for part in parts), default=0.0)
        whole = [self._width(words, column) for words in self._words[column]]
        widest = max([widest, *(w for w in whole if w <= _SHORT * self._theme.text_px())])
        headed = max((self._bold.horizontalAdvance(part) for part in title.split()), default=0.0)
        return min(max(widest, headed), _WIDEST * self._theme.text_px()) + self._air

    def _want(self, column: int) -> float:
        widths = sorted(self._width(words, column) for words in self._words[column])
        usual = widths[int((len(widths) - 1) * _USUAL)] if widths else 0.0
        return min(usual, _MOST * self._theme.text_px()) + self._air

"""Titles of columns in as many lines as they need."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionHeader, QWidget

_MANY = 10_000  # pixels: as many lines as are wanted


class WrappedHeader(QHeaderView):
    """A row of titles, each broken into lines where its column is too narrow for one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHighlightSections(False)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        )
        self._soon = QTimer(self)  # once all columns have their widths
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.geometriesChanged)
        self.sectionResized.connect(lambda *_section: self._soon.start())

    def fix_columns(self) -> None:
        """Leave the columns where they are and as wide as they are told to be."""
        self.setSectionsMovable(False)
        self.setStretchLastSection(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        """Return the height of the title with the most lines."""
        whole = super().sizeHint()
        shown = [n for n in range(self.count()) if not self.isSectionHidden(n)]
        return QSize(whole.width(), max([whole.height(), *map(self.height_for, shown)]))

    def height_for(self, section: int) -> int:
        """Return how high a title is at the present width of its column."""
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        around = self._around(section)
        room = QRect(0, 0, max(1, self.sectionSize(section) - around.width()), _MANY)
        self.ensurePolished()
        bold = self.font()
        bold.setBold(True)  # as the style sheet has titles, which the font here does not say
        metrics = QFontMetrics(bold)
        high = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), words).height()
        return high + around.height()

    def _around(self, section: int) -> QSize:
        """Return what the style puts beside and above and below the words."""
        option = QStyleOptionHeader()
        self.initStyleOption(option)
        option.section = section
        option.rect = QRect(0, 0, 400, 400)
        inner = self.style().subElementRect(QStyle.SubElement.SE_HeaderLabel, option, self)
        return QSize(400 - inner.width(), 400 - inner.height())

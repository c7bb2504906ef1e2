"""The pages on the screen, exactly as they will be on paper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from pathways.gui.dialogs.answer import shown_until_closed
from pathways.gui.dialogs.fitting_dialog import room_on_screen
from pathways.gui.printing.export_dialog import PaperChoice
from pathways.gui.printing.paper import PaperSheet
from pathways.gui.printing.printer import pages_of, print_pages
from pathways.gui.shell.settings import Settings
from pathways.gui.widgets.page_head import FlowLayout
from pathways.gui.widgets.plain_text import Label, set_window_title
from pathways.i18n import _, _n

_GAP = 16
_SCALE = 1.2  # pixels of a page as it is made to those that are shown at 100 %
_STEPS = (0.5, 0.65, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)


class _PreviewPaper(QWidget):
    """All pages under each other."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: list[QSvgRenderer] = []
        self._zoom = 1.0
        self.setAccessibleName(_("Pages"))

    def show_pages(self, pages: list[QSvgRenderer], zoom: float) -> None:
        """Show pages at a zoom; 1.0 is about their size on paper."""
        self._pages, self._zoom = pages, zoom
        width = max((self._size(page).width() for page in pages), default=0)
        height = sum(self._size(page).height() + _GAP for page in pages)
        self.setMinimumSize(round(width) + 2 * _GAP, round(height) + _GAP)
        self.update()

    def _size(self, page: QSvgRenderer) -> QSizeF:
        return QSizeF(page.defaultSize()) * self._zoom * _SCALE

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint those pages that are in sight."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = float(_GAP)
        for page in self._pages:
            size = self._size(page)
            place = QRectF((self.width() - size.width()) / 2, y, size.width(), size.height())
            if place.intersects(QRectF(event.rect())):
                painter.setPen(QPen(QColor("#7b8691"), 1))
                painter.setBrush(QColor("#ffffff"))  # paper is white in every theme
                painter.drawRect(place)
                page.render(painter, place)
            y += size.height() + _GAP


class PreviewDialog(QDialog):
    """Show the pages, with the choices that change them."""

    def __init__(
        self,
        parent: QWidget | None,
        make: Callable[[PaperChoice], list[QSvgRenderer]],
        settings: Settings,
        *,
        comparison: bool = False,
    ) -> None:
        super().__init__(parent)
        set_window_title(self, _("Print preview"))
        self._make = make
        self._settings = settings
        self._zoom = 0.8
        self.said = ""
        self.pages: list[QSvgRenderer] = []
        self._make_boxes(comparison)
        self.count = Label(self)
        self._paper = _PreviewPaper()
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._paper)
        self._scroll.setAccessibleName(_("Pages"))
        self._fitted = True  # until the person chooses a size, the pages are as wide as the window
        self._lay_out()
        self.resize(QSize(1000, 760).boundedTo(room_on_screen(self)))
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pages as wide as the window."""
        super().resizeEvent(event)
        if self._fitted:
            self._show()

    def fit_width(self) -> None:
        """Show the pages as wide as there is room, and keep them so."""
        self._fitted = True
        self._show()

    def _show(self) -> None:
        if self._fitted and self.pages:
            widest = max(page.defaultSize().width() for page in self.pages) * _SCALE
            bar = self._scroll.verticalScrollBar().sizeHint().width()
            room = self._scroll.width() - bar - 2 * self._scroll.frameWidth() - 2 * _GAP
            self._zoom = max(_STEPS[0] / 2, min(room / widest, _STEPS[-1]))
        self._paper.show_pages(self.pages, self._zoom)

    def _make_boxes(self, comparison: bool) -> None:
        self.wide = QCheckBox(_("Landscape"), self)
        self.wide.setChecked(self._settings.get("export/orientation") == "landscape")
        self.full = QCheckBox(_("The full comparison"), self)
        self.full.setVisible(comparison)
        self.full.setChecked(comparison and self._settings.get("export/full"))
        self.only = QCheckBox(_("Only what changes"), self)
        self.only.setChecked(self._settings.get("export/only_changes"))
        for box in (self.full, self.wide, self.only):
            box.toggled.connect(self.refresh)

    def refresh(self) -> None:
        """Make the pages for what is ticked."""
        orientation = "landscape" if self.wide.isChecked() else "portrait"
        self._settings.set("export/orientation", orientation)
        self._settings.set("export/only_changes", self.only.isChecked())
        full = self.full.isChecked()
        choice = PaperChoice("", orientation, self.only.isChecked(), True, True, full)
        self.pages = self._make(choice)
        count = len(self.pages)
        self.count.setText(_n("{count} page", "{count} pages", count).format(count=count))
        self._show()

    def zoom(self, direction: int) -> None:
        """Show the pages larger (1) or smaller (-1)."""
        self._fitted = False
        at = min(range(len(_STEPS)), key=lambda index: abs(_STEPS[index] - self._zoom))
        self._zoom = _STEPS[max(0, min(len(_STEPS) - 1, at + direction))]
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom with + and -."""
        if event.text() in ("+", "="):
            self.zoom(1)
        elif event.text() == "-":
            self.zoom(-1)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        bar = QWidget(self)
        flow = FlowLayout(bar, 12)
        larger, smaller = QPushButton("+", bar), QPushButton("−", bar)
        larger.setAccessibleName(_("Larger"))
        smaller.setAccessibleName(_("Smaller"))
        larger.clicked.connect(lambda: self.zoom(1))
        smaller.clicked.connect(lambda: self.zoom(-1))
        self.fit = QPushButton(_("Fit width"), bar)
        self.fit.setAutoDefault(False)
        self.fit.clicked.connect(self.fit_width)
        for widget in (self.full, self.wide, self.only, smaller, larger, self.fit, self.count):
            flow.addWidget(widget)
        do_print, close = QPushButton(_("Print…"), self), QPushButton(_("Close"), self)
        do_print.setProperty("look", "primary")
        do_print.clicked.connect(self._on_print)
        close.clicked.connect(self.reject)
        for button in (do_print, close, larger, smaller):
            button.setAutoDefault(False)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(do_print)
        column = QVBoxLayout(self)
        column.addWidget(bar)
        column.addWidget(self._scroll, 1)
        column.addLayout(row)

    def _on_print(self) -> None:
        self.said = print_pages(self, self.pages)
        if self.said:
            self.accept()


def preview(parent: QWidget, settings: Settings, paper: PaperSheet) -> str:
    """Show the pages of a sheet; return what there is to say of printing, "" where nothing
    was printed.
    """
    dialog = PreviewDialog(
        parent,
        lambda choice: pages_of(paper, choice),
        settings,
        comparison=paper.comparison,
    )
    return shown_until_closed(dialog).said

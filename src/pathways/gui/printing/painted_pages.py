"""Pages as SVG, painted: on the screen and on the printer the same."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtSvg import QSvgRenderer

from pathways.errors import PathwaysError
from pathways.i18n import _


def renderers(pages: Sequence[bytes]) -> list[QSvgRenderer]:
    """Return something that paints each page."""
    return [QSvgRenderer(QByteArray(page)) for page in pages]


def lies_wide(page: QSvgRenderer) -> bool:
    """Tell whether a page is landscape."""
    size = QSizeF(page.defaultSize())
    return size.width() > size.height()


def set_paper(printer: QPrinter, pages: Sequence[QSvgRenderer]) -> None:
    """Set A4 without margins, lying as the pages do: they bring their own margins."""
    way = QPageLayout.Orientation
    wide = bool(pages) and lies_wide(pages[0])
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        way.Landscape if wide else way.Portrait,
        QMarginsF(0, 0, 0, 0),
    )
    printer.setPageLayout(layout)
    printer.setFullPage(True)


def paint_pages(printer: QPrinter, pages: Sequence[QSvgRenderer]) -> None:
    """Paint the pages that the printer is asked for; raise PathwaysError where it cannot be
    begun.
    """
    painter = QPainter()
    if not painter.begin(printer):
        raise PathwaysError(
            _("The printer “{name}” does not answer.").format(name=printer.printerName())
        )
    try:
        wanted = _wanted(printer, pages)
        for index, page in enumerate(wanted):
            if index:
                printer.newPage()
            sheet = QRectF(painter.viewport())
            size = QSizeF(page.defaultSize()).scaled(
                sheet.size(), Qt.AspectRatioMode.KeepAspectRatio
            )
            page.render(painter, QRectF(sheet.topLeft(), size))
    finally:
        painter.end()


def _wanted(printer: QPrinter, pages: Sequence[QSvgRenderer]) -> Sequence[QSvgRenderer]:
    first, last = printer.fromPage(), printer.toPage()
    return pages[max(0, first - 1) : last] if last else pages

"""The map as a poster: over as many sheets of paper as it takes, to be trimmed and glued."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

import msgspec
from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPen
from PySide6.QtWidgets import QGraphicsScene

from pathways.errors import PathwaysError, UsageError
from pathways.i18n import _
from pathways.right_to_left import isolated

_MOST_SHEETS = 200
_MILLIMETRE = (
    0.26458  # of one scene pixel at scale 1: text of 15 pixels is then about 11 points high
)
_MARGIN = 10.0  # mm that printers leave white
_STRIP = 6.0  # mm below the map, with the sheet's name and how to put the sheets together
_OVERLAP = 10.0  # mm that two neighbours both show, to be glued
_ROOM = 0.01  # mm that may be missing before another sheet is begun
_GREY = "#666666"


class PosterSheet(msgspec.Struct, frozen=True):
    """One sheet of a poster: ``source`` is its part of the scene; rows and columns count from 0."""

    row: int
    column: int
    source: QRectF

    @property
    def name(self) -> str:
        """Return the row as a letter and the column as a number: A1 is the upper left one."""
        return f"{_letters(self.row)}{self.column + 1}"


class Poster(msgspec.Struct, frozen=True):
    """A scene cut into sheets, row by row; lengths of paper in mm."""

    sheets: tuple[PosterSheet, ...]
    rows: int
    columns: int
    scale: float


def cut(area: QRectF, paper: QSizeF, scale: float = 1.0) -> Poster:
    """Cut ``area`` of a scene into sheets of ``paper`` mm, each with margins, a strip for its name,
    and an overlap.

    At scale 1.0 the map's text is about 11 points high. The map stands in the middle of its sheets.
    Raise UsageError for a scale that is not above 0, and for paper that is too small.
    """
    if scale <= 0:
        raise UsageError(_("The scale of a poster has to be above 0."))
    inside = QSizeF(paper.width() - 2 * _MARGIN, paper.height() - 2 * _MARGIN - _STRIP)
    whole = QSizeF(area.width(), area.height()) * (_MILLIMETRE * scale)
    columns = _number(whole.width(), inside.width())
    rows = _number(whole.height(), inside.height())
    unit = 1 / (_MILLIMETRE * scale)
    step = QSizeF(inside.width() - _OVERLAP, inside.height() - _OVERLAP)
    covered = QSizeF(step.width() * columns + _OVERLAP, step.height() * rows + _OVERLAP)
    corner = area.center() - QPointF(covered.width(), covered.height()) * (unit / 2)
    sheets = tuple(
        PosterSheet(
            row,
            column,
            QRectF(
                corner + QPointF(column * step.width(), row * step.height()) * unit, inside * unit
            ),
        )
        for row in range(rows)
        for column in range(columns)
    )
    return Poster(sheets, rows, columns, scale)


def best_orientation(area: QRectF, size: QPageSize, scale: float = 1.0) -> QPageLayout.Orientation:
    """Return how to turn the paper so that the poster takes the fewest sheets; as the map is where
    that is equal.
    """
    upright, lying = _both_ways(area, size, scale)
    wide = area.width() > area.height() if len(lying.sheets) == len(upright.sheets) else False
    fewer = len(lying.sheets) < len(upright.sheets)
    return QPageLayout.Orientation.Landscape if fewer or wide else QPageLayout.Orientation.Portrait


def pages(area: QRectF, size: QPageSize, scale: float = 1.0) -> int:
    """Return how many sheets a poster takes, with the paper turned so that they are few."""
    return min(len(poster.sheets) for poster in _both_ways(area, size, scale))


def _both_ways(area: QRectF, size: QPageSize, scale: float) -> tuple[Poster, Poster]:
    """Cut a poster from paper that stands upright, and from paper that lies."""
    sides = size.size(QPageSize.Unit.Millimeter)
    short, long = sorted((sides.width(), sides.height()))
    return cut(area, QSizeF(short, long), scale), cut(area, QSizeF(long, short), scale)


def paint_turned(
    scene: QGraphicsScene, device: QPagedPaintDevice, scale: float = 1.0, title: str = ""
) -> Poster:
    """Paint the whole scene on a device, its paper turned so that it takes the fewest sheets."""
    orientation = best_orientation(scene.sceneRect(), device.pageLayout().pageSize(), scale)
    device.setPageOrientation(orientation)
    return paint_poster(scene, device, scale, title)


def paint_poster(
    scene: QGraphicsScene, device: QPagedPaintDevice, scale: float = 1.0, title: str = ""
) -> Poster:
    """Paint the whole scene on a device, a sheet a page, on the paper and in the orientation that
    it has.

    Return what was painted. Raise PathwaysError where the device cannot be painted on, and where
    that would take more sheets than anybody wants to glue.
    """
    layout = _without_margins(device)
    poster = cut(scene.sceneRect(), layout.fullRect().size(), scale)
    if len(poster.sheets) > _MOST_SHEETS:
        message = _("The poster would take {count} sheets. Choose a smaller scale or larger paper.")
        raise PathwaysError(message.format(count=len(poster.sheets)))
    painter = QPainter()
    if not painter.begin(device):
        raise PathwaysError(
            _("The poster could not be printed: the printer or the file does not accept it.")
        )
    dots = device.logicalDpiX() / 25.4
    size = QSizeF(layout.fullRect().size()) * dots
    try:
        for number, sheet in enumerate(poster.sheets):
            if number and not device.newPage():
                raise PathwaysError(_("The printer stopped before the poster was finished."))
            _paint_sheet(painter, scene, sheet, poster, size, dots, title)
    finally:
        painter.end()
    return poster


def _without_margins(device: QPagedPaintDevice) -> QPageLayout:
    """Let a device use the whole of its paper, in millimetres."""
    layout = device.pageLayout()
    layout.setUnits(QPageLayout.Unit.Millimeter)
    layout.setMode(QPageLayout.Mode.FullPageMode)
    layout.setMargins(QMarginsF())
    device.setPageLayout(layout)
    return layout


def _paint_sheet(
    painter: QPainter,
    scene: QGraphicsScene,
    sheet: PosterSheet,
    poster: Poster,
    paper: QSizeF,
    dots: float,
    title: str,
) -> None:
    """Paint one sheet; ``paper`` is its size and ``dots`` a millimetre in the device's own
    pixels.
    """
    margin = _MARGIN * dots
    target = QRectF(
        margin, margin, paper.width() - 2 * margin, paper.height() - 2 * margin - _STRIP * dots
    )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.save()
    painter.setClipRect(target)
    area = scene.sceneRect()
    shown = sheet.source.intersected(area)
    if not shown.isEmpty():
        unit = target.width() / sheet.source.width()
        corner = target.topLeft() + (shown.topLeft() - sheet.source.topLeft()) * unit
        place = QRectF(corner, shown.size() * unit)
        scene.render(painter, place, shown, Qt.AspectRatioMode.IgnoreAspectRatio)
    painter.restore()
    _paint_edges(painter, target, sheet, poster, dots)
    _paint_name(painter, target, sheet, poster, dots, title)


def _paint_edges(
    painter: QPainter, target: QRectF, sheet: PosterSheet, poster: Poster, dots: float
) -> None:
    """Paint where to trim: along the overlap with the sheet to the right, and with the one
    below.
    """
    pen = QPen(QColor(_GREY), 0.2 * dots)
    pen.setDashPattern([6.0, 6.0])
    painter.setPen(pen)
    overlap = _OVERLAP * dots
    if sheet.column < poster.columns - 1:
        x = target.right() - overlap
        painter.drawLine(QPointF(x, target.top()), QPointF(x, target.bottom()))
    if sheet.row < poster.rows - 1:
        y = target.bottom() - overlap
        painter.drawLine(QPointF(target.left(), y), QPointF(target.right(), y))


def _paint_name(
    painter: QPainter, target: QRectF, sheet: PosterSheet, poster: Poster, dots: float, title: str
) -> None:
    strip = QRectF(target.left(), target.bottom(), target.width(), _STRIP * dots)
    painter.setPen(QColor(_GREY))
    font = QFont(painter.font())
    font.setPixelSize(max(1, round(3.2 * dots)))
    painter.setFont(font)
    words = _joined(sheet, poster)
    line = painter.fontMetrics()
    left = line.elidedText(
        isolated(title), Qt.TextElideMode.ElideRight, round(strip.width() * 0.45)
    )
    painter.drawText(strip, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), left)
    painter.drawText(strip, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom), words)


def _joined(sheet: PosterSheet, poster: Poster) -> str:
    """Return a sheet's name and which sheets are glued over its dashed edges."""
    if len(poster.sheets) == 1:
        return ""
    names: Sequence[str] = [
        PosterSheet(sheet.row + down, sheet.column + across, QRectF()).name
        for across, down in ((1, 0), (0, 1))
        if sheet.column + across < poster.columns and sheet.row + down < poster.rows
    ]
    number = sheet.row * poster.columns + sheet.column + 1
    place = _("Sheet {name}, {number} of {count}").format(
        name=sheet.name, number=number, count=len(poster.sheets)
    )
    if not names:
        return place
    return (
        place + " · " + _("Cut along the dashes and glue to {names}").format(names=", ".join(names))
    )


def _number(length: float, sheet: float) -> int:
    """Return how many sheets a length takes, each but the last showing its overlap twice."""
    step = sheet - _OVERLAP
    if step <= 0:
        raise UsageError(_("That paper is too small for a poster."))
    return max(1, ceil((length - _OVERLAP - _ROOM) / step))


def _letters(number: int) -> str:
    """Return A to Z, then AA and so on."""
    found = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("A") + rest) + found
    return found

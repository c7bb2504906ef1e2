"""One chapter of the guide as it is read."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QImage, QPainter, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from pathways import paths
from pathways.i18n import _

EDGE = 24  # pixels beside the text


class ChapterView(QTextBrowser):
    """Show a chapter; its pictures are no wider than its lines."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        )  # else pictures change the width
        self.setAccessibleName(_("Chapter"))
        self.edge = "#808080"
        self.theme_name = ""  # pictures in the colours of the window are taken where there are any
        self.folder = paths.guide()  # of the chapter that is shown
        self._images: dict[str, QImage] = {}

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Return a picture of the guide, made small enough for the page."""
        address = name.toString() if isinstance(name, QUrl) else str(name)
        if (
            kind != QTextDocument.ResourceType.ImageResource.value
            and kind != QTextDocument.ResourceType.ImageResource
        ):
            return None
        own = (self.folder / address).resolve()
        for_theme = own.with_name(f"{own.stem}-{self.theme_name}{own.suffix}")
        place = str(for_theme if for_theme.is_file() else own)
        if place not in self._images:
            self._images[place] = QImage(place)
        image = self._images[place]
        room = self.picture_width()
        if image.isNull():
            return image
        if image.width() > room:
            image = image.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
        return self._framed(image)

    def _framed(self, image: QImage) -> QImage:
        """Return the picture with an edge, so that it is seen where it ends."""
        framed = image.convertToFormat(QImage.Format.Format_RGB32)
        painter = QPainter(framed)
        painter.setPen(QColor(self.edge))
        painter.drawRect(framed.rect().adjusted(0, 0, -1, -1))
        painter.end()
        return framed

    def picture_width(self) -> int:
        """Return how wide a picture may be, in pixels."""
        return max(160, min(self.viewport().width() - 2 * EDGE - 2, 1100))

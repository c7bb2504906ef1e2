"""The whole map as a picture: SVG for paper and for enlarging, PNG for everything else."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSaveFile, QSize
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QGraphicsScene

from pathways.errors import PathwaysError, UsageError
from pathways.i18n import _

_MOST_PIXELS = 16_000  # on the longer side: more takes more memory than a picture is worth
_SHARPNESS = 2.0  # pixels for each unit of the scene


def save_picture(scene: QGraphicsScene, path: Path) -> None:
    """Save the scene; an existing file is kept until the new one is whole.

    Raise UsageError for an ending other than .svg and .png, PathwaysError where the file cannot be
    written.
    """
    ending = path.suffix.lower()
    if ending not in (".svg", ".png"):
        raise UsageError(
            _("A map is saved as .svg or .png; “{name}” ends in neither.").format(name=path.name)
        )
    content = _svg(scene) if ending == ".svg" else _png(scene)
    file = QSaveFile(str(path))
    done = (
        file.open(QIODevice.OpenModeFlag.WriteOnly)
        and file.write(content) == len(content)
        and file.commit()
    )
    if not done:
        raise PathwaysError(
            _("The picture could not be written to {path}: {reason}. Choose another place.").format(
                path=path, reason=file.errorString()
            )
        )


def _svg(scene: QGraphicsScene) -> bytes:
    from PySide6.QtSvg import QSvgGenerator  # only those who save a picture wait for it

    area = scene.sceneRect()
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(area.size().toSize())
    generator.setViewBox(QRectF(0, 0, area.width(), area.height()))
    generator.setTitle(_("Map of grades, levels and roles"))
    painter = QPainter(generator)
    scene.render(painter, QRectF(0, 0, area.width(), area.height()), area)
    painter.end()
    buffer.close()
    return bytes(store.data())


def _png(scene: QGraphicsScene) -> bytes:
    area = scene.sceneRect()
    scale = min(_SHARPNESS, _MOST_PIXELS / max(area.width(), area.height(), 1.0))
    image = QImage(
        (area.size() * scale).toSize().expandedTo(QSize(1, 1)), QImage.Format.Format_RGB32
    )
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scene.render(painter, QRectF(image.rect()), area)
    painter.end()
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    buffer.close()
    return bytes(store.data())

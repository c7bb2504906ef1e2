"""Files let fall on the window: what can be opened is opened, and of the rest it is said why
not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from pathways.i18n import _, _n, in_words

MOST = 200  # files of one folder: more than that was not meant


class Dropped(msgspec.Struct, frozen=True):
    """What was let fall: the framework files in it, and a sentence about the rest ("" where there
    is none).
    """

    files: tuple[Path, ...]
    refusal: str


class Dropping(QObject):
    """Take what is let fall on a window."""

    def __init__(
        self, window: QWidget, take: Callable[[Dropped], None], tell: Callable[[str], None]
    ) -> None:
        super().__init__(window)
        self._take = take
        self._tell = tell
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say what letting go would do, and do it; whatever is no file is left to others."""
        if (
            isinstance(event, (QDragEnterEvent, QDragMoveEvent, QDropEvent))
            and event.mimeData().hasUrls()
        ):
            event.acceptProposedAction()
            if isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.DragEnter:
                self._tell(_("Let go to open it here."))
            elif event.type() == QEvent.Type.Drop:
                self._take(dropped(event.mimeData()))
            return True
        return False


def dropped(data: QMimeData) -> Dropped:
    """Tell framework files from the rest; of a folder, the framework files directly in it."""
    files: list[Path] = []
    others: list[str] = []
    empty: list[str] = []
    for url in data.urls():
        path = Path(url.toLocalFile()) if url.isLocalFile() else None
        if path is None:
            others.append(url.toDisplayString())
        elif path.is_dir():
            inside = sorted(
                file for file in path.iterdir() if is_framework_name(file) and file.is_file()
            )[:MOST]
            files += inside
            empty += [] if inside else [path.name]
        elif is_framework_name(path):
            files.append(path)
        else:
            others.append(path.name)
    return Dropped(
        tuple(files), " ".join(part for part in (_other_words(others), _empty_words(empty)) if part)
    )


def is_framework_name(path: Path) -> bool:
    """Tell whether a name may be a framework file's."""
    return path.suffix.lower() in (".yaml", ".yml")


def _other_words(names: Sequence[str]) -> str:
    if not names:
        return ""
    shown = [f"“{name}”" for name in names[:3]]
    if len(names) > 3:
        rest = len(names) - 3
        shown.append(_n("{count} more", "{count} more", rest).format(count=rest))
    words = _n(
        "{names} is not a framework file (.yaml). To make a framework of a document, choose File, "
        "Import documents.",
        "{names} are not framework files (.yaml). To make a framework of documents, choose File, "
        "Import documents.",
        len(names),
    )
    return words.format(names=in_words(shown))


def _empty_words(names: Sequence[str]) -> str:
    if not names:
        return ""
    words = _n(
        "There is no framework file (.yaml) in the folder {names}.",
        "There is no framework file (.yaml) in the folders {names}.",
        len(names),
    )
    return words.format(names=in_words([f"“{name}”" for name in names]))

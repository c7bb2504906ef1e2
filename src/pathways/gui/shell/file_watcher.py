"""Files watched while they are edited elsewhere, also by editors that put a new file in the place
of the old one.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

_QUIET = 250  # milliseconds without another change: editors write in several goes


class FileWatcher(QObject):
    """Emit ``noticed`` when one of the watched files may be another than before; whoever hears it
    looks closer.
    """

    noticed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watcher = QFileSystemWatcher(self)
        self._watched: tuple[str, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_QUIET)
        self._timer.timeout.connect(self._on_quiet)
        self._watcher.fileChanged.connect(self._timer.start)
        self._watcher.directoryChanged.connect(self._timer.start)
        app = QGuiApplication.instance()
        if isinstance(
            app, QGuiApplication
        ):  # where a network drive tells of nothing: at the latest on coming back
            app.applicationStateChanged.connect(self._on_state_changed)

    def watch(self, paths: Iterable[Path]) -> None:
        """Watch these files, and their folders: a file that is replaced is another file."""
        paths = list(paths)
        wanted = [str(path) for path in paths] + [str(path.parent) for path in paths]
        self._watched = tuple(dict.fromkeys(wanted))
        self._renew()

    def _renew(self) -> None:
        have = set(self._watcher.files()) | set(self._watcher.directories())
        gone = [path for path in have if path not in self._watched]
        missing = [path for path in self._watched if path not in have and Path(path).exists()]
        if gone:
            self._watcher.removePaths(gone)
        if missing:
            self._watcher.addPaths(missing)

    def _on_quiet(self) -> None:
        self._renew()
        self.noticed.emit()

    def _on_state_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive and self._watched:
            self._timer.start()

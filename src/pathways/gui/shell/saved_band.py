"""A band on top of the window that says where something was saved, and opens it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _


class SavedBand(QFrame):
    """Name the file that was saved last; hidden until one is, and once it is put away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("saved")
        self.setAccessibleName(_("Saved"))
        self._path = Path()
        self.words = wrapped_label("", self)
        self.open_button = QPushButton(_("Open"), self)
        self.folder_button = QPushButton(_("Show in folder"), self)
        dismiss = QPushButton(_("Hide"), self)
        self.open_button.clicked.connect(lambda: self._show(self._path))
        self.folder_button.clicked.connect(lambda: self._show(self._path.parent))
        dismiss.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(self.words, 1)
        for button in (self.open_button, self.folder_button, dismiss):
            row.addWidget(button)
        self.hide()

    def tell(self, path: Path) -> None:
        """Say where a file is."""
        self._path = path.absolute()
        self.words.setText(_("Saved as {file}.").format(file=path))
        self.show()

    def _show(self, path: Path) -> None:
        """Let the system open a file or a folder, in the program that it has for it."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.words.setText(
                _("There is no program on this computer to open {file}.").format(file=path)
            )

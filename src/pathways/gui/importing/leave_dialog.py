"""There are corrections that no file has yet: save, drop them, or stay."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from pathways.gui.dialogs.answer import shown_until_closed
from pathways.gui.dialogs.fitting_dialog import FittingDialog
from pathways.gui.widgets.plain_text import set_window_title
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _


class LeaveDialog(FittingDialog):
    """Ask what becomes of unsaved corrections."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        set_window_title(self, _("The import is not saved"))
        self.choice = ""
        words = wrapped_label(
            "", self, _("Your corrections to the imported documents are not saved yet.")
        )
        stay = QPushButton(_("Stay here"), self)
        drop = QPushButton(_("Drop the corrections"), self)
        save = QPushButton(_("Save the framework…"), self)
        save.setProperty("look", "primary")
        save.setDefault(True)
        for button in (stay, drop):
            button.setAutoDefault(False)
        stay.clicked.connect(self.reject)
        drop.clicked.connect(lambda: self._choose("drop"))
        save.clicked.connect(lambda: self._choose("save"))
        row = self.buttons
        row.insertWidget(0, stay)
        row.addWidget(drop)
        row.addWidget(save)
        column = self.body
        column.setSpacing(16)
        column.addWidget(words)

    @classmethod
    def ask(cls, parent: QWidget | None) -> str:
        """Return "save" or "drop", "" where the person stays."""
        return shown_until_closed(cls(parent)).choice

    def _choose(self, choice: str) -> None:
        self.choice = choice
        self.accept()

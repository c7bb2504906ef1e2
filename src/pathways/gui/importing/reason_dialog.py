"""Why lines are left out: a usual reason, or one's own."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from pathways.i18n import _, _n


def usual_reasons() -> list[str]:
    """Return the reasons that are offered."""
    return [
        _("no part of the framework"),
        _("the top or the foot of a page"),
        _("a note to the author"),
        _("out of date"),
        _("said again elsewhere"),
    ]


class ReasonDialog(QDialog):
    """Ask why some lines are left out."""

    def __init__(self, parent: QWidget | None, count: int) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Leave out"))
        question = _n(
            "Why is this line left out? The reason is kept in the list of what was left out.",
            "Why are these {count} lines left out? The reason is kept in the list of what was left out.",
            count,
        ).format(count=count)
        words = QLabel(question, self)
        words.setWordWrap(True)
        self.reason = QComboBox(self)
        self.reason.setEditable(True)
        self.reason.addItems(usual_reasons())
        self.reason.setAccessibleName(_("Reason"))
        cancel, done = QPushButton(_("Cancel"), self), QPushButton(_("Leave out"), self)
        done.setProperty("look", "primary")
        done.setDefault(True)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        done.clicked.connect(self.accept)
        self.reason.editTextChanged.connect(lambda text: done.setEnabled(bool(text.strip())))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(done)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(words)
        column.addWidget(self.reason)
        column.addLayout(row)
        self.setMinimumWidth(460)
        line = self.reason.lineEdit()
        if line is not None:
            line.setAccessibleName(_("Reason"))
            line.selectAll()
        self.reason.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, count: int) -> str | None:
        """Return the reason, None where the person thought better of it."""
        dialog = cls(parent, count)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        reason = dialog.reason.currentText().strip()
        dialog.deleteLater()
        return reason if accepted and reason else None

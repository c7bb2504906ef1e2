"""Why lines are left out: a usual reason, or one's own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget

from pathways.gui.dialogs.answer import answer_of
from pathways.gui.dialogs.fitting_dialog import FittingDialog
from pathways.gui.widgets.plain_text import Label, set_window_title
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _, _n


def usual_reasons() -> list[str]:
    """Return the reasons that are offered."""
    return [
        _("not part of the framework"),
        _("the top or the foot of a page"),
        _("a note to the author"),
        _("out of date"),
        _("said again elsewhere"),
    ]


class ReasonDialog(FittingDialog):
    """Ask why some lines are left out."""

    def __init__(self, parent: QWidget | None, count: int) -> None:
        super().__init__(parent)
        set_window_title(self, _("Leave out"))
        words = wrapped_label("", self, _question(count))
        self.usual = QListWidget(self)
        self.usual.addItems(usual_reasons())
        self.usual.setAccessibleName(_("Usual reasons"))
        self.usual.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.usual.setWordWrap(True)
        self.reason = QLineEdit(self)
        self.reason.setAccessibleName(_("Reason"))
        self.usual.currentTextChanged.connect(self.reason.setText)
        self.usual.itemDoubleClicked.connect(lambda _item: self.accept())
        done = self.add_decision(_("Leave out"))
        self.reason.textChanged.connect(lambda text: done.setEnabled(bool(text.strip())))
        self.usual.setCurrentRow(0)
        column = self.body
        column.setSpacing(12)
        label = Label(_("Or in your &own words:"), self)
        label.setBuddy(self.reason)
        for widget in (words, self.usual, label, self.reason):
            column.addWidget(widget)
        self.setMinimumWidth(460)
        self.usual.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, count: int) -> str | None:
        """Return the reason, None where the person thought better of it."""
        return answer_of(cls(parent, count), lambda dialog: dialog.reason.text().strip()) or None


def _question(count: int) -> str:
    return _n(
        "Why is this line left out? The reason is kept in the list of what was left out.",
        "Why are these {count} lines left out? The reason is kept in the list of what was left "
        "out.",
        count,
    ).format(count=count)

"""Everything that a plan says about a person: to be read, taken away as a sheet, or removed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from pathways.gui.dialogs.answer import shown_until_closed
from pathways.gui.widgets.page_head import FlowLayout
from pathways.gui.widgets.plain_text import set_window_title
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _
from pathways.planning.person import Mention

EXPORT, REMOVE = "export", "remove"


class AboutPersonDialog(QDialog):
    """Show what names a person, and ask what is to be done with it."""

    def __init__(self, parent: QWidget | None, name: str, found: Sequence[Mention]) -> None:
        super().__init__(parent)
        set_window_title(self, _("Everything about {name}").format(name=name))
        self.choice = ""
        self.text = QPlainTextEdit(
            "\n\n".join(f"{one.where}\n{one.text}" for one in found)
            or _("Nothing in this file names {name}.").format(name=name),
            self,
        )
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("What the file says"))
        words = _(
            "Remove takes {name} out of this file, its previous version and its recovery copies, "
            "for good. Copies you have given to others are not changed."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.text, 1)
        column.addWidget(wrapped_label("small", self, words.format(name=name)))
        column.addWidget(self._buttons(bool(found)))
        self.text.setFocus()

    def _buttons(self, found: bool) -> QWidget:
        holder = QWidget(self)
        flow = FlowLayout(holder)
        for title, choice in (
            (_("Export as a sheet…"), EXPORT),
            (_("Remove"), REMOVE),
            (_("Close"), ""),
        ):
            button = QPushButton(title, holder)
            button.setAutoDefault(False)
            button.setEnabled(found or not choice)
            button.clicked.connect(lambda _on=False, wanted=choice: self._decide(wanted))
            flow.addWidget(button)
        return holder

    @classmethod
    def ask(cls, parent: QWidget | None, name: str, found: Sequence[Mention]) -> str:
        """Return what is to be done: EXPORT, REMOVE, or "" for nothing."""
        return shown_until_closed(cls(parent, name, found)).choice

    def sizeHint(self) -> QSize:
        """Return an ordinary size, never larger than the window."""
        parent = self.parentWidget()
        scale = max(1.0, self.fontMetrics().height() / 20)
        size = QSize(round(600 * scale), round(480 * scale))
        return size.boundedTo(parent.window().size() - QSize(40, 40)) if parent else size

    def _decide(self, choice: str) -> None:
        self.choice = choice
        self.accept()

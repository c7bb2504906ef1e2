"""Something takes a while: what it is, how far it is, and a way out."""

from __future__ import annotations

import time
from typing import Protocol

from PySide6.QtCore import QTimer, SignalInstance
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from pathways.gui.widgets.plain_text import Label, set_window_title
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _, _n

_LOOK = 200  # milliseconds between two looks at how far it is


class HowFar(Protocol):
    """How much of a job is done, of how much; 0 of 0 where that is not known."""

    done: int
    of: int


class Job(Protocol):
    """Work that is being done beside the window."""

    is_ended: bool

    @property
    def ended(self) -> SignalInstance:
        """Return what tells that it has ended."""

    @property
    def progress(self) -> HowFar:
        """Return how far it is."""


_NARROWEST, _WIDEST = 420, 900  # pixels
_LINE = 50  # letters


class BusyDialog(QDialog):
    """Show how far a job is until it has ended; rejected where the person gives up. Nothing in it
    moves by itself.
    """

    def __init__(self, parent: QWidget | None, words: str, work: Job) -> None:
        super().__init__(parent)
        set_window_title(self, _("One moment"))
        self._work = work
        self._begin = time.monotonic()
        text = wrapped_label("", self, words)
        self.ensurePolished()
        text.ensurePolished()
        width = max(_NARROWEST, min(_LINE * text.fontMetrics().averageCharWidth(), _WIDEST))
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(words)
        self._far = Label(self)
        self._far.setProperty("look", "quiet")
        self._cancel = QPushButton(_("Cancel"), self)
        self._cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self._far, 1)
        row.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        for widget in (text, self._bar):
            column.addWidget(widget)
        column.addLayout(row)
        text.setMinimumHeight(max(0, text.heightForWidth(width - 48)))  # less than 0 without words
        self.setFixedWidth(width)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_LOOK)
        self.look()

    @classmethod
    def ask(cls, parent: QWidget | None, words: str, work: Job) -> bool:
        """Show it until the work has ended; return False where the person gave up before."""
        dialog = cls(parent, words, work)
        work.ended.connect(dialog.accept)
        whole = work.is_ended or dialog.exec() == QDialog.DialogCode.Accepted
        work.ended.disconnect(dialog.accept)
        dialog.deleteLater()
        return whole

    def look(self) -> None:
        """Show how far the job is now."""
        done, of = self._work.progress.done, self._work.progress.of
        self._bar.setVisible(of > 0)
        if of > 0:
            self._bar.setRange(0, of)
            self._bar.setValue(done)
        seconds = int(time.monotonic() - self._begin)
        words = (
            _n("{count} second so far", "{count} seconds so far", seconds).format(count=seconds)
            if seconds
            else ""
        )
        if of > 0:
            words = _("{done} of {count}").format(done=done, count=of)
        self._far.setText(words)

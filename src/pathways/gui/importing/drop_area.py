"""Where an import begins: choose files or a folder, or let them fall here."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from pathways.gui.dialogs import file_dialog
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.page_head import FlowLayout
from pathways.gui.widgets.plain_text import Label
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _, in_words
from pathways.importing.reading.signature import READABLE


def readable_kinds() -> list[str]:
    """Return the sentences that say which kinds of documents can be read here."""
    kinds = [
        _("Word (.docx)"),
        _("LibreOffice Writer (.odt)"),
        _("PDF with text"),
        _("web pages (.html)"),
        _("Markdown (.md)"),
        _("plain text (.txt)"),
        _("tables (.csv)"),
        _("levels as data (.yaml, .json)"),
    ]
    more = [(_("Excel workbooks (.xlsx)"), "openpyxl"), (_("PowerPoint slides (.pptx)"), "pptx")]
    kinds += [words for words, module in more if find_spec(module) is not None]
    missing = [words for words, module in more if find_spec(module) is None]
    sentences = [_("Can be read: {kinds}, and folders of them.").format(kinds=in_words(kinds))]
    if missing:
        words = _(
            "{kinds} cannot be read, because Pathways is not completely installed: ask whoever "
            "installed it to do so again."
        )
        sentences.append(words.format(kinds=in_words(missing)))
    return sentences


def ask_files(parent: QWidget) -> list[Path]:
    """Ask for documents; [] where the person thought better of it."""
    endings = " ".join(f"*{ending}" for ending in READABLE)
    kinds = _("Documents ({endings});;All files (*)").format(endings=endings)
    return file_dialog.ask_files(parent, _("Choose documents"), kinds)


def ask_folder(parent: QWidget) -> list[Path]:
    """Ask for a folder of documents; [] where the person thought better of it."""
    name = QFileDialog.getExistingDirectory(parent, _("Choose a folder of documents"))
    return [Path(name)] if name else []


class DropArea(QFrame):
    """Offer the ways to begin; what could not be read last time is said here too."""

    chosen = Signal(list)  # of paths

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        words = Label(_("Drop documents here, or choose files"), self)
        words.setProperty("look", "heading")
        self.files, self.folder = (
            QPushButton(_("&Choose files…"), self),
            QPushButton(_("Choose a f&older…"), self),
        )
        self.files.setProperty("look", "primary")
        buttons = QWidget(self)
        self._flow = FlowLayout(buttons)
        self._flow.addWidget(self.files)
        self._flow.addWidget(self.folder)
        self._column = QVBoxLayout(self)
        self._column.addWidget(words)
        self._column.addWidget(buttons)
        for sentence in readable_kinds():
            self._column.addWidget(self._sentence(sentence))
        self._column.addWidget(
            self._sentence(
                _(
                    "Nothing leaves this computer, and nothing is saved before you say so. Every "
                    "line of the documents is shown with what became of it; you can correct "
                    "anything that was read wrongly."
                )
            )
        )
        self.files.clicked.connect(lambda: self._choose(ask_files(self)))
        self.folder.clicked.connect(lambda: self._choose(ask_folder(self)))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        self._theme = theme
        self._column.setContentsMargins(theme.margins(32))
        self._column.setSpacing(theme.space(12))
        self._flow.set_gap(theme.space(8))
        self.setMaximumWidth(52 * theme.text_px())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the edge in dashes: something can be let fall here."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(self._theme.control_line), 1.5 * self._theme.edge)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.setBrush(QColor(self._theme.surface))
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 8, 8)

    def _choose(self, paths: Sequence[Path]) -> None:
        if paths:
            self.chosen.emit(list(paths))

    def _sentence(self, words: str) -> QLabel:
        label = wrapped_label("", self, words)
        label.setProperty("look", "quiet")
        return label

"""Hostile text, and a look at all windows that fails on any text that would be rendered."""

from __future__ import annotations

import ctypes
import os
import struct
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QGraphicsView,
    QLabel,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from pathways.gui.widgets.text_sheet import TextSheet

HOSTILE = {
    "picture": '<img src="{folder}/probe.png"> x',
    "address": '<img src="file://{folder}/probe.png"> x',
    "server": '<img src="//host.invalid/share/p.png"> x',
    "link": '<a href="file://{folder}/probe.png">press</a>',
    "table": "<table width=9000><tr><td>x</td></tr></table>",
    "style": '<style>* {{ background: url("{folder}/probe.png") }}</style> x',
    "size": '<h1 style="font-size: 900pt">x</h1>',
    "entity": '&lt;img src="{folder}/probe.png"&gt; &amp; x',
    "half": '<b><img src="{folder}/probe.png',
    "qt": '<qt><img src="{folder}/probe.png"></qt>',
    "key": "&File && <u>x</u> [*]",
    "comment": '<!-- x --><object data="{folder}/probe.png">x</object>',
}


class Opened:
    """Watch a file, and tell how often it was opened."""

    def __init__(self, path: Path) -> None:
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._watch = self._libc.inotify_init1(os.O_NONBLOCK)
        assert self._libc.inotify_add_watch(self._watch, os.fsencode(path), 0x20) >= 0

    def times(self) -> int:
        try:
            return len(os.read(self._watch, 65536)) // struct.calcsize("iIII")
        except BlockingIOError:
            return 0


def _rich(words: str) -> bool:
    return GuiQt.mightBeRichText(words)


def shown_by_tip(words: str) -> str:
    """Return what a person reads in a tip; fail where it holds more than paragraph and line."""
    if not _rich(words):
        return words
    page = QTextDocument()
    page.setHtml(words)
    bare = words.removeprefix('<p style="white-space: pre-wrap">').removesuffix("</p>")
    assert "<" not in bare.replace("<br>", ""), f"rendered: {words!r}"
    assert unescape(bare.replace("<br>", "\n")) == page.toPlainText()
    return page.toPlainText()


def _indexes(model: QAbstractItemModel, above: QModelIndex) -> Iterator[QModelIndex]:
    for row in range(min(model.rowCount(above), 60)):
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(above)
        for column in range(columns):
            index = model.index(row, column, above)
            yield index
            if column == 0:
                yield from _indexes(model, index)


def tips_of(widget: QWidget) -> Iterator[str]:
    yield widget.toolTip()
    yield widget.whatsThis()
    for action in widget.actions():
        yield from (
            action.toolTip() if action.toolTip() != action.text() else "",
            action.whatsThis(),
        )
    if isinstance(widget, QGraphicsView) and widget.scene() is not None:
        yield from (item.toolTip() for item in widget.scene().items())
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        for index in _indexes(widget.model(), QModelIndex()):
            yield from (
                str(index.data(role) or "")
                for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.WhatsThisRole)
            )
        for way in (Qt.Orientation.Horizontal, Qt.Orientation.Vertical):
            for section in range(20):
                yield str(
                    widget.model().headerData(section, way, Qt.ItemDataRole.ToolTipRole) or ""
                )


def look_through(words: set[str]) -> None:
    """Fail on anything of the windows that would render a text; note the words that are shown."""
    for widget in QApplication.allWidgets():
        if isinstance(widget, QLabel):
            assert widget.textFormat() == Qt.TextFormat.PlainText or not _rich(widget.text()), (
                f"{type(widget).__name__} renders {widget.text()!r}"
            )
            words.add(widget.text())
        if isinstance(widget, QTextEdit):
            words.add(widget.toPlainText())
        for found in tips_of(widget):
            words.add(shown_by_tip(found))
        words |= {widget.accessibleName(), widget.accessibleDescription()}
        words.update(_painted(widget))


def _on_sheet(sheet: TextSheet) -> Iterator[str]:
    """Yield what is painted on a sheet, and what is said of it."""
    for row in range(sheet.row_count()):
        for piece in sheet.row_pieces(row):
            words = (piece.text, piece.name, piece.description, shown_by_tip(piece.tip))
            yield from (*words, *getattr(piece, "words", ()), getattr(piece, "text_shown", ""))


def _painted(widget: QWidget) -> Iterator[str]:
    """Yield what is painted by the program itself, or by a view."""
    if isinstance(widget, TextSheet):
        yield from _on_sheet(widget)
    if isinstance(widget, QPlainTextEdit):
        yield widget.toPlainText()
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        for index in _indexes(widget.model(), QModelIndex()):
            yield str(index.data() or "")

"""What a person reads or hears anywhere in the window, and which of it did not pass through the
translation.

The tests open a framework whose texts have Greek vowels, and speak the pseudo-language, which puts
accents on all vowels: whatever still has an ordinary vowel was not wrapped.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml
from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QAbstractProxyModel,
    QModelIndex,
    Qt,
)
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileSystemModel,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QTabWidget,
    QTextEdit,
    QWidget,
)

from pathways import paths

_GREEK = str.maketrans("aeiouyAEIOUY", "αειουυΑΕΙΟΥΥ")
_TEXTS = {
    "title",
    "organisation",
    "licence",
    "document",
    "reference",
    "heading",
    "label",
    "statements",
    "text",
    "code",
    "family",
}
_GETTERS = (
    "text",
    "title",
    "placeholderText",
    "toolTip",
    "statusTip",
    "accessibleName",
    "accessibleDescription",
)
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
# names of things, which are the same in every language; keys as Qt writes them
_NAMES = re.compile(
    r"\b(Pathways|English|Cymraeg|LibreOffice|Writer|Markdown|Python|Qt|Word|"
    r"Ctrl|Shift|Alt|Space|Backspace|Home|End|Enter|Return|Left|Right|Up|Down|Del|Esc)\b"
)


def in_greek(name: str, folder: Path) -> Path:
    """Write a bundled framework with Greek vowels in all its texts, and return the file."""
    data = yaml.safe_load((paths.data() / f"{name}.yaml").read_text(encoding="utf-8"))
    file = folder / f"{name}-greek.yaml"
    file.write_text(
        yaml.safe_dump(_in_greek(data, False), allow_unicode=True, sort_keys=False),
        encoding="utf-8",
    )
    return file


def _in_greek(value: Any, is_text: bool) -> Any:
    if isinstance(value, dict):
        return {key: _in_greek(part, key in _TEXTS) for key, part in value.items()}
    if isinstance(value, list):
        return [_in_greek(part, is_text) for part in value]
    return value.translate(_GREEK) if is_text and isinstance(value, str) else value


def unwrapped(texts: Iterable[tuple[str, str]], data: Iterable[str] = ()) -> list[str]:
    """Return where and what has words with ordinary vowels, apart from ``data``."""
    known = sorted({re.escape(text) for text in data if text}, key=len, reverse=True)
    # whole words only: a folder named “w” must not take a letter out of every text
    data_words = re.compile(rf"(?<!\w)(?:{'|'.join(known) or '(?!)'})(?!\w)", re.IGNORECASE)
    found = set()
    for where, text in texts:
        rest = html.unescape(re.sub(r"<style.*?</style>|<[^<>]*>", " ", text, flags=re.DOTALL))
        rest = data_words.sub(" ", rest)
        rest = _NAMES.sub(" ", rest.replace("&", ""))
        words = [
            word
            for word in re.findall(r"\w{2,}", rest)
            if word.isascii() and re.search("[aeiouAEIOU]", word)
        ]
        if words:
            found.add(f"{where}: {text[:150]!r} has {words[:20]}")
    return sorted(found)


def texts_of(root: QWidget) -> Iterator[tuple[str, str]]:
    """Yield every text of a window, page or dialog, with where it stands."""
    yield f"{type(root).__name__}.windowTitle", root.windowTitle()
    for menu in root.findChildren(QMenu):
        menu.aboutToShow.emit()  # which fills it
    for widget in [root, *root.findChildren(QWidget)]:
        where = f"{type(widget).__name__} {widget.objectName()}"
        for getter in _GETTERS:
            read = getattr(widget, getter, None)
            if callable(read):
                yield f"{where}.{getter}", str(read())
        if isinstance(widget, QTextEdit | QPlainTextEdit):
            yield f"{where}.toPlainText", widget.toPlainText()
        for action in widget.actions():
            yield from _action_texts(action)
        if isinstance(widget, QTabWidget):
            yield from ((f"{where}.tab", widget.tabText(index)) for index in range(widget.count()))
        if isinstance(widget, QComboBox):
            yield from (
                (f"{where}.item", widget.itemText(index)) for index in range(widget.count())
            )
        elif isinstance(widget, QAbstractItemView) and _is_of_program(widget.model()):
            yield from ((f"{where}.model", text) for text in _model_texts(widget.model()))
    yield from _heard(QAccessible.queryAccessibleInterface(root))


def _action_texts(action: QAction) -> Iterator[tuple[str, str]]:
    for text in (action.text(), action.toolTip(), action.statusTip()):
        yield f"action {action.objectName()}", text


def _is_of_program(model: QAbstractItemModel | None) -> bool:
    """Tell whether the words of a table are the program's: those of folders are the machine's."""
    while isinstance(model, QAbstractProxyModel):
        model = model.sourceModel()
    return model is not None and not isinstance(model, QFileSystemModel)


def _model_texts(model: QAbstractItemModel) -> Iterator[str]:
    for orientation, count in (
        (
            Qt.Orientation.Horizontal,
            1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex()),
        ),
        (Qt.Orientation.Vertical, model.rowCount(QModelIndex())),
    ):
        for section in range(count):
            for role in _ROLES:
                yield str(model.headerData(section, orientation, role) or "")
    below = [QModelIndex()]
    while below:
        parent = below.pop()
        for row in range(model.rowCount(parent)):
            for column in range(
                1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
            ):
                index = model.index(row, column, parent)
                yield from (str(model.data(index, role) or "") for role in _ROLES)
                if column == 0:
                    below.append(index)


def _heard(interface: Any) -> Iterator[tuple[str, str]]:
    if interface is None:
        return
    for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Help):
        yield f"heard in {type(interface.object()).__name__}", interface.text(kind)
    for index in range(interface.childCount()):
        yield from _heard(interface.child(index))


def cut_off(root: QWidget) -> list[str]:
    """Return which labels and buttons that are seen have less room than their words need."""
    found = []
    QApplication.processEvents()
    for widget in root.findChildren(QWidget):
        text = getattr(widget, "text", None)
        if (
            not widget.isVisible()
            or not callable(text)
            or not str(text()).strip()
            or widget.visibleRegion().isEmpty()
        ):
            continue
        if not (isinstance(widget, QLabel) or widget.inherits("QAbstractButton")):
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            short = widget.heightForWidth(widget.width()) > widget.height() + 1
        else:
            hint = widget.minimumSizeHint() if isinstance(widget, QLabel) else widget.sizeHint()
            short = hint.width() > widget.width() + 1 or hint.height() > widget.height() + 1
        if short:
            found.append(
                f"{type(widget).__name__} {widget.objectName()} {widget.size().toTuple()}: {text()!r}"
            )
    return found

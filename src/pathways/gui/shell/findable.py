"""Finding words in what a page shows: on sheets of texts, and in lists and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QWidget
from shiboken6 import isValid

from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.text_block import TextRange
from pathways.gui.widgets.text_sheet import TextSheet

_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class OnSheet(NamedTuple):
    """Words found in a text of a sheet."""

    sheet: TextSheet
    row: int
    column: int
    start: int
    end: int


class InView(NamedTuple):
    """Words found in a line or a cell of a list or a table."""

    view: QAbstractItemView
    where: QPersistentModelIndex


Found = OnSheet | InView


def find(words: str, parts: Sequence[QWidget]) -> list[Found]:
    """Return every place where the parts of a page say some words, from the top on."""
    if not words.strip():
        return []
    pattern = re.compile(re.escape(words), re.IGNORECASE)
    found: list[Found] = []
    for part in parts:
        if isinstance(part, TextSheet):
            found += _on_sheet(pattern, part)
        elif isinstance(part, QAbstractItemView) and part.model() is not None:
            found += [
                InView(part, QPersistentModelIndex(index))
                for index in _indexes(part, QModelIndex())
                if any(pattern.search(str(index.data(role) or "")) for role in _ROLES)
            ]
    return found


def light_up(found: Sequence[Found], at: int, theme: Theme) -> None:
    """Let what was found on sheets stand out, and where one is stand out most."""
    marked: dict[TextSheet, dict[tuple[int, int], list[TextRange]]] = {}
    for number, place in enumerate(found):
        if isinstance(place, OnSheet):
            ink, ground = theme.warning.ink, theme.warning.tint
            if number == at:
                ink, ground = theme.on_accent, theme.accent
            part = TextRange(place.start, place.end, QColor(ink), QColor(ground))
            ranges = marked.setdefault(place.sheet, {})
            ranges.setdefault((place.row, place.column), []).append(part)
    for sheet, ranges in marked.items():
        sheet.show_found(ranges)


def take_light_off(found: Sequence[Found]) -> None:
    """Let nothing of what was found stand out any more."""
    for sheet in {place.sheet for place in found if isinstance(place, OnSheet)}:
        if isValid(sheet):
            sheet.show_found({})


def show(place: Found) -> None:
    """Bring into sight what was found."""
    if isinstance(place, OnSheet):
        place.sheet.show_place(place.row, place.column, place.start)
    elif place.where.isValid():
        where = place.where
        index = place.view.model().index(where.row(), where.column(), where.parent())
        place.view.setCurrentIndex(index)
        place.view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)


def go_to(place: Found) -> None:
    """Give the keyboard to what was found; words on a sheet are selected."""
    if isinstance(place, OnSheet):
        place.sheet.select(place.row, place.column, place.start, place.end)
        place.sheet.setFocus(Qt.FocusReason.OtherFocusReason)
    else:
        place.view.setFocus(Qt.FocusReason.OtherFocusReason)


def is_there(place: Found) -> bool:
    """Tell whether what was found is still shown."""
    if isinstance(place, InView):
        return place.where.isValid() and isValid(place.view) and place.view.isVisible()
    return isValid(place.sheet) and place.sheet.isVisible()


def _on_sheet(pattern: re.Pattern[str], sheet: TextSheet) -> Iterator[OnSheet]:
    for row in range(sheet.row_count()):
        for column, text in enumerate(sheet.row_texts(row)):
            for hit in pattern.finditer(text):
                yield OnSheet(sheet, row, column, *hit.span())


def _indexes(view: QAbstractItemView, parent: QModelIndex) -> Iterator[QModelIndex]:
    model: QAbstractItemModel = view.model()
    for row in range(model.rowCount(parent)):
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
        for column in range(columns):
            index = model.index(row, column, parent)
            yield index
            if column == 0:
                yield from _indexes(view, index)

"""The boxes to tick in front of the lines of a list are seen in every theme, ticked or not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyleOptionViewItem

from contrast import contrast
from driver import Driver
from pathways.gui.shell.theme import THEMES, theme_named


def tick_box(ticks: QListWidget, row: int) -> QRect:
    option = QStyleOptionViewItem()
    ticks.initViewItemOption(option)
    index = ticks.indexFromItem(ticks.item(row))
    ticks.itemDelegate().initStyleOption(option, index)
    option.rect = ticks.visualRect(index)
    part = QStyle.SubElement.SE_ItemViewItemCheckIndicator
    return ticks.style().subElementRect(part, option, ticks)


def strongest(picture: QImage, box: QRect, ground: str) -> float:
    """Return how much the box stands out from its ground, at the place where it does most."""
    inks = {
        QColor(picture.pixel(x, y)).name()
        for x in range(box.left(), box.right() + 1)
        for y in range(box.top(), box.bottom() + 1)
    }
    return max(contrast(ink, ground) for ink in inks)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("name", THEMES)
def test_boxes_to_tick_stand_out(opened: Driver, name: str, scale: float) -> None:
    theme = theme_named(name).scaled(scale)
    opened.window.window_actions.set_theme(theme)
    ticks = QListWidget(opened.window)
    for state in (Qt.CheckState.Unchecked, Qt.CheckState.Checked, Qt.CheckState.Unchecked):
        item = QListWidgetItem("Statement", ticks)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(state)
    ticks.resize(400, 300)
    ticks.show()
    ticks.setCurrentRow(2)
    opened.settle()
    picture = ticks.viewport().grab().toImage()
    for row in range(3):
        ground = theme.accent if row == 2 else theme.surface
        assert strongest(picture, tick_box(ticks, row), ground) >= 3, row
    unticked, ticked = (picture.copy(tick_box(ticks, row)) for row in (0, 1))
    assert unticked != ticked
    ticks.deleteLater()

"""What a screen reader comes by on each page, as text: read it from top to bottom as it would be
heard. ``UPDATE_GOLDEN=1`` writes it anew.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from driver import Driver
from map_driver import line_of
from pathways import paths
from walking import each_page

_GOLDEN = Path(__file__).parent.parent / "golden"
_CELLS = 60  # of a table, as many as tell how the rest is heard
_SILENT = {"Client", "NoRole", "Whitespace", "Pane", "Splitter", "ScrollBar", "Grip", "Window"}


def lines(interface: QAccessibleInterface, depth: int = 0) -> Iterator[str]:
    """Yield one line for each thing that says something: its role, name and description."""
    thing = interface.object()
    name = " ".join(interface.text(QAccessible.Text.Name).split())
    told = " ".join(interface.text(QAccessible.Text.Description).split())
    role = interface.role().name
    says = bool(name) and role not in _SILENT
    if says:
        parts = [f"{role}: {name}"]
        if told and told != name:
            parts.append(f"({told})")
        if interface.state().disabled:
            parts.append("[cannot be used now]")
        yield "  " * depth + " ".join(parts)
    if isinstance(thing, QHeaderView):
        return
    if isinstance(thing, QAbstractItemView):
        yield from (f"{'  ' * (depth + 1)}{words}" for words in cells(thing))
        return
    for index in range(interface.childCount()):
        child = interface.child(index)
        if child is not None and not child.state().invisible:
            yield from lines(child, depth + says)


def cells(view: QAbstractItemView) -> list[str]:
    """Return the first cells as they are heard, row by row, what stands under a row after it."""
    found: list[str] = []
    model = view.model()

    def walk(parent: QModelIndex) -> None:
        one = isinstance(model, QAbstractListModel)
        for row in range(model.rowCount(parent)):
            for column in range(1 if one else model.columnCount(parent)):
                index = model.index(row, column, parent)
                words = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data()
                if words and len(found) < _CELLS:
                    found.append(" ".join(str(words).split()))
            walk(model.index(row, 0, parent))

    walk(QModelIndex())
    return found


class _Day(datetime.date):
    """A day on which it is always the same day."""

    @classmethod
    def today(cls) -> _Day:
        return cls(2026, 11, 28)


def each_page_to_hear(driver: Driver) -> Iterator[tuple[str, QWidget]]:
    """Yield every page with something on it, and what else there is to hear on one."""
    window = driver.window
    window.resize(1280, 720)
    window.session.choose(["ict-11", "ict-12"])
    pane = window.page("map").map
    driver.qtbot.waitUntil(
        lambda: line_of(pane.scene, "ict-6", "ict-7").label == "1 change", timeout=30_000
    )
    for page in each_page(driver):
        name = page.split(",")[0]
        yield page.replace(", with a text", "-text"), window.page(name)
        if page == "map":
            pane.show_outline()
            driver.settle()
            yield "outline", window.page(name)
            pane.show_outline(False)
        if page == "route":
            window.session.choose(["ict-12", "ict-11"])  # to which none leads
            driver.settle()
            yield "no-route", window.page(name)
            window.session.choose(["ict-11", "ict-12"])


def test_each_page_is_heard_as_it_is_written_down(
    opened: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(datetime, "date", _Day)
    wrong = []
    for name, page in each_page_to_hear(opened):
        heard = "\n".join(lines(QAccessible.queryAccessibleInterface(page))) + "\n"
        heard = heard.replace(str(paths.data()), "DATA")
        file = _GOLDEN / f"heard-{name}.txt"
        if os.environ.get("UPDATE_GOLDEN"):
            file.write_text(heard, "utf-8")
        if not file.exists() or heard != file.read_text("utf-8"):
            wrong.append(name)
    assert not wrong

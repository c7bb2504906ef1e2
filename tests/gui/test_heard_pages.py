"""What a screen reader comes by on each page, as text: read it from top to bottom as it would be
heard. ``UPDATE_GOLDEN=1`` writes it anew.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from driver import Driver
from map_driver import line_of

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


def visit(driver: Driver, page: str) -> None:
    window, session = driver.window, driver.window.session
    session.choose(["ict-11", "ict-12"])
    pane = window.page("map").map
    driver.qtbot.waitUntil(
        lambda: line_of(pane.scene, "ict-6", "ict-7").label == "1 change", timeout=30_000
    )
    if page == "outline":
        pane.show_outline()
    elif page == "read":
        session.read("ict-11")
    elif page == "search":
        window.parts.searching.search("manage budget")
    else:
        session.visit(page)
    driver.settle()


@pytest.mark.parametrize(
    "page", ["map", "outline", "compare", "ladder", "route", "read", "search", "plan", "team"]
)
def test_a_page_is_heard_as_it_is_written_down(opened: Driver, page: str) -> None:
    opened.window.resize(1280, 720)
    visit(opened, page)
    root = QAccessible.queryAccessibleInterface(
        opened.window.page("map" if page == "outline" else page)
    )
    heard = "\n".join(lines(root)) + "\n"
    file = _GOLDEN / f"heard-{page}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(heard, "utf-8")
    assert heard == file.read_text("utf-8")

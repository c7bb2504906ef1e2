"""In which order screen readers come by what stands on a page: as it is read, not as it was
made.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLayout, QSplitter, QSplitterHandle, QStackedLayout, QWidget

from pathways.gui.widgets.inside import inside


def follow_the_eye(root: QWidget) -> None:
    """Let everything inside a widget follow each other as layouts and splitters have it."""
    for holder in (root, *inside(root, QWidget)):
        layout = holder.layout()
        if isinstance(holder, QSplitter):
            shown = [holder.widget(number) for number in range(holder.count())]
            read_in_order([one for one in shown if one is not None])
            for handle in inside(holder, QSplitterHandle):
                handle.raise_()  # it can be taken hold of beyond its own width
        elif layout is not None and not isinstance(layout, QStackedLayout):
            read_in_order(_placed(holder, layout))


def read_in_order(widgets: Sequence[QWidget]) -> None:
    """Let widgets with one parent follow each other in this order: Qt lists what is raised last.

    What else stands on the parent comes after them, and stays above.
    """
    parent = widgets[0].parentWidget() if widgets else None
    if parent is None:
        return
    there = [child for child in parent.children() if isinstance(child, QWidget)]
    known = set(widgets)
    wanted = [*widgets, *(one for one in there if one not in known and not one.isWindow())]
    if [one for one in there if one in known] != list(widgets):
        for widget in wanted:
            widget.raise_()


def _placed(holder: QWidget, layout: QLayout) -> list[QWidget]:
    """Return the children of a widget in the order of its layout, and of those inside of that.

    Nothing is asked of the layout's items: they go when Qt likes, and Python is not told.
    """
    parts: list[tuple[int, QWidget | QLayout]] = []
    for child in holder.children():
        if isinstance(child, QWidget):
            parts.append((layout.indexOf(child), child))
    for inner in layout.children():
        if isinstance(inner, QLayout):
            parts.append((layout.indexOf(inner), inner))
    found: list[QWidget] = []
    for place, part in sorted(parts, key=lambda one: one[0]):
        if isinstance(part, QLayout):
            found += _placed(holder, part)
        elif place >= 0:
            found.append(part)
    return found

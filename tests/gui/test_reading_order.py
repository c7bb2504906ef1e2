"""What a screen reader comes by follows what the eye reads: from top to bottom, from left to
right.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from driver import Driver
from pathways.gui.widgets.text_sheet import TextSheet
from walking import each_page

_MOST = 60  # children of one widget that are looked at
_SLACK = 3  # pixels by which two may overlap and still stand beside each other


def test_on_every_page_what_is_heard_follows_the_eye(opened: Driver) -> None:
    opened.window.resize(1280, 720)
    found = []
    for page in each_page(opened):
        name = page.split(",")[0]
        opened.settle()
        root = QAccessible.queryAccessibleInterface(opened.window.page(name))
        found += [f"{page}: {one}" for one in out_of_order(root)]
    assert not found, "\n".join(found)


def out_of_order(interface: QAccessibleInterface) -> Iterator[str]:
    """Yield each two things of which the later stands before the earlier."""
    if isinstance(interface.object(), QAbstractItemView | QHeaderView | TextSheet):
        return  # which have an order of their own
    children = [
        child
        for index in range(interface.childCount())
        if (child := interface.child(index)) is not None
        and not child.state().invisible
        and child.rect().isValid()
    ]
    for one, other in combinations(children[:_MOST], 2):
        if stands_before(other.rect(), one.rect()) and says(one) and says(other):
            yield f"{told(one)} is heard before {told(other)}"
    for child in children:
        yield from out_of_order(child)


def stands_before(one: QRect, other: QRect) -> bool:
    """Tell whether the eye comes to one place first."""
    beside = one.bottom() > other.top() + _SLACK and other.bottom() > one.top() + _SLACK
    above = one.right() > other.left() + _SLACK and other.right() > one.left() + _SLACK
    if beside:
        return not above and one.right() <= other.left() + _SLACK
    return above and one.bottom() <= other.top() + _SLACK


def says(interface: QAccessibleInterface) -> bool:
    """Tell whether there is anything to be heard in it."""
    return bool(interface.text(QAccessible.Text.Name)) or any(
        says(child)
        for index in range(interface.childCount())
        if (child := interface.child(index)) is not None
    )


def told(interface: QAccessibleInterface) -> str:
    thing, rect = interface.object(), interface.rect()
    words = interface.text(QAccessible.Text.Name)[:40]
    return f"{type(thing).__name__} “{words}” at {rect.left()}, {rect.top()}"

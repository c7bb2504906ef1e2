"""What is inside of a widget, found without being held."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject

Kind = TypeVar("Kind", bound=QObject)


def inside(holder: QObject, kind: type[Kind]) -> list[Kind]:
    """Return all of a kind that is inside of a widget, at any depth, in the order of Qt.

    ``findChildren`` gives what it finds to the holder, which keeps what is left of it in Python
    after Qt has deleted it: a page that stays would keep nine objects for each box that was on it.
    """
    found: list[Kind] = []
    for child in holder.children():
        if isinstance(child, kind):
            found.append(child)
        found += inside(child, kind)
    return found

"""Lists and tables to read: whole rows are chosen, and nothing is edited."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView


def choose_whole_rows(view: QAbstractItemView) -> None:
    """Let whole rows of a view be chosen, and nothing in it be edited."""
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

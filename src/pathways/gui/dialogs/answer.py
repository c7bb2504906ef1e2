"""How a dialog is asked: shown, read, and done away with."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QDialog

_Asked = TypeVar("_Asked", bound=QDialog)
_Answer = TypeVar("_Answer")


def answer_of(dialog: _Asked, read: Callable[[_Asked], _Answer]) -> _Answer | None:
    """Show a dialog until it is answered and return what is read of it; None where the person
    thought better of it.
    """
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    answer = read(dialog) if accepted else None
    dialog.deleteLater()
    return answer


def shown_until_closed(dialog: _Asked) -> _Asked:
    """Show a dialog until it is closed, however that is, and return it to be read at once."""
    dialog.exec()
    dialog.deleteLater()
    return dialog

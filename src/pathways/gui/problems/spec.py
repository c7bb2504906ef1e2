"""The page with what is wrong or odd in the open files."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from pathways.gui.shell.context import Context
from pathways.gui.shell.session import Session
from pathways.i18n import _


def headline(_session: Session) -> str:
    """Say which page it is, for the head of the window."""
    return _("Problems")


def make(context: Context) -> QWidget:
    """Make the page."""
    from pathways.gui.problems.problems_page import ProblemsPage

    return ProblemsPage(context)

"""What there is to know of a page before it is made."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

import msgspec
from PySide6.QtWidgets import QWidget

from pathways.errors import UsageError
from pathways.gui.shell.context import Context
from pathways.gui.shell.page_name import PageName
from pathways.gui.shell.session import Session
from pathways.gui.shell.theme import Theme
from pathways.i18n import _

if TYPE_CHECKING:
    from pathways.report.blocks import Sheet
    from pathways.report.options import SheetOptions


class Page(Protocol):
    """What every page can do."""

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""

    def take_focus(self) -> None:
        """Give the keyboard to where one begins."""


def _chosen_sheet(session: Session, options: SheetOptions) -> Sheet:
    """Return what is chosen, compared: what goes on paper where a page has nothing of its own."""
    from pathways.report.comparison_sheet import comparison_sheet
    from pathways.report.meeting_sheet import meeting_sheet

    comparison = session.comparison_for_paper()
    if comparison is None:
        raise UsageError(_("Choose two grades or roles first; then there is something to print."))
    make = comparison_sheet if options.full else meeting_sheet
    return make(comparison, session.library, options=options)


def _chosen_stem(session: Session) -> str:
    """Return a file's name for the comparison of what is chosen, without ending."""
    return "-".join(session.shown)


def _why_nothing_chosen(session: Session) -> str:
    """Say why there is no comparison to print, "" where there is one."""
    return "" if session.can_compare else _("Choose two grades or roles first.")


class PageSpec(msgspec.Struct, frozen=True):
    """One page.

    ``title`` stands in the list of pages, "" where it is not listed; ``headline`` says in the head
    of the window where one is. ``make`` makes the page when it is first shown; its modules are to
    be loaded there. ``sheet``, ``file_stem`` and ``why_no_paper`` say what goes on paper, under
    which name, and why nothing does ("" where something does); what ``compares`` can be two sides
    to sit down with, or every statement. ``chapter`` is the guide's, by the name of its file.
    """

    name: PageName
    title: str
    make: Callable[[Context], QWidget]
    headline: Callable[[Session], str]
    sheet: Callable[[Session, SheetOptions], Sheet] = _chosen_sheet
    file_stem: Callable[[Session], str] = _chosen_stem
    why_no_paper: Callable[[Session], str] = _why_nothing_chosen
    compares: bool = True
    chapter: str = "index"

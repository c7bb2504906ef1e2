"""The page with what is wrong or odd in the open files."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from pathways.gui.shell.context import Context
from pathways.gui.shell.page_name import PageName
from pathways.gui.shell.page_spec import PageSpec
from pathways.gui.shell.session import Session
from pathways.i18n import _


def spec() -> PageSpec:
    """Return what there is to know of the page; it has no entry in the list of pages."""
    return PageSpec(
        name=PageName.PROBLEMS, title="", make=_make, headline=_headline, chapter="problems"
    )


def _headline(_session: Session) -> str:
    return _("Problems")


def _make(context: Context) -> QWidget:
    from pathways.gui.problems.problems_page import ProblemsPage

    return ProblemsPage(context)

"""The page with every step of a ladder."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from pathways.gui.shell.context import Context
from pathways.gui.shell.session import Session
from pathways.i18n import _

if TYPE_CHECKING:
    from pathways.report.blocks import Sheet
    from pathways.report.options import SheetOptions


def headline(_session: Session) -> str:
    """Say which page it is, for the head of the window."""
    return _("All steps")


def make(context: Context) -> QWidget:
    """Make the page."""
    from pathways.gui.ladder.ladder_page import LadderPage

    page = LadderPage(context.session, context.theme, context.room)
    page.cell_asked.connect(context.step_asked)
    page.paper_asked.connect(context.do)
    return page


def sheet(session: Session, options: SheetOptions) -> Sheet:
    """Return what goes on paper."""
    from pathways.report.ladder_sheet import ladder_sheet

    ladder = session.comparer.ladder(session.ladder_framework, session.ladder_family)
    return ladder_sheet(ladder, session.library, options=options)


def file_stem(session: Session) -> str:
    """Return the name of its file, without ending."""
    family = "-".join(re.findall(r"\w+", session.ladder_family.lower()))
    return "-".join(part for part in (session.ladder_framework, family, "ladder") if part)


def why_no_paper(session: Session) -> str:
    """Say why nothing goes on paper, "" where something does."""
    return "" if session.ladder_framework else _("Choose a framework with steps first.")

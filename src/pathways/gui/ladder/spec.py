"""The page with every step of a ladder."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from pathways.gui.shell.context import Context
from pathways.gui.shell.page_name import PageName
from pathways.gui.shell.page_spec import PageSpec
from pathways.gui.shell.session import Session
from pathways.i18n import _

if TYPE_CHECKING:
    from pathways.report.blocks import Sheet
    from pathways.report.options import SheetOptions


def spec() -> PageSpec:
    """Return what there is to know of the page."""
    return PageSpec(
        name=PageName.LADDER,
        title=_("Ladder"),
        make=_make,
        headline=_headline,
        sheet=_sheet,
        file_stem=_file_stem,
        why_no_paper=_why_no_paper,
        compares=False,
        chapter="ladder",
    )


def _headline(_session: Session) -> str:
    return _("All steps")


def _make(context: Context) -> QWidget:
    from pathways.gui.ladder.ladder_page import LadderPage

    page = LadderPage(context.session, context.theme, context.room)
    page.cell_asked.connect(context.step_asked)
    page.paper_asked.connect(context.do)
    return page


def _sheet(session: Session, options: SheetOptions) -> Sheet:
    from pathways.report.ladder_sheet import ladder_sheet

    ladder = session.comparer.ladder(session.ladder_framework, session.ladder_family)
    return ladder_sheet(ladder, session.library, options=options)


def _file_stem(session: Session) -> str:
    family = "-".join(re.findall(r"\w+", session.ladder_family.lower()))
    return "-".join(part for part in (session.ladder_framework, family, "ladder") if part)


def _why_no_paper(session: Session) -> str:
    return "" if session.ladder_framework else _("Choose a framework with steps first.")

"""The page to read one grade or role at length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from pathways.errors import UsageError
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
        name=PageName.READ,
        title=_("Read"),
        make=_make,
        headline=_headline,
        sheet=_sheet,
        file_stem=lambda session: session.current or "",
        why_no_paper=_why_no_paper,
        compares=False,
        chapter="read",
    )


def _headline(session: Session) -> str:
    node, library = session.current, session.library
    if node is None:
        return _("Read")
    framework, title = library.framework_of(node), library.node(node).title
    return f"{framework.title} › {title}" if len(framework.nodes) > 1 else title


def _make(context: Context) -> QWidget:
    from pathways.gui.read.read_page import ReadPage

    page = ReadPage(context.session, context.theme, context.room)
    page.paper_asked.connect(context.do)
    return page


def _sheet(session: Session, options: SheetOptions) -> Sheet:
    from pathways.report.node_sheet import node_sheet

    if session.current is None:
        raise UsageError(_why_no_paper(session))
    return node_sheet(session.library, session.current, options=options)


def _why_no_paper(session: Session) -> str:
    return "" if session.current is not None else _("Choose a grade or role to read first.")

"""The page to read one grade or role at length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from pathways.errors import UsageError
from pathways.gui.shell.context import Context
from pathways.gui.shell.session import Session
from pathways.i18n import _

if TYPE_CHECKING:
    from pathways.report.blocks import Sheet
    from pathways.report.options import SheetOptions


def headline(session: Session) -> str:
    """Say which page it is, for the head of the window."""
    node, library = session.current, session.library
    if node is None:
        return _("Read")
    framework, title = library.framework_of(node), library.node(node).title
    return f"{framework.title} › {title}" if len(framework.nodes) > 1 else title


def make(context: Context) -> QWidget:
    """Make the page."""
    from pathways.gui.read.read_page import ReadPage

    page = ReadPage(context.session, context.theme, context.room)
    page.paper_asked.connect(context.do)
    return page


def sheet(session: Session, options: SheetOptions) -> Sheet:
    """Return what goes on paper."""
    from pathways.report.node_sheet import node_sheet

    if session.current is None:
        raise UsageError(why_no_paper(session))
    return node_sheet(session.library, session.current, options=options)


def file_stem(session: Session) -> str:
    """Return the name of its file, without ending."""
    return session.current or ""


def why_no_paper(session: Session) -> str:
    """Say why nothing goes on paper, "" where something does."""
    return "" if session.current is not None else _("Choose a grade or role to read first.")

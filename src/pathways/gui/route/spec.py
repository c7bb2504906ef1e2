"""The page with the way from one node to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from pathways.errors import UsageError
from pathways.gui.shell.context import Context
from pathways.gui.shell.page_name import PageName
from pathways.gui.shell.session import Session
from pathways.i18n import _

if TYPE_CHECKING:
    from pathways.report.blocks import Sheet
    from pathways.report.options import SheetOptions


def headline(session: Session) -> str:
    """Say which page it is, for the head of the window."""
    ends = session.route.ends
    if not ends:
        return _("Route")
    first, last = session.library.titles_of(ends)
    return _("{first} to {last}").format(first=first, last=last)


def make(context: Context) -> QWidget:
    """Make the page."""
    from pathways.gui.route.route_page import RoutePage

    page = RoutePage(context.session, context.theme, context.room)
    page.paper_asked.connect(context.do)
    page.step_asked.connect(lambda before, after: context.step_asked.emit(before, after, ""))
    page.map_asked.connect(lambda: context.session.visit(PageName.MAP))
    return page


def sheet(session: Session, options: SheetOptions) -> Sheet:
    """Return what goes on paper."""
    from pathways.report.route_sheet import route_sheet

    if session.route.route is None:
        raise UsageError(why_no_paper(session))
    return route_sheet([session.route.route], session.comparer, options=options)


def file_stem(session: Session) -> str:
    """Return the name of its file, without ending."""
    nodes = session.route.route.nodes if session.route.route else ("route",)
    return f"{nodes[0]}-to-{nodes[-1]}"


def why_no_paper(session: Session) -> str:
    """Say why nothing goes on paper, "" where something does."""
    return "" if session.route.route else _("Choose a start and an end that a route connects.")

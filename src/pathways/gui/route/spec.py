"""The page with the way from one node to another."""

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
        name=PageName.ROUTE,
        title=_("Route"),
        make=_make,
        headline=_headline,
        sheet=_sheet,
        file_stem=_file_stem,
        why_no_paper=_why_no_paper,
        chapter="route",
    )


def _headline(session: Session) -> str:
    ends = session.route.ends
    if not ends:
        return _("Route")
    first, last = session.library.titles_of(ends)
    return _("{first} to {last}").format(first=first, last=last)


def _make(context: Context) -> QWidget:
    from pathways.gui.route.route_page import RoutePage

    page = RoutePage(context.session, context.theme, context.room)
    page.paper_asked.connect(context.do)
    page.step_asked.connect(lambda before, after: context.step_asked.emit(before, after, ""))
    page.map_asked.connect(lambda: context.session.visit(PageName.MAP))
    return page


def _sheet(session: Session, options: SheetOptions) -> Sheet:
    from pathways.report.route_sheet import route_sheet

    if session.route.route is None:
        raise UsageError(_why_no_paper(session))
    return route_sheet([session.route.route], session.comparer, options=options)


def _file_stem(session: Session) -> str:
    nodes = session.route.route.nodes if session.route.route else ("route",)
    return f"{nodes[0]}-to-{nodes[-1]}"


def _why_no_paper(session: Session) -> str:
    return "" if session.route.route else _("Choose a start and an end that a route connects.")

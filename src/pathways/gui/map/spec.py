"""The page with the map."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from pathways.gui.shell.context import Context
from pathways.gui.shell.page_name import PageName
from pathways.gui.shell.session import Session
from pathways.i18n import _


def headline(_session: Session) -> str:
    """Say which page it is, for the head of the window."""
    return _("All frameworks")


def make(context: Context) -> QWidget:
    """Make the page."""
    from pathways.gui.map.map_page import MapPage

    settings = context.settings
    new = not settings.get("start/welcomed")
    page = MapPage(context.session, context.theme, context.room, welcome=new)
    page.welcomed.connect(lambda: settings.set("start/welcomed", True))
    page.compare_asked.connect(lambda: context.session.visit(PageName.COMPARE))
    page.import_asked.connect(lambda: context.do("import"))
    return page

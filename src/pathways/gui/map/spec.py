"""The page with the map."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from pathways.gui.shell.context import Context
from pathways.gui.shell.page_name import PageName
from pathways.gui.shell.page_spec import PageSpec
from pathways.gui.shell.session import Session
from pathways.i18n import _


def spec() -> PageSpec:
    """Return what there is to know of the page."""
    return PageSpec(
        name=PageName.MAP, title=_("Map"), make=_make, headline=_headline, chapter="map"
    )


def _headline(_session: Session) -> str:
    return _("All frameworks")


def _make(context: Context) -> QWidget:
    from pathways.gui.map.map_page import MapPage

    settings = context.settings
    new = not settings.get("start/welcomed")
    page = MapPage(context.session, context.theme, context.room, welcome=new)
    page.welcomed.connect(lambda: settings.set("start/welcomed", True))
    page.compare_asked.connect(lambda: context.session.visit(PageName.COMPARE))
    page.import_asked.connect(lambda: context.do("import"))
    return page

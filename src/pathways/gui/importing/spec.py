"""The page that makes frameworks of documents."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from pathways.gui.shell.context import Context
from pathways.gui.shell.page_name import PageName
from pathways.gui.shell.session import Session
from pathways.i18n import _


def headline(_session: Session) -> str:
    """Say which page it is, for the head of the window."""
    return _("Import documents")


def make(context: Context) -> QWidget:
    """Make the page."""
    from pathways.gui.importing.import_page import ImportPage

    page = ImportPage(context.settings, context.theme, context.room)
    undo, workspace = context.session.undo, context.session.workspace
    undo.use(PageName.IMPORT, page.worker.session)
    page.said.connect(context.say)
    page.saved.connect(context.framework_saved)
    page.try_asked.connect(context.try_asked)

    def show_tried() -> None:
        review = page.worker.session.review
        page.show_tried(review is not None and workspace.tried == review.result().framework)
        undo.changed.emit()

    page.worker.changed.connect(show_tried)
    page.worker.read.connect(show_tried)
    context.session.library_changed.connect(show_tried)
    return page

"""The page that compares."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from pathways.gui.shell.context import Context
from pathways.gui.shell.session import Session
from pathways.i18n import _, in_words


def headline(session: Session) -> str:
    """Say which page it is, for the head of the window."""
    if not session.can_compare:
        return _("Compare")
    library = session.library
    titles = list(dict.fromkeys(library.framework_of(node).title for node in session.chosen))
    shown = library.titles_of(session.chosen)
    nodes = in_words(shown)
    if len(shown) == 2:
        nodes = _("{first} to {last}").format(first=shown[0], last=shown[1])
    return f"{titles[0]} › {nodes}" if len(titles) == 1 and titles[0] not in nodes else nodes


def make(context: Context) -> QWidget:
    """Make the page."""
    from pathways.gui.compare.compare_page import ComparePage

    page = ComparePage(context.session, context.theme, context.room)
    page.set_marked(context.settings.get("compare/word_marks"))
    context.word_marks_changed.connect(page.set_marked)
    page.paper_asked.connect(context.do)
    page.said.connect(context.say)
    return page

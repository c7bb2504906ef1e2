"""What pages and actions may use of their window, without knowing it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from pathways.errors import PathwaysError
from pathways.gui.shell.finder import Finder
from pathways.gui.shell.page_name import PageName
from pathways.gui.shell.session import Session
from pathways.gui.shell.settings import Settings
from pathways.gui.shell.theme import Theme

if TYPE_CHECKING:
    from pathways.model.overrule import Overrule
    from pathways.report.blocks import Sheet
    from pathways.report.options import SheetOptions

MakeSheet = Callable[["SheetOptions"], "Sheet"]


class Context(QObject):
    """One window, as far as its pages are concerned: what is open, and wishes that others fulfil.

    ``window`` is the parent of dialogs, ``room`` that of pages.
    """

    closed = Signal()  # the window goes: what is not saved yet is to be saved now
    said = Signal(str)  # something for the foot of the window
    action_asked = Signal(str)  # an action of the table, by its name
    step_asked = Signal(str, str, str)  # compare two nodes, and go to a dimension or ""
    hit_asked = Signal(object)  # go to the place of something that was found
    words_asked = Signal(str)  # search for these
    box_asked = Signal()  # the keyboard belongs into the box for searching
    sheet_asked = Signal(object, str)  # write a sheet, a MakeSheet, to a file of this name
    unjudge_asked = Signal(object)  # take a judgement back
    word_marks_changed = Signal(bool)
    planned_changed = Signal(object)  # where a plan begins and leads: words by node
    try_asked = Signal(object)  # look at a framework without saving it
    plan_asked = Signal(object)  # open the plan of this path
    framework_saved = Signal(object)  # the path of a framework's file
    sheet_saved = Signal(object)  # the path of a sheet

    def __init__(self, window: QWidget, session: Session, settings: Settings, theme: Theme) -> None:
        super().__init__(window)
        self.window = self.room = window
        self.session = session
        self.settings = settings
        self.theme = theme
        self.finder = Finder(session, self)
        self._page: Callable[[PageName], Any] | None = None

    def pages_from(self, room: QWidget, page: Callable[[PageName], Any]) -> None:
        """Say who hands out the pages, and what is to be their parent."""
        self.room, self._page = room, page

    def page(self, name: PageName) -> Any:
        """Return a page, made when it is first asked for."""
        assert self._page is not None
        return self._page(name)

    def say(self, words: str) -> None:
        """Show a message at the foot of the window for a while."""
        self.said.emit(words)

    def do(self, action: str) -> None:
        """Do what the menu does under this name."""
        self.action_asked.emit(action)

    def export(self, make: MakeSheet, stem: str) -> None:
        """Ask how and where, and write a sheet; ``stem`` is the name that is offered."""
        self.sheet_asked.emit(make, stem)

    def take_back(self, overrule: Overrule) -> None:
        """Leave to the program again what a person judged."""
        self.unjudge_asked.emit(overrule)

    def attempt(self, failed: str, work: Callable[[], object], done: str = "") -> None:
        """Do what may fail for reasons outside the program, and say how it went: ``failed`` is the
        title of what is told where it does.
        """
        try:
            said = work()
        except PathwaysError as error:
            self.warn(failed, str(error))
            return
        words = said if isinstance(said, str) else done
        if words:
            self.say(words)

    def warn(self, title: str, words: str) -> None:
        """Say over the window what did not work."""
        from pathways.gui.dialogs.notice_dialog import NoticeDialog

        NoticeDialog.tell(self.window, title, words)

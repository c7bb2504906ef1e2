"""The window: header, pages, and what the menus do."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from pathways.gui.shell.banner import Banner
from pathways.gui.shell.context import Context
from pathways.gui.shell.files import Files
from pathways.gui.shell.header import Header
from pathways.gui.shell.menus import Menus
from pathways.gui.shell.page_name import PageName
from pathways.gui.shell.page_stack import PageStack
from pathways.gui.shell.pages import pages
from pathways.gui.shell.rail import Rail
from pathways.gui.shell.saved_band import SavedBand
from pathways.gui.shell.session import Session
from pathways.gui.shell.stylesheet import stylesheet
from pathways.gui.shell.theme import Theme, theme_named
from pathways.gui.shell.window_actions import WindowActions
from pathways.gui.shell.windows import SessionWindow, Windows, restore_place
from pathways.gui.widgets.icons import window_icon
from pathways.gui.widgets.plain_text import set_window_title
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _, _n
from pathways.workspace.workspace import Workspace

if TYPE_CHECKING:
    from pathways.gui.shell.find_bar import FindBar
    from pathways.gui.shell.parts import Parts

_ROOMY = 22  # of the height beside the size of type: in less, the pages are in a menu
_RAIL = 0.2  # of the window's width, at most, for the list of pages at its side
_SHOWN = 6000  # milliseconds that a message stays
_LEAST = QSize(560, 400)  # that the window can be used at


class MainWindow(SessionWindow):
    """Show one session of what a workspace has open."""

    def __init__(self, workspace: Workspace, windows: Windows[MainWindow]) -> None:
        super().__init__()
        self.session = session = Session(workspace)
        self.windows = windows
        self.settings = settings = windows.settings
        scale = settings.get("look/text_percent") / 100
        theme = theme_named(settings.get("look/theme")).scaled(scale)
        session.setParent(self)
        session.set_only_changes(settings.get("compare/only_changes"))
        session.choose(settings.get("choice/nodes"))
        self.context = Context(self, session, settings, theme)
        self.setWindowIcon(window_icon())
        self._specs = pages()
        self._use_stylesheet()
        self._make_widgets()
        self._make_menus()
        self._lay_out()
        self._connect()
        self._restore_size()
        self._on_page_changed()
        self.files.begin()
        QTimer.singleShot(0, self, self._be_ready)

    # Making --------------------------------------------------------------------------------------

    def _make_widgets(self) -> None:
        context = self.context
        self.header = Header(self.session, context.theme, self)
        self.rail = Rail(self.session, context.theme, self)
        self.stack = PageStack(context, self._specs, self)
        self._find_bar: FindBar | None = None
        self.banner = Banner(self)
        self.saved = SavedBand(self)
        self.foot = QFrame(self)
        self.foot.setObjectName("foot")
        self.status = wrapped_label("", self.foot)
        self.status.setObjectName("status")
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(16, 4, 16, 4)
        row.addWidget(self.status, 1)
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(_SHOWN)

    def _make_menus(self) -> None:
        self.files = Files(self.context, self.banner)
        self.window_actions = WindowActions(self.context, self, self.windows, self._specs)
        self.menus = Menus(self, self.context, lambda: self.parts)
        if not self.settings.get("keys/single_letters"):
            self.menus.use_single_letters(False)
        self.menus.tick("only_changes", self.session.only_changes)
        self.menus.tick("word_marks", self.settings.get("compare/word_marks"))
        self.menus.tick(f"theme_{self.window_actions.theme_choice}", True)
        self.window_actions.commands_from(self.menus.commands)
        self.files.add_menus(self.menus.menu("file"))

    @cached_property
    def parts(self) -> Parts:
        """Return what does the work of the actions; made as soon as the first map is painted."""
        from pathways.gui.shell.parts import parts_of

        context = self.context
        return parts_of(
            context, self._specs, self.files, self.window_actions, self.header.search, self.find_bar
        )

    def _be_ready(self) -> None:
        """Make what the first map does not show: its page waits for nothing of it."""
        from pathways.gui.shell.drag_and_drop import DragAndDrop

        DragAndDrop(self, self.parts)

    def _lay_out(self) -> None:
        self._middle = middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        self._paged = paged = QVBoxLayout()
        paged.setSpacing(0)
        paged.addWidget(self.stack, 1)
        middle.addLayout(paged, 1)
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.banner)
        column.addWidget(self.saved)
        column.addLayout(middle, 1)
        column.addWidget(self.foot)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        session = self.session
        session.page_changed.connect(self._on_page_changed)
        for changed in (session.chosen_changed, session.current_changed, session.library_changed):
            changed.connect(self._name_window)
        session.library_changed.connect(self._say_state)
        session.judgements_unfit.connect(self._say_state)
        session.only_changes_changed.connect(self._on_only_changes_changed)
        self.context.said.connect(self.say)
        self.settings.not_saved.connect(self._on_not_saved)
        self.context.sheet_saved.connect(self.saved.tell)
        self.context.word_marks_changed.connect(self._on_word_marks_changed)
        self.banner.problems_asked.connect(self.window_actions.show_problems)
        self._silence.timeout.connect(self._say_state)

    # Pages ---------------------------------------------------------------------------------------

    def page(self, name: PageName) -> Any:
        """Return a page, made when it is first asked for."""
        return self.stack.page(name)

    def find_bar(self) -> FindBar:
        """Return the bar that finds words on the page, made when first asked for."""
        if self._find_bar is None:
            from pathways.gui.shell.find_bar import FindBar

            self._find_bar = FindBar(self.theme, self.stack.currentWidget, self)
            self._paged.addWidget(self._find_bar)
        return self._find_bar

    def _on_page_changed(self) -> None:
        self._name_window()
        page = self.stack.show_page(self.session.page)
        walked = QApplication.focusWidget()
        if walked is not None and self.rail.isAncestorOf(walked):
            self.rail.take_focus()  # who walks the rail stays there, on the page that is shown
        else:
            page.take_focus()
        if self._find_bar is not None:
            self._find_bar.page_changed()
        self._say_state()

    def _name_window(self) -> None:
        """Say in the window's title what is shown, so that windows can be told apart."""
        shown = self._specs[self.session.page].headline(self.session)
        set_window_title(self, f"{shown} – Pathways" if shown else "Pathways")

    # Look ----------------------------------------------------------------------------------------

    @property
    def theme(self) -> Theme:
        """Return the window's look."""
        return self.context.theme

    def apply_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        self.context.theme = theme
        self.menus.tick(f"theme_{self.window_actions.theme_choice}", True)
        self.setUpdatesEnabled(False)
        self._use_stylesheet()
        self.header.set_theme(theme)
        self.rail.set_theme(theme)
        self.stack.set_theme(theme)
        if self._find_bar is not None:
            self._find_bar.set_theme(theme)
        self.window_actions.apply_theme(theme)
        self._place_rail()
        self.setUpdatesEnabled(True)

    def _use_stylesheet(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(self.theme.palette())
        self.setPalette(self.theme.palette())
        self.setStyleSheet(stylesheet(self.theme))

    def apply_settings(self, values: Mapping[str, Any]) -> None:
        """Compare in this window as settings say."""
        if "keys/single_letters" in values:
            self.menus.use_single_letters(values["keys/single_letters"])
        if "compare/only_changes" in values:
            self.session.set_only_changes(values["compare/only_changes"])
        if "compare/word_marks" in values:
            self.window_actions.set_marked(values["compare/word_marks"])

    # Words at the foot, and problems -------------------------------------------------------------

    def say(self, words: str) -> None:
        """Show a message at the foot for a while."""
        self.status.setText(words)
        self._silence.start()

    def _say_state(self) -> None:
        self._silence.stop()
        frameworks = self.session.library.frameworks
        count = len(frameworks)
        words = [_n("{count} framework open", "{count} frameworks open", count).format(count=count)]
        unfit = len(self.session.unfit_judgements)
        if unfit:
            told = _n(
                "{count} judgement no longer applied: see Problems",
                "{count} judgements no longer applied: see Problems",
                unfit,
            )
            words.append(told.format(count=unfit))
        if any(framework.restated for framework in frameworks):
            restated = _("Summary wording: check the official document before you decide")
            words.append(_("wording restated") if self.rail.isHidden() else restated)
        self.status.setText(" · ".join(words))

    def _on_only_changes_changed(self) -> None:
        self.menus.tick("only_changes", self.session.only_changes)

    def _on_word_marks_changed(self, marked: bool) -> None:
        self.menus.tick("word_marks", marked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rail over the page where the page needs the width."""
        super().resizeEvent(event)
        self._place_rail()

    def _place_rail(self) -> None:
        flat = self.rail.width_standing() > _RAIL * self.width()
        low = flat and self.height() < _ROOMY * self.theme.text_px()
        way = QBoxLayout.Direction
        self._middle.setDirection(way.TopToBottom if flat else way.LeftToRight)
        self.rail.lie(flat)
        if self.rail.isHidden() != low:
            had_focus = self.rail.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
            self.rail.setVisible(not low)
            self.header.fold_pages(low)
            if had_focus and self.header.pages is not None:
                self.header.pages.setFocus()
            if not self._silence.isActive():
                self._say_state()

    # Size ----------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return the size of a first start."""
        return QSize(1280, 800)

    def _restore_size(self) -> None:
        self.setMinimumSize(
            _LEAST
        )  # said here: a large text must not make the window larger than the screen
        restore_place(self, self.settings.get("window/geometry"), self.sizeHint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press a button, as the space bar does."""
        at = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(at, QAbstractButton):
            at.click()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember size, files and choices of the last window."""
        if self.stack.is_made(PageName.IMPORT) and not self.page(PageName.IMPORT).may_leave():
            event.ignore()
            return
        self.context.closed.emit()
        if self.windows.closing(self):
            self.settings.set("window/geometry", self.saveGeometry())
            self.settings.set("choice/nodes", self.session.chosen)
            self.settings.set("compare/only_changes", self.session.only_changes)
            self.files.remember()
            self.settings.save()
        super().closeEvent(event)

    def _on_not_saved(self, words: str) -> None:
        if not self.windows.open_ones:  # nobody reads the foot of a window that goes away
            self.context.warn(_("Your settings are not kept"), words)
        else:
            self.context.say(words)

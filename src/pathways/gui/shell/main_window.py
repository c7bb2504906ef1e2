"""The window: header, pages, and what the menus do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from pathways.gui.search.finder import Finder
from pathways.gui.shell.banner import Banner
from pathways.gui.shell.clipboard import Clipboard
from pathways.gui.shell.export_actions import ExportActions
from pathways.gui.shell.files import Files
from pathways.gui.shell.header import Header
from pathways.gui.shell.import_actions import ImportActions
from pathways.gui.shell.judging import Judging
from pathways.gui.shell.menus import Menus
from pathways.gui.shell.page_stack import PageStack
from pathways.gui.shell.rail import Rail, page_titles
from pathways.gui.shell.search_actions import SearchActions
from pathways.gui.shell.session import Session
from pathways.gui.shell.stylesheet import stylesheet
from pathways.gui.shell.theme import NOTCH, Theme, theme_named
from pathways.gui.shell.window_actions import WindowActions
from pathways.gui.shell.windows import Windows, restore_place
from pathways.gui.widgets.icons import window_icon
from pathways.gui.widgets.plain_text import Label, set_window_title
from pathways.i18n import _, _n
from pathways.workspace.workspace import Workspace

if TYPE_CHECKING:
    from pathways.gui.compare.compare_page import ComparePage

_ROOMY = 22  # of the height beside the size of type: in less, the pages are in a menu
_RAIL = 0.2  # of the window's width, at most, for the list of pages at its side
_SHOWN = 6000  # milliseconds that a message stays
_LEAST = QSize(560, 400)  # that the window can be used at


class MainWindow(QMainWindow):
    """Show one session of what a workspace has open."""

    def __init__(self, workspace: Workspace, windows: Windows) -> None:
        super().__init__()
        self.session = session = Session(workspace)
        self.windows = windows
        self.settings = settings = windows.settings
        self.files = Files(self)
        scale = settings.get("look/text_percent") / 100
        self.theme: Theme = theme_named(settings.get("look/theme")).scaled(scale)
        session.setParent(self)
        session.set_only_changes(settings.get("compare/only_changes"))
        session.choose(settings.get("choice/nodes"))
        set_window_title(self, "Pathways")
        self.setWindowIcon(window_icon())
        self._dress()
        self._make_parts()
        self._make_menus()
        self._lay_out()
        self._connect()
        self._restore_size()
        self._on_page_changed()
        self.files.begin()

    # Making --------------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.header = Header(self.session, self.theme, self)
        self.rail = Rail(self.session, self.theme, self)
        finder = Finder(self.session, self)
        self.stack = PageStack(self.session, self.settings, finder, self.theme, self)
        self.searching = SearchActions(self, finder)
        self.copies = Clipboard(self)
        self.judging = Judging(self)
        self.desk = ExportActions(self, self.session, self.settings, self.say)
        self.banner = Banner(self)
        self.chores = WindowActions(self)
        self.imports = ImportActions(self)
        self.foot = QFrame(self)
        self.foot.setObjectName("foot")
        self.status = Label(self.foot)
        self.status.setObjectName("status")
        self.status.setWordWrap(True)
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(16, 4, 16, 4)
        row.addWidget(self.status, 1)
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(_SHOWN)

    def _make_menus(self) -> None:
        parts = (
            self,
            self.files,
            self.chores,
            self.imports,
            self.searching,
            self.copies,
            self.judging,
        )
        doers = {
            name[4:]: getattr(part, name)
            for part in parts
            for name in dir(part)
            if name.startswith("_do_")
        }
        for page in page_titles():
            doers[f"page_{page}"] = lambda _on=False, to=page: self.session.visit(to)
        for name in ("system", "light", "dark", "high-contrast"):
            doers[f"theme_{name}"] = lambda _on=False, to=name: self.use_theme(to)
        for name in ("export", "preview", "print"):
            doers[name] = lambda _on=False, wanted=name: getattr(self.desk, wanted)()
        for name, direction in (("step_up", 1), ("step_down", -1)):
            doers[name] = lambda _on=False, way=direction: self.stack.step(way)
        for name, direction in (("next_change", 1), ("previous_change", -1)):
            doers[name] = lambda _on=False, way=direction: self.compare_page().next_change(way)
        self.menus = Menus(self, self.session, doers)
        self.menus.tick("only_changes", self.session.only_changes)
        self.menus.tick("word_marks", self.settings.get("compare/word_marks"))
        self.menus.tick(f"theme_{self._theme_choice()}", True)
        self.files.add_menus(self.menus.menu("file"))

    def _lay_out(self) -> None:
        self._middle = middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self.stack, 1)
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.banner)
        column.addLayout(middle, 1)
        column.addWidget(self.foot)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        session = self.session
        session.page_changed.connect(self._on_page_changed)
        session.library_changed.connect(self._say_state)
        session.judgements_unfit.connect(self._say_state)
        session.only_changes_changed.connect(self._on_only_changes_changed)
        self.stack.paper_asked.connect(lambda name: self.menus.action(name).trigger())
        self.stack.said.connect(self.say)
        self._silence.timeout.connect(self._say_state)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    # Pages ---------------------------------------------------------------------------------------

    def page(self, name: str) -> QWidget:
        """Return a page, made when it is first asked for."""
        return self.stack.page(name)

    def compare_page(self) -> ComparePage:
        """Return the page that compares."""
        return self.stack.compare_page()

    def _on_page_changed(self) -> None:
        page = self.stack.show_page(self.session.page)
        if not self.rail.isAncestorOf(
            QApplication.focusWidget() or self
        ):  # who walks the rail stays there
            page.take_focus()
        self._say_state()

    # Look ----------------------------------------------------------------------------------------

    def use_theme(self, choice: str) -> None:
        """Use a theme by name, or the system's."""
        self.settings.set("look/theme", choice)
        self.set_theme(theme_named(choice).scaled(self.theme.scale))

    def set_theme(self, theme: Theme) -> None:
        """Give every window another look."""
        self.settings.set("look/text_percent", round(theme.scale * 100))
        for window in self.windows.open_ones:
            window.wear(theme)

    def wear(self, theme: Theme) -> None:
        """Give this window another look."""
        self.theme = theme
        self.menus.tick(f"theme_{self._theme_choice()}", True)
        self.setUpdatesEnabled(False)
        self._dress()
        self.header.set_theme(theme)
        self.rail.set_theme(theme)
        self.stack.set_theme(theme)
        self.chores.set_theme(theme)
        self._place_rail()
        self.setUpdatesEnabled(True)

    def _dress(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(self.theme.palette())
        self.setPalette(self.theme.palette())
        self.setStyleSheet(stylesheet(self.theme))

    def _theme_choice(self) -> str:
        choice = str(self.settings.get("look/theme"))
        return choice if choice in ("light", "dark", "high-contrast") else "system"

    def _on_system_changed(self) -> None:
        if self._theme_choice() == "system":
            self.set_theme(theme_named("system").scaled(self.theme.scale))

    def _do_larger(self) -> None:
        self._resize_text(self.theme.scale + NOTCH)

    def _do_smaller(self) -> None:
        self._resize_text(self.theme.scale - NOTCH)

    def _do_normal_size(self) -> None:
        self._resize_text(1.0)

    def _resize_text(self, scale: float) -> None:
        self.set_theme(self.theme.scaled(scale))
        self.say(_("Text at {percent} %").format(percent=round(self.theme.scale * 100)))

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
            restated = _("wording restated: check your own organisation’s document before deciding")
            words.append(_("wording restated") if self.rail.isHidden() else restated)
        self.status.setText(" · ".join(words))

    # What the menus do ---------------------------------------------------------------------------

    def _do_save_picture(self) -> None:
        self.desk.save_picture(lambda path: self.stack.browse_page().map.save_picture(path))

    def _do_print_map(self) -> None:
        self.desk.print_map(self.stack.browse_page().map.paint_poster)

    def _do_quit(self) -> None:
        self.windows.close_all()

    def _do_palette(self) -> None:
        from pathways.gui.shell.command_palette import CommandPalette

        name = CommandPalette.ask(self, self.menus.commands(), self.theme)
        if name:
            self.menus.action(name).trigger()

    def _do_clear(self) -> None:
        self.session.choose(())

    def _do_only_changes(self, ticked: bool) -> None:
        self.session.set_only_changes(ticked)

    def _do_word_marks(self, ticked: bool) -> None:
        self.stack.set_marked(ticked)

    def _do_back(self) -> None:
        self.session.back()

    def _do_forward(self) -> None:
        self.session.forward()

    def _on_only_changes_changed(self) -> None:
        self.menus.tick("only_changes", self.session.only_changes)

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
        if not self.imports.may_close():
            event.ignore()
            return
        if self.windows.closing(self):
            self.settings.set("window/geometry", self.saveGeometry())
            self.settings.set("choice/nodes", self.session.chosen)
            self.settings.set("compare/only_changes", self.session.only_changes)
            self.files.remember()
            self.settings.save()
        super().closeEvent(event)

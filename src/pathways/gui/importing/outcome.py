"""The buttons over the review: try the framework, save it, and what else can be kept or used."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from pathways.errors import PathwaysError
from pathways.gui.importing.columns_dialog import ColumnsDialog, tables_of
from pathways.gui.importing.drop_area import ask_files, ask_folder
from pathways.gui.importing.import_worker import ImportWorker
from pathways.gui.importing.keeping import Keeping
from pathways.gui.shell.settings import Settings
from pathways.gui.widgets.page_head import PageHead
from pathways.gui.widgets.plain_text import set_tip
from pathways.i18n import _
from pathways.importing.outline import Piece
from pathways.importing.review import set_columns


class Outcome(QObject):
    """Put the buttons into the head of the page, and do what they say."""

    said = Signal(str)  # something for the foot of the window
    saved = Signal(object)  # the path of the framework's file
    try_asked = Signal(object)  # a framework, to be looked at without being saved
    more_asked = Signal(list)  # of paths, to be read beside the documents that are there
    others_asked = Signal()  # the documents are to be put away

    def __init__(self, worker: ImportWorker, settings: Settings, head: PageHead) -> None:
        super().__init__(head)
        self._worker = worker
        self._parent: QWidget = head
        self.chosen_table: Callable[[], Piece | None] = lambda: None
        self._keeping = Keeping(head, worker, settings)
        self.try_button = self._button(head, _("&Try it"), self._on_try)
        set_tip(self.try_button, _("Open it beside the other frameworks, without saving it"))
        self.save = self._button(head, _("&Save the framework…"), self.save_framework)
        self.save.setProperty("look", "primary")
        self.more = QPushButton(_("&More"), head.buttons)
        self.more.setMenu(self._menu())
        head.add_button(self.more)

    def _button(self, head: PageHead, words: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, head.buttons)
        button.clicked.connect(lambda: do())
        head.add_button(button)
        return button

    def _menu(self) -> QMenu:
        menu = QMenu(self.more)
        menu.setAccessibleName(_("More"))
        for words, do in (
            (_("&Add documents…"), lambda: self._add(ask_files(self._parent))),
            (_("Add a &folder…"), lambda: self._add(ask_folder(self._parent))),
            (_("Start again with &other documents"), self.others_asked.emit),
        ):
            _entry(menu, words, do)
        menu.addSeparator()
        _entry(menu, _("&Use kept corrections…"), self._on_use_mapping)
        _entry(menu, _("&Keep these corrections…"), self._on_keep_mapping)
        columns = _entry(menu, _("What the &columns hold…"), self.match_columns)
        menu.aboutToShow.connect(
            lambda: columns.setEnabled(bool(tables_of(self._worker.session.outlines)))
        )
        menu.addSeparator()
        _entry(menu, _("&Report of what was left out and doubtful…"), self._on_report)
        return menu

    def show_tried(self, tried: bool) -> None:
        """Say on the button whether the framework, as it is now, is open to be looked at."""
        self.try_button.setText(_("C&lose preview") if tried else _("&Try it"))

    def save_framework(self) -> None:
        """Ask for a name, and save the framework."""
        path = self._attempt(_("The framework could not be saved"), self._keeping.save_framework)
        if path is not None:
            self.saved.emit(path)

    def match_columns(self) -> None:
        """Ask what the columns of the chosen table hold, else of the first, and recognise the
        documents so.
        """
        tables, review = tables_of(self._worker.session.outlines), self._worker.session.review
        if not tables:
            return
        chosen = self.chosen_table()
        tables = [chosen] if chosen in tables else tables
        taught = (
            {column.heading: column.holds for column in review.mapping.columns} if review else {}
        )
        found = ColumnsDialog.ask(self._parent, tables[0], dict(taught))
        if found is not None:
            self._worker.correct(
                _("what the columns hold"), lambda review: set_columns(review, found)
            )

    def _on_try(self) -> None:
        self.try_asked.emit(self._worker.session.result.framework)

    def _add(self, paths: list[Path]) -> None:
        if paths:
            self.more_asked.emit(paths)

    def _on_keep_mapping(self) -> None:
        path = self._attempt(_("The corrections could not be saved"), self._keeping.save_mapping)
        if path is not None:
            self.said.emit(_("The corrections are in {file}.").format(file=path))

    def _on_use_mapping(self) -> None:
        path = self._attempt(_("The corrections could not be used"), self._keeping.use_mapping)
        if path is not None:
            self.said.emit(_("The corrections in {file} are used.").format(file=path.name))

    def _on_report(self) -> None:
        path = self._attempt(_("The report could not be saved"), self._keeping.save_report)
        if path is not None:
            self.said.emit(_("The report is in {file}.").format(file=path))

    def _attempt(self, failed: str, work: Callable[[], Path | None]) -> Path | None:
        try:
            return work()
        except PathwaysError as error:
            from pathways.gui.dialogs.notice_dialog import NoticeDialog

            NoticeDialog.tell(self._parent, failed, str(error))
            return None


def _entry(menu: QMenu, words: str, do: Callable[[], object]) -> QAction:
    action = menu.addAction(words)
    action.triggered.connect(lambda _on=False: do())
    return action

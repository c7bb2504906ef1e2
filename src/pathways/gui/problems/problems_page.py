"""What is wrong or odd in the open files, and what the check finds in a framework."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from pathways.gui.problems.checkup import Checkup
from pathways.gui.problems.problems_model import (
    ProblemEntry,
    ProblemsModel,
    entry_of,
    entry_of_judgement,
)
from pathways.gui.shell.context import Context
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.choice_box import PlainChoiceBox
from pathways.gui.widgets.main_in_sight import MainInSight
from pathways.gui.widgets.page_head import PageHead
from pathways.gui.widgets.plain_text import set_tip
from pathways.gui.widgets.row_model import ROW
from pathways.gui.widgets.words_table import WordsTable
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _, _n

_ROOM = {2: 55, 3: 45}  # letters across that the page needs to show these columns


class ProblemsPage(QWidget):
    """List problems and findings of one window; of the one that is looked at, say everything."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.room)
        self.setObjectName("page")
        self.setAccessibleName(_("Problems"))
        self._context = context
        self._theme = context.theme
        self.checkup = Checkup(context, self)
        self.model = ProblemsModel(self)
        self._make_parts()
        self._lay_out()
        self._connect()
        self.set_theme(context.theme)
        self._fill_frameworks()

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        self._theme = theme
        self._column.setContentsMargins(theme.margins(24, 16))
        self._column.setSpacing(theme.space(12))
        self.head.set_theme(theme)
        self.framework.set_theme(theme)
        self.table.set_theme(theme)
        self._hide_columns()
        self.refresh()

    def refresh(self) -> None:
        """List what is wrong now."""
        found = self.checkup.result.findings if self.checkup.result else ()
        unfit = map(entry_of_judgement, self._context.session.comparer.stale_overrules)
        entries = [
            *map(entry_of, self._context.session.workspace.problems),
            *unfit,
            *map(entry_of, found),
        ]
        row = self.table.currentIndex().row()
        self.model.show_entries(entries, self._theme)
        self._size_columns()
        if entries:
            self.table.selectRow(min(max(row, 0), len(entries) - 1))
        self.head.say(*self._title_words(len(entries)))
        self.export_button.setEnabled(self.checkup.result is not None)
        self._say_detail()

    def take_focus(self) -> None:
        """Give the keyboard to the list, or to the check where there is nothing in it."""
        (self.table if self.model.rows else self.check_button).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def check(self, framework_id: str) -> None:
        """Check a framework."""
        self.framework.setCurrentIndex(max(0, self.framework.findData(framework_id)))
        self._on_check()

    # Making --------------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = QWidget(self._scroll)
        self._content.setObjectName("scrolled")
        self._make_head()
        self.table = WordsTable(self._theme, self.model, _("Problems"), self._content)
        self.table.setObjectName("problems")
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.detail = wrapped_label("", self._content)
        self.detail.setObjectName("problem-detail")
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def _make_head(self) -> None:
        self.head = PageHead(self._theme, self._content)
        self.framework = PlainChoiceBox(self._theme, _("Framework to check"), self.head.buttons)
        self.head.add_button(self.framework)
        self.check_button = self._button(
            _("Check"), _("Checks this framework for things to correct")
        )
        self.check_button.setProperty("look", "primary")
        self.export_button = self._button(
            _("Export…"), _("Writes what the check found into a file")
        )
        self.read_button = self._button(
            _("Read the text"), _("Shows the grade or role that it is about")
        )
        self.copy_button = self._button(
            _("Copy location"), _("Copies file, line and column for an editor")
        )
        self.reveal_button = self._button(_("Show the folder"), _("Opens the folder of the file"))
        self.unjudge_button = self._button(
            _("Take the judgement back"), _("Goes back to the program’s verdict")
        )

    def _button(self, words: str, tip: str) -> QPushButton:
        button = QPushButton(words, self.head.buttons)
        set_tip(button, tip)
        button.setAccessibleDescription(tip)
        self.head.add_button(button)
        return button

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self._content)
        self._column.addWidget(self.head)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self.detail)
        self._column.addStretch(0)
        self._scroll.setWidget(self._content)
        MainInSight(self._scroll, lambda: self.table, lambda: 7 * self._theme.text_px())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def _connect(self) -> None:
        session = self._context.session
        session.files_changed.connect(self.refresh)
        session.library_changed.connect(self._fill_frameworks)
        session.judged.connect(self.refresh)
        session.judgements_unfit.connect(self.refresh)
        self.checkup.changed.connect(self.refresh)
        self.check_button.clicked.connect(self._on_check)
        self.export_button.clicked.connect(self._on_export)
        self.copy_button.clicked.connect(self._on_copy)
        self.reveal_button.clicked.connect(self._on_reveal)
        self.read_button.clicked.connect(self._on_read)
        self.unjudge_button.clicked.connect(self._on_unjudge)
        self.table.opened.connect(self._on_copy)
        self.table.selectionModel().currentChanged.connect(self._say_detail)

    # Inside --------------------------------------------------------------------------------------

    @property
    def entry(self) -> ProblemEntry | None:
        """Return what is looked at, None where there is nothing."""
        index = self.table.currentIndex()
        found = index.data(ROW) if index.isValid() else None
        return found if isinstance(found, ProblemEntry) else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out columns where there is little room: the words under the list have it all."""
        super().resizeEvent(event)
        self._hide_columns()

    def _hide_columns(self) -> None:
        for column, letters in _ROOM.items():
            self.table.setColumnHidden(column, self.width() < letters * self._theme.text_px())

    def _title_words(self, count: int) -> tuple[str, str]:
        title = (
            _n("{count} problem", "{count} problems", count).format(count=count)
            if count
            else _("No problems")
        )
        framework = self.checkup.framework
        if framework is None:
            return title, _("Errors in the open files. Press Check to review the wording as well.")
        words = _("In the files that are open, and what the check found in the {title}.")
        return title, words.format(title=framework.title)

    def _fill_frameworks(self) -> None:
        shown = self.framework.currentData()
        self.framework.clear()
        for framework in self._context.session.library.frameworks:
            self.framework.addItem(framework.title, framework.id)
        self.framework.setCurrentIndex(max(0, self.framework.findData(shown)))

    def _size_columns(self) -> None:
        header = self.table.horizontalHeader()
        for column, mode in enumerate(
            (
                QHeaderView.ResizeMode.ResizeToContents,
                QHeaderView.ResizeMode.Stretch,
                QHeaderView.ResizeMode.Stretch,
                QHeaderView.ResizeMode.ResizeToContents,
            )
        ):
            header.setSectionResizeMode(column, mode)

    def _say_detail(self) -> None:
        entry = self.entry
        checked = self.checkup.result is not None
        nothing = _("The check found nothing to correct.")
        if not checked:
            nothing = _(
                "All files are in order. Check a framework to see what should be corrected in "
                "its text."
            )
        words = (
            "\n".join(part for part in (entry.message, entry.advice, entry.place) if part)
            if entry
            else nothing
        )
        self.detail.setText(words)
        self.table.setVisible(bool(self.model.rows))
        self.copy_button.setEnabled(entry is not None and bool(entry.place))
        self.reveal_button.setEnabled(entry is not None and entry.file is not None)
        self.read_button.setEnabled(entry is not None and bool(self._nodes(entry)))
        self.unjudge_button.setVisible(entry is not None and entry.overrule is not None)

    def _nodes(self, entry: ProblemEntry) -> list[str]:
        return [node for node in entry.nodes if node in self._context.session.library.nodes]

    def _on_check(self) -> None:
        framework = self.framework.currentData()
        if framework and self.checkup.check(framework):
            found = self.checkup.result.findings if self.checkup.result else ()
            words = _n("The check found {count} thing to look at.", "The check found {count} "
                "things to look at.",
                       len(found)) if found else _(
                           "The check found nothing to "
                           "correct."
                       )  # fmt: skip
            self._context.say(words.format(count=len(found)))
            self.take_focus()

    def _on_export(self) -> None:
        self.checkup.export()

    def _on_copy(self) -> None:
        entry = self.entry
        if entry is not None and entry.place:
            QGuiApplication.clipboard().setText(entry.place)
            self._context.say(_("Location copied: {place}").format(place=entry.place))

    def _on_reveal(self) -> None:
        entry = self.entry
        if entry is None or entry.file is None:
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(entry.file.absolute().parent))):
            self._context.say(
                _("The folder cannot be opened: {folder}").format(folder=entry.file.parent)
            )

    def _on_read(self) -> None:
        entry = self.entry
        nodes = self._nodes(entry) if entry is not None else []
        if nodes:
            self._context.session.read(nodes[-1])

    def _on_unjudge(self) -> None:
        entry = self.entry
        if entry is not None and entry.overrule is not None:
            self._context.take_back(entry.overrule)
            self.take_focus()

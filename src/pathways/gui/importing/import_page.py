"""Documents become a framework: choose them, look over what was recognised, put it right,
save it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from pathways.gui.importing.columns_dialog import tables_of
from pathways.gui.importing.correcting import Correcting
from pathways.gui.importing.drop_area import DropArea
from pathways.gui.importing.framework_panel import FrameworkPanel
from pathways.gui.importing.import_worker import ImportWorker
from pathways.gui.importing.outcome import Outcome
from pathways.gui.importing.piece_panel import PiecePanel
from pathways.gui.importing.pieces import Key, PieceOrder, Titles, doubts_words, pieces_of
from pathways.gui.importing.pieces_model import PiecesModel
from pathways.gui.importing.pieces_view import PiecesView
from pathways.gui.shell.settings import Settings
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.choice_box import PlainChoiceBox
from pathways.gui.widgets.main_in_sight import MainInSight
from pathways.gui.widgets.page_head import FlowLayout, PageHead
from pathways.gui.widgets.plain_text import Label
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _, _n, in_words
from pathways.importing.job import counts_line
from pathways.importing.outline import LeftOut
from pathways.importing.review import Review

# of the page's width beside the size of type: from there on the panels stand beside the list
_BESIDE = 58
_ANY = 16_777_215  # pixels: as large as Qt allows
_TYPING = 200  # milliseconds without another letter


class ImportPage(QWidget):
    """Show one import from the documents to the framework."""

    said = Signal(str)  # something for the foot of the window
    saved = Signal(object)  # the path of the framework's file
    try_asked = Signal(object)  # a framework, to be looked at without being saved

    def __init__(self, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAccessibleName(_("Import documents"))
        self._theme = theme
        self.worker = ImportWorker(self)
        self.model = PiecesModel(self)
        self._make_parts()
        self._make_list()
        self.outcome = Outcome(self.worker, settings, self.head)
        self.outcome.chosen_table = self.correcting.chosen_table
        self._lay_out()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self._connect()
        self.set_theme(theme)
        self._on_read()

    # Making --------------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        theme = self._theme
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = QWidget(self._scroll)
        self._content.setObjectName("scrolled")
        self.head = PageHead(theme, self._content)
        self.notice = wrapped_label("notice", self._content)
        self.drop = DropArea(theme, self._content)
        self.columns = QPushButton(_("What the colu&mns hold…"), self._content)
        self._review = QWidget(self._content)
        self.counts = wrapped_label("strong", self._review)
        self._side = QScrollArea(self._review)
        self._side.setWidgetResizable(True)
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _make_list(self) -> None:
        theme = self._theme
        self._tools = QWidget(self._review)
        self.order = PlainChoiceBox(theme, _("Order of the lines"), self._tools)
        for words, order in (
            (_("Doubtful lines first"), PieceOrder.DOUBTFUL_FIRST),
            (_("Order of the document"), PieceOrder.DOCUMENT),
            (_("Only doubtful lines"), PieceOrder.ONLY_DOUBTFUL),
        ):
            self.order.addItem(words, order)
        self.words = QLineEdit(self._tools)
        self.words.setPlaceholderText(_("Find in the lines"))
        self.words.setAccessibleName(_("Find in the lines"))
        self.words.setClearButtonEnabled(True)
        self.found = Label(self._tools)
        self.found.setProperty("look", "quiet")
        self.view = PiecesView(self.model, theme, self._review)
        self.correcting = Correcting(self.worker, self.view)
        inside = QWidget(self._side)
        inside.setObjectName("scrolled")
        self.piece = PiecePanel(self.correcting, theme, inside)
        self.framework = FrameworkPanel(self.worker, theme, inside)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING)

    def _lay_out(self) -> None:
        self._flow = FlowLayout(self._tools)
        for widget in (self.order, self.words, self.found):
            self._flow.addWidget(widget)
        inside = self._side.findChild(QWidget, "scrolled")
        assert isinstance(inside, QWidget)
        self._panels = QVBoxLayout(inside)
        self._panels.setContentsMargins(0, 0, 0, 0)
        for panel in (self.piece, self.framework):
            self._panels.addWidget(panel)
        self._panels.addStretch(1)
        self._side.setWidget(inside)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.addWidget(self.view, 5)
        self._body.addWidget(self._side, 2)
        self._rows = QVBoxLayout(self._review)
        self._rows.setContentsMargins(0, 0, 0, 0)
        for row in (self.counts, self._tools):
            self._rows.addWidget(row)
        self._rows.addLayout(self._body, 1)
        self._column = QVBoxLayout(self._content)
        for above in (self.head, self.notice):
            self._column.addWidget(above)
        self._column.addWidget(self.columns, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.drop)
        self._column.addWidget(self._review, 1)
        self._column.addStretch(0)
        self._scroll.setWidget(self._content)
        self._in_sight = MainInSight(
            self._scroll, lambda: self.view, lambda: 7 * self._theme.text_px()
        )

    def _connect(self) -> None:
        self.drop.chosen.connect(self.read)
        self.columns.clicked.connect(self.outcome.match_columns)
        self.outcome.said.connect(self.said)
        self.outcome.saved.connect(self.saved)
        self.outcome.try_asked.connect(self.try_asked)
        self.outcome.more_asked.connect(lambda paths: self.read(paths, beside=True))
        self.outcome.others_asked.connect(self.start_again)
        self.worker.read.connect(self._on_read)
        self.worker.changed.connect(self._on_changed)
        self.worker.refused.connect(self.said)
        self.correcting.said.connect(self.said)
        self.order.activated.connect(self._arrange)
        self.words.textChanged.connect(self._typing.start)
        self.words.returnPressed.connect(self._on_find)
        self._typing.timeout.connect(self._arrange)
        self.view.chosen_changed.connect(self._show_chosen)
        self.view.customContextMenuRequested.connect(self._on_menu)

    # What others use -----------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        self._theme = theme
        edge = theme.space(24)
        self._column.setContentsMargins(edge, theme.space(16), edge, theme.space(12))
        self._column.setSpacing(theme.space(8))
        self._rows.setSpacing(theme.space(8))
        self._body.setSpacing(theme.space(12))
        self._panels.setSpacing(theme.space(12))
        self._flow.set_gap(theme.space(8))
        self.head.set_theme(theme)
        self.order.set_theme(theme)
        for part in (self.drop, self.view, self.piece, self.framework):
            part.set_theme(theme)
        self._arrange_body()

    def take_focus(self) -> None:
        """Give the keyboard to the first button, or to the list of lines."""
        target = self.view if self.worker.session.review else self.drop.files
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_tried(self, tried: bool) -> None:
        """Say on the button whether the framework, as it is now, is open to be looked at."""
        self.outcome.show_tried(tried)

    def may_leave(self) -> bool:
        """Ask what becomes of corrections that no file has yet; return False where the person
        stays.
        """
        if not self.worker.session.is_unsaved:
            return True
        from pathways.gui.importing.leave_dialog import LeaveDialog

        choice = LeaveDialog.ask(self)
        if choice == "save":
            self.outcome.save_framework()
            return not self.worker.session.is_unsaved
        return choice == "drop"

    def read(self, paths: Sequence[Path], *, beside: bool = False) -> None:
        """Read documents and folders; ``beside`` adds them to those that are there."""
        if paths and (beside or self.may_leave()):
            self.worker.read_files(list(paths), beside=beside)

    def start_again(self) -> None:
        """Put the documents away, and begin with others."""
        if self.may_leave():
            self.worker.start_again()

    def sizeHint(self) -> QSize:
        """Return an ordinary size."""
        return QSize(1000, 700)

    # Showing -------------------------------------------------------------------------------------

    def _on_read(self) -> None:
        session = self.worker.session
        review = session.review
        sentences = [session.refusal] if session.refusal else []
        sentences += [_sentence(item) for item in session.skipped]
        self.notice.setText("\n".join(sentences))
        self.notice.setVisible(bool(sentences))
        self.columns.setVisible(review is None and bool(tables_of(session.outlines)))
        self.drop.setVisible(review is None)
        if self._review.isHidden() == (review is not None):
            self._in_sight.begin_again()
        self._review.setVisible(review is not None)
        self.head.buttons.setVisible(review is not None)
        self._column.setStretch(self._column.count() - 1, 1 if review is None else 0)
        if review is None:
            self.head.say(
                _("Import documents"),
                _("Turn your organisation’s documents into grades you can compare."),
            )
        else:
            self.head.say(_("Check what was recognised"), _names(review))
            self.words.clear()
            self.order.setCurrentIndex(0)
            self.model.arrange(PieceOrder.DOUBTFUL_FIRST, "")
            self._show_review()
            self.view.choose_rows([0] if self.model.rowCount() else [])
        self._show_chosen()
        if self.isVisible():
            self.take_focus()

    def _on_changed(self, keys: tuple[Key, ...]) -> None:
        row = self.view.currentIndex().row()
        chosen = [piece.key for piece in self.view.chosen()]
        self._show_review()
        stays = self.model.order is PieceOrder.DOCUMENT or self._is_undoing
        rows = self.model.rows_of(keys or chosen) if stays else []
        # where doubtful lines come first, what is put right leaves for below: the next one takes
        # its place
        last = self.model.rowCount() - 1
        self.view.choose_rows(rows or ([min(max(0, row), last)] if last >= 0 else []))
        self._show_chosen()

    @property
    def _is_undoing(self) -> bool:
        return bool(self.worker.session.redo_words)

    def _show_review(self) -> None:
        review = self.worker.session.review
        assert review is not None
        pieces, general = pieces_of(review)
        titles = Titles(review)
        self.model.show_pieces(pieces, titles)
        doubt = doubts_words(pieces, general)
        self.counts.setText(f"{counts_line(self.worker.session.result)} · {doubt}")
        self.framework.show_framework(review.result().framework, general, titles)
        self._say_found()

    def _show_chosen(self) -> None:
        self.correcting.refresh()
        if self.worker.session.review is not None and self.model.titles is not None:
            self.piece.show_pieces(self.view.chosen(), self.model.titles)
            self._fit_side()

    def _arrange(self) -> None:
        self._typing.stop()
        if self.worker.session.review is None:
            return
        chosen = [piece.key for piece in self.view.chosen()]
        self.model.arrange(self.order.currentData(), self.words.text())
        self._say_found()
        rows = self.model.rows_of(chosen)
        self.view.choose_rows(rows or ([0] if self.model.rowCount() else []))
        self._show_chosen()

    def _say_found(self) -> None:
        count = self.model.rowCount()
        self.found.setText(
            _n("{count} line shown", "{count} lines shown", count).format(count=count)
        )

    def _on_find(self) -> None:
        self._arrange()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_menu(self, at: object) -> None:
        menu = QMenu(self.view)
        menu.addActions(list(self.correcting.actions.values()))
        menu.exec(self.view.viewport().mapToGlobal(at))  # type: ignore[call-overload]
        menu.deleteLater()

    # Room ----------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the panels beside the list where there is room."""
        super().resizeEvent(event)
        self._arrange_body()

    def _arrange_body(self) -> None:
        theme = self._theme
        beside = self.width() >= _BESIDE * theme.text_px()
        way = QBoxLayout.Direction
        self._body.setDirection(way.LeftToRight if beside else way.TopToBottom)
        room = self.height()  # all of it is scrolled; the viewport has its size later
        least = theme.text_px() * 14
        self.view.setMinimumHeight(
            least if beside else max(theme.text_px() * 4, min(least, room - theme.space(8)))
        )
        edges = 2 * theme.space(24)
        self.words.setFixedWidth(max(120, min(theme.text_px() * 18, self.width() - edges)))
        self.found.setFixedHeight(self.order.sizeHint().height())
        way_down = QSizePolicy.Policy.Ignored if beside else QSizePolicy.Policy.Preferred
        self._side.setSizePolicy(
            QSizePolicy.Policy.Preferred, way_down
        )  # beside the list it has the list's height
        if beside:
            self._side.setFixedWidth(max(260, min(self.width() * 3 // 10, theme.text_px() * 26)))
        else:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(_ANY)
        self._fit_side()

    def _fit_side(self) -> None:
        """Show the panels whole where they stand below the list: the page is scrolled then."""
        if self._body.direction() == QBoxLayout.Direction.LeftToRight:
            self._side.setMinimumHeight(0)
            self._side.setMaximumHeight(_ANY)
        else:
            width = self._scroll.viewport().width() - 2 * self._theme.space(24) - self._theme.px(12)
            self._side.setFixedHeight(
                self._panels.totalHeightForWidth(width) + 2 * self._theme.space(8)
            )


def _sentence(item: LeftOut) -> str:
    return item.why if item.text.rsplit("/", 1)[-1] in item.why else f"{item.text}: {item.why}"


def _names(review: Review) -> str:
    """Return the names of the documents, of many the first ones."""
    names = [outline.name for outline in review.outlines]
    more = len(names) - 4
    if more > 0:
        names[4:] = [_n("{count} more", "{count} more", more).format(count=more)]
    return in_words(names)

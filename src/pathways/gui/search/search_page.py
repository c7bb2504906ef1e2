"""What a search finds in everything that is open."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from pathways.gui.search.hits_model import HitsModel
from pathways.gui.search.hits_view import HitsView
from pathways.gui.shell.finder import Finder
from pathways.gui.shell.session import Session
from pathways.gui.shell.session_page import SessionPage
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.page_head import PageHead
from pathways.gui.widgets.plain_text import action_words
from pathways.gui.widgets.row_model import ROW
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _, _n


class SearchPage(SessionPage):
    """Show the results of the finder, by framework and grade; the box for the words is in the
    window's head.
    """

    hit_opened = Signal(object)  # a Hit
    words_asked = Signal(str)  # search for these instead
    box_asked = Signal()  # the keyboard belongs into the box

    def __init__(
        self, session: Session, finder: Finder, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Search"), session, theme, parent)
        self._finder = finder
        self.model = HitsModel(self)
        self._make_parts()
        self._lay_out()
        finder.changed.connect(self._on_changed)
        self.view.opened.connect(lambda index: self.open(index))
        self.meant.clicked.connect(lambda: self.words_asked.emit(finder.results.did_you_mean or ""))
        self.more.clicked.connect(self._on_more)
        self.set_theme(theme)

    def _make_parts(self) -> None:
        self.head = PageHead(self._theme, self)
        self.meant = QPushButton(self)
        self.meant.setProperty("look", "link")
        self.meant.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.view = HitsView(self.model, self._theme, self)
        self.more = QPushButton(self)
        self.empty = wrapped_label("quiet", self)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.head)
        self._column.addWidget(self.meant, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.empty, 1)
        self._column.addWidget(self.view, 1)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        self._theme = theme
        edge = theme.space(24)
        self._column.setContentsMargins(edge, theme.space(16), theme.space(12), theme.space(12))
        self._column.setSpacing(theme.space(8))
        self.empty.setMaximumWidth(40 * theme.text_px())
        self.head.set_theme(theme)
        self.view.set_theme(theme)

    def take_focus(self) -> None:
        """Leave the keyboard to the box."""
        self.box_asked.emit()

    def refresh(self) -> None:
        """Show what the finder found."""
        self._stale = False
        results, library = self._finder.results, self._session.library
        self.model.show_results(results, library)
        self.head.say(results.sentence if results.query.terms else _("Search"), "")
        self.meant.setVisible(bool(results.did_you_mean))
        if results.did_you_mean:
            meant = _("Did you mean “{words}”?").format(words=results.did_you_mean)
            self.meant.setText(action_words(meant))
        left = results.total - len(results.hits)
        self.more.setVisible(left > 0)
        self.more.setText(_n("Show {count} more", "Show {count} more", left).format(count=left))
        self.view.setVisible(bool(results))
        self.empty.setVisible(not results)
        self.empty.setText("" if results.query.terms else self._what_can_be_searched())
        hits = self.model.hits()
        if hits:
            self.view.setCurrentIndex(self.model.index(hits[0], 0))
            self.view.scrollToTop()

    def walk(self, by: int) -> None:
        """Choose another hit, for somebody whose keyboard is in the box."""
        self._catch_up()
        self.view.walk(by)

    def open(self, index: QModelIndex | None = None) -> None:
        """Go to a hit: the one that is chosen, where none is named."""
        self._catch_up()
        index = index or self.view.currentIndex()
        if index.isValid() and index.data(ROW).hit is not None:
            self.hit_opened.emit(index.data(ROW).hit)

    @property
    def chosen_words(self) -> str:
        """Return the hit that is chosen, as it is read aloud; "" for none."""
        index = self.view.currentIndex()
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole)) if index.isValid() else ""

    def _on_more(self) -> None:
        chosen = self.view.currentIndex().row()
        self._finder.show_all()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if chosen in self.model.hits():
            self.view.choose(chosen)

    def _what_can_be_searched(self) -> str:
        frameworks = self._session.library.frameworks
        return "\n\n".join(
            (
                _n(
                    "Search all statements, headings and titles of the framework that is open.",
                    "Search all statements, headings and titles of the {count} frameworks that are "
                    "open.",
                    len(frameworks),
                ).format(count=len(frameworks)),
                _(
                    "A word finds its other forms too: “manage” finds “managing” and “management”. "
                    "Put words in quotation marks to find them together, exactly as written."
                ),
                _(
                    "Use the arrow keys to choose a result, Enter to open it and Alt+Left to "
                    "come back."
                ),
            )
        )

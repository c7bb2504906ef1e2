"""Two to four grades or roles side by side: what changes, and what does not."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from pathways.compare.change import Comparison
from pathways.compare.level_words import skills
from pathways.compare.sentences import across_words, size_words
from pathways.compare.size import size_of
from pathways.gui.compare.column_heads import ColumnHeads
from pathways.gui.compare.comparison_table import ComparisonTable
from pathways.gui.compare.dimensions_menu import DimensionsMenu
from pathways.gui.compare.first_things import FirstThings
from pathways.gui.compare.on_top import OnTop
from pathways.gui.compare.page_words import end_words, title_words
from pathways.gui.compare.skill_table import SkillTable
from pathways.gui.compare.summary_list import SummaryList
from pathways.gui.shell.session import Session
from pathways.gui.shell.session_page import LOWEST, ScrolledPage
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.icon_button import icon_button, paint_icon
from pathways.gui.widgets.icons import sign_icon
from pathways.gui.widgets.menu_button import MenuButton, show_menu_sign
from pathways.gui.widgets.page_head import FlowLayout
from pathways.gui.widgets.paper_button import PaperButton
from pathways.gui.widgets.plain_text import Label, action_words
from pathways.gui.widgets.taking_out import take_all_out
from pathways.gui.widgets.where_bar import WhereBar
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _, _n
from pathways.model.saved_comparison import MOST_SIDE_BY_SIDE


class ComparePage(ScrolledPage):
    """Show the session's comparison."""

    paper_asked = Signal(str)  # export, preview, print or a way to copy
    said = Signal(str)  # something for the status bar

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(_("Compare"), session, theme, parent)
        self._make_parts()
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    # Making --------------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        theme = self._theme
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.only = self._button(_("Only what changes"), checkable=True)
        self.dimensions = self._button(_("Filter"))
        self._menu = DimensionsMenu(self._session, self.dimensions)
        self.dimensions.setMenu(self._menu)
        self.copy = MenuButton(_("Copy"), _copies(), self.head.buttons)
        self.copy.asked.connect(self.paper_asked)
        self.head.add_button(self.copy)
        self.plan = self._button(_("Plan this step…"))
        self.plan.clicked.connect(lambda: self.paper_asked.emit("plan_step"))
        self.add = icon_button("add", _("Add a column"), theme, self.head.buttons)
        self.add.setProperty("look", "")  # with an edge, as its neighbours
        self.head.add_button(self.add)
        self.paper = PaperButton(self.head.buttons)
        self.head.add_button(self.paper)
        self.heads = ColumnHeads(self._session, theme, self._content)
        self.hidden = QWidget(self._content)
        self.hidden.setAccessibleName(_("Hidden columns"))
        self._hidden_flow = FlowLayout(self.hidden)
        self.first = FirstThings(theme, self._content)
        self.skills = SkillTable(theme, self._content)
        self.summary = SummaryList(theme, self._content)
        self.table = ComparisonTable(theme, self._content)
        self._end = wrapped_label("quiet", self._content)
        self.on_top = OnTop(self._scroll, self._content, self.table, theme)
        self._empty = self._make_empty()

    def _make_empty(self) -> QWidget:
        empty = QWidget(self)
        column = QVBoxLayout(empty)
        column.setContentsMargins(0, 0, 0, 0)
        self.where = WhereBar(self._session, self._theme, empty)
        words = Label(
            _("Choose two grades or roles above, and what changes between them appears here."),
            empty,
        )
        words.setProperty("look", "quiet")
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.where)
        column.addWidget(words, 1)
        return empty

    def _button(self, words: str, *, checkable: bool = False) -> QPushButton:
        button = QPushButton(words, self.head.buttons)
        button.setCheckable(checkable)
        self.head.add_button(button)
        return button

    def _lay_out(self) -> None:
        for widget in (
            *(self.head, self.heads, self.hidden, self.first),
            *(self.skills, self.summary, self.table, self._end),
        ):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._stack = self._fill_page_or(self._empty)

    def _connect(self) -> None:
        session = self._session
        for signal in (
            session.chosen_changed,
            session.library_changed,
            session.dimensions_changed,
            session.only_changes_changed,
        ):
            signal.connect(self._on_changed)
        session.library_changed.connect(self.heads.refill)
        self.only.clicked.connect(session.set_only_changes)
        self.add.clicked.connect(self._on_add)
        self.paper.asked.connect(self.paper_asked)
        self.first.statement_asked.connect(self._go_to_statement)
        self.summary.dimension_asked.connect(self.go_to_dimension)
        self.skills.dimension_asked.connect(self.go_to_dimension)
        self.table.reached.connect(self.on_top.bring_into_view)
        self.table.shown_asked.connect(self.on_top.show_on_table)
        self.table.asked.connect(self.paper_asked)
        session.judged.connect(self._on_judged)
        self.where.compare_asked.connect(self._on_changed)
        self._scroll.verticalScrollBar().valueChanged.connect(self._place_sticky)
        self._scroll.verticalScrollBar().rangeChanged.connect(self.on_top.place_strip)

    # What others use -----------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme; who walks through the statements stays where they are."""
        place = self._place_now()
        self._theme = theme
        self.on_top.set_theme(theme)
        beside = self.on_top.strip.sizeHint().width() + theme.space(8)  # clear of the strip
        self._column.setContentsMargins(theme.space(24), theme.space(10), beside, theme.space(24))
        self._column.setSpacing(theme.space(10))
        self.head.set_theme(theme)
        self.where.set_theme(theme)
        show_menu_sign(self.dimensions, theme)
        self.copy.set_theme(theme)
        paint_icon(self.add, theme)
        self.paper.set_theme(theme)
        self._paint_toggle()
        self.heads.refresh(theme)
        self._shorten()
        self.table.set_theme(theme)
        self._on_changed()
        if self.isVisible():
            self._go_back_to(place)

    def take_focus(self) -> None:
        """Give the keyboard to the first sentence; where nothing is compared yet, to the first
        question.
        """
        first = (
            self.summary.lines[0]
            if self.summary.lines and self._session.can_compare
            else self.where.here
        )
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_marked(self, marked: bool) -> None:
        """Show word marks, or plain text."""
        self.table.set_marked(marked)

    def next_change(self, direction: int) -> None:
        """Go to the next (1) or the previous (-1) change; say so where there is none."""
        if not self.table.next_change(direction):
            self.said.emit(
                _("That was the last change.") if direction > 0 else _("That was the first change.")
            )

    def go_to_dimension(self, dimension_id: str) -> None:
        """Go to a dimension's first change, or its first line."""
        if not self.table.go_to_dimension(dimension_id):
            self.said.emit(_("That dimension is not shown at present."))

    def _main(self) -> QWidget | None:
        return self.first

    def refresh(self) -> None:
        """Show the session's comparison as it is now."""
        self._stale = False
        comparison = self._session.comparison()
        self._stack.setCurrentIndex(0 if comparison else 1)
        if comparison is None:
            return
        hidden, only = self._hidden(comparison), self._session.only_changes
        self.only.setChecked(only)
        self._paint_toggle()
        self.add.setEnabled(len(self._session.chosen) < MOST_SIDE_BY_SIDE)
        self._say_title(comparison)
        self.heads.refresh()
        self._list_hidden()
        self.first.show_comparison(comparison, hidden, self._theme)
        self.summary.show_comparison(comparison, hidden, self._theme)
        self.skills.show_comparison(comparison, hidden, only, self._theme)
        verdicts = self._session.hidden_verdicts
        self.table.show_comparison(
            comparison,
            self._session.library,
            only_changes=only,
            hidden=hidden,
            hidden_verdicts=verdicts,
        )
        above = (*self.first.lines, *self.summary.lines)
        if above:  # they are made anew, and would come after what stands below them
            self.setTabOrder(above[-1], self.table)
        self._end.setText(end_words(comparison, hidden, only, verdicts))
        self._end.setVisible(bool(self._end.text()))
        self._scroll.verticalScrollBar().setValue(0)
        self.on_top.see()
        self._place_sticky()

    # Inside --------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the bar on top as wide as the page."""
        super().resizeEvent(event)
        self._shorten()
        self._place_sticky()
        self.on_top.place_strip()

    def _on_judged(self) -> None:
        """Show the judgement where the person is."""
        if not self.isVisible():
            self._stale = True
            return
        bar, place = self._scroll.verticalScrollBar(), self._place_now()
        scrolled = bar.value()
        self.refresh()
        bar.setValue(scrolled)
        self._go_back_to(place)

    def _place_now(self) -> tuple[str, str] | None:
        """Return the dimension and the words of the statement where the person is, None for
        nowhere yet.
        """
        line, cell = self.table.line_at(), self.table.at
        if not self.table.is_begun or line is None or cell is None:
            return None
        return line.dimension.id, cell.text_shown

    def _go_to_statement(self, dimension: str, text: str) -> None:
        found = self.table.cell_with(dimension, text)
        if found is None:
            self.go_to_dimension(dimension)
        else:
            self.table.go_to(found)

    def _go_back_to(self, place: tuple[str, str] | None) -> None:
        found = self.table.cell_with(*place) if place else None
        if found is not None:
            self.table.go_to(found)

    def _on_add(self) -> None:
        nodes = list(self._session.library.nodes)
        chosen = self._session.chosen
        start = nodes.index(chosen[-1]) + 1 if chosen else 0
        following = [node for node in (*nodes[start:], *nodes[:start]) if node not in chosen]
        if following:
            self._session.choose((*chosen, following[0]))
            self.heads.boxes[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _list_hidden(self) -> None:
        """Offer to show hidden columns again."""
        take_all_out(self._hidden_flow)
        for node in self._session.hidden_columns:
            title = self._session.library.node(node).title
            button = QPushButton(
                action_words(_("Show {title} again").format(title=title)), self.hidden
            )
            button.setProperty("look", "link")
            button.clicked.connect(lambda _on=False, wanted=node: self._session.show_column(wanted))
            self._hidden_flow.addWidget(button)
            button.show()
        self.hidden.setVisible(bool(self._session.hidden_columns))

    def _counts(self, comparison: Comparison, hidden: frozenset[str]) -> str:
        changing, count = size_of(comparison, hidden)
        if len(comparison.steps) == 1 and comparison.steps[0].across:
            words = [across_words(comparison.steps[0], self._session.library)]
        else:
            words = [size_words(changing, count, skills=bool(skills(comparison)))]
        left_out = sum(dimension.id in hidden for dimension in comparison.dimensions)
        if left_out:
            words.append(
                _n("{count} dimension hidden", "{count} dimensions hidden", left_out).format(
                    count=left_out
                )
            )
        if changing and not self._is_low():
            words.append(_("F8: next change"))
        return " · ".join(words)

    def _paint_toggle(self) -> None:
        theme, side = self._theme, self._theme.px(16)
        ticked = self.only.isChecked()
        colour = theme.accent_ink if ticked else theme.text
        self.only.setIcon(sign_icon("ticked" if ticked else "box", colour, side))
        for button in (self.only, self.dimensions, self.copy):
            button.setIconSize(QSize(side, side))

    def _place_sticky(self) -> None:
        titles = self._session.library.titles_of(self._session.shown)
        self.on_top.place_bar(self.heads, titles, shown=self._stack.currentIndex() == 0)

    def _shorten(self) -> None:
        """Where the page is low for its type, leave out what menus and tips have as well."""
        low = self._is_low()
        self.heads.set_low(low)
        self.on_top.bar.set_low(low)
        self.head.fit_buttons((self.plan, self.copy, self.paper) if low else ())
        comparison = self._session.comparison()
        if comparison is not None and not self._stale:
            self._say_title(comparison)

    def _say_title(self, comparison: Comparison) -> None:
        under = "" if self._is_low(LOWEST) else self._counts(comparison, self._hidden(comparison))
        self.head.say(title_words(comparison), under)

    def _hidden(self, comparison: Comparison) -> frozenset[str]:
        """Return the dimensions that are not shown."""
        hidden = self._session.hidden_dimensions
        if all(dimension.id in hidden for dimension in comparison.dimensions):
            return frozenset()  # the filter was made for another comparison
        return hidden


def _copies() -> tuple[tuple[str, str], ...]:
    return (
        ("copy", _("Statement")),
        ("copy_source", _("Statement with its source")),
        ("copy_pair", _("Pair")),
        ("copy_dimension", _("Dimension")),
        ("copy_all", _("The whole comparison")),
    )

"""The plan: what is asked for, how I stand, what shows it, what I do next."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pathways.gui.plan.conflicts_panel import ConflictsPanel
from pathways.gui.plan.due_strip import DueStrip
from pathways.gui.plan.no_plan import NoPlan
from pathways.gui.plan.outdated_check import OutdatedCheck
from pathways.gui.plan.plan_commands import PlanCommands
from pathways.gui.plan.plan_menu import PlanMenu
from pathways.gui.plan.plan_model import PlanModel
from pathways.gui.plan.plan_notice import PlanNotice
from pathways.gui.plan.plan_view import PlanView
from pathways.gui.plan.row_panel import RowPanel
from pathways.gui.plan.row_texts import Texts
from pathways.gui.shell.session import Session
from pathways.gui.shell.session_page import ScrolledPage
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.choice_box import PlainChoiceBox
from pathways.gui.widgets.paper_button import PaperButton
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _
from pathways.model.plan import Plan, Row, Standing
from pathways.planning.asking import could_ask
from pathways.planning.dates import due
from pathways.planning.row_filter import filters, rows_of
from pathways.planning.where import where_i_stand
from pathways.workspace.open_plans import OpenPlans

_WIDE = 62  # letters across from which list and details stand side by side
_LEAST = 7  # lines of the list that are seen, where the page has to be scrolled for them
_LIST, _PANEL = 7, 4  # how they share the width


class PlanPage(ScrolledPage):
    """Show the plan in front, of those that are open."""

    paper_asked = Signal(str)  # export, preview or print
    said = Signal(str)

    def __init__(
        self, session: Session, plans: OpenPlans, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("My plan"), session, theme, parent)
        self.plans = plans
        self.commands = PlanCommands(session, plans, theme, self)
        self.model = PlanModel(self)
        self._narrow = False
        self._make_parts()
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    # Page ----------------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        self._theme = self.commands.theme = theme
        self._column.setContentsMargins(theme.margins(24, 16))
        self._column.setSpacing(theme.space(8))
        self.head.set_theme(theme)
        self.plan_box.set_theme(theme)
        self.filter.set_theme(theme)
        self.paper.set_theme(theme)
        self.menu.set_theme(theme)
        self.view.set_theme(theme)
        self.panel.set_theme(theme)
        self.conflicts.set_theme(theme)
        self.due.set_theme(theme)
        self.stack.setMinimumHeight(_LEAST * theme.text_px())
        self.none.set_theme(theme)
        self._arrange()
        self._on_changed()

    def take_focus(self) -> None:
        """Give the keyboard to the list, or to what there is to begin with."""
        if self.plans.plan is None:
            self.none.take_focus()
        elif self.stack.currentWidget() is self.conflicts:
            self.conflicts.take_focus()
        else:
            self._focus_view()

    def refresh(self) -> None:
        """Show the plan in front as it is now."""
        self._stale = False
        plan = self.plans.plan
        self.outdated.look(plan)
        self.none.show_session(self._session)
        for widget in (self.filter, self.paper, self.menu, self.ask):
            widget.setVisible(plan is not None)
        self.plan_box.setVisible(len(self.plans.open_ones) > 1)
        if plan is None:
            self.head.say(_("My plan"), "")
            self.due.show_due(())
            self.notice.show_state(self.plans)
            self.stack.setCurrentWidget(self.none)
            return
        self._fill_plans()
        self._fill(plan)
        self._shorten()

    def _fill(self, plan: Plan) -> None:
        self.due.show_due(due(plan, datetime.date.today()))
        self.notice.show_state(self.plans)
        count = len(could_ask(plan))
        self.ask.setText(_("Ask for now ({count})").format(count=count))
        self.ask.setEnabled(count > 0)
        self.menu.show_plan(plan)
        self.head.say(plan.title, where_i_stand(plan))  # when the buttons have their words
        self.head.under.setWordWrap(True)
        self.head.arrange()
        row = self.view.row
        self.model.show_rows(plan, rows_of(plan, str(self.filter.currentData())))
        self._place(row.id if row else "")
        if self.stack.currentWidget() is self.conflicts and plan.open_conflicts:
            self.conflicts.show_conflicts(plan)
        else:
            self.stack.setCurrentWidget(self.body)
        self.empty.setVisible(not self.model.subjects)
        self.view.setVisible(bool(self.model.subjects))
        self._show_row()

    def _place(self, row_id: str) -> None:
        if (row_id and self.view.go_to(row_id)) or self.view.row is not None:
            return
        first = next((row for subject in self.model.subjects for row in subject.rows), None)
        if first is not None:
            self.view.go_to(first.id)

    def _show_row(self) -> None:
        self.panel.show_row(self.plans.plan, self._row(), narrow=self._narrow)

    def _row(self) -> Row | None:
        """Return the row at hand as the plan has it now."""
        row, plan = self.view.row, self.plans.plan
        return plan.row_of.get(row.id) if row and plan else None

    def _fill_plans(self) -> None:
        titles = [document.value.title for document in self.plans.open_ones]
        if titles != [self.plan_box.itemText(row) for row in range(self.plan_box.count())]:
            self.plan_box.clear()
            self.plan_box.addItems(titles)
        front = self.plans.document
        if front is not None:
            self.plan_box.setCurrentIndex(self.plans.open_ones.index(front))

    # Making --------------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        theme = self._theme
        self.plan_box = PlainChoiceBox(theme, _("Plan"), self.head.buttons)
        self.filter = PlainChoiceBox(theme, _("Show"), self.head.buttons)
        for name, (words, _rows) in filters().items():
            self.filter.addItem(words, name)
        self.ask = QPushButton(_("Ask for now"), self.head.buttons)
        self.menu = PlanMenu(self.head.buttons)
        self.paper = PaperButton(self.head.buttons)
        for button in (self.plan_box, self.filter, self.ask, self.menu, self.paper):
            self.head.add_button(button)
        self.notice = PlanNotice(self._content)
        self.outdated = OutdatedCheck(self._session, self)
        self.due = DueStrip(theme, self._content)
        self.stack = QStackedWidget(self._content)
        self.none = NoPlan(theme, self.stack)
        self.body = QWidget(self.stack)
        self.view = PlanView(self.model, theme, self.body)
        self.empty = wrapped_label(
            "quiet", self.body, _("No statements match. Choose another filter under “Show”.")
        )
        self._texts = Texts(self._mark_words)
        self.panel = RowPanel(theme, self._texts, self.body)
        self.conflicts = ConflictsPanel(theme, self.stack)

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self.body)
        self.splitter.setChildrenCollapsible(False)
        left = QWidget(self.splitter)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.empty)
        column.addWidget(self.view, 1)
        self._left = left
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, _LIST)
        self.splitter.setStretchFactor(1, _PANEL)
        row = QHBoxLayout(self.body)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)
        for widget in (self.none, self.body, self.conflicts):
            self.stack.addWidget(widget)
        self._column.addWidget(self.head)
        self._column.addWidget(self.notice)
        self._column.addWidget(self.due)
        self._column.addWidget(self.stack, 1)
        self._fill_page()

    def _connect(self) -> None:
        commands = self.commands
        self.plans.listen(self._on_changed)
        self._session.chosen_changed.connect(lambda: self.none.show_session(self._session))
        self._session.library_changed.connect(self._on_changed)
        self.plan_box.activated.connect(self.plans.show)
        self.filter.activated.connect(self._on_filter)
        self.ask.clicked.connect(lambda: self.show_filter("ask"))
        self.menu.asked.connect(self._on_menu)
        self.paper.asked.connect(self.paper_asked)
        self.view.row_changed.connect(self._on_row_changed)
        self.view.standing_asked.connect(self._on_standing)
        self.view.evidence_asked.connect(lambda: self._about_row("add-evidence"))
        self.view.action_asked.connect(lambda: self._about_row("add-action"))
        self.view.opened.connect(self._open_panel)
        self.panel.asked.connect(self._on_panel)
        self.panel.standing_asked.connect(self._on_panel_standing)
        self.panel.note_written.connect(commands.set_note)
        self.panel.done_toggled.connect(commands.set_done)
        self.conflicts.chosen.connect(commands.choose)
        self.conflicts.back_asked.connect(self._show_list)
        self.outdated.found.connect(lambda words: self.notice.say_outdated(words, self.plans))
        self.notice.theirs_asked.connect(commands.choose_theirs)
        self.notice.mine_asked.connect(commands.choose_mine)
        self.due.row_asked.connect(self.go_to)
        self.due.calendar_asked.connect(commands.save_calendar)
        self.none.begin_asked.connect(commands.begin)
        self.none.open_asked.connect(commands.open)
        self.none.sample_asked.connect(commands.open_sample)
        commands.said.connect(self.said)

    # Doing ---------------------------------------------------------------------------------------

    def set_marked(self, marked: bool) -> None:
        """Show word marks, or plain text."""
        self._texts.marked = marked
        self.panel.set_theme(self._theme)

    def reopen(self, names: Sequence[str]) -> None:
        """Open the plans that were open last time, as far as they are still there."""
        for name in names:
            if Path(name).is_file():
                self.commands.open_file(Path(name))

    def show_filter(self, name: str) -> None:
        """Show the rows of a filter."""
        self.filter.setCurrentIndex(max(0, self.filter.findData(name)))
        self._on_filter()

    def go_to(self, row_id: str) -> None:
        """Put the keyboard on a row, whatever is filtered."""
        if not self.view.go_to(row_id):
            self.show_filter("all")
            self.view.go_to(row_id)
        self._focus_view()

    def _main(self) -> QWidget | None:
        return self.stack

    def _on_filter(self) -> None:
        self.refresh()
        self._focus_view()

    def _focus_view(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._column.activate()
        self._show_some(self.stack, self._least_of_main())

    def _on_row_changed(self) -> None:
        self.panel.keep_note()
        self._show_row()

    def _on_standing(self, standing: Standing) -> None:
        """Say how the row at hand stands and go on to the next, filtered out or not."""
        row = self.view.row
        if row is None:
            return
        before = self.view.currentIndex()
        self.commands.set_standing(row.id, standing)
        if self.view.row is not None and self.view.row.id == row.id and before.isValid():
            self.view.go_on()

    def _on_panel_standing(self, standing: Standing) -> None:
        row = self._row()
        if row is not None:
            self.commands.set_standing(row.id, standing)

    def _about_row(self, wish: str) -> None:
        row = self._row()
        if row is not None:
            self.commands.do(wish, row.id)

    def _on_panel(self, wish: str, about: str) -> None:
        if wish == "back":
            self._show_list()
        else:
            self.commands.do(wish, about)

    def _on_menu(self, wish: str) -> None:
        commands = self.commands
        wishes: dict[str, Callable[[], object]] = {
            "prepare_copy": commands.prepare_copy,
            "bring_in": commands.bring_in,
            "conflicts": self.show_conflicts,
            "agree": lambda: commands.do("add-agreed", ""),
            "set_reviews": commands.set_reviews,
            "save_calendar": commands.save_calendar,
            "meeting": lambda: self._export(pack=False),
            "pack": lambda: self._export(pack=True),
            "carry": commands.carry,
            "rename": commands.rename,
            "tell_everything": commands.tell_everything,
            "remove_notes": commands.remove_notes,
            "begin": commands.begin,
            "open": commands.open,
            "close": self.plans.close,
        }
        wishes[wish]()

    def show_conflicts(self) -> None:
        """Show what two files say differently, in the place of the list."""
        if self.plans.plan is not None and self.plans.plan.open_conflicts:
            self.conflicts.show_conflicts(self.plans.plan)
            self.stack.setCurrentWidget(self.conflicts)
            self.conflicts.take_focus()

    def _export(self, *, pack: bool) -> None:
        self.plans.pack = pack
        self.paper_asked.emit("export")

    def _show_list(self) -> None:
        self.stack.setCurrentWidget(self.body)
        if self._narrow:
            self._left.show()
            self.panel.hide()
        self._focus_view()

    def _open_panel(self) -> None:
        if self._narrow:
            self._left.hide()
            self.panel.show()
        first = self.panel.findChild(QWidget, "standing")
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark_words(self, before: str, after: str) -> tuple[tuple[str, str], ...]:
        from pathways.compare.language import language_for
        from pathways.compare.wording import mark_words

        return mark_words(before, after, language_for(self._session.comparer.vocabulary, "en"))

    def event(self, event: QEvent) -> bool:
        """Look what others wrote meanwhile, when the window is used again."""
        if event.type() == QEvent.Type.WindowActivate:
            self.plans.look()
        return super().event(event)

    # Room ----------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set list and details side by side where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < _WIDE * self._theme.text_px() * 0.55 * 1.6
        if narrow != self._narrow:
            self._narrow = narrow
            self._left.show()
            self.panel.setVisible(not narrow)
            self._show_row()
        elif narrow and not self.panel.isHidden() and not self._left.isHidden():
            self.panel.hide()
        whole = self.width()
        self.splitter.setSizes(
            [whole * _LIST // (_LIST + _PANEL), whole * _PANEL // (_LIST + _PANEL)]
        )
        self._shorten()

    def _shorten(self) -> None:
        """Where the page is low for its type, leave out what menus and the box have as well."""
        low = self._is_low() and self.plans.plan is not None
        self.head.fit_buttons((self.paper, self.ask) if low else ())

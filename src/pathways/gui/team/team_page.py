"""The page with the team: a table that begins with names only."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QPushButton, QWidget

from pathways.gui.shell.context import Context
from pathways.gui.shell.page_name import PageName
from pathways.gui.shell.theme import Theme
from pathways.gui.team.base_team_page import BaseTeamPage, Themed
from pathways.gui.team.card import Card
from pathways.gui.team.first_card import first_card
from pathways.gui.team.forms import ask_words
from pathways.gui.team.team_filter import TeamFilter
from pathways.gui.team.team_model import TeamModel
from pathways.gui.team.team_table import TeamTable
from pathways.gui.widgets.choice_box import PlainChoiceBox
from pathways.gui.widgets.page_head import FlowLayout
from pathways.gui.widgets.plain_text import action_words, set_tip
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _, _n
from pathways.importing.people_table import names_in_text
from pathways.model.team import SavedView
from pathways.planning.board import Grouping, headline
from pathways.planning.clocks import Urgency, warnings
from pathways.planning.people import changed

_MOST_BESIDE = 5
_COUNTED_AT_ONCE = 100  # people up to whom the things to look at are counted with each edit
_COUNTED_AFTER = 600  # milliseconds without another edit, for more


class TeamPage(BaseTeamPage):
    """List everybody and every vacant post; of each, a page."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, _("Team"))
        self.model = TeamModel(self)
        self.rows = TeamFilter(self.model, self)
        self._make_parts()
        self._make_tools()
        self._lay_out()
        self._begin()

    # Making --------------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        theme, content = self._theme, self._content
        self.add_button = self._button(_("Add a person…"), self.team_actions.add_person)
        self.bring_button = self._button(
            _("Bring in a spreadsheet…"), lambda: self._context.session.visit(PageName.BRING_IN)
        )
        self.post_button = self._button(_("Add a post…"), self.team_actions.add_post)
        self.what_if_button = self._button(
            _("What if…"), lambda: self._context.session.visit(PageName.WHAT_IF)
        )
        path = self.team_actions.last()
        last = (path.name, self.team_actions.open_last) if path else None
        self.first = first_card(
            theme,
            content,
            self.team_actions.new,
            self.team_actions.ask_open,
            self.team_actions.open_sample,
            last,
        )
        self.begin = Card(theme, _("Begin with names"), content)
        self.begin.add_line(
            _(
                "Nothing more is needed: grades, posts, aims and plans can follow, one by one or "
                "from a spreadsheet. Type or paste a name or a code in each line."
            )
        )
        self.names = QPlainTextEdit(self.begin)
        self.names.setTabChangesFocus(True)
        self.names.setAccessibleName(_("Names, one in each line"))
        self.begin.add(self.names)
        self.begin.add_buttons(((_("Add these people"), self._on_names),))
        self.due = wrapped_label("notice", content)
        self.table = TeamTable(theme, self.rows, content)
        self.table.opened.connect(self._on_opened)
        self.table.marked.connect(self._on_marked)
        self.foot = wrapped_label("quiet", content)

    def _make_tools(self) -> None:
        self.tools = QWidget(self._content)
        self._flow = FlowLayout(self.tools)
        self.words = QLineEdit(self.tools)
        self.words.setPlaceholderText(_("Filter"))
        self.words.setAccessibleName(_("Filter the team by words"))
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(self._filter)
        self.aim = PlainChoiceBox(self._theme, _("Aiming for"), self.tools)
        self.aim.activated.connect(self._filter)
        self.group = PlainChoiceBox(self._theme, _("Group the team"), self.tools)
        for grouping in Grouping:
            self.group.addItem(grouping.word, grouping.value)
        self.group.activated.connect(self._on_grouped)
        self.beside_button = QPushButton(self.tools)
        self.beside_button.clicked.connect(self._on_beside)
        self.views_button = QPushButton(_("Views"), self.tools)
        self.views_button.setMenu(QMenu(self.views_button))
        self.views_button.menu().aboutToShow.connect(self._fill_views)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(_COUNTED_AFTER)
        self._counting.timeout.connect(self._count_findings)
        self.check_button = QPushButton(self.tools)
        self.check_button.clicked.connect(lambda: self._context.session.visit(PageName.CHECK))
        self.differences_button = QPushButton(self.tools)
        self.differences_button.clicked.connect(
            lambda: self._context.session.visit(PageName.DIFFERENCES)
        )
        for part in (self.words, self.aim, self.group, self.beside_button, self.check_button,
                     self.differences_button, self.views_button):  # fmt: skip
            self._flow.addWidget(part)

    def _lay_out(self) -> None:
        for part in (self.due, self.first, self.begin, self.tools):
            self._column.addWidget(part)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self.foot)
        self._column.addStretch(0)

    def set_theme(self, theme: Theme) -> None:
        """Apply another theme."""
        self._flow.set_gap(theme.space(8))
        self.words.setFixedWidth(theme.px(170))
        self.names.setMinimumHeight(theme.px(120))
        super().set_theme(theme)
        self._shorten()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the table where the window is low for the size of its text."""
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        """Where the page is low for its type, leave out what the menu has as well."""
        low = self._is_low() and not self.table.isHidden()
        giving = (self.post_button, self.bring_button, self.what_if_button)
        self.head.fit_buttons(giving if low else ())
        self.check_button.setHidden(low)

    def _themed(self) -> Iterable[Themed]:
        return (self.aim, self.group, self.first, self.begin, self.table)

    def take_focus(self) -> None:
        """Give the keyboard to the table, or to where one begins."""
        if not self.session.is_open:
            button = self.first.findChild(QPushButton)
            part: QWidget = button if button is not None else self.first
        else:
            part = self.table if self.model.rows else self.names
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    # Showing -------------------------------------------------------------------------------------

    def _main(self) -> QWidget | None:
        return self.table

    def refresh(self) -> None:
        """Show the team as it is now."""
        self._stale = False
        session = self.session
        is_open = session.is_open
        self.model.show_board(session, self._theme)
        empty = is_open and not self.model.rows
        for part, seen in (
            (self.first, not is_open),
            (self.begin, empty),
            (self.tools, is_open and not empty),
            (self.table, is_open and not empty),
            (self.head.buttons, is_open),
            (self.what_if_button, is_open),
        ):
            part.setVisible(seen)
        self._shorten()
        if empty or not is_open:
            self.what_if_button.hide()
        if not is_open:
            self.head.say(_("Team"), "")
            self.due.hide()
            self.foot.setText("")
            return
        self.head.say(session.team.title, headline(session.team, session.situation.today))
        self._say_due()
        self._say_differences()
        if len(session.team.people) <= _COUNTED_AT_ONCE:
            self._count_findings()
        else:  # no edit of a large team waits for it
            self.check_button.setText(_("What to look at"))
            self._counting.start()
        self._fill_aims()
        self._on_marked()
        self.table.fit()
        said = _(
            "Counts are what people and managers entered. Nobody is ranked; the program decides "
            "nothing."
        )
        self.foot.setText(f"{said} {session.saved_words()}")

    def _say_due(self) -> None:
        due = warnings(self.session.situation)
        shown = sorted(due, key=lambda one: (one.urgency is not Urgency.PASSED, not one.move))[:3]
        said = []
        for urgency, title in ((Urgency.PASSED, _("Overdue")), (Urgency.SOON, _("Soon"))):
            if sentences := [one.sentence for one in shown if one.urgency is urgency]:
                said.append(f"{title}: " + " · ".join(sentences))
        if more := len(due) - len(shown):
            said.append(_n("and {count} more", "and {count} more", more).format(count=more))
        self.due.setText(" · ".join(said))
        self.due.setVisible(bool(due))

    def _say_differences(self) -> None:
        count = len(self.session.team.conflicts)
        told = _n("{count} difference to settle", "{count} differences to settle", count)
        self.differences_button.setText(told.format(count=count))
        self.differences_button.setVisible(bool(count))

    def _count_findings(self) -> None:
        if self.session.is_open:
            count = len(self.session.findings)
            self.check_button.setText(_("What to look at ({count})").format(count=count))

    def _fill_aims(self) -> None:
        chosen = self.aim.currentData()
        aims: dict[str, int] = {}
        for person in self.session.team.people:
            if person.aim:
                aims[person.aim] = aims.get(person.aim, 0) + 1
        nodes = self._context.session.library.nodes
        self.aim.clear()
        self.aim.addItem(_("All aims"), "")
        for node in (
            *(node for node in nodes if node in aims),
            *(a for a in aims if a not in nodes),
        ):
            title = nodes[node].title if node in nodes else node
            self.aim.addItem(
                _("Aiming for {title} ({count})").format(title=title, count=aims[node]), node
            )
        self.aim.setCurrentIndex(max(0, self.aim.findData(chosen)))
        self.aim.updateGeometry()

    # What is done --------------------------------------------------------------------------------

    def _filter(self) -> None:
        self.rows.look_for(self.words.text(), str(self.aim.currentData() or ""))

    def _on_grouped(self) -> None:
        grouping = Grouping(self.group.currentData() or "")
        self.model.group_by(grouping)
        self.table.setColumnHidden(0, not grouping.value)
        self.rows.rearrange()
        self.table.fit()

    def _on_marked(self) -> None:
        count = len(self.table.marked_people())
        fits = 1 <= count <= _MOST_BESIDE
        self.beside_button.setText(_("Side by side ({count})").format(count=count))
        self.beside_button.setEnabled(fits)
        set_tip(
            self.beside_button, "" if fits else _("Mark one to five people in the table first.")
        )

    def _on_beside(self) -> None:
        marked = self.table.marked_people()
        by_id = self.session.team.people_by_id
        first = by_id[marked[0]]
        aims = [by_id[person].aim for person in marked if by_id[person].aim]
        target = max(aims, key=aims.count) if aims else ""
        self.session.put_beside(marked, first.node, target)
        self._context.session.visit(PageName.SIDE_BY_SIDE)

    def _on_opened(self, part: str) -> None:
        if part in self.session.team.people_by_id:
            self.session.show_person(part)
            self._context.session.visit(PageName.PERSON, part)
        else:
            self.team_actions.change_post(self.session.team.posts_by_id[part])

    def _on_names(self) -> None:
        text = self.names.toPlainText()
        names = names_in_text(text)
        if names:
            self.team_actions.add_names(names)
            self.names.clear()
            self.table.setFocus()
        elif text.strip():
            self._context.session.visit(PageName.BRING_IN)
            self._context.page(PageName.BRING_IN).take_text(text)

    # Views ---------------------------------------------------------------------------------------

    def _fill_views(self) -> None:
        menu = self.views_button.menu()
        menu.clear()
        for view in self.session.team.views:
            action = menu.addAction(action_words(view.title))
            action.triggered.connect(lambda _on=False, view=view: self.show_view(view))
        if self.session.team.views:
            menu.addSeparator()
        menu.addAction(_("Save this view…")).triggered.connect(self._on_save_view)
        for view in self.session.team.views:
            action = menu.addAction(action_words(_("Forget “{title}”").format(title=view.title)))
            action.triggered.connect(lambda _on=False, view=view: self._on_forget_view(view))

    def show_view(self, view: SavedView) -> None:
        """Look at the team as a view has it."""
        self.words.setText(view.words)
        self.aim.setCurrentIndex(max(0, self.aim.findData(view.aim)))
        self.group.setCurrentIndex(max(0, self.group.findData(view.group)))
        self._on_grouped()
        self._filter()
        names = [column.name for column in self.model.columns]
        order = Qt.SortOrder.DescendingOrder if view.descending else Qt.SortOrder.AscendingOrder
        self.table.sortByColumn(names.index(view.sort) if view.sort in names else 1, order)

    def _on_save_view(self) -> None:
        title = ask_words(self, self._theme, _("Save this view"), _("What is it &called?"))
        if not title:
            return
        header = self.table.horizontalHeader()
        view = SavedView(
            title=title,
            words=self.words.text().strip(),
            group=str(self.group.currentData() or ""),
            sort=self.model.columns[header.sortIndicatorSection()].name,
            descending=header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder,
            aim=str(self.aim.currentData() or ""),
        )
        others = tuple(one for one in self.session.team.views if one.title != title)
        self.team_actions.edit(
            _("saving the view {title}").format(title=title),
            lambda team: changed(team, views=(*others, view)),
        )

    def _on_forget_view(self, view: SavedView) -> None:
        self.team_actions.edit(
            _("forgetting the view {title}").format(title=view.title),
            lambda team: changed(team, views=tuple(v for v in team.views if v != view)),
        )

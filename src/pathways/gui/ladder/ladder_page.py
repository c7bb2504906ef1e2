"""Every step of a framework at once: where it changes, and where it does not."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pathways.compare.change import Ladder, Verdict
from pathways.compare.sentences import inside
from pathways.gui.ladder.key_to_signs import KeyToSigns
from pathways.gui.ladder.ladder_model import CHANGE, STEP, LadderModel
from pathways.gui.ladder.ladder_view import LadderView
from pathways.gui.ladder.ladder_words import cell_counts, first_words, lead, spoken
from pathways.gui.shell.background import wait_for
from pathways.gui.shell.session import Session
from pathways.gui.shell.session_page import ScrolledPage
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.choice_box import PlainChoiceBox
from pathways.gui.widgets.paper_button import PaperButton
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _
from pathways.model.framework import Framework

_MANY = 40  # nodes: with fewer, every step is compared in less time than it takes to say so


class LadderPage(ScrolledPage):
    """Show the ladder of one framework; a cell leads to its comparison."""

    paper_asked = Signal(str)  # export, preview or print
    cell_asked = Signal(str, str, str)  # from, to, dimension ("" for the whole step)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(_("Ladder"), session, theme, parent)
        self.model = LadderModel(self)
        self._filling = False  # whether the table is being filled just now
        self._make_parts()
        self._lay_out()
        session.library_changed.connect(self._on_library_changed)
        session.judged.connect(self._on_changed)
        self.framework.activated.connect(self.refresh)
        self.paper.asked.connect(self.paper_asked)
        self.view.opened.connect(self._on_opened)
        self.view.selectionModel().currentChanged.connect(self._follow)
        self._scroll.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._fill_frameworks()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        self._theme = theme
        self._space_out(theme)
        self._column.setSpacing(theme.space(6))  # so that the key is in sight on a small screen
        self.head.set_theme(theme)
        self.framework.set_theme(theme)
        self.paper.set_theme(theme)
        self._remark.setMaximumWidth(46 * theme.text_px())
        self.here.setMinimumHeight(round(2.5 * theme.text_px()))  # two lines: nothing jumps
        self.view.set_theme(theme)
        self._on_changed()

    def take_focus(self) -> None:
        """Give the keyboard to the table."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_dimension(self, framework_id: str, dimension_id: str = "") -> bool:
        """Show a framework's ladder, and a dimension's row where one is named; tell whether it has
        a ladder.
        """
        at = self._ladder_with(framework_id, dimension_id)
        if at < 0:
            return False
        self.framework.setCurrentIndex(at)
        self.refresh()
        rows = [row for row in range(1, self.model.rowCount()) if self._is_about(row, dimension_id)]
        if rows:
            self.view.setCurrentIndex(self.model.index(rows[0], 0))
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _ladder_with(self, framework_id: str, dimension_id: str) -> int:
        """Return the place in the box of a framework's ladder, best the one that is shown; -1
        where there is none.
        """
        here = [
            row
            for row in range(self.framework.count())
            if self.framework.itemData(row)[0] == framework_id
        ]
        library = self._session.library

        def states(row: int) -> bool:
            nodes = [
                node.id
                for node in library.framework(framework_id).nodes
                if self._is_in(node.id, row)
            ]
            return any(dimension.id == dimension_id for dimension in library.dimensions_of(nodes))

        stating = [row for row in here if not dimension_id or states(row)]
        shown = self.framework.currentIndex()
        return shown if shown in stating else next(iter(stating or here), -1)

    def _is_in(self, node_id: str, row: int) -> bool:
        """Tell whether a node is of the framework and the family of a row of the box."""
        framework, family = self.framework.itemData(row)
        found = self._session.library.framework_of(node_id)
        return found.id == framework and family in ("", self._session.library.node(node_id).family)

    def _is_about(self, row: int, dimension_id: str) -> bool:
        change = self.model.index(row, 0).data(CHANGE)
        return change is not None and change.dimension.id == dimension_id

    def refresh(self) -> None:
        """Show the ladder of the framework that is chosen."""
        chosen = self.framework.currentData()
        self._stale = False
        if chosen is None:
            self.head.say(_("No open framework has steps"), _("Open one with two grades or more."))
            return
        framework, family = chosen
        self._session.show_ladder_of(framework, family)
        ladder = self._ladder(framework, family)
        if ladder is None:
            self._stale = True
            self.model.clear()
            self.head.say(
                _("Not compared"),
                _("Cancelled. Choose the framework again to compare its steps."),
            )
            return
        self.model.show_ladder(ladder)
        self.head.say(_title_words(ladder), "")
        self._remark.setText(ladder.remark)
        self._remark.setVisible(bool(ladder.remark))
        found = {lead(step, change).verdict for step in ladder.steps for change in step.dimensions}
        self.key.show_verdicts([verdict for verdict in Verdict if verdict in found], self._theme)
        self._filling = True
        self.view.setCurrentIndex(self.model.index(1, 0))
        self._filling = False

    def _ladder(self, framework_id: str, family: str) -> Ladder | None:
        """Compare the steps; where they are many, beside the window. None where the person gave
        up.
        """
        session = self._session
        framework = session.library.framework(framework_id)
        if sum(family in ("", node.family) for node in framework.nodes) < _MANY:
            return session.comparer.ladder(framework_id, family)
        words = _("Comparing every step of {title}…").format(title=family or framework.title)
        return wait_for(
            self.window(),
            words,
            lambda progress: session.comparer.ladder(framework_id, family, progress=progress.tell),
        )

    def _catch_up(self) -> None:
        if self._stale:
            self._choose_framework()
            self.refresh()

    def _make_parts(self) -> None:
        self.framework = PlainChoiceBox(self._theme, _("Framework"), self.head.buttons)
        self.head.add_button(self.framework)
        self.paper = PaperButton(self.head.buttons)
        self.head.add_button(self.paper)
        self.view = LadderView(self.model, self._theme, self._content)
        self.view.setAccessibleName(
            _("The ladder: dimensions down, steps across; Enter reads a cell side by side")
        )
        self.here = wrapped_label("", self._content)
        self.here.setObjectName("ladder-here")
        self.here.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._remark = wrapped_label("", self._content)
        self.key = KeyToSigns(self._content)

    def _lay_out(self) -> None:
        self._column.addWidget(self.head)
        self._column.addWidget(self.here)
        self._column.addWidget(self.view)
        self._column.addWidget(self.key)
        readable = QHBoxLayout()  # keeps the lines short
        readable.addWidget(self._remark, 1)
        readable.addStretch(0)
        self._column.addLayout(readable)
        self._column.addStretch(1)
        self._fill_page()

    def _main(self) -> QWidget | None:
        return self.view

    def _fill_frameworks(self) -> None:
        shown = self.framework.currentData()
        self.framework.clear()
        for framework in self._session.library.frameworks:
            for family in ladders_offered(framework):
                words = _("{family} · {framework}").format(family=family, framework=framework.title)
                self.framework.addItem(words if family else framework.title, (framework.id, family))
        rows = [
            row for row in range(self.framework.count()) if self.framework.itemData(row) == shown
        ]
        self.framework.setCurrentIndex(next(iter(rows), 0))

    def _choose_framework(self) -> None:
        """Begin with the ladder of what is chosen, where there is something: the smallest that it
        is in.
        """
        for node in self._session.chosen[:1]:
            rows = [row for row in range(self.framework.count()) if self._is_in(node, row)]
            if rows and self.framework.currentIndex() not in rows:
                self.framework.setCurrentIndex(rows[-1])

    def _on_library_changed(self) -> None:
        self._fill_frameworks()
        self._on_changed()

    def _on_scrolled(self, value: int) -> None:
        self.view.stick(value - self.view.y())

    def _follow(self, current: QModelIndex) -> None:
        """Say what the cell that the keyboard is on holds first, and bring it into sight."""
        self._say_here(current)
        if self._filling or not self.view.hasFocus():
            return  # what was only filled in leaves the page where it is
        bar, room = self._scroll.verticalScrollBar(), self._scroll.viewport().height()
        top, bottom = self.view.span_of(current)
        top, bottom = top + self.view.y(), bottom + self.view.y()
        if top - self.view.head_height < bar.value():
            bar.setValue(top - self.view.head_height)
        elif bottom > bar.value() + room:
            bar.setValue(min(bottom - room, top - self.view.head_height))

    def _say_here(self, current: QModelIndex) -> None:
        step, change = current.data(STEP), current.data(CHANGE)
        if step is None:
            self.here.clear()
            return
        where = _("{before} to {after}").format(before=step.before.title, after=step.after.title)
        told = first_words(step, change) if change else spoken(step, None)
        if change is None or not change.verdict.is_change:  # which names both ends by itself
            self.here.setText(told)
            return
        title = inside(change.dimension.title)
        about = _("{step}, {dimension}: {words}")
        counts = cell_counts(change) if not change.level else ""
        if counts:
            about = _("{step}, {dimension} ({counts}): {words}")
        self.here.setText(about.format(step=where, dimension=title, words=told, counts=counts))

    def _on_opened(self, index: QModelIndex) -> None:
        step, change = index.data(STEP), index.data(CHANGE)
        self.cell_asked.emit(step.before.id, step.after.id, change.dimension.id if change else "")


def _title_words(ladder: Ladder) -> str:
    if ladder.family:
        return _("Every step: {family}").format(family=ladder.family)
    return _("Every step of the {title}").format(title=inside(ladder.title))


def ladders_offered(framework: Framework) -> tuple[str, ...]:
    """Return the ladders of a framework, "" for the whole, which few nodes always have: their
    families are taken in as one table.
    """
    found = framework.ladders
    few = bool(found) and "" not in found and len(framework.nodes) < _MANY
    return ("", *found) if few else found

"""From here to there: the steps between, how big they are, and what the whole way asks for."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QVBoxLayout, QWidget

from pathways.compare.sentences import place
from pathways.compare.story import tell
from pathways.gui.route.moves_menu import MovesMenu
from pathways.gui.route.no_way import NoWay
from pathways.gui.route.step_list import StepList
from pathways.gui.route.story_list import StoryList
from pathways.gui.route.way_list import WayList
from pathways.gui.shell.session import Session
from pathways.gui.shell.session_page import ScrolledPage
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.choice_box import ChoiceBox
from pathways.gui.widgets.icon_button import icon_button, paint_icon
from pathways.gui.widgets.menu_button import show_menu_sign
from pathways.gui.widgets.page_head import FlowLayout
from pathways.gui.widgets.paper_button import PaperButton
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _, _n, in_words

_LINE = 40  # the story's width beside the size of type: about 75 characters
_STEPS = 27  # the same, of the steps beside it


class RoutePage(ScrolledPage):
    """Show the session's route, from the first of what is chosen to the last."""

    paper_asked = Signal(str)  # export, preview or print
    step_asked = Signal(str, str)  # compare these two
    map_asked = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(_("Route"), session, theme, parent)
        self._make_head()
        self._make_body()
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    # Making --------------------------------------------------------------------------------------

    def _make_head(self) -> None:
        self._keep_bar()
        content = self._content
        self.moves = QPushButton(_("Moves"), self.head.buttons)
        self._menu = MovesMenu(self._session.route, self.moves)
        self.moves.setMenu(self._menu)
        self.on_map = QPushButton(_("Show on the map"), self.head.buttons)
        self.paper = PaperButton(self.head.buttons)
        for button in (self.moves, self.on_map, self.paper):
            self.head.add_button(button)
        self._ends = QWidget(content)
        self.here = ChoiceBox(self._theme, _("From"), _("Where are you now?"), self._ends)
        self.swap = icon_button("swap", _("Swap start and end"), self._theme, self._ends)
        self.there = ChoiceBox(self._theme, _("To"), _("Where would you like to go?"), self._ends)

    def _make_body(self) -> None:
        content = self._content
        self.ways = WayList(self._theme, content)
        self.ways.setAccessibleName(_("Routes between the two"))
        self.steps = StepList(self._theme, content)
        self.steps.setAccessibleName(_("Steps of the route"))
        self.card = QFrame(content)
        self.card.setProperty("look", "card")
        self.story = StoryList(self._theme, self.card)
        self.story.setAccessibleName(_("What the route asks for"))
        self._step_words = wrapped_label("heading", content, _("Step by step"))
        self._story_words = wrapped_label(
            "heading", content, _("Everything you would need, listed once")
        )
        self.words = wrapped_label("quiet", content)
        self.no_way = NoWay(self._session, content)

    def _lay_out(self) -> None:
        self._flow = FlowLayout(self._ends)
        for end in (self.here, self.swap, self.there):
            self._flow.addWidget(end)
        self._inside = QVBoxLayout(self.card)
        self._inside.addWidget(self.story)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self._step_words)
        left.addWidget(self.steps)
        right.addWidget(self._story_words)
        right.addWidget(self.card)
        left.addStretch(1)
        right.addStretch(1)
        self._sides = (left, right)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.addLayout(left)
        self._body.addLayout(right)
        self._body.addStretch(1)
        for part in (self.head, self._ends, self.ways, self.words, self.no_way):
            self._column.addWidget(part)
        self._column.addLayout(self._body)
        self._column.addStretch(1)
        self._fill_page()

    def _connect(self) -> None:
        session = self._session
        session.route.changed.connect(self._on_changed)
        session.library_changed.connect(self._on_changed)
        session.judged.connect(self._on_changed)
        self.here.node_chosen.connect(lambda node: self._choose(node, self.there.node, self.here))
        self.there.node_chosen.connect(lambda node: self._choose(self.here.node, node, self.there))
        self.swap.clicked.connect(lambda: self._choose(self.there.node, self.here.node, self.here))
        self.on_map.clicked.connect(self.map_asked)
        self.paper.asked.connect(self.paper_asked)
        self.ways.taken.connect(session.route.take)
        self.steps.asked.connect(self.step_asked)
        self.no_way.chosen.connect(lambda here, there: self._choose(here, there, self.there))
        self.story.reached.connect(self._bring_into_view)
        self.story.shown_asked.connect(self._show_on_story)

    # What others use -----------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        self._theme = theme
        self._hug_bar(theme)
        self._body.setSpacing(theme.space(24))
        for side in self._sides:
            side.setSpacing(theme.space(8))
        self._flow.set_gap(theme.space(8))
        self._inside.setContentsMargins(theme.margins(12))
        self.head.set_theme(theme)
        self.paper.set_theme(theme)
        paint_icon(self.swap, theme)
        for box in (self.here, self.there):
            box.set_theme(theme)
        show_menu_sign(self.moves, theme)
        self._on_changed()

    def take_focus(self) -> None:
        """Give the keyboard to the first step; where there is none yet, to the first question."""
        empty = self.here if not self.here.node else self.there
        first = self.steps.lines[0] if self.steps.lines and self.steps.isVisibleTo(self) else empty
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show the session's route as it is now."""
        self._stale = False
        choice, library = self._session.route, self._session.library
        chosen = self._session.chosen
        for box, node in (
            (self.here, chosen[0] if chosen else ""),
            (self.there, chosen[-1] if chosen[1:] else ""),
        ):
            box.fill(library)
            box.set_node(node)
        route = choice.route
        self._say()
        for widget in (self.steps, self.card, self._step_words, self._story_words):
            widget.setVisible(route is not None)
        self.on_map.setEnabled(route is not None)
        self.paper.setEnabled(route is not None)
        self.swap.setEnabled(choice.ends is not None)
        self.no_way.refresh()
        self.ways.setVisible(len(choice.routes) > 1)
        self._arrange()
        if route is None:
            return
        self.ways.show_ways(self._way_words(), choice.number, self._theme)
        comparer = self._session.comparer
        steps = [(step, comparer.step(step.source, step.target)) for step in route.steps]
        self.steps.show_steps(steps, self._theme)
        self.story.show_story(tell(comparer, route.nodes), library, self._theme)

    # Inside --------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the story beside the steps where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _main(self) -> QWidget | None:
        return self.steps

    def _choose(self, here: str, there: str, asked: ChoiceBox) -> None:
        if here and here == there:  # the other end makes room
            here, there = (here, "") if asked is self.here else ("", there)
        self._session.choose(node for node in (here, there) if node)

    def _say(self) -> None:
        choice, library = self._session.route, self._session.library
        route = choice.route
        self.words.setVisible(route is None)
        if choice.ends is None:
            self.head.say(_("Plan a route"), "")
            self.words.setText(
                _(
                    "Choose where you are and where you would like to go. The steps in between "
                    "appear here, with what each asks for."
                )
            )
            return
        first, last = (place(library.node(end)) for end in choice.ends)
        title = _("Route from {first} to {last}").format(first=first, last=last)
        if route is None:
            self.head.say(title, "")
            self.words.setText(choice.no_route_words())
            return
        count = len(route.steps)
        under = [_n("{count} step", "{count} steps", count).format(count=count)]
        if route.indicative:
            under.append(_("Some steps are our suggestion, not an official route"))
        if choice.limited:
            under.append(_("some moves are not allowed"))
        self.head.say(title, " · ".join(under))

    def _way_words(self) -> list[str]:
        library, found = self._session.library, []
        for number, route in enumerate(self._session.route.routes, 1):
            steps = _n("{count} step", "{count} steps", len(route.steps)).format(
                count=len(route.steps)
            )
            words = _("Way {number}: {steps}").format(number=number, steps=steps)
            between = [place(library.node(node)) for node in route.nodes[1:-1]]
            if between:
                words += ", " + _("through {places}").format(places=in_words(between))
            kinds = list(dict.fromkeys(step.kind.word for step in route.steps))
            found.append(
                f"{words} ({', '.join(kinds)}{', ' + _('suggested') if route.indicative else ''})"
            )
        return found

    def _arrange(self) -> None:
        theme = self._theme
        room = self._room_beside_bar()
        line, steps = _LINE * theme.text_px(), _STEPS * theme.text_px()
        beside = room >= line + steps + theme.space(24)
        way = QBoxLayout.Direction
        self._body.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._body.setSpacing(theme.space(24))
        self.steps.setFixedWidth(max(200, min(room, steps if beside else line)))
        self.card.setFixedWidth(max(200, min(room, line)))
        for label in (self._step_words, self._story_words, self.words):
            label.setMaximumWidth(max(200, min(room, line)))
        self.ways.setFixedWidth(max(200, min(room, round(1.5 * line))))

    def _show_on_story(self, place: QRect) -> None:
        corner = self.story.mapTo(self._content, QPoint(0, 0))
        self._show_place(place.translated(corner), self._theme.space(8), self._theme.space(8))

"""The page with the map: where am I, and where could I go next."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pathways.gui.map.legend import Legend
from pathways.gui.map.map_card import MapCard
from pathways.gui.map.map_scene import MapScene
from pathways.gui.map.map_view import MapView
from pathways.gui.map.node_item import NodeItem
from pathways.gui.map.step_item import StepItem
from pathways.gui.map.step_sizes import StepSizes
from pathways.gui.map.words import purpose_of
from pathways.gui.session import MOST, Session
from pathways.gui.theme import Theme
from pathways.gui.widgets.page_head import FlowLayout
from pathways.i18n import _, in_words

if TYPE_CHECKING:
    from pathways.gui.map.outline import Outline

OUTLINE_KEY = "F4"
_HOVER = 350  # milliseconds that the mouse rests before the card comes
_HIGH_ENOUGH = 260  # pixels at 100 % text: in a lower page the hint has to do without the heading
_TRIES = 8  # places for the card, each way


class MapPage(QWidget):
    """Show all frameworks as a map or as an outline, and let two to four nodes be chosen on either."""

    compare_asked = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._session = session
        self._theme = theme
        self._refused = ""
        self._about: NodeItem | StepItem | None = None
        self._sizes = StepSizes(session, self)
        self._make_head()
        self._make_map()
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.setFocusProxy(self.view)
        self._on_chosen_changed()
        self._on_current_changed()

    # Build ------------------------------------------------------------------------------------------------------

    def _make_head(self) -> None:
        self.heading = QLabel(_("Grades, levels and roles"), self)
        self.heading.setProperty("look", "heading")
        self.heading.setObjectName("map-heading")
        self.hint = QLabel(self)
        self.hint.setObjectName("map-hint")
        self.hint.setProperty("look", "quiet")
        self.hint.setWordWrap(True)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.outline_button = self._button("map-outline-button", _("Outline"), "")
        self.outline_button.setCheckable(True)
        self.fit_button = self._button("map-fit", _("Fit"), _("Show the whole map (F)"))
        self.smaller_button = self._button("map-smaller", "−", _("Smaller (−)"))
        self.zoom_button = self._button("map-zoom", "100 %", _("Back to 100 % (0)"))
        self.larger_button = self._button("map-larger", "+", _("Larger (+)"))
        self.smaller_button.setAccessibleName(_("Smaller"))
        self.larger_button.setAccessibleName(_("Larger"))
        self.compare_button = self._button("map-compare", _("Compare"), "")

    def _make_map(self) -> None:
        self.scene = MapScene(self._theme, self)
        self.view = MapView(self.scene, self)
        self.frame = QFrame(self)
        self.frame.setProperty("look", "card")
        inside = QVBoxLayout(self.frame)
        inside.setContentsMargins(4, 4, 4, 4)
        inside.addWidget(self.view)
        self.card = MapCard(self._theme, self.view.viewport())
        self.legend = Legend(self._session.library, self._theme, self)
        self.outline: Outline | None = None  # made when it is first asked for
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.frame)
        self.scene.show_library(self._session.library)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_HOVER)

    def _lay_out(self) -> None:
        self._tools = QWidget(self)
        flow = FlowLayout(self._tools, 8)
        zoom = QWidget(self._tools)
        zoom.setObjectName("map-zoom-group")
        row = QHBoxLayout(zoom)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in (self.smaller_button, self.zoom_button, self.larger_button):
            row.addWidget(button)
        for widget in (self.outline_button, self.fit_button, zoom, self.compare_button):
            flow.addWidget(widget)
        self._zoom_group = zoom
        self._flow = flow
        self._head = QHBoxLayout()
        self._head.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.heading)
        words.addWidget(self.hint)
        self._head.addLayout(words, 1)
        self._head.addWidget(self._tools, 0, Qt.AlignmentFlag.AlignVCenter)
        self._under = QVBoxLayout()
        outer = QVBoxLayout(self)
        outer.addLayout(self._head)
        outer.addLayout(self._under)
        outer.addWidget(self.stack, 1)
        outer.addWidget(self.legend)
        self._outer = outer

    def _connect(self) -> None:
        session, view = self._session, self.view
        session.library_changed.connect(self._on_library_changed)
        session.chosen_changed.connect(self._on_chosen_changed)
        session.current_changed.connect(self._on_current_changed)
        view.node_asked.connect(session.set_current)
        view.toggle_asked.connect(self.toggle)
        view.clear_asked.connect(self._on_clear_asked)
        view.pointed.connect(self._on_pointed)
        view.moved.connect(self._place_card)
        view.zoom_changed.connect(self._on_zoom_changed)
        view.painted.connect(self._sizes.start)
        self._sizes.found.connect(self._on_sizes_found)
        self._rest.timeout.connect(self._show_card)
        self.fit_button.clicked.connect(view.fit)
        self.smaller_button.clicked.connect(view.zoom_out)
        self.larger_button.clicked.connect(view.zoom_in)
        self.zoom_button.clicked.connect(lambda: view.set_zoom(1.0))
        self.outline_button.toggled.connect(self.show_outline)
        self.compare_button.clicked.connect(self.compare_asked)
        shortcut = QShortcut(QKeySequence(OUTLINE_KEY), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.outline_button.toggle)

    def _button(self, name: str, words: str, tip: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return button

    # What others may ask for ------------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Take another look; the map keeps its place."""
        larger = theme.scale != self._theme.scale
        self._theme = theme
        self.scene.set_theme(theme)
        self.card.set_theme(theme)
        self.legend.set_theme(theme)
        if self.outline is not None:
            self.outline.set_theme(theme)
        margin = theme.space(24)
        self._outer.setContentsMargins(margin, theme.space(12), margin, theme.space(8))
        self._outer.setSpacing(theme.space(8))
        self._word_outline_button()
        self._fold_head()
        if larger:
            self.view.open_in_sight()

    def toggle(self, node_id: str) -> bool:
        """Choose a node, or give it up; refuse a fifth with a sentence. Return whether it was done."""
        chosen = self._session.chosen
        if node_id not in chosen and len(chosen) >= MOST:
            self._refused = _("Four are chosen, and more do not fit side by side. Give one up first.")
            self._tell()
            return False
        self._session.toggle(node_id)
        return True

    def show_outline(self, shown: bool = True) -> None:
        """Show the outline in place of the map, or the map again; the keyboard goes along."""
        had_focus = self.stack.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        if self.outline is None:
            from pathways.gui.map.outline import Outline

            self.outline = Outline(self._session, self.toggle, self)
            self.outline.set_theme(self._theme)
            self.stack.addWidget(self.outline)
        self.outline_button.setChecked(shown)
        self.stack.setCurrentWidget(self.outline if shown else self.frame)
        for widget in (self.fit_button, self._zoom_group, self.legend):
            widget.setVisible(not shown)
        self._word_outline_button()
        self._fold_head()
        if shown:
            self.outline.follow()
        if had_focus:
            (self.outline if shown else self.view).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def outline_shown(self) -> bool:
        """Tell whether the outline is shown in place of the map."""
        return self.stack.currentWidget() is not self.frame

    def save_picture(self, path: Path) -> None:
        """Save the whole map as SVG or PNG, by the ending; raise PathwaysError where that cannot be done."""
        from pathways.gui.map.picture import save_picture

        save_picture(self.scene, path)

    # The session ------------------------------------------------------------------------------------------------

    def _on_library_changed(self) -> None:
        self._about = None
        self.card.hide()
        self.view.forget_pointed()
        self.scene.show_library(self._session.library)
        self.legend.show_library(self._session.library)
        self._sizes.restart()

    def _on_chosen_changed(self) -> None:
        self._refused = ""
        self.scene.set_chosen(self._session.chosen)
        titles = self._session.library.titles_of(self._session.chosen)
        self.compare_button.setEnabled(len(titles) > 1)
        names = in_words(titles)
        self.compare_button.setToolTip(
            _("Show side by side what changes: {names}").format(names=names)
            if titles[1:]
            else _("Choose two to four to compare them")
        )
        self._tell()

    def _on_current_changed(self) -> None:
        self._refused = ""
        self.scene.set_current(self._session.current)
        item = self.scene.current_item
        if item is not None:
            self.view.bring_into_sight(item)
        self._tell()
        self._ask_card(item)

    def _on_clear_asked(self) -> None:
        in_the_way = self.card.isVisible() and self._about is self.view.pointed_item
        self._ask_card(None)
        if not in_the_way:  # else Escape only takes the card away
            self._session.choose(())

    # Words ------------------------------------------------------------------------------------------------------

    def _tell(self) -> None:
        """Say in the hint line what to do next, and to a screen reader where the person is."""
        self.hint.setText(self._refused or self._next_words())
        self.view.say(" ".join(part for part in (self._refused, self._here_words()) if part))

    def _next_words(self) -> str:
        titles = self._session.library.titles_of(self._session.chosen)
        if not self._session.library.nodes:
            return _("No framework is open. Open one to see its grades here.")
        if not titles:
            return _("Choose your grade, then one you are curious about.")
        if len(titles) == 1:
            return _("{title} is chosen. Now choose one you are curious about.").format(title=titles[0])
        if len(titles) == MOST:
            return _("{titles}: four are as many as fit side by side.").format(titles=in_words(titles))
        return _("{titles}: compare them, or choose another.").format(titles=in_words(titles))

    def _here_words(self) -> str:
        current = self._session.current
        if current is None:
            return _("Arrow keys move from grade to grade, Space chooses, {key} shows the outline.").format(
                key=OUTLINE_KEY
            )
        return self.scene.spoken(current)

    def _word_outline_button(self) -> None:
        shown = self.outline_shown
        words = _("Show the map again") if shown else _("Show the map in words, for reading and screen readers")
        self.outline_button.setText(_("Map") if shown else _("Outline"))
        self.outline_button.setToolTip(_("{words} ({key})").format(words=words, key=OUTLINE_KEY))

    # Card, sizes, zoom ------------------------------------------------------------------------------------------

    def _on_pointed(self, item: NodeItem | StepItem | None) -> None:
        self._ask_card(item if item is not None else self.scene.current_item if self.view.hasFocus() else None)

    def _ask_card(self, item: NodeItem | StepItem | None) -> None:
        self._about = item
        self.card.hide()
        self._rest.stop()
        if item is not None and self.isVisible() and not self.outline_shown:
            self._rest.start()

    def _show_card(self) -> None:
        step = self.scene.step_of(self._about) if self._about is not None else None
        if step is None:
            return
        library = self._session.library
        first, last = library.node(step.source), library.node(step.target)
        lead = purpose_of(library, first.id) if isinstance(self._about, NodeItem) else ""
        title = _("From {first} to {last}").format(first=first.title, last=last.title)
        if step.indicative:
            words = _("Indicative: no document states this move. Choose both to compare them all the same.")
            self.card.show_words(title, words)
        else:
            change = self._sizes.change(step.source, step.target)
            if change is None:
                return
            self.card.show_step(title, change, lead)
        self.card.show()
        self._place_card()

    def _place_card(self) -> None:
        """Put the card where it covers the fewest nodes, and never the one that it is about."""
        if not self.card.isVisible() or self._about is None:
            return
        room = QRectF(self.view.viewport().rect()).adjusted(8, 8, -8, -8)
        size = self.card.size_for(room)
        about = self.view.seen(self._about.sceneBoundingRect())
        boxes = [self.view.seen(item.sceneBoundingRect()) for item in self.scene.node_items]
        taken = [box for box in boxes if box.intersects(room)]
        best = min(_places(room, size, about), key=lambda place: _cost(place, taken, about))
        pointed = self._about is self.view.pointed_item
        if best.intersects(about) or (not pointed and any(best.intersects(box) for box in taken)):
            self.card.hide()  # there is no room for it, or nobody has pointed and it would be in the way
            return
        self.card.setGeometry(best.toRect())
        self.card.raise_()

    def _on_sizes_found(self) -> None:
        self.scene.set_sizes(self._sizes.sizes)

    def _on_zoom_changed(self, zoom: float) -> None:
        self.zoom_button.setText(_("{percent} %").format(percent=round(zoom * 100)))
        self.zoom_button.setAccessibleName(_("Zoom {percent} per cent; back to 100").format(percent=round(zoom * 100)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons beside the heading, or under it where there is no room."""
        super().resizeEvent(event)
        self._fold_head()

    def _fold_head(self) -> None:
        margins = self._outer.contentsMargins()
        inside = self.width() - margins.left() - margins.right()
        self.legend.fold_where_cramped(inside)
        self.heading.setVisible(self.height() >= self._theme.px(_HIGH_ENOUGH))
        room = inside - self._head.spacing()
        words = max(self.heading.sizeHint().width(), self._theme.px(240))
        beside = words + self._flow.sizeHint().width() <= room
        wanted = self._head if beside else self._under
        if wanted.indexOf(self._tools) < 0:
            (self._under if beside else self._head).removeWidget(self._tools)
            wanted.addWidget(self._tools)


def _places(room: QRectF, size: QPointF, about: QRectF) -> list[QRectF]:
    """Return where a card of that size may go: beside what it is about, and all over the room."""
    width, height = min(size.x(), room.width()), min(size.y(), room.height())
    across = [about.right() + 16, about.left() - 16 - width]
    across += [room.left() + (room.width() - width) * part / _TRIES for part in range(_TRIES + 1)]
    down = [min(max(about.center().y() - height / 2, room.top()), room.bottom() - height)]
    down += [room.top() + (room.height() - height) * part / _TRIES for part in range(_TRIES + 1)]
    inside = [x for x in across if room.left() - 1 <= x <= room.right() - width + 1]
    return [QRectF(x, y, width, height) for x in inside for y in down]


def _cost(place: QRectF, taken: list[QRectF], about: QRectF) -> float:
    """Weigh a place: what it hides counts most, then how far it is from what it is about."""

    def hidden(other: QRectF) -> float:
        both = place.intersected(other)
        return max(0.0, both.width()) * max(0.0, both.height())

    away = place.center() - about.center()
    return sum(hidden(other) for other in taken) * 10 + 1000 * hidden(about) + abs(away.x()) + abs(away.y())

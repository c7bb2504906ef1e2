"""Which card is shown over the map, when, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QTimer, Signal

from pathways.gui.map.card_place import best_place
from pathways.gui.map.folds import Folds
from pathways.gui.map.map_view import MapView
from pathways.gui.map.node_item import NodeItem
from pathways.gui.map.step_item import StepItem
from pathways.gui.map.step_sizes import StepSizes
from pathways.gui.map.words import inside_words, is_group, purpose_of
from pathways.gui.shell.theme import Theme
from pathways.i18n import _
from pathways.model.library import Library

if TYPE_CHECKING:
    from pathways.gui.map.map_card import MapCard

_HOVER = 350  # milliseconds that the mouse rests before the card comes


class CardKeeper(QObject):
    """Show the card of a box or a line once the mouse or the keyboard rests on it."""

    compare_asked = Signal(str, str)  # the ends of the step that the card is about

    def __init__(
        self, theme: Theme, view: MapView, folds: Folds, sizes: StepSizes, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._made: MapCard | None = None  # when it is first shown
        self._view = view
        self._folds = folds
        self._sizes = sizes
        self._about: NodeItem | StepItem | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_HOVER)
        self._rest.timeout.connect(self.show)
        self._grace = QTimer(self)  # for the way from a box to the card beside it
        self._grace.setSingleShot(True)
        self._grace.setInterval(_HOVER)
        self._grace.timeout.connect(self._on_left)
        view.pointed.connect(self._on_pointed)
        view.moved.connect(self._place)

    @property
    def card(self) -> MapCard:
        """Return the card, made when it is first asked for."""
        if self._made is None:
            from pathways.gui.map.map_card import MapCard

            self._made = MapCard(self._theme, self._view.viewport())
            self._made.left.connect(self._grace.start)
            self._made.compare_asked.connect(self.compare_asked)
        return self._made

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        self._theme = theme
        if self._made is not None:
            self._made.set_theme(theme)

    def ask(self, item: NodeItem | StepItem | None) -> None:
        """Show the card of an item before long; none of None."""
        self._about = item
        if self._made is not None:
            self._made.hide()
        self._rest.stop()
        self._grace.stop()
        if item is not None and self._view.isVisible():
            self._rest.start()

    def show(self) -> None:
        """Show the card of the item that was asked for, if there is anything to say."""
        if self._about is not None and self._fill(self._about):
            self.card.show()
            self._place()

    @property
    def _is_shown(self) -> bool:
        return self._made is not None and self._made.isVisible()

    def _on_pointed(self, item: NodeItem | StepItem | None) -> None:
        if item is not None:
            self.ask(item)
        elif self._is_shown:
            self._grace.start()
        else:
            self._on_left()

    def _on_left(self) -> None:
        """Take the card away, or show that of the box with the keyboard, unless the mouse is on
        the card.
        """
        if self._made is None or not self._made.underMouse():
            self.ask(self._view.map_scene.current_item if self._view.hasFocus() else None)

    def _fill(self, about: NodeItem | StepItem) -> bool:
        """Write on the card what there is to say about a box or a line; tell whether there is
        anything.
        """
        library: Library = self._folds.groups.library
        if isinstance(about, NodeItem) and (group := self._folds.group(about.node_id)) is not None:
            title = _("{title}: {count}").format(title=group.title, count=group.count)
            self.card.show_words(title, inside_words(library, group))
            return True
        step = self._view.map_scene.step_of(about)
        if step is None or is_group(step.source) or is_group(step.target):
            return False
        title = _("From {first} to {last}").format(
            first=library.node(step.source).title, last=library.node(step.target).title
        )
        if step.indicative:
            words = _("Suggested: no document states this move. You can still compare the two.")
            self.card.show_words(title, words)
            return True
        change = self._sizes.change(step.source, step.target)
        if change is None:
            return False
        lead = purpose_of(library, step.source) if isinstance(about, NodeItem) else ""
        self.card.show_step(title, change, lead)
        return True

    def _place(self) -> None:
        """Put the card where it covers the fewest nodes, and never the one that it is about."""
        if not self._is_shown or self._about is None:
            return
        room = QRectF(self._view.viewport().rect()).adjusted(8, 8, -8, -8)
        size = self.card.size_for(room)
        about = self._view.seen(self._about.sceneBoundingRect())
        boxes = [
            self._view.seen(item.sceneBoundingRect()) for item in self._view.map_scene.node_items
        ]
        taken = [box for box in boxes if box.intersects(room)]
        best = best_place(room, size, about, taken)
        pointed = self._about is self._view.pointed_item
        if best.intersects(about) or (not pointed and any(best.intersects(box) for box in taken)):
            # there is no room for it, or nobody has pointed and it would be in the way
            self.card.hide()
            return
        self.card.setGeometry(best.toRect())
        self.card.raise_()

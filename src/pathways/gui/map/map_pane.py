"""The page with the map: where am I, and where could I go next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from pathways.gui.map.node_item import NodeItem
from pathways.gui.map.pane_parts import PaneParts
from pathways.gui.map.words import next_words
from pathways.gui.shell.session import Session
from pathways.gui.shell.theme import LIGHT, Theme
from pathways.i18n import _
from pathways.model.saved_comparison import MOST_SIDE_BY_SIDE

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice

_OUTLINE_KEY = "F4"
_LARGE = 2.0  # text beside which every pixel is wanted for the map


class MapPane(PaneParts):
    """Show all frameworks as a map or as an outline, and let two to four nodes be chosen on
    either.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, parent)
        self._route: tuple[str, ...] = ()
        self._steady = False  # what becomes current just now is in sight, and nothing is to move
        self._anchor: NodeItem | None = (
            None  # what is to stay in its place, where that is not left to the view
        )
        self._before: tuple[str, ...] = session.chosen
        self._connect()
        self.set_theme(theme)
        self.setFocusProxy(self.view)
        self._on_chosen_changed()
        self._on_current_changed()

    def _connect(self) -> None:
        self._session.notes_changed.connect(lambda: self.scene.set_notes(self._session.notes))
        session, view = self._session, self.view
        session.library_changed.connect(self._on_library_changed)
        session.chosen_changed.connect(self._on_chosen_changed)
        session.current_changed.connect(self._on_current_changed)
        session.judged.connect(self._sizes.find_again)
        view.node_asked.connect(self._go_to)
        view.toggle_asked.connect(self.toggle)
        view.unfold_asked.connect(self._on_unfold_asked)
        view.fold_asked.connect(self._on_fold_asked)
        view.fold_all_asked.connect(self._on_fold_all_asked)
        view.clear_asked.connect(self._on_clear_asked)
        view.moved.connect(self._follow)
        view.zoom_changed.connect(self.tools.show_zoom)
        view.painted.connect(
            self._sizes.start, Qt.ConnectionType.QueuedConnection
        )  # when the whole window is painted
        self._sizes.found.connect(self._on_sizes_found)
        self._late.timeout.connect(self._make_overview)
        self.folds.changed.connect(self._on_folds_changed)
        self.cards.compare_asked.connect(lambda first, last: session.compare([first, last]))
        self._connect_tools()

    def _connect_tools(self) -> None:
        tools, view = self.tools, self.view
        tools.fit.clicked.connect(view.fit)
        tools.smaller.clicked.connect(view.zoom_out)
        tools.larger.clicked.connect(view.zoom_in)
        tools.zoom.clicked.connect(lambda: view.set_zoom(1.0))
        tools.overview.toggled.connect(self._follow)
        tools.folding.clicked.connect(lambda: self._on_fold_all_asked(not self.folds.closed))
        tools.outline.clicked.connect(lambda: self.show_outline(not self.outline_shown))
        shortcut = QShortcut(QKeySequence(_OUTLINE_KEY), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(tools.outline.click)

    # What others may ask for ---------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme; the map keeps its place."""
        larger = theme.scale != self._theme.scale
        self._theme = theme
        self.scene.set_theme(theme)
        self.cards.set_theme(theme)
        self.legend.set_theme(theme)
        if self.minimap is not None:
            self.minimap.set_theme(theme)
        if self.outline is not None:
            self.outline.set_theme(theme)
        margin = theme.space(24)
        above, below = (8, 4) if theme.scale < _LARGE else (2, 1)
        self._outer.setContentsMargins(
            margin, theme.space(above), theme.space(12), theme.space(below)
        )
        self._outer.setSpacing(theme.space(below))
        self._fold_head()
        if larger:
            self.view.open_in_sight()

    def be_led(self) -> None:
        """Leave it to somebody else on the page to say how to go on; what is refused is still said
        here.
        """
        self._led = True
        self._show_hint()

    def toggle(self, node_id: str) -> bool:
        """Choose a node, or give it up; refuse a fifth with a sentence. Return whether it was
        done.
        """
        chosen = self._session.chosen
        if node_id not in chosen and len(chosen) >= MOST_SIDE_BY_SIDE:
            self._refused = _("You can compare up to four. Remove one first.")
            self._tell()
            return False
        self._session.toggle(node_id)
        return True

    def show_outline(self, shown: bool = True) -> None:
        """Show the outline in place of the map, or the map again; the keyboard goes along."""
        had_focus = self.stack.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        if self.outline is None:
            from pathways.gui.map.outline import MapOutline
            from pathways.gui.map.outline_model import OutlineModel

            model = OutlineModel(self._session, self.folds, self.toggle)
            self.outline = MapOutline(self._session, model, self)
            self.outline.show_route(self._route)
            self.outline.show_sizes(self._sizes.sizes)
            self.outline.set_theme(self._theme)
            self.stack.addWidget(self.outline)
        self.stack.setCurrentWidget(self.outline if shown else self.frame)
        self.tools.show_outline(shown, _OUTLINE_KEY)
        self._fold_head()
        if shown:
            self.outline.follow()
        if had_focus:
            (self.outline if shown else self.view).setFocus(Qt.FocusReason.OtherFocusReason)

    def save_picture(self, path: Path) -> None:
        """Save the whole map as SVG or PNG, by the ending; raise PathwaysError where that cannot
        be done.
        """
        from pathways.gui.map.picture import save_picture

        with self.scene.on_paper(self._theme):
            save_picture(self.scene, path)

    def show_planned(self, words: Mapping[str, str]) -> None:
        """Mark where a plan begins and where it leads, in words by node."""
        self.scene.set_planned(words)

    def show_route(self, node_ids: Sequence[str] = ()) -> None:
        """Light the nodes of a route and its steps, and quiet the rest; () ends that."""
        known = self._session.library.nodes
        self._route = tuple(node for node in node_ids if node in known)
        self.folds.reveal(self._route)
        self.scene.set_route(self._route)
        self._follow()
        if self.outline is not None:
            self.outline.show_route(self._route)
        self._tell()

    def paint_poster(self, device: QPagedPaintDevice, scale: float = 1.0) -> int:
        """Paint the map as it is folded, in light colours, over as many sheets as it takes; return
        how many.

        The device's paper is turned so that they are few. Raise PathwaysError where that cannot be
        done.
        """
        from pathways.gui.map.poster import paint_turned

        with self.scene.on_paper(LIGHT.scaled(self._theme.scale)):
            return len(paint_turned(self.scene, device, scale, self.heading.text()).sheets)

    # Folding -------------------------------------------------------------------------------------

    def _go_to(self, box_id: str) -> None:
        """Look at a node; a box that is folded is only pointed out."""
        if self.folds.group(box_id) is None:
            self._session.set_current(box_id)
        if self.scene.current != box_id:
            self._show_current(box_id)

    def _on_unfold_asked(self, group_id: str) -> None:
        self.scene.set_current(group_id)
        self.folds.unfold(group_id)
        if self.scene.current is not None:
            self._steady = True
            self._go_to(self.scene.current)
            self._steady = False

    def _on_fold_asked(self, box_or_group: str) -> None:
        is_open = (
            self.folds.group(box_or_group) is not None and box_or_group not in self.folds.closed
        )
        group = box_or_group if is_open else self.folds.foldable(box_or_group)
        if group is None:
            return
        foot = self.scene.box_of(self.scene.nodes_in(group)[0])
        if is_open and foot is not None and self.view.shows(foot):
            self._anchor = foot  # with the foot of a ladder in its place, nothing beside it moves
        self.folds.fold(group)
        self._anchor = None

    def _on_fold_all_asked(self, fold: bool) -> None:
        if fold:
            self.folds.fold_all()
        else:
            self.folds.unfold_all()

    def _on_folds_changed(self) -> None:
        """Fold and unfold, and leave the box that the person has in mind where it is."""
        self.cards.ask(None)
        anchor = self._anchor or self.view.anchor()
        nodes = self.scene.nodes_in(anchor.node_id) if anchor is not None else ()
        place = self.view.place_of(anchor) if anchor is not None else QPointF()
        self.view.forget_pointed()
        self.scene.fold(self.folds.closed)
        item = self.scene.box_of(nodes[0]) if nodes else None
        if item is not None:
            self.view.hold(item, place)
        self._sizes.want(self.scene.shown_steps)
        self._offer_folding()
        self._follow()
        self._tell()

    # The session ---------------------------------------------------------------------------------

    def _on_library_changed(self) -> None:
        self.cards.ask(None)
        self.view.forget_pointed()
        library, session = self._session.library, self._session
        self._route = tuple(node for node in self._route if node in library.nodes)
        self.folds.show_library(
            library, (*session.chosen, *self._route, *filter(None, [session.current]))
        )
        self._sizes.forget()
        self._mirror_library()
        self.legend.show_library(library, folds=self.folds.many)
        self.view.refit()

    def _on_chosen_changed(self) -> None:
        self._refused = ""
        new = [node for node in self._session.chosen if node not in self._before]
        self.folds.reveal(new)
        self._before = self._session.chosen
        self.scene.set_chosen(self._session.chosen)
        self._show_chosen(new)
        self._follow()
        self._tell()

    def _show_chosen(self, new: Sequence[str]) -> None:
        """Bring what has been chosen elsewhere into sight, where one is before where one goes."""
        for node in reversed(new):
            item = self.scene.box_of(node)
            if item is not None and not self.view.shows(item):
                self.view.bring_into_sight(item)

    def _on_current_changed(self) -> None:
        current = self._session.current
        if current is not None:
            self.folds.reveal([current])
        self._show_current(current)

    def _show_current(self, box_id: str | None) -> None:
        """Mark a box as the one that the keyboard is on, and say so."""
        self._refused = ""
        self.scene.set_current(box_id)
        item = self.scene.current_item
        if item is not None and not self._steady:
            self.view.bring_into_sight(item)
        self._tell()
        self.cards.ask(item)

    def _on_clear_asked(self) -> None:
        """Take the card away; what is chosen stays, since Escape has no way back."""
        self.cards.ask(None)

    # Words ---------------------------------------------------------------------------------------

    def _tell(self) -> None:
        """Say in the hint line what to do next, and to a screen reader where the person is."""
        self.hint.setText(self._refused or next_words(self._session.library, self._session.chosen))
        self._show_hint()
        self.view.say(" ".join(part for part in (self._refused, self._here_words()) if part))

    def _here_words(self) -> str:
        current = self.scene.current
        if current is None:
            return _(
                "Arrow keys move from grade to grade, Space chooses, {key} shows the outline."
            ).format(key=_OUTLINE_KEY)
        return self.scene.spoken(current)

    # Sizes, overview -----------------------------------------------------------------------------

    def _on_sizes_found(self) -> None:
        self.scene.set_sizes(self._sizes.sizes)
        if self.outline is not None:
            self.outline.show_sizes(self._sizes.sizes)
        self.view.describe(self._here_words())

    def _follow(self) -> None:
        """Keep the overview in step with what is seen of the map."""
        if self.minimap is not None:
            self.minimap.follow(self.tools.overview.isChecked())
        elif self.view.much_is_hidden:
            self._late.start()

    def _make_overview(self) -> None:
        """Make the overview, unless the map has found its room meanwhile."""
        if self.minimap is not None or not self.view.much_is_hidden:
            return
        from pathways.gui.map.minimap import Minimap

        self.minimap = Minimap(self.view, self._theme)
        self.tools.offer_overview()
        self._fold_head()
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons beside the heading, or under it where there is no room."""
        super().resizeEvent(event)
        self._fold_head()

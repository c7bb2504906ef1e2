"""The parts of the page with the map: what they are, and where they lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from pathways.gui.map.card_keeper import CardKeeper
from pathways.gui.map.folds import Folds
from pathways.gui.map.legend import MapLegend
from pathways.gui.map.map_scene import MapScene
from pathways.gui.map.map_tools import MapTools
from pathways.gui.map.map_view import MapView
from pathways.gui.map.step_sizes import StepSizes
from pathways.gui.shell.session import Session
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.plain_text import Label
from pathways.gui.widgets.wrapped_label import wrapped_label
from pathways.i18n import _

if TYPE_CHECKING:
    from pathways.gui.map.minimap import Minimap
    from pathways.gui.map.outline import MapOutline

_ROOMY = 520  # pixels at 100 % text: in a lower page, a welcome takes the room of the legend
_HIGH_ENOUGH = 260  # pixels at 100 % text: in a lower page the hint has to do without the heading
_WELCOMING = 300  # pixels at 100 % text: in a lower page, a welcome takes the room of the buttons


class PaneParts(QWidget):
    """Make the head, the map and the legend, and give each the room that there is."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._session = session
        self._theme = theme
        self._refused = ""
        self._cramped = False
        self._led = False  # somebody else on the page says how to begin
        self.welcomed = False  # somebody new is told above how to begin, which takes its room
        self._lent = False  # the buttons stand in somebody else's row
        self._sizes = StepSizes(session, self)
        self._make_head()
        self._make_map()
        self._lay_out()

    @property
    def outline_shown(self) -> bool:
        """Tell whether the outline is shown in place of the map."""
        return self.stack.currentWidget() is not self.frame

    def _make_head(self) -> None:
        self.heading = Label(_("Grades, levels and roles"), self)
        self.heading.setProperty("look", "heading")
        self.heading.setObjectName("map-heading")
        self.hint = wrapped_label("quiet", self)
        self.hint.setObjectName("map-hint")
        self.tools = MapTools(self)

    def _make_map(self) -> None:
        self.folds = Folds(self._session.library, self)
        self.scene = MapScene(self._theme, self)
        self.view = MapView(self.scene, self)
        self.frame = QFrame(self)
        self.frame.setProperty("look", "card")
        inside = QVBoxLayout(self.frame)
        inside.setContentsMargins(4, 4, 4, 4)
        inside.addWidget(self.view)
        self.minimap: Minimap | None = None  # made when the map does not fit for the first time
        self.legend = MapLegend(self._session.library, self._theme, self, folds=self.folds.many)
        self.outline: MapOutline | None = None  # made when it is first asked for
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.frame)
        self._mirror_library()
        self.cards = CardKeeper(self._theme, self.view, self.folds, self._sizes, self)
        self._late = QTimer(self)  # when nothing else is left to be done
        self._late.setSingleShot(True)
        self._late.setInterval(0)

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.heading)
        words.addWidget(self.hint)
        self._head.addLayout(words, 1)
        self._head.addWidget(self.tools, 0, Qt.AlignmentFlag.AlignVCenter)
        self._under = QVBoxLayout()
        outer = QVBoxLayout(self)
        outer.addLayout(self._head)
        outer.addLayout(self._under)
        outer.addWidget(self.stack, 1)
        outer.addWidget(self.legend)
        self._outer = outer

    def _mirror_library(self) -> None:
        """Show the session's library with what is folded."""
        self.scene.show_library(self._session.library, self.folds.groups, self.folds.closed)
        self._sizes.want(self.scene.shown_steps)
        self.view.folding = self.folds.many
        self._offer_folding()

    def _offer_folding(self) -> None:
        self.tools.show_folding(useful=self.folds.many, folded=bool(self.folds.closed))

    def lend_tools(self, lent: bool) -> None:
        """Leave the buttons to somebody else's row, or take them back; the heading goes with them,
        so that the map has the room.
        """
        if lent != self._lent:
            self._lent = lent
            self._fold_head()

    def _show_hint(self) -> None:
        """Show the hint where there is room for it; a refusal is told in any case."""
        shown = bool(self._refused) or not (self._cramped or self._led)
        if shown == self.hint.isHidden():
            self.view.keep_size()  # a line of words is no reason to draw the map smaller
            self.hint.setVisible(shown)

    def _fold_head(self) -> None:
        """Give the map the room where there is little: the buttons go beside the words, and the
        words are few.
        """
        margins = self._outer.contentsMargins()
        inside = self.width() - margins.left() - margins.right()
        cramped = self.height() < self._theme.px(_HIGH_ENOUGH)
        self.legend.fold_where_cramped(inside)
        low = cramped or (self.welcomed and self.height() < self._theme.px(_ROOMY))
        self.legend.setVisible(not low and not self.outline_shown)
        self.heading.setVisible(not cramped and not self._lent)
        self.tools.set_cramped(cramped)
        if self._lent:
            self.tools.show()
            self._cramped = False
            self._show_hint()
            return
        room = inside - self._head.spacing()
        words = max(self.heading.sizeHint().width(), self._theme.px(240))
        beside = words + self.tools.one_row <= room
        self._cramped = cramped and not beside
        self._show_hint()
        alone = self.heading.isHidden() and self.hint.isHidden()
        crowded = self.welcomed and self.height() < self._theme.px(_WELCOMING)
        told = not crowded and (not cramped or (beside and not alone))
        self.tools.setVisible(told)  # the menu has them all
        wanted = self._head if beside else self._under
        if wanted.indexOf(self.tools) < 0:
            (self._under if beside else self._head).removeWidget(self.tools)
            wanted.addWidget(self.tools)

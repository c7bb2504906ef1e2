"""The first page: the way in, the map, and the text of whatever is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from pathways.compare.change import StepChange, Verdict
from pathways.gui.map.map_pane import MapPane
from pathways.gui.shell.session import Session
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.where_bar import WhereBar
from pathways.i18n import _

if TYPE_CHECKING:
    from pathways.gui.map.node_panel import NodePanel
    from pathways.gui.map.welcome import Welcome

# of the page's height beside the size of type: from there on, questions stand over their boxes
_ROOMY = 30


class MapPage(QWidget):
    """Show where one can be; the text of a node opens at the right when one is looked at."""

    compare_asked = Signal()
    import_asked = Signal()  # documents of the person's own are to be brought in
    welcomed = Signal()  # nobody needs to be told any more how to begin

    def __init__(
        self,
        session: Session,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        welcome: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAccessibleName(_("Map"))
        self._session = session
        self._theme = theme
        self.where = WhereBar(session, theme, self)
        self.map = MapPane(session, theme, self)
        # with a proxy, Tab would jump over the map's own buttons
        self.map.setFocusProxy(None)  # type: ignore[arg-type]
        self.map.be_led()  # and says how to go on
        self.panel: NodePanel | None = None  # made when a node is first looked at
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(1)
        self.split.addWidget(self.map)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.welcome: Welcome | None = None
        if welcome:
            self._make_welcome(column)
        column.addWidget(self.where)
        column.addWidget(self.split, 1)
        self.map.tools.resized.connect(self._fold_bar)
        self.where.compare_asked.connect(self.compare_asked)
        session.current_changed.connect(self._on_current_changed)

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        self._theme = theme
        if self.welcome is not None:
            self.welcome.set_theme(theme)
        self.where.set_theme(theme)
        self.map.set_theme(theme)
        self._fold_bar()
        if self.panel is not None:
            self.panel.set_theme(theme)
            self.panel.ensurePolished()
            self.panel.updateGeometry()
            QTimer.singleShot(0, self, self._share_room)  # when its buttons have their new size

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the map where the window is low for the size of its text."""
        super().resizeEvent(event)
        self.map.view.let_go()
        self._fold_bar()

    def _fold_bar(self) -> None:
        low = self.height() < _ROOMY * self._theme.text_px()
        self.where.set_compact(low)
        if self.welcome is not None:
            self.welcome.set_compact(low)
        tools = self.map.tools
        self.map.lend_tools(self.where.take_tools(tools, tools.one_row))

    def _make_welcome(self, column: QVBoxLayout) -> None:
        from pathways.gui.map.welcome import Welcome

        self.welcome = Welcome(self._session.library, self._theme, self)
        self.map.welcomed = True
        column.addWidget(self.welcome)
        self.welcome.closed.connect(self._on_welcomed)
        self.welcome.import_asked.connect(self.import_asked)
        self.welcome.example_asked.connect(self._on_example_asked)
        self.compare_asked.connect(self._on_welcomed)

    def _on_welcomed(self) -> None:
        """Take the welcome away for good; whoever has compared knows how."""
        if self.welcome is None:
            return
        had_focus = self.welcome.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self.welcome.hide()
        self.welcome.deleteLater()
        self.welcome = None
        self.map.welcomed = False
        self.welcomed.emit()
        if had_focus:
            self.take_focus()

    def _on_example_asked(self) -> None:
        """Compare the two ends of the step at which most subjects change in one direction."""
        session = self._session
        ladders = [framework.id for framework in session.library.frameworks if framework.ladders]
        self._on_welcomed()
        if ladders:
            best = max(session.comparer.ladder(ladders[0]).steps, key=_clear_changes, default=None)
            if best is not None:
                session.compare([best.before.id, best.after.id])

    def take_focus(self) -> None:
        """Give the keyboard to the first question."""
        self.where.here.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_current_changed(self) -> None:
        self.map.view.keep_size()  # a text that opens beside the map, or closes, leaves it as it is
        if self.panel is None and self._session.current is not None:
            from pathways.gui.map.node_panel import NodePanel
            from pathways.gui.widgets.reading_order import follow_the_eye

            self.panel = NodePanel(self._session, self._theme, self.split)
            self.split.addWidget(self.panel)
            self.split.setStretchFactor(0, 1)
            self.split.setStretchFactor(1, 0)
            follow_the_eye(self)
            self._share_room()

    def _share_room(self) -> None:
        """Give the text beside the map the width that its lines and buttons need."""
        if self.panel is None:
            return
        room = self.split.width()
        least = self.panel.minimumSizeHint().width()
        wanted = max(min(self.panel.sizeHint().width(), room // 2), least)
        self.split.setSizes([room - wanted, wanted])


def _clear_changes(step: StepChange) -> int:
    return sum(dimension.verdict in (Verdict.RAISED, Verdict.NEW) for dimension in step.dimensions)

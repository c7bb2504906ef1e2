"""What the pages about a session have in common: they are filled in when they are seen, and most
are scrolled.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from pathways.gui.shell.session import Session
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.main_in_sight import MainInSight
from pathways.gui.widgets.page_head import PageHead
from pathways.gui.widgets.painted_piece import PaintedPiece, place_on
from pathways.gui.widgets.reading_order import follow_the_eye

LOW = 30  # lines of type; on a page that is lower, what is secondary gives way
LOWEST = 14  # lines of type, below which the title stands alone
_IN_SIGHT = 7  # lines of what a page is for that are seen at least


class SessionPage(QWidget):
    """A page of the window; what changes while it is not seen is filled in when it is seen
    again.
    """

    def __init__(
        self, name: str, session: Session, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAccessibleName(name)
        self._session = session
        self._theme = theme
        self._stale = True

    def refresh(self) -> None:
        """Show the session as it is now; ``_stale`` is to be False then."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while the page was not seen."""
        self._catch_up()

    def sizeHint(self) -> QSize:
        """Return an ordinary size."""
        return QSize(1000, 700)

    def _catch_up(self) -> None:
        if self._stale:
            self.refresh()

    def _on_changed(self) -> None:
        """Fill the page in anew, now or when it is seen."""
        self._stale = True
        if self.isVisible():
            self.refresh()
            follow_the_eye(self)


class ScrolledPage(SessionPage):
    """A page with a head in which everything stands on ``_content``, which is scrolled."""

    def __init__(
        self, name: str, session: Session, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, session, theme, parent)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = QWidget(self._scroll)
        self._content.setObjectName("scrolled")
        self._column = QVBoxLayout(self._content)
        self.head = PageHead(theme, self._content)

    def _keep_bar(self) -> None:
        """Let a bar to scroll with always stand at the side, and none below."""
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _fill_page(self) -> None:
        """Let what stands in ``_column`` be scrolled, over the whole page."""
        self._fill_scroll()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def _fill_page_or(self, empty: QWidget) -> QStackedLayout:
        """Let what stands in ``_column`` be scrolled; return the layout that shows it, or
        ``empty`` in its place.
        """
        self._fill_scroll()
        stack = QStackedLayout(self)
        stack.addWidget(self._scroll)
        stack.addWidget(empty)
        return stack

    def _fill_scroll(self) -> None:
        """Let what stands in ``_column`` be scrolled, and what the page is for be in sight."""
        self._scroll.setWidget(self._content)
        MainInSight(self._scroll, self._main, self._least_of_main)

    def _main(self) -> QWidget | None:
        """Return what the page is for, which is in sight when it is opened."""
        return None

    def _least_of_main(self) -> int:
        return _IN_SIGHT * self._theme.text_px()

    def _is_low(self, lines: int = LOW) -> bool:
        return self.height() < lines * self._theme.text_px()

    def _space_out(self, theme: Theme) -> None:
        """Give the page its margins, and what stands on it the room between."""
        self._column.setContentsMargins(theme.margins(24, 16))
        self._column.setSpacing(theme.space(12))

    def _hug_bar(self, theme: Theme) -> None:
        """Give the page its margins, the right one narrower: a scroll bar always stands there."""
        edge = theme.space(24)
        self._column.setContentsMargins(edge, theme.space(16), theme.space(12), edge)
        self._column.setSpacing(theme.space(12))

    def _room_beside_bar(self) -> int:
        """Return the width that is left within those margins, in pixels."""
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        return self.width() - self._theme.space(36) - bar - 4

    def _bring_into_view(self, part: QWidget | PaintedPiece) -> None:
        """Scroll as little as shows a part of the page, from its top where it is high."""
        margin = self._theme.space(24)
        self._scroll_to(part, margin, margin)

    def _show_some(self, part: QWidget, least: int) -> None:
        """Scroll as little as shows so many pixels of a part from its top: what is above it stays
        in sight as far as can be.
        """
        place = place_on(part, self._content)
        place.setHeight(min(place.height(), least))
        self._show_place(place, 0, 0)

    def _scroll_to(self, part: QWidget | PaintedPiece, above: int, below: int) -> None:
        """Scroll as little as shows a part with so many pixels above and below it."""
        place = place_on(part, self._content)
        self._show_place(place, above, below)

    def _show_place(self, place: QRect, above: int, below: int) -> None:
        """Scroll as little as shows a place of the page with so many pixels above and below it."""
        bar, room = self._scroll.verticalScrollBar(), self._scroll.viewport().height()
        top, bottom = place.top(), place.top() + place.height()
        if top - above < bar.value() or place.height() > room - above:
            bar.setValue(top - above)
        elif bottom + below > bar.value() + room:
            bar.setValue(bottom + below - room)

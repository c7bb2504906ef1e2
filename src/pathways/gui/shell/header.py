"""The strip on top of the window: back, forward, and where one is."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QWidget

from pathways.gui.shell.pages import page_titles, pages
from pathways.gui.shell.search_box import SearchBox
from pathways.gui.shell.session import Session
from pathways.gui.shell.theme import Theme
from pathways.gui.widgets.icon_button import icon_button, paint_icon
from pathways.gui.widgets.plain_text import Label, set_tip
from pathways.i18n import _


class Crumb(Label):
    """Say where one is; shortened in the middle where there is no room, with the whole of it as
    its name.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("crumb")
        self.setMinimumWidth(60)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, shortened where they do not fit."""
        painter = QPainter(self)
        words = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideMiddle, self.width()
        )
        painter.drawText(QRect(self.rect()), Qt.AlignmentFlag.AlignVCenter, words)


class Header(QFrame):
    """Offer the way back and forward, and say which page it is."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._session = session
        self.back = icon_button("back", _("Back"), theme, self)
        self.forward = icon_button("forward", _("Forward"), theme, self)
        self.pages: QPushButton | None = (
            None  # made for the first window that has no room for a list of them
        )
        self._name = Label("Pathways", self)
        self._name.setProperty("look", "heading")
        self.crumb = Crumb(self)
        self._row = QHBoxLayout(self)
        for widget in (self.back, self.forward, self._name):
            self._row.addWidget(widget)
        self.search = SearchBox(theme, self)
        self._row.addWidget(self.crumb, 1)
        self._row.addWidget(self.search)
        self.back.clicked.connect(session.back)
        self.forward.clicked.connect(session.forward)
        for signal in (
            session.moved,
            session.page_changed,
            session.chosen_changed,
            session.current_changed,
            session.library_changed,
        ):
            signal.connect(self.refresh)
        self.set_theme(theme)
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme."""
        self._row.setContentsMargins(theme.margins(16, 6))
        self._row.setSpacing(theme.space(6))
        for button in (self.back, self.forward):
            paint_icon(button, theme)
        self._theme = theme
        self._paint_pages()
        self.search.set_theme(theme)
        self._share_room()

    def _pages_button(self) -> QPushButton:
        """Return a button with a menu of the pages, for windows with no room for a list of them."""
        button = QPushButton(self)
        menu = QMenu(button)
        menu.setLayoutDirection(QGuiApplication.layoutDirection())
        menu.setObjectName("pages")
        for name, title in page_titles().items():
            action = menu.addAction(title)
            action.setCheckable(True)
            action.setData(name)
            action.triggered.connect(lambda _on=False, page=name: self._session.visit(page))
        button.setMenu(menu)
        return button

    def _paint_pages(self) -> None:
        if self.pages is not None:
            from pathways.gui.widgets.menu_button import show_menu_sign

            show_menu_sign(self.pages, self._theme)

    def fold_pages(self, folded: bool) -> None:
        """Offer the pages in a menu, because there is no room for a list of them; or no longer."""
        if self.pages is None:
            self.pages = self._pages_button()
            self._row.insertWidget(0, self.pages)
            self.setTabOrder(self.pages, self.back)
            self._paint_pages()
            self._name_pages()
        self.pages.setVisible(folded)
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give up words before the box for searching."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        hint = self.search.sizeHint().width()
        self.search.setFixedWidth(
            max(self.search.minimumSizeHint().width(), min(hint, self.width() * 3 // 10))
        )
        roomy = self.width() > 3 * self._name.sizeHint().width() + self.search.width()
        self._name.setVisible(roomy and (self.pages is None or self.pages.isHidden()))

    def refresh(self) -> None:
        """Say where one is now."""
        self.back.setEnabled(self._session.can_go_back)
        self.forward.setEnabled(self._session.can_go_forward)
        self._name_pages()
        words = pages()[self._session.page].headline(self._session)
        self.crumb.setText(words)
        set_tip(self.crumb, words)
        self.crumb.setAccessibleName(_("You are at: {place}").format(place=words))

    def _name_pages(self) -> None:
        if self.pages is None:
            return
        title = page_titles().get(self._session.page, _("Pages")).rstrip("…")
        self.pages.setText(title)
        self.pages.setAccessibleName(_("Pages: {title}").format(title=title))
        for action in self.pages.menu().actions():
            action.setChecked(action.data() == self._session.page)

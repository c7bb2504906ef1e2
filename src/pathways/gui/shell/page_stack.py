"""The pages, each made when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from pathways.gui.shell.context import Context
from pathways.gui.shell.page_name import PageName
from pathways.gui.shell.page_spec import Page, PageSpec
from pathways.gui.shell.theme import Theme


class PageStack(QStackedWidget):
    """Show one page at a time; the modules of the others are not even loaded before they are
    seen.
    """

    def __init__(
        self, context: Context, pages: Mapping[PageName, PageSpec], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self._context = context
        self._specs = pages
        self._made: dict[PageName, QWidget] = {}
        context.pages_from(self, self.page)

    def page(self, name: PageName) -> Any:
        """Return a page, made when it is first asked for."""
        if name not in self._made:
            self._made[name] = self._specs[name].make(self._context)
            self.addWidget(self._made[name])
        return self._made[name]

    @property
    def names(self) -> tuple[PageName, ...]:
        """Return the names of all pages, made or not."""
        return tuple(self._specs)

    def is_made(self, name: PageName) -> bool:
        """Tell whether a page was seen already."""
        return name in self._made

    def show_page(self, name: PageName) -> Page:
        """Show a page and return it."""
        page = self.page(name)
        self.setCurrentWidget(page)
        if self.isVisible():
            _follow_the_eye(page)
        else:  # the first page of a window, whose first picture need not wait for it
            QTimer.singleShot(0, page, lambda: _follow_the_eye(page))
        return cast(Page, page)

    def set_theme(self, theme: Theme) -> None:
        """Apply a theme to all pages."""
        for page in self._made.values():
            cast(Page, page).set_theme(theme)


def _follow_the_eye(page: QWidget) -> None:
    from pathways.gui.widgets.reading_order import follow_the_eye

    follow_the_eye(page)

"""In which looks the window is walked through, and what is wrong on a page or in a dialog."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QHeaderView,
    QPushButton,
    QScrollArea,
    QTableView,
    QWidget,
)

from driver import Driver
from pathways.gui.shell.theme import THEMES, theme_named
from pathways.gui.widgets.wrapped_header import WrappedHeader
from pseudo import cut_off
from walking import beyond

WINDOW = QSize(1280, 720)
SCREEN = QSize(1280, 672)  # what a window's frame leaves of it
_LINES = 2  # of text that must be seen of what a page is for

# What each page is for.
MAIN: dict[str, Callable[[Driver], QWidget]] = {
    "map": lambda d: d.window.page("map").map.view,
    "map, with a text": lambda d: d.window.page("map").map.view,
    "compare": lambda d: d.window.page("compare").first,
    "ladder": lambda d: d.window.page("ladder").view,
    "route": lambda d: d.window.page("route").steps,
    "read": lambda d: d.window.page("read").sheet,
    "plan": lambda d: d.window.page("plan").view,
    "team": lambda d: d.window.page("team").table,
    "bring-in": lambda d: d.window.page("bring-in").head.buttons,
    "check": lambda d: d.window.page("check").table,
    "person": lambda d: d.window.page("person").facts,
    "side-by-side": lambda d: d.window.page("side-by-side").table,
    "what-if": lambda d: d.window.page("what-if").form,
    "scenarios": lambda d: d.window.page("scenarios").table,
    "gaps": lambda d: d.window.page("gaps").head.title,
    "differences": lambda d: d.window.page("differences").head.title,
    "import": lambda d: d.window.page("import").view,
    "search": lambda d: d.window.page("search").view,
    "problems": lambda d: d.window.page("problems").table,
}


class Case(NamedTuple):
    """A look: ``live`` where it comes while the page is shown, not with the start."""

    theme: str
    scale: float
    language: str
    live: bool

    def __str__(self) -> str:
        when = "live" if self.live else "fresh"
        return f"{self.theme}-{self.scale:.0%}-{self.language}-{when}".replace("%", "")


THEME_NAMES = tuple(THEMES)
SCALES = (1.0, 2.0, 3.0)
LANGUAGES = ("en", "cy", "qps")


def every_case() -> list[Case]:
    """Return all looks."""
    product = itertools.product(THEME_NAMES, SCALES, LANGUAGES, (False, True))
    return [Case(*values) for values in product]


def few_cases() -> list[Case]:
    """Return looks among which any two values of two kinds are found together."""
    found = []
    for theme, scale in itertools.product(range(3), range(3)):
        language = (theme + scale) % 3
        live = theme == scale  # which meets each language, too
        found.append(Case(THEME_NAMES[theme], SCALES[scale], LANGUAGES[language], live))
    return found


def asks_in(case: Case) -> bool:
    """Tell whether, of few looks, this is one of the three in which the dialogs are looked at:
    each theme, size and language once.
    """
    return (SCALES.index(case.scale) - THEME_NAMES.index(case.theme)) % 3 == 2


def wear(driver: Driver, theme: str, scale: float) -> None:
    """Change the look of the window while it is used."""
    driver.window.window_actions.set_theme(theme_named(theme).scaled(scale))
    driver.settle()


def wrong_on_page(driver: Driver, page: str) -> list[str]:
    """Return what is cut, beyond the edge, or out of sight on the page that is shown."""
    window = driver.window
    # where one is may be shortened in the head: the page's own title says it in full
    found = [one for one in [*cut_off(window), *beyond(window)] if "Crumb" not in one]
    found += cut_in_tables(window)
    if window.size() != WINDOW:
        found.append(f"the window grew to {window.size().toTuple()}")
    found += [f"a window of its own: {_told(other)}" for other in _strays(window)]
    main = MAIN[page](driver)
    wanted = min(main.height(), round(_LINES * 1.35 * window.theme.text_px()))
    seen = seen_of(main)
    if seen < wanted:
        found.append(f"only {seen} of {wanted} pixels of {type(main).__name__} are in sight")
    return found


def _strays(window: QWidget) -> list[QWidget]:
    """Return what is seen beside the window: nothing should be."""
    return [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window]


def _told(widget: QWidget) -> str:
    return f"{type(widget).__name__} {getattr(widget, 'text', widget.windowTitle)()!r}"


def seen_of(widget: QWidget) -> int:
    """Return how many pixels of a widget are seen from top to bottom."""
    if isinstance(widget, QAbstractScrollArea):
        widget = widget.viewport()  # which hides all of it
    return widget.visibleRegion().boundingRect().height() if widget.isVisible() else 0


def cut_in_tables(root: QWidget) -> list[str]:
    """Return the titles of columns and the cells, painted by Qt, that have too little room."""
    found = []
    for header in root.findChildren(QHeaderView):
        if header.isVisible() and header.orientation() == Qt.Orientation.Horizontal:
            found += _cut_titles(header)
    for table in root.findChildren(QTableView):
        if table.isVisible() and not table.visibleRegion().isEmpty():
            found += _cut_cells(table)
    return found


def _cut_titles(header: QHeaderView) -> Iterator[str]:
    wrapped = isinstance(header, WrappedHeader)
    if not wrapped and type(header).paintSection is not QHeaderView.paintSection:
        return  # broken into lines by its own painting
    for column in range(header.count()):
        if header.isSectionHidden(column):
            continue
        words = str(header.model().headerData(column, Qt.Orientation.Horizontal) or "")
        wide = _longest(header, words.split() if wrapped else [words])
        high = header.height_for(column) if isinstance(header, WrappedHeader) else 0
        if wide > header.sectionSize(column) or high > header.height():
            yield f"the title {words!r} of a column is cut: {wide} by {high} pixels"


def _longest(header: QHeaderView, parts: list[str]) -> float:
    metrics = QFontMetricsF(header.font())
    return max((metrics.horizontalAdvance(part) for part in parts), default=0.0)


def _cut_cells(table: QTableView) -> Iterator[str]:
    room = table.viewport().rect()
    model = table.model()
    for row in range(min(model.rowCount(), 40)):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            place = table.visualRect(index)
            if table.isColumnHidden(column) or not place.intersects(room):
                continue
            wanted = table.sizeHintForIndex(index)
            if wanted.height() > place.height() + 2:
                yield f"{table.objectName()}: {index.data()!r} is cut: {place.height()} pixels"


def wrong_in_dialog(dialog: QDialog) -> list[str]:
    """Return what is cut or beyond the screen in a dialog, shown and hidden again."""
    dialog.show()
    for _round in range(3):
        QApplication.processEvents()
    found = cut_off(dialog) + beyond(dialog) + cut_in_tables(dialog)
    if dialog.width() > SCREEN.width() or dialog.height() > SCREEN.height():
        found.append(f"it is {dialog.size().toTuple()}")
    for area in dialog.findChildren(QScrollArea):
        if area.isVisible() and area.horizontalScrollBar().isVisible():
            wanted = area.widget().minimumSizeHint().width()
            if wanted + area.verticalScrollBar().width() <= SCREEN.width():
                found.append("it scrolls sideways, though the screen is wide enough")
    for button in dialog.findChildren(QPushButton):
        scrolled = _above(button, QAbstractScrollArea)
        place = QRect(button.mapTo(dialog, QPoint(0, 0)), button.size())
        if button.isVisible() and scrolled is None and not dialog.rect().contains(place):
            found.append(f"{button.text()} is out of sight")
    dialog.hide()
    return found


def _above(widget: QWidget, kind: type[QWidget]) -> QWidget | None:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, kind):
        above = above.parentWidget()
    return above

"""Every page of the window with something on it, in a fixed state, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QScrollArea, QWidget

from driver import Driver
from pathways import paths
from pathways.gui.map.map_view import MapView

_DOCUMENT = Path(__file__).parent / "importing" / "documents" / "planning-officer.txt"


def each_page(driver: Driver) -> Iterator[str]:
    """Visit every page of the window's own list, filled with something to see, and yield its
    name.
    """
    window = driver.window
    window.session.choose(["ict-11", "ict-12"])
    for name in window.stack.names:
        if name == "plan":
            window.parts.navigation.plan_page().commands.open_sample()
        if name == "team":
            open_team(driver)
        window.session.visit(name)
        if name == "read":
            window.session.set_current("ict-11")
        if name == "search":
            window.parts.searching.search("manage budget")
        if name == "import":
            window.page("import").read([_DOCUMENT])
        if name == "problems":
            window.page("problems").check(window.session.library.frameworks[-1].id)
        if name in ("person", "side-by-side"):
            look_at_people(driver)
        driver.settle()
        assert window.session.page == name
        yield name
        if name == "map":
            window.session.set_current("ict-11")
            driver.settle()
            yield "map, with a text"
            window.session.set_current(None)
        if name == "import":
            window.page("import").worker.session.mark_kept()


def open_team(driver: Driver) -> None:
    """Open the sample team where it is."""
    from pathways.gui.team.team_actions import actions_of

    team = actions_of(driver.window.parts.context)
    team.open(paths.data() / "sample-team" / "service-desk.pathteam")


def look_at_people(driver: Driver) -> None:
    """Look at somebody of the team, and at two people side by side."""
    from pathways.gui.team.team_actions import actions_of

    session = actions_of(driver.window.parts.context).session
    people = [person.id for person in session.team.people]
    session.show_person(people[0])
    session.put_beside(people[:2], "ict-11", "ict-12")


def beyond(window: QWidget) -> list[str]:
    """Return the buttons and words that are seen and reach beyond the window's edge, or beyond
    what holds them without being able to scroll there.
    """
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QAbstractButton):
            continue
        holder = _scrolled_in(widget)
        if holder is None:
            place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
            if not window.rect().contains(place):
                found.append(f"{type(widget).__name__} {_words(widget)} {place.getRect()}")
        elif isinstance(holder, QScrollArea):
            inner = holder.widget()
            across = widget.mapTo(inner, QPoint(0, 0)).x() + widget.width()
            room = holder.viewport().width() + holder.horizontalScrollBar().maximum()
            if across > room + 1:
                found.append(f"{type(widget).__name__} {_words(widget)} cut at {room} of {across}")
    return found


def _scrolled_in(widget: QWidget) -> QScrollArea | QAbstractItemView | MapView | None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea | QAbstractItemView | MapView):
            return above
        above = above.parentWidget()
    return None


def _words(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return repr(text or widget.accessibleName() or widget.objectName())

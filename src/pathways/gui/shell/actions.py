"""Everything that can be done: one table, from which menus, keys and what is allowed when are
made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from pathways.gui.shell.session import Session
from pathways.i18n import _


def _always(_session: Session) -> bool:
    return True


def _on_paper(session: Session) -> bool:
    if session.page == "read":
        return session.current is not None
    if session.page == "route":
        return session.route.route is not None
    return session.can_compare or (session.page == "ladder" and bool(session.ladder_framework))


def _comparing(session: Session) -> bool:
    return session.can_compare and session.page == "compare"


def _can_step(session: Session, direction: int) -> bool:
    if session.page == "read":
        return session.current is not None and bool(session.neighbour(session.current, direction))
    return _comparing(session) and bool(session.shifted(direction))


def _up(session: Session) -> bool:
    return _can_step(session, 1)


def _down(session: Session) -> bool:
    return _can_step(session, -1)


def _chosen(session: Session) -> bool:
    return bool(session.chosen)


def _past(session: Session) -> bool:
    return session.can_go_back


def _future(session: Session) -> bool:
    return session.can_go_forward


def _undoable(session: Session) -> bool:
    return bool(session.undo.undo_words)


def _redoable(session: Session) -> bool:
    return bool(session.undo.redo_words)


class Action(msgspec.Struct, frozen=True):
    """One thing that can be done.

    ``menu`` is the menu that lists it, ``keys`` its keys, ``allowed`` whether it can be done now,
    ``group`` the actions of which one is ticked at a time; ``ruled`` draws a line above it.
    """

    name: str
    menu: str
    words: str
    keys: tuple[str, ...] = ()
    allowed: Callable[[Session], bool] = _always
    checkable: bool = False
    group: str = ""
    ruled: bool = False


def why_not(action: Action, session: Session) -> str:
    """Say why an action cannot be done now, and what would allow it; "" where it can be done."""
    if action.allowed(session):
        return ""
    on_page = {
        "read": _("Choose a grade or role to read first."),
        "route": _("Choose two ends with a way between them first."),
    }
    reasons: dict[Callable[[Session], bool], str] = {
        _on_paper: on_page.get(session.page, _("Choose two grades or roles first.")),
        _comparing: _("This is for the page that compares, with two grades or roles chosen."),
        _up: _("There is no grade above, or nothing is compared or read."),
        _down: _("There is no grade below, or nothing is compared or read."),
        _chosen: _("Nothing is chosen."),
        _past: _("You have not been anywhere else yet."),
        _future: _("You have not gone back."),
        _undoable: _("Nothing was changed on this page yet."),
        _redoable: _("Nothing was undone."),
    }
    return reasons.get(action.allowed, _("This does not apply to what is shown."))


def menus() -> dict[str, str]:
    """Return the menus by name, from left to right."""
    return {
        "file": _("&File"),
        "edit": _("&Edit"),
        "view": _("&View"),
        "go": _("&Go"),
        "help": _("&Help"),
    }


def actions() -> Iterator[Action]:
    """Yield every action, menu by menu, in the order in which they are listed."""
    yield Action("open", "file", _("&Open a framework file…"), ("Ctrl+O",))
    yield Action("import", "file", _("&Import documents…"), ("Ctrl+I",))
    yield Action("new_window", "file", _("&New window"), ("Ctrl+N",), ruled=True)
    yield Action("close_window", "file", _("Close &window"), ("Ctrl+W",))
    yield Action(
        "check",
        "file",
        _("Chec&k this framework…"),
        allowed=lambda s: bool(s.library.frameworks),
        ruled=True,
    )
    yield Action("save_picture", "file", _("Save &map as picture…"), ruled=True)
    yield Action("print_map", "file", _("Print map as po&ster…"))
    yield Action("export", "file", _("&Export…"), ("Ctrl+E",), _on_paper)
    yield Action("preview", "file", _("Print pre&view…"), ("Ctrl+Alt+P",), _on_paper)
    yield Action("print", "file", _("&Print…"), ("Ctrl+P",), _on_paper)
    yield Action("quit", "file", _("&Quit"), ("Ctrl+Q",), ruled=True)

    yield Action("undo", "edit", _("&Undo"), ("Ctrl+Z",), _undoable)
    yield Action("redo", "edit", _("&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), _redoable)
    yield Action("copy", "edit", _("&Copy statement"), ("Ctrl+C",), ruled=True)
    yield Action("copy_source", "edit", _("Copy statement with its &source"), ("Ctrl+Shift+C",))
    yield Action("copy_pair", "edit", _("Copy &pair"), ("Ctrl+Alt+C",), _comparing)
    yield Action("copy_dimension", "edit", _("Copy &dimension"), ("Ctrl+Alt+D",), _comparing)
    yield Action("copy_all", "edit", _("Copy the &whole comparison"), ("Ctrl+Alt+A",), _comparing)
    yield Action("judge", "edit", _("&Judge otherwise…"), ("Ctrl+J",), _comparing, ruled=True)
    yield Action(
        "clear", "edit", _("Choose &nothing"), ("Ctrl+Shift+Backspace",), _chosen, ruled=True
    )

    yield Action("settings", "edit", _("Se&ttings…"), ("Ctrl+,",), ruled=True)

    yield Action("only_changes", "view", _("&Only what changes"), ("Ctrl+Shift+O",), checkable=True)
    yield Action("word_marks", "view", _("&Word marks"), ("Ctrl+M",), checkable=True)
    yield Action("larger", "view", _("&Larger text"), ("Ctrl++", "Ctrl+="), ruled=True)
    yield Action("smaller", "view", _("&Smaller text"), ("Ctrl+-",))
    yield Action("normal_size", "view", _("&Normal text size"), ("Ctrl+0",))
    yield Action(
        "theme_system", "view", _("As the s&ystem"), checkable=True, group="theme", ruled=True
    )
    yield Action("theme_light", "view", _("L&ight"), checkable=True, group="theme")
    yield Action("theme_dark", "view", _("&Dark"), checkable=True, group="theme")
    yield Action("theme_high-contrast", "view", _("&High contrast"), checkable=True, group="theme")

    yield Action("back", "go", _("&Back"), ("Alt+Left",), _past)
    yield Action("forward", "go", _("&Forward"), ("Alt+Right",), _future)
    yield Action("page_map", "go", _("&Map"), ("Ctrl+1",), ruled=True)
    yield Action("page_compare", "go", _("&Compare"), ("Ctrl+2",))
    yield Action("page_ladder", "go", _("&Ladder"), ("Ctrl+3",))
    yield Action("page_route", "go", _("Rou&te"), ("Ctrl+4",))
    yield Action("page_read", "go", _("&Read"), ("Ctrl+5",))
    yield Action("search", "go", _("&Search"), ("Ctrl+K", "Ctrl+F"))
    yield Action("problems", "go", _("Probl&ems"), ("Ctrl+Shift+M",))
    yield Action("next_change", "go", _("&Next change"), ("N", "F8"), _comparing, ruled=True)
    yield Action("previous_change", "go", _("&Previous change"), ("P", "Shift+F8"), _comparing)
    yield Action("step_up", "go", _("One grade &up"), ("Ctrl+Up",), _up)
    yield Action("step_down", "go", _("One grade &down"), ("Ctrl+Down",), _down)

    yield Action("guide", "help", _("&Guide"), ("F1",))
    yield Action("palette", "help", _("All a&ctions…"), ("Ctrl+Shift+P",))
    yield Action("about", "help", _("&About Pathways"))

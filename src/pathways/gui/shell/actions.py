"""Everything that can be done: one table, from which menus, keys and what is allowed when are
made.

A line has the action's name, its menu, its words, what does it, and its keys. ``why_not`` says why
it cannot be done now, "" where it can.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import msgspec

from pathways.gui.shell.page_name import PageName
from pathways.gui.shell.pages import pages
from pathways.gui.shell.session import Session
from pathways.i18n import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

    from pathways.gui.map.map_tools import MapTools
    from pathways.gui.shell.parts import Parts
    from pathways.gui.team.team_actions import TeamActions

WhyNot = Callable[[Session], str]


def _always(_session: Session) -> str:
    return ""


class ActionSpec(msgspec.Struct, frozen=True):
    """One thing that can be done.

    ``menu`` is the menu that lists it, ``do`` does it, ``keys`` are its keys; ``why_not`` says why
    it cannot be done now and what would allow it, "" where it can. ``group`` names the actions of
    which one is ticked at a time; ``ruled`` draws a line above it.
    """

    name: str
    menu: str
    words: str
    do: Callable[[Parts], object]
    keys: tuple[str, ...] = ()
    why_not: WhyNot = _always
    checkable: bool = False
    group: str = ""
    ruled: bool = False

    def allowed(self, session: Session) -> bool:
        """Tell whether it can be done now."""
        return not self.why_not(session)


# Why something cannot be done now ----------------------------------------------------------------


def _no_paper(session: Session) -> str:
    return pages()[session.page].why_no_paper(session)


def _not_comparing(session: Session) -> str:
    if session.can_compare and session.page == PageName.COMPARE:
        return ""
    return _("This is for the page that compares, with two grades or roles chosen.")


def _not_on_the_map(session: Session) -> str:
    return "" if session.page == PageName.MAP else _("This is for the map.")


def _can_step(session: Session, direction: int) -> bool:
    if session.page == PageName.READ:
        return session.current is not None and bool(session.neighbour(session.current, direction))
    return not _not_comparing(session) and bool(session.shifted(direction))


def _none_above(session: Session) -> str:
    if _can_step(session, 1):
        return ""
    return _("There is no grade above, or nothing is compared or read.")


def _none_below(session: Session) -> str:
    if _can_step(session, -1):
        return ""
    return _("There is no grade below, or nothing is compared or read.")


def _nothing_onward(session: Session) -> str:
    if session.page in (PageName.MAP, PageName.READ) and session.current is not None:
        if session.neighbour(session.current, 1):
            return ""
        return _("No stated step leads on from it.")
    return _("Go to a grade on the map first, or read one.")


def _none_chosen(session: Session) -> str:
    return "" if session.chosen else _("Nothing is chosen.")


def _nothing_to_plan(session: Session) -> str:
    return "" if session.can_compare else _("Choose where you are and where you want to go first.")


def _nothing_to_save(session: Session) -> str:
    return "" if session.can_compare else _("Choose two grades or roles first.")


def _no_past(session: Session) -> str:
    return "" if session.can_go_back else _("No earlier page.")


def _no_future(session: Session) -> str:
    return "" if session.can_go_forward else _("No later page.")


def _not_changed(session: Session) -> str:
    return "" if session.undo.undo_words else _("Nothing has been changed on this page yet.")


def _not_undone(session: Session) -> str:
    return "" if session.undo.redo_words else _("Nothing to redo.")


def _none_open(session: Session) -> str:
    return "" if session.library.frameworks else _("No framework is open.")


def _no_team(session: Session) -> str:
    return pages()[PageName.TEAM].why_no_paper(session)


def _team(parts: Parts) -> TeamActions:
    from pathways.gui.team.team_actions import actions_of

    return actions_of(parts.context)


# The table ---------------------------------------------------------------------------------------


def menus() -> dict[str, str]:
    """Return the menus by name, from left to right."""
    return {
        "file": _("&File"),
        "edit": _("&Edit"),
        "view": _("&View"),
        "go": _("&Go"),
        "team": _("&Team"),
        "help": _("&Help"),
    }


def submenus() -> dict[str, str]:
    """Return the menus inside menus, by the group of actions that they list."""
    return {"theme": _("&Colours")}


def actions() -> Iterator[ActionSpec]:
    """Yield every action, menu by menu, in the order in which they are listed."""
    yield from _of_files()
    yield from _of_editing()
    yield from _of_the_view()
    yield from _of_going()
    yield from _of_the_team()
    yield from _of_help()


def _map_tools(parts: Parts) -> MapTools:
    tools: MapTools = parts.context.page(PageName.MAP).map.tools
    return tools


def _page(
    name: PageName, menu: str, words: str, key: str = "", why_not: WhyNot = _always
) -> ActionSpec:
    """Return the action that goes to a page; a line is above the first of the list."""

    def visit(parts: Parts) -> None:
        parts.context.session.visit(name)

    keys = (key,) if key else ()
    ruled = name == PageName.MAP
    return ActionSpec(f"page_{name.value}", menu, words, visit, keys, why_not, ruled=ruled)


# fmt: off
def _of_files() -> Iterator[ActionSpec]:
    yield ActionSpec("open", "file", _("&Open a framework file…"),
                     lambda parts: parts.files.ask_open(), ("Ctrl+O",))
    yield ActionSpec("open_plan", "file", _("Open a p&lan…"),
                     lambda parts: parts.navigation.plan_page().commands.open())
    yield ActionSpec("plan_step", "file", _("Plan t&his step…"),
                     lambda parts: parts.navigation.plan_page().commands.begin(), (),
                     _nothing_to_plan)
    yield ActionSpec("save_comparison", "file", _("Save this &comparison…"),
                     lambda parts: parts.comparisons.save(), ("Ctrl+S",), _nothing_to_save)
    yield ActionSpec("import", "file", _("&Import documents…"),
                     lambda parts: parts.imports.begin(), ("Ctrl+I",))
    yield ActionSpec("new_window", "file", _("&New window"),
                     lambda parts: parts.window.new_window(), ("Ctrl+N",), ruled=True)
    yield ActionSpec("close_window", "file", _("Close &window"),
                     lambda parts: parts.window.close(), ("Ctrl+W",))
    yield ActionSpec("check", "file", _("Chec&k this framework…"),
                     lambda parts: parts.window.check(), (), _none_open, ruled=True)
    yield ActionSpec("save_picture", "file", _("Save &map as picture…"),
                     lambda parts: parts.exports.save_picture(), ruled=True)
    yield ActionSpec("print_map", "file", _("Print map as po&ster…"),
                     lambda parts: parts.exports.print_map())
    yield ActionSpec("export", "file", _("&Export…"),
                     lambda parts: parts.exports.export(), ("Ctrl+E",), _no_paper)
    yield ActionSpec("preview", "file", _("Print pre&view…"),
                     lambda parts: parts.exports.preview(), ("Ctrl+Alt+P",), _no_paper)
    yield ActionSpec("print", "file", _("&Print…"),
                     lambda parts: parts.exports.print(), ("Ctrl+P",), _no_paper)
    yield ActionSpec("quit", "file", _("&Quit"),
                     lambda parts: parts.window.quit(), ("Ctrl+Q",), ruled=True)


def _of_editing() -> Iterator[ActionSpec]:
    yield ActionSpec("undo", "edit", _("&Undo"),
                     lambda parts: parts.context.session.undo.undo(), ("Ctrl+Z",), _not_changed)
    yield ActionSpec("redo", "edit", _("&Redo"),
                     lambda parts: parts.context.session.undo.redo(), ("Ctrl+Shift+Z", "Ctrl+Y"),
                     _not_undone)
    yield ActionSpec("copy", "edit", _("&Copy statement"),
                     lambda parts: parts.clipboard.copy(), ("Ctrl+C",), ruled=True)
    yield ActionSpec("select_words", "edit", _("Se&lect words of a cell"),
                     lambda parts: parts.clipboard.select_words(), ("F2",))
    yield ActionSpec("copy_source", "edit", _("Copy statement with its &source"),
                     lambda parts: parts.clipboard.copy_source(), ("Ctrl+Shift+C",))
    yield ActionSpec("copy_pair", "edit", _("Copy &pair"),
                     lambda parts: parts.clipboard.copy_pair(), ("Ctrl+Alt+C",), _not_comparing)
    yield ActionSpec("copy_dimension", "edit", _("Copy &dimension"),
                     lambda parts: parts.clipboard.copy_dimension(), ("Ctrl+Alt+D",),
                     _not_comparing)
    yield ActionSpec("copy_all", "edit", _("Copy the &whole comparison"),
                     lambda parts: parts.clipboard.copy_all(), ("Ctrl+Alt+A",), _not_comparing)
    yield ActionSpec("judge", "edit", _("Change this &verdict…"),
                     lambda parts: parts.judging.judge_here(), ("Ctrl+J",), _not_comparing,
                     ruled=True)
    yield ActionSpec("find", "edit", _("&Find on this page…"),
                     lambda parts: parts.find_bar().begin(), ("Ctrl+F",), ruled=True)
    yield ActionSpec("find_next", "edit", _("Find the &next one"),
                     lambda parts: parts.find_bar().go(1), ("F3",))
    yield ActionSpec("find_previous", "edit", _("Find the previ&ous one"),
                     lambda parts: parts.find_bar().go(-1), ("Shift+F3",))
    yield ActionSpec("clear", "edit", _("Clear select&ion"),
                     lambda parts: parts.context.session.choose(()), ("Ctrl+Shift+Backspace",),
                     _none_chosen, ruled=True)
    yield ActionSpec("settings", "edit", _("Se&ttings…"),
                     lambda parts: parts.window.ask_settings(), ("Ctrl+,",), ruled=True)


def _of_the_view() -> Iterator[ActionSpec]:
    yield ActionSpec("only_changes", "view", _("&Only what changes"),
                     lambda parts: parts.window.toggle_only_changes(), ("Ctrl+Shift+O",),
                     checkable=True)
    yield ActionSpec("word_marks", "view", _("&Word marks"),
                     lambda parts: parts.window.toggle_word_marks(), ("Ctrl+M",), checkable=True)
    yield ActionSpec("larger", "view", _("&Larger text"),
                     lambda parts: parts.window.resize_text(1), ("Ctrl++", "Ctrl+="), ruled=True)
    yield ActionSpec("smaller", "view", _("&Smaller text"),
                     lambda parts: parts.window.resize_text(-1), ("Ctrl+-",))
    yield ActionSpec("normal_size", "view", _("&Normal text size"),
                     lambda parts: parts.window.resize_text(0), ("Ctrl+0",))
    yield ActionSpec("full_screen", "view", _("F&ull screen"),
                     lambda parts: parts.window.toggle_full_screen(), ("F11",))
    yield _map_tool("outline", _("The &map in words"), lambda tools: tools.outline, ruled=True)
    yield _map_tool("fit_map", _("Fi&t the map"), lambda tools: tools.fit)
    yield _map_tool("map_larger", _("Map lar&ger"), lambda tools: tools.larger)
    yield _map_tool("map_smaller", _("Map sm&aller"), lambda tools: tools.smaller)
    yield _map_tool("fold_map", _("Fol&d the map, or unfold it"), lambda tools: tools.folding)
    yield from _of_the_themes()


def _map_tool(
    name: str, words: str, tool: Callable[[MapTools], QAbstractButton], *, ruled: bool = False
) -> ActionSpec:
    """Return the action that a button over the map does."""
    return ActionSpec(name, "view", words, lambda parts: tool(_map_tools(parts)).click(), (),
                      _not_on_the_map, ruled=ruled)


def _of_the_themes() -> Iterator[ActionSpec]:
    yield ActionSpec("theme_system", "view", _("Same as s&ystem"),
                     lambda parts: parts.window.use_theme("system"), checkable=True, group="theme",
                     ruled=True)
    yield ActionSpec("theme_light", "view", _("L&ight"),
                     lambda parts: parts.window.use_theme("light"), checkable=True, group="theme")
    yield ActionSpec("theme_dark", "view", _("&Dark"),
                     lambda parts: parts.window.use_theme("dark"), checkable=True, group="theme")
    yield ActionSpec("theme_high-contrast", "view", _("&High contrast"),
                     lambda parts: parts.window.use_theme("high-contrast"), checkable=True,
                     group="theme")


def _of_going() -> Iterator[ActionSpec]:
    yield ActionSpec("back", "go", _("&Back"),
                     lambda parts: parts.context.session.back(), ("Alt+Left",), _no_past)
    yield ActionSpec("forward", "go", _("&Forward"),
                     lambda parts: parts.context.session.forward(), ("Alt+Right",), _no_future)
    yield _page(PageName.MAP, "go", _("&Map"), "Ctrl+1")
    yield _page(PageName.COMPARE, "go", _("&Compare"), "Ctrl+2")
    yield _page(PageName.LADDER, "go", _("&Ladder"), "Ctrl+3")
    yield _page(PageName.ROUTE, "go", _("Rou&te"), "Ctrl+4")
    yield _page(PageName.READ, "go", _("&Read"), "Ctrl+5")
    yield _page(PageName.PLAN, "go", _("M&y plan"), "Ctrl+6")
    yield ActionSpec("search", "go", _("&Search"),
                     lambda parts: parts.searching.begin(), ("Ctrl+K",))
    yield ActionSpec("problems", "go", _("Probl&ems"),
                     lambda parts: parts.window.show_problems(), ("Ctrl+Shift+M",))
    yield ActionSpec("next_change", "go", _("&Next change"),
                     lambda parts: parts.navigation.next_change(1), ("N", "F8"), _not_comparing,
                     ruled=True)
    yield ActionSpec("previous_change", "go", _("&Previous change"),
                     lambda parts: parts.navigation.next_change(-1), ("P", "Shift+F8"),
                     _not_comparing)
    yield ActionSpec("step_up", "go", _("One grade &up"),
                     lambda parts: parts.navigation.step(1), ("Ctrl+Up",), _none_above)
    yield ActionSpec("step_down", "go", _("One grade &down"),
                     lambda parts: parts.navigation.step(-1), ("Ctrl+Down",), _none_below)
    yield ActionSpec("compare_onward", "go", _("Compare with the ne&xt grade"),
                     lambda parts: parts.navigation.compare_onward(), ("Ctrl+Return",),
                     _nothing_onward)


def _of_the_team() -> Iterator[ActionSpec]:
    yield _page(PageName.TEAM, "team", _("&Team"), "Ctrl+7")
    yield ActionSpec("team_new", "team", _("&New team…"), lambda parts: _team(parts).new(),
                     ruled=True)
    yield ActionSpec("team_open", "team", _("&Open a team…"), lambda parts: _team(parts).ask_open())
    yield _page(PageName.BRING_IN, "team", _("&Bring in a spreadsheet…"), why_not=_no_team)
    yield ActionSpec("team_person", "team", _("Add a &person…"),
                     lambda parts: _team(parts).add_person(), ("Ctrl+Shift+A",), _no_team,
                     ruled=True)
    yield ActionSpec("team_post", "team", _("Add a po&st…"),
                     lambda parts: _team(parts).add_post(), (), _no_team)
    yield _page(PageName.WHAT_IF, "team", _("&What if…"), "Ctrl+Shift+W", _no_team)
    yield _page(PageName.SCENARIOS, "team", _("Scenarios side b&y side"), why_not=_no_team)
    yield _page(PageName.SIDE_BY_SIDE, "team", _("S&ide by side"), why_not=_no_team)
    yield _page(PageName.GAPS, "team", _("What the t&eam can show"), why_not=_no_team)
    yield _page(PageName.CHECK, "team", _("What to &look at"), why_not=_no_team)
    yield _page(PageName.DIFFERENCES, "team", _("Dif&ferences to settle"), why_not=_no_team)
    yield from _of_what_the_team_shares()


def _of_what_the_team_shares() -> Iterator[ActionSpec]:
    yield ActionSpec("team_map", "team", _("People on the &map"),
                     lambda parts: _team(parts).show_on_map(), ("Ctrl+Shift+T",), _no_team)
    yield ActionSpec("team_sheets", "team", _("S&heets for everybody…"),
                     lambda parts: _team(parts).sheets(), (), _no_team, ruled=True)
    yield ActionSpec("team_nameless", "team", _("Sheets witho&ut names"),
                     lambda parts: _team(parts).toggle_names(), (), _no_team, checkable=True)
    yield ActionSpec("team_copy", "team", _("A &copy for somebody else…"),
                     lambda parts: _team(parts).copy_for_others(), (), _no_team)
    yield ActionSpec("team_passphrase", "team", _("Keep under a p&assphrase…"),
                     lambda parts: _team(parts).keep_under_passphrase(), (), _no_team)
    yield ActionSpec("team_rename", "team", _("Chan&ge the team’s name…"),
                     lambda parts: _team(parts).rename(), (), _no_team)
    yield ActionSpec("team_rules", "team", _("&Rules…"),
                     lambda parts: _team(parts).choose_rules(), (), _no_team)
    yield ActionSpec("team_bands", "team", _("Pay ban&ds…"),
                     lambda parts: _team(parts).ask_bands(), (), _no_team)


def _of_help() -> Iterator[ActionSpec]:
    yield ActionSpec("guide", "help", _("&Guide"), lambda parts: parts.window.show_guide(), ("F1",))
    yield ActionSpec("sample_plan", "help", _("&Sample plan"),
                     lambda parts: parts.navigation.plan_page().commands.open_sample())
    yield ActionSpec("team_sample", "help", _("A sample &team…"),
                     lambda parts: _team(parts).open_sample())
    yield ActionSpec("palette", "help", _("All a&ctions…"),
                     lambda parts: parts.window.ask_palette(), ("Ctrl+Shift+P",))
    yield ActionSpec("about", "help", _("&About Pathways"), lambda parts: parts.window.about())
# fmt: on

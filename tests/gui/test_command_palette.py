"""Every action by its words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from driver import Driver, plain
from pathways.gui.shell.actions import actions
from pathways.gui.shell.command_palette import Command, CommandPalette, matching
from pathways.gui.shell.theme import THEMES


def use(opened: Driver, typed: str, *keys: Qt.Key) -> list[str]:
    """Open the palette by its key, type, press keys, and return what was listed."""
    seen: list[str] = []

    def do(dialog: CommandPalette) -> None:
        QTest.keyClicks(dialog.box, typed)
        seen.extend(command.words for command in dialog.shown)
        for key in keys:
            QTest.keyClick(dialog.box, key)

    opened.when("All actions", do)
    opened.press("Ctrl+Shift+P")
    opened.settle()
    return seen


def test_every_action_is_listed_with_its_key(opened: Driver) -> None:
    commands = {command.name: command for command in opened.window.menus.commands()}
    assert set(commands) == {row.name for row in actions()}
    assert commands["page_ladder"].keys == "Ctrl+3" and commands["page_ladder"].menu == "Go"
    assert len(use(opened, "")) == len(commands)


def test_typing_narrows_and_enter_does(opened: Driver) -> None:
    assert use(opened, "ladd", Qt.Key.Key_Return) == ["Ladder"]
    assert opened.window.session.page == "ladder"


def test_the_arrows_walk_while_one_types(opened: Driver) -> None:
    listed = use(opened, "text", Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert listed[:2] == ["Larger text", "Smaller text"]
    assert opened.window.theme.scale == 0.9


def test_escape_does_nothing(opened: Driver) -> None:
    use(opened, "dark", Qt.Key.Key_Escape)
    assert opened.window.theme.name == "light"


def test_what_cannot_be_done_says_why_and_is_not_done(opened: Driver) -> None:
    said = []

    def do(dialog: CommandPalette) -> None:
        QTest.keyClicks(dialog.box, "export")
        QTest.keyClick(dialog.box, Qt.Key.Key_Return)
        said.append((dialog.isVisible(), dialog._count.text(), dialog.box.accessibleDescription()))

    opened.when("All actions", do)
    opened.menu("Help", "All actions")
    visible, words, heard = said[0]
    assert visible and words == "Not possible now: Choose two grades or roles first."
    assert "Choose two grades or roles first." in heard


def test_a_click_does_too(opened: Driver) -> None:
    def do(dialog: CommandPalette) -> None:
        QTest.keyClicks(dialog.box, "dark")
        place = dialog.list.visualRect(dialog.list.currentIndex()).center()
        QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place)

    opened.when("All actions", do)
    opened.menu("Help", "All actions")
    assert opened.window.theme.name == "dark"


def test_nothing_found_is_a_sentence(opened: Driver) -> None:
    said = []
    opened.when(
        "All actions",
        lambda d: (QTest.keyClicks(d.box, "zzz"), said.append(d._count.text()), d.reject()),
    )
    opened.menu("Help", "All actions")
    assert said == ["Nothing found. Try other words."]


@pytest.mark.parametrize("page", ["map", "compare", "ladder", "route", "read", "search"])
def test_every_refusal_has_its_reason(opened: Driver, page: str) -> None:
    opened.window.session.visit(page)
    assert {row.allowed(opened.window.session) for row in actions()} == {True, False}
    for row in actions():
        assert bool(row.why_not(opened.window.session)) != row.allowed(opened.window.session)


def test_words_that_begin_so_come_first() -> None:
    commands = [
        Command("a", "Unchoose", "Edit", ""),
        Command("b", "Show choice", "Edit", ""),
        Command("c", "Choose", "Edit", ""),
    ]
    assert [command.name for command in matching(commands, "cho")] == ["c", "b", "a"]
    assert matching(commands, "edit cho")[0].name == "b"
    assert matching(commands, "choose nothing") == []


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("scale", [0.8, 1.0, 3.0])
def test_it_fits_the_window_in_every_look(opened: Driver, theme: str, scale: float) -> None:
    opened.window.window_actions.use_theme(theme)
    opened.window.resize(1280, 720)
    opened.window.window_actions.set_theme(opened.window.theme.scaled(scale))
    sizes = []
    opened.when(
        "All actions", lambda d: (sizes.append((d.width(), d.height())), d.grab(), d.reject())
    )
    opened.menu("Help", "All actions")
    assert sizes[0][0] <= 1280 and sizes[0][1] <= 720


def test_the_words_are_those_of_the_menus(opened: Driver) -> None:
    commands = opened.window.menus.commands()
    assert commands
    assert [command.words for command in commands] == [plain(row.words) for row in actions()]

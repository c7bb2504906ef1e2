"""Everything that can be done is in the menus, has its words, and is allowed only when it makes
sense.
"""

from __future__ import annotations

from collections import Counter

from PySide6.QtGui import QKeySequence

from driver import Driver, plain
from pathways.gui.shell.actions import actions, menus, submenus
from pathways.gui.shell.theme import THEMES


def test_every_action_stands_in_a_menu(opened: Driver) -> None:
    titles = {name: plain(title) for name, title in menus().items()}
    assert {row.menu for row in actions()} == set(titles)
    for row in actions():
        assert opened.action(titles[row.menu], plain(row.words)).objectName() == row.name


def test_no_key_does_two_things() -> None:
    keys = Counter(QKeySequence(key).toString() for row in actions() for key in row.keys)
    assert len(keys) > 30
    assert [key for key, count in keys.items() if count > 1] == []


def test_letters_of_a_menu_are_not_used_twice() -> None:
    assert {row.menu for row in actions()} == set(menus())
    for menu in menus():
        listed = [row for row in actions() if row.menu == menu]
        inside = {row.group for row in listed if row.group}
        words = [row.words for row in listed if not row.group]
        words += [submenus()[group] for group in inside]
        assert words, f"nothing stands in the menu {menu}"
        letters = [text[text.index("&") + 1].lower() for text in words]
        assert len(set(letters)) == len(letters), (menu, letters)


def test_what_makes_no_sense_is_not_allowed(opened: Driver) -> None:
    actions = (
        ("File", "Export"),
        ("File", "Print"),
        ("Go", "Next change"),
        ("Go", "Back"),
        ("Edit", "Clear selection"),
    )
    for menu, words in actions:
        assert not opened.action(menu, words).isEnabled(), words
    opened.window.session.compare(["ict-11", "ict-12"])
    opened.settle()
    for menu, words in actions:
        assert opened.action(menu, words).isEnabled(), words


def test_pages_open_by_menu_key_and_mouse(opened: Driver) -> None:
    ways = (
        ("compare", "Ctrl+2", "Compare"),
        ("ladder", "Ctrl+3", "Ladder"),
        ("route", "Ctrl+4", "Route"),
        ("read", "Ctrl+5", "Read"),
        ("map", "Ctrl+1", "Map"),
    )
    assert {page for page, _key, _words in ways} <= set(opened.window.stack.names)
    for page, key, words in ways:
        opened.menu("Go", words)
        assert opened.window.session.page == page
        opened.menu("Go", "Back")
        opened.press(key)
        assert opened.window.session.page == page
        opened.menu("Go", "Back")
        opened.click(words, opened.window.rail)
        assert opened.window.session.page == page


def test_text_grows_and_shrinks_and_is_remembered(opened: Driver) -> None:
    opened.press("Ctrl++", "Ctrl++")
    assert opened.window.theme.scale == 1.2
    assert opened.status == "Text at 120 %"
    opened.reopen()
    assert opened.window.theme.scale == 1.2
    opened.press("Ctrl+-")
    assert opened.window.theme.scale == 1.1
    opened.press("Ctrl+0")
    assert opened.window.theme.scale == 1.0


def test_every_theme_can_be_worn_on_every_page_and_is_remembered(opened: Driver) -> None:
    opened.window.session.compare(["ict-11", "ict-12"])
    opened.press("Ctrl+3", "Ctrl+1")
    for theme in THEMES.values():
        opened.menu("View", theme.title)
        assert opened.window.theme.name == theme.name
        opened.press("Ctrl+2", "Ctrl+3", "Ctrl+1")
    opened.reopen()
    assert opened.window.theme.name == "high-contrast"
    ticked = [
        words
        for words in ("Same as system", "Light", "Dark", "High contrast")
        if opened.action("View", words).isChecked()
    ]
    assert ticked == ["High contrast"]


def test_about_says_version_and_sources(opened: Driver) -> None:
    seen = []
    opened.when(
        "About Pathways",
        lambda dialog: (opened.click("Copy", dialog), seen.append(opened.clipboard)),
    )
    opened.menu("Help", "About Pathways")
    for framework in opened.window.session.library.frameworks:
        assert framework.title in seen[0] and framework.source.document in seen[0]
    assert "Version" in seen[0]


def test_the_window_fits_a_small_screen_at_every_text_size(opened: Driver) -> None:
    for scale in (0.8, 1.0, 2.0, 3.0):
        opened.window.window_actions.set_theme(opened.window.theme.scaled(scale))
        opened.window.resize(1280, 720)
        opened.settle()
        assert (opened.window.width(), opened.window.height()) == (1280, 720)


def test_single_letters_can_be_switched_off(opened: Driver) -> None:
    keys = opened.window.menus.action("next_change").shortcuts
    assert [key.toString() for key in keys()] == ["N", "F8"]
    opened.window.window_actions.apply({"keys/single_letters": False})
    assert [key.toString() for key in keys()] == ["F8"]
    opened.reopen()
    keys = opened.window.menus.action("next_change").shortcuts
    assert [key.toString() for key in keys()] == ["F8"]


def test_the_title_of_the_window_says_what_is_shown(opened: Driver) -> None:
    opened.window.session.compare(["ict-11", "ict-12"])
    opened.settle()
    assert "Grade 11 to Grade 12" in opened.window.windowTitle()
    opened.menu("Go", "Map")
    assert "Grade 11" not in opened.window.windowTitle()


def test_the_map_s_own_actions_are_in_the_menu(opened: Driver) -> None:
    opened.menu("View", "The map in words")
    assert opened.window.page("map").map.outline_shown
    opened.menu("Go", "Compare")
    assert not opened.action("View", "The map in words").isEnabled()


def test_what_the_maps_card_offers_is_in_the_menu_and_has_a_key(opened: Driver) -> None:
    assert not opened.action("Go", "Compare with the next grade").isEnabled()
    opened.window.session.set_current("ict-11")
    opened.settle()
    opened.menu("Go", "Compare with the next grade")
    assert opened.window.session.page == "compare"
    assert opened.window.session.chosen == ("ict-11", "ict-12")
    opened.window.session.read("ict-8")
    opened.settle()
    opened.press("Ctrl+Return")
    assert opened.window.session.chosen == ("ict-8", "ict-9")
    opened.window.session.read("ict-14")
    opened.settle()
    assert not opened.action("Go", "Compare with the next grade").isEnabled()
